/// Reads the text format of ITC-2007 track 3, `.ctt`.
public struct CTTFile {
    /// What is wrong with a file, and in which line, counted from 1.
    public struct Fault: Error, Sendable, Hashable {
        public enum Reason: Sendable, Hashable {
            /// The file ended where something was still due.
            case truncated(expected: String)
            /// The line is not of the form that is due here.
            case malformed(expected: String)
            case unknown(what: String, id: String)
            /// Well-formed, but no problem.
            case inconsistent(TimetablingFault)
        }

        public let line: Int
        public let reason: Reason
    }

    private var lines: [(number: Int, words: [Substring])]
    private var next = 0
    private let last: Int

    /// - Throws: `Fault`, with the line.
    public static func problem(_ text: String) throws(Fault) -> TimetablingProblem {
        var file = CTTFile(text)
        return try file.read()
    }

    private init(_ text: String) {
        // By scalars: "\r\n" is one Character, which no split at "\n" finds.
        let rows = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        last = rows.count
        lines = rows.enumerated().compactMap { index, row in
            let words = Substring(row).split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
            return words.isEmpty ? nil : (index + 1, words)
        }
    }

    private mutating func line(_ expected: String) throws(Fault) -> (number: Int, words: [Substring]) {
        guard next < lines.count else { throw Fault(line: last, reason: .truncated(expected: expected)) }
        defer { next += 1 }
        return lines[next]
    }

    private static func number(_ word: Substring, _ line: Int, _ expected: String) throws(Fault) -> Int {
        guard let value = Int(word), value >= 0 else { throw Fault(line: line, reason: .malformed(expected: expected)) }
        return value
    }

    private mutating func header(_ name: String) throws(Fault) -> (Substring, Int) {
        let expected = name + ": …"
        let (number, words) = try line(expected)
        guard words.count == 2, words[0] == name + ":" else {
            throw Fault(line: number, reason: .malformed(expected: expected))
        }
        return (words[1], number)
    }

    private mutating func count(_ name: String) throws(Fault) -> Int {
        let (word, number) = try header(name)
        return try Self.number(word, number, name + ": N")
    }

    private mutating func title(_ name: String) throws(Fault) {
        let (number, words) = try line(name)
        guard words.joined(separator: " ") == name else {
            throw Fault(line: number, reason: .malformed(expected: name))
        }
    }

    private mutating func read() throws(Fault) -> TimetablingProblem {
        let (name, _) = try header("Name")
        let courseCount = try count("Courses")
        let roomCount = try count("Rooms")
        let days = try count("Days")
        let periodsPerDay = try count("Periods_per_day")
        let curriculumCount = try count("Curricula")
        let constraintCount = try count("Constraints")
        let courses = try readCourses(courseCount)
        let rooms = try readRooms(roomCount)
        var positions: [Substring: Int] = [:]
        for (position, course) in courses.enumerated() { positions[Substring(course.id)] = position }
        let curricula = try readCurricula(curriculumCount, positions)
        let unavailable = try readConstraints(constraintCount, positions, days: days, periodsPerDay: periodsPerDay)
        try title("END.")
        do throws(TimetablingFault) {
            return try TimetablingProblem(
                name: String(name),
                days: days,
                periodsPerDay: periodsPerDay,
                courses: courses.enumerated().map { position, course in
                    TimetablingProblem.Course(
                        id: course.id,
                        teacher: course.teacher,
                        lectures: course.lectures,
                        minimumDays: course.minimumDays,
                        students: course.students,
                        unavailable: unavailable[position, default: []]
                    )
                },
                rooms: rooms,
                curricula: curricula
            )
        } catch {
            throw Fault(line: last, reason: .inconsistent(error))
        }
    }

    private mutating func readCourses(_ count: Int) throws(Fault) -> [TimetablingProblem.Course] {
        let form = "COURSE TEACHER LECTURES MINIMUM_DAYS STUDENTS"
        try title("COURSES:")
        var courses: [TimetablingProblem.Course] = []
        for _ in 0..<count {
            let (number, words) = try line(form)
            guard words.count == 5 else { throw Fault(line: number, reason: .malformed(expected: form)) }
            courses.append(
                TimetablingProblem.Course(
                    id: String(words[0]),
                    teacher: String(words[1]),
                    lectures: try Self.number(words[2], number, form),
                    minimumDays: try Self.number(words[3], number, form),
                    students: try Self.number(words[4], number, form)
                )
            )
        }
        return courses
    }

    private mutating func readRooms(_ count: Int) throws(Fault) -> [TimetablingProblem.Room] {
        let form = "ROOM CAPACITY"
        try title("ROOMS:")
        var rooms: [TimetablingProblem.Room] = []
        for _ in 0..<count {
            let (number, words) = try line(form)
            guard words.count == 2 else { throw Fault(line: number, reason: .malformed(expected: form)) }
            rooms.append(
                TimetablingProblem.Room(id: String(words[0]), capacity: try Self.number(words[1], number, form))
            )
        }
        return rooms
    }

    private mutating func readCurricula(
        _ count: Int,
        _ positions: [Substring: Int]
    ) throws(Fault) -> [TimetablingProblem.Curriculum] {
        let form = "CURRICULUM N COURSE…"
        try title("CURRICULA:")
        var curricula: [TimetablingProblem.Curriculum] = []
        for _ in 0..<count {
            let (number, words) = try line(form)
            guard words.count >= 2, words.count - 2 == (try Self.number(words[1], number, form)) else {
                throw Fault(line: number, reason: .malformed(expected: form))
            }
            var members: [Int] = []
            for word in words.dropFirst(2) { members.append(try Self.position(word, number, positions)) }
            curricula.append(TimetablingProblem.Curriculum(id: String(words[0]), courses: members))
        }
        return curricula
    }

    private mutating func readConstraints(
        _ count: Int,
        _ positions: [Substring: Int],
        days: Int,
        periodsPerDay: Int
    ) throws(Fault) -> [Int: Set<Int>] {
        let form = "COURSE DAY PERIOD"
        try title("UNAVAILABILITY_CONSTRAINTS:")
        var unavailable: [Int: Set<Int>] = [:]
        for _ in 0..<count {
            let (number, words) = try line(form)
            guard words.count == 3 else { throw Fault(line: number, reason: .malformed(expected: form)) }
            let course = try Self.position(words[0], number, positions)
            let day = try Self.number(words[1], number, form)
            let period = try Self.number(words[2], number, form)
            guard day < days, period < periodsPerDay else {
                throw Fault(line: number, reason: .malformed(expected: form))
            }
            unavailable[course, default: []].insert(day * periodsPerDay + period)
        }
        return unavailable
    }

    private static func position(
        _ word: Substring,
        _ line: Int,
        _ positions: [Substring: Int]
    ) throws(Fault) -> Int {
        guard let position = positions[word] else {
            throw Fault(line: line, reason: .unknown(what: "course", id: String(word)))
        }
        return position
    }
}
