import Postgres
import Store
import Zones

/// A cohort (期): one run of a program, open to one zone or to several.
public struct Cohort: Sendable, Hashable {
    public let code: Code
    public let program: Code
    public let number: Int
    public let startsOn: Day
    /// The last day; enrolling and withdrawing end with it.
    public let endsOn: Day
    public let capacity: Capacity
    /// Seats that are held, also by those who have completed or failed.
    public let taken: Int
    public let waiting: Int
    /// Zones that see the whole roster and record attendance.
    public let hosts: [String]
    /// Zones that see and enroll their own people.
    public let guests: [String]
    /// The day of the last evaluation of completion.
    public let evaluatedOn: Day?
    public let mode: AdmissionMode
    /// Days in which who is promoted says yes or no; nil: the seat is theirs at once.
    public let offerDays: Int?
    /// Nobody may come until it is opened again.
    public let isClosed: Bool
}

/// The cohorts that the active zone takes part in.
public enum CohortStore {
    private static let columns: Statement = """
        select c.code, g.code, c.number, c.starts_on, c.ends_on, s.unlimited, s.capacity, s.taken, s.waiting, z.hosts,
            z.guests, c.evaluated_on, c.mode, c.offer_days, s.closed
        from enrollment.cohort c
        join enrollment.program g on g.id = c.program_id
        join enrollment.cohort_seats s on s.cohort_id = c.id
        join enrollment.cohort_zones() z on z.cohort_id = c.id
        """

    /// All of them, or those of one program, in the order of their first days.
    public static func list(_ session: Session, program: Code? = nil) throws -> [Cohort] {
        var statement = columns
        if let program { statement = statement + " where g.code = \(program)" }
        return try rows(session, statement + " order by c.starts_on, c.code")
    }

    /// One cohort.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in none of that code.
    public static func show(_ session: Session, _ code: Code) throws -> Cohort {
        guard let cohort = try rows(session, columns + " where c.code = \(code)").first else {
            throw CoreRejection.missing(noun: "cohort", key: code.text)
        }
        return cohort
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [Cohort] {
        try session.connection.rows(statement, as: Row.self).map(cohort)
    }

    private typealias Row = (
        Code, Code, Int32, Day, Day, Bool, Int32, Int32, Int32, [String], [String], Day?, AdmissionMode, Int32?, Bool
    )

    private static func cohort(_ row: Row) -> Cohort {
        Cohort(
            code: row.0,
            program: row.1,
            number: Int(row.2),
            startsOn: row.3,
            endsOn: row.4,
            capacity: row.5 ? .unlimited : .seats(Int(row.6)),
            taken: Int(row.7),
            waiting: Int(row.8),
            hosts: row.9,
            guests: row.10,
            evaluatedOn: row.11,
            mode: row.12,
            offerDays: row.13.map(Int.init),
            isClosed: row.14
        )
    }

    /// What a new cohort is made of.
    public struct Plan: Sendable, Hashable {
        public let program: Code
        /// The number of the run: 3 for the third cohort.
        public let number: Int
        public let startsOn: Day
        public let endsOn: Day
        public let capacity: Capacity
        /// Hosts beside the zone that sets it up, which always is one.
        public let hosts: [ZoneCode]
        public let guests: [ZoneCode]
        public let mode: AdmissionMode
        /// Days in which who is promoted says yes or no, 1–60; nil: the seat is theirs at once.
        public let offerDays: Int?
        public let prerequisites: Prerequisites

        public init(
            program: Code,
            number: Int,
            startsOn: Day,
            endsOn: Day,
            capacity: Capacity,
            hosts: [ZoneCode] = [],
            guests: [ZoneCode] = [],
            mode: AdmissionMode = .firstCome,
            offerDays: Int? = nil,
            prerequisites: Prerequisites = Prerequisites()
        ) {
            self.program = program
            self.number = number
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.capacity = capacity
            self.hosts = hosts
            self.guests = guests
            self.mode = mode
            self.offerDays = offerDays
            self.prerequisites = prerequisites
        }
    }

    /// Sets up a cohort under `code`, or under a new one. Answers the code.
    public static func add(code: Code?, _ plan: Plan) -> Verb<String> {
        let wanted = plan.prerequisites
        return Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.add_cohort(\(request), \(code), \(plan.program), \(Int32(clamping: plan.number)),
                \(plan.startsOn), \(plan.endsOn), \(Int32(clamping: plan.capacity.seats ?? 0)),
                \(plan.capacity == .unlimited), \(plan.hosts.map(\.text)), \(plan.guests.map(\.text)), \(plan.mode),
                \(plan.offerDays.map { Int32(clamping: $0) }), \(wanted.minAge.map { Int32(clamping: $0) }),
                \(wanted.maxAge.map { Int32(clamping: $0) }), \(wanted.awards.isEmpty ? nil : wanted.awards),
                \(wanted.minPostLevel), \(wanted.completed))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
