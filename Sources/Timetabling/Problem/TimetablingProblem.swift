/// A request for a timetable: which lectures, of which courses, into which rooms and periods.
///
/// The model is curriculum-based course timetabling in the formulation UD2 of the second International Timetabling
/// Competition (ITC-2007, track 3; Di Gaspero, McCollum and Schaerf 2007), with two additions that real rooms need: a room
/// has times of its own, and a course may be limited to certain rooms.
///
/// Periods are numbered from 0 through all days: `day * periodsPerDay + period`.
public struct TimetablingProblem: Sendable, Hashable {
    /// A course: `lectures` of it have to be placed, all given by one teacher.
    public struct Course: Sendable, Hashable {
        public let id: String
        /// Who teaches it; nobody teaches two lectures at once.
        public let teacher: String
        public let lectures: Int
        /// Over how many days its lectures should be spread at least.
        public let minimumDays: Int
        public let students: Int
        /// The periods in which it cannot be held.
        public let unavailable: Set<Int>
        /// The rooms that suit it, by position; nil when all do.
        public let rooms: Set<Int>?

        public init(
            id: String,
            teacher: String,
            lectures: Int,
            minimumDays: Int,
            students: Int,
            unavailable: Set<Int> = [],
            rooms: Set<Int>? = nil
        ) {
            self.id = id
            self.teacher = teacher
            self.lectures = lectures
            self.minimumDays = minimumDays
            self.students = students
            self.unavailable = unavailable
            self.rooms = rooms
        }
    }

    /// A room holds one lecture a period.
    public struct Room: Sendable, Hashable {
        public let id: String
        /// Seats; a lecture with more students is a soft violation for each of them.
        public let capacity: Int
        /// The periods in which it is closed or taken by somebody else.
        public let unavailable: Set<Int>

        public init(id: String, capacity: Int, unavailable: Set<Int> = []) {
            self.id = id
            self.capacity = capacity
            self.unavailable = unavailable
        }
    }

    /// Courses, by position, whose trainees overlap: no two of them at once.
    public struct Curriculum: Sendable, Hashable {
        public let id: String
        public let courses: [Int]

        public init(id: String, courses: [Int]) {
            self.id = id
            self.courses = courses
        }
    }

    public let name: String
    public let days: Int
    public let periodsPerDay: Int
    public let courses: [Course]
    public let rooms: [Room]
    public let curricula: [Curriculum]

    /// The most periods that a day may have: a day's lectures of a curriculum are one machine word.
    public static let mostPeriodsPerDay = 32

    /// - Throws: `TimetablingFault` for a problem that contradicts itself.
    public init(
        name: String,
        days: Int,
        periodsPerDay: Int,
        courses: [Course],
        rooms: [Room],
        curricula: [Curriculum]
    ) throws(TimetablingFault) {
        self.name = name
        self.days = days
        self.periodsPerDay = periodsPerDay
        self.courses = courses
        self.rooms = rooms
        self.curricula = curricula
        try check()
    }

    public var periods: Int { days * periodsPerDay }
    /// How many lectures have to be placed in all.
    public var lectures: Int { courses.reduce(0) { $0 + $1.lectures } }
}
