/// Why a problem is none.
public enum TimetablingFault: Error, Sendable, Hashable {
    /// A count, such as days or capacity, outside its range.
    case outOfRange(what: String, value: Int, allowed: ClosedRange<Int>)
    case duplicate(what: String, id: String)
    /// A curriculum or a constraint names something that does not exist.
    case unknown(what: String, id: String)
    case noRooms
}

extension TimetablingProblem {
    /// More lectures than this do not belong into one timetable; it keeps every count far from overflow.
    private static let most = 100_000

    func check() throws(TimetablingFault) {
        try Self.range("days", days, 1...366)
        try Self.range("periods per day", periodsPerDay, 1...Self.mostPeriodsPerDay)
        guard !rooms.isEmpty else { throw .noRooms }
        try Self.once("course", courses.map(\.id))
        try Self.once("room", rooms.map(\.id))
        try Self.once("curriculum", curricula.map(\.id))
        var total = 0
        for course in courses {
            try Self.range("lectures of \(course.id)", course.lectures, 1...Self.most)
            try Self.range("minimum days of \(course.id)", course.minimumDays, 0...days)
            try Self.range("students of \(course.id)", course.students, 0...1_000_000)
            for period in course.unavailable { try Self.range("period of \(course.id)", period, 0...periods - 1) }
            for room in course.rooms ?? [] { try Self.range("room of \(course.id)", room, 0...rooms.count - 1) }
            total += course.lectures
            try Self.range("lectures", total, 1...Self.most)
        }
        for room in rooms {
            try Self.range("capacity of \(room.id)", room.capacity, 0...1_000_000)
            for period in room.unavailable { try Self.range("period of \(room.id)", period, 0...periods - 1) }
        }
        for curriculum in curricula {
            for course in curriculum.courses where !courses.indices.contains(course) {
                throw .unknown(what: "course", id: "\(course) in \(curriculum.id)")
            }
            try Self.once("course in \(curriculum.id)", curriculum.courses.map(String.init))
        }
    }

    private static func range(_ what: String, _ value: Int, _ allowed: ClosedRange<Int>) throws(TimetablingFault) {
        guard allowed.contains(value) else { throw .outOfRange(what: what, value: value, allowed: allowed) }
    }

    private static func once(_ what: String, _ ids: [String]) throws(TimetablingFault) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted { throw .duplicate(what: what, id: id) }
    }
}
