import Zones

/// What takes a room, an instructor or a cohort from a Monday to a Sunday.
public struct Week: Sendable, Hashable {
    /// One session, or a time that another zone's private session takes.
    public struct Entry: Sendable, Hashable {
        public let starts: Instant
        public let ends: Instant
        /// The course's name; nil for a session of which nothing may be told.
        public let course: String?
        public let session: Code?
        public let cohort: Code?
        public let venue: String?
        public let instructor: String?
        /// Whom to ask: the zone and its contact.
        public let zone: ZoneCode
        public let contact: String

        public init(_ session: ScheduledSession) {
            starts = session.starts
            ends = session.ends
            course = session.courseName
            self.session = session.code
            cohort = session.cohort
            venue = session.venueName
            instructor = session.instructorName
            zone = session.zone
            contact = session.contact
        }

        public init(_ busy: Busy) {
            starts = busy.starts
            ends = busy.ends
            (course, session, cohort, venue, instructor) = (nil, nil, nil, nil, nil)
            zone = busy.zone
            contact = busy.contact
        }
    }

    public let kind: ResourceKind
    /// What the room or the instructor is called; a cohort's code.
    public let name: String
    public let monday: Day
    /// By start.
    public let entries: [Entry]

    public init(kind: ResourceKind, name: String, monday: Day, entries: [Entry]) {
        self.kind = kind
        self.name = name
        self.monday = monday
        self.entries = entries
    }

    /// The seven days; fewer at the end of the calendar.
    public var days: [Day] { (0..<7).compactMap { try? monday.adding(days: $0) } }

    /// The Monday of a day's week; the first day of the calendar for a week that began before it.
    public static func monday(of day: Day) -> Day { (try? day.adding(days: 1 - day.weekday)) ?? Day.first }

    /// What an entry says beside its course, for whoever looks at this kind of week.
    public func details(_ entry: Entry) -> [String] {
        guard entry.session != nil else { return [entry.zone.text, entry.contact] }
        let all: [(ResourceKind, String?)] = [
            (.cohort, entry.cohort?.text), (.venue, entry.venue), (.instructor, entry.instructor),
        ]
        return all.filter { $0.0 != kind }.compactMap(\.1)
    }
}
