import Foundation
import Timetabling

/// Problems that the tests share.
enum Instances {
    /// Four courses, two rooms, three days of four periods.
    static let evening = """
        Name: Evening
        Courses: 4
        Rooms: 2
        Days: 3
        Periods_per_day: 4
        Curricula: 2
        Constraints: 3

        COURSES:
        Policy T1 3 2 40
        Loans T2 3 3 30
        Pitch T3 2 2 55
        Law T1 1 1 20

        ROOMS:
        Big 50
        Small\t35\u{20}

        CURRICULA:
        Founders 3 Policy Loans Pitch
        Staff 2 Loans Law

        UNAVAILABILITY_CONSTRAINTS:
        Policy 2 0
        Policy 2 1
        Pitch 0 0

        END.
        """

    static func problem(_ text: String = evening) throws -> TimetablingProblem { try CTTFile.problem(text) }

    /// The competition's files, others' data, lie beside the project and not in it.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/reference/itc2007")

    static let areThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("comp01.ctt").path)

    static func competition(_ name: String) throws -> TimetablingProblem {
        try problem(String(contentsOf: folder.appendingPathComponent(name + ".ctt"), encoding: .utf8))
    }

    /// A problem of random size and density, by a seed.
    static func random(_ seed: UInt64) throws -> TimetablingProblem {
        var random = SeededRandom(state: seed)
        let days = Int.random(in: 1...5, using: &random)
        let perDay = Int.random(in: 2...6, using: &random)
        let periods = days * perDay
        let rooms = (0..<Int.random(in: 1...4, using: &random)).map { number in
            TimetablingProblem.Room(
                id: "R\(number)",
                capacity: Int.random(in: 10...60, using: &random),
                unavailable: Set((0..<periods).filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
            )
        }
        let courses = (0..<Int.random(in: 2...8, using: &random)).map { number in
            TimetablingProblem.Course(
                id: "C\(number)",
                teacher: "T\(Int.random(in: 0..<5, using: &random))",
                lectures: Int.random(in: 1...4, using: &random),
                minimumDays: Int.random(in: 1...days, using: &random),
                students: Int.random(in: 5...70, using: &random),
                unavailable: Set((0..<periods).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }),
                rooms: Bool.random(using: &random) ? nil : [Int.random(in: 0..<rooms.count, using: &random)]
            )
        }
        let curricula = (0..<4).map { number in
            TimetablingProblem.Curriculum(
                id: "Q\(number)",
                courses: courses.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
            )
        }
        return try TimetablingProblem(
            name: "random \(seed)",
            days: days,
            periodsPerDay: perDay,
            courses: courses,
            rooms: rooms,
            curricula: curricula
        )
    }
}

/// SplitMix64 of Sebastiano Vigna.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
