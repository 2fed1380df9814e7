import Postgres
import Store
import Zones

/// A person's place in a cohort or in its queue, as the person's own zone sees it.
public struct Enrollment: Sendable, Hashable {
    public let code: Code
    public let cohort: Code
    /// The person's living record.
    public let person: Code
    public let name: String
    public let state: EnrollmentState
    public let queueNumber: Int?
    public let appliedOn: Day
    /// The zone that entered it; a transfer leaves this as it was.
    public let registeredBy: ZoneCode
}

/// The enrollments of the active zone's people.
public enum EnrollmentStore {
    /// What to list; nil does not filter.
    public struct Filter: Sendable, Hashable {
        public var cohort: Code?
        public var person: Code?
        public var state: EnrollmentState?

        public init(cohort: Code? = nil, person: Code? = nil, state: EnrollmentState? = nil) {
            self.cohort = cohort
            self.person = person
            self.state = state
        }
    }

    private static let columns: Statement = """
        select e.code, c.code, coalesce(k.code, p.code), coalesce(k.name, p.name), e.state, e.queue_number,
            core.day(e.applied_at), r.code
        from enrollment.enrollment e
        join enrollment.cohort c on c.id = e.cohort_id
        join core.person p on p.zone_id = e.zone_id and p.id = e.person_id
        join core.zone r on r.id = coalesce(e.registered_by_zone_id, e.zone_id)
        left join core.person k on k.id = p.merged_into
        """

    /// One enrollment; nil when the active zone has none of that code.
    public static func show(_ session: Session, _ code: Code) throws -> Enrollment? {
        var found: Enrollment?
        try stream(session, columns + " where e.code = \(code)") { found = $0 }
        return found
    }

    /// Gives the enrollments that pass the filter to `body` one by one, the oldest first.
    ///
    /// - Throws: `CoreRejection.missing` for a cohort or person that the active zone does not see.
    public static func list(_ session: Session, _ filter: Filter = Filter(), _ body: (Enrollment) throws -> Void) throws
    {
        var statement = columns + " where true"
        if let cohort = filter.cohort {
            _ = try CohortStore.show(session, cohort)
            statement = statement + " and c.code = \(cohort)"
        }
        if let person = filter.person {
            guard let living = try PersonStore.show(session, person) else {
                throw CoreRejection.missing(noun: "person", key: person.text)
            }
            statement = statement + " and (p.code = \(living.code) or k.code = \(living.code))"
        }
        if let state = filter.state { statement = statement + " and e.state = \(state)" }
        try stream(session, statement + " order by e.id", body)
    }

    private static func stream(_ session: Session, _ statement: Statement, _ body: (Enrollment) throws -> Void) throws {
        try session.connection.stream(
            statement,
            as: (Code, Code, Code, String, EnrollmentState, Int32?, Day, ZoneCode).self
        ) { code, cohort, person, name, state, number, day, registrar in
            try body(
                Enrollment(
                    code: code,
                    cohort: cohort,
                    person: person,
                    name: name,
                    state: state,
                    queueNumber: number.map(Int.init),
                    appliedOn: day,
                    registeredBy: registrar
                )
            )
        }
    }

    /// What became of somebody who came: a seat, or a number in the queue.
    public struct Placed: Sendable, Hashable {
        public let code: String
        /// `enrolled` or `waitlisted`; `applied` and `admitted` where the cohort is not first come, first served.
        public let state: EnrollmentState
        public let queueNumber: Int?
        /// The limits that left no seat, with used and size: `cohort 12/12`, or `quota 3/3,pool 2/2`.
        public let full: String?

        public init(code: String, state: EnrollmentState, queueNumber: Int?, full: String? = nil) {
            self.code = code
            self.state = state
            self.queueNumber = queueNumber
            self.full = full
        }

        static func one(_ columns: [String?]) throws(AnswerFault) -> Placed {
            guard let only = try decode(columns).first, columns.count == 4 else { throw AnswerFault(columns) }
            return only
        }

        /// Code, state, number, full limits, four by four.
        static func decode(_ columns: [String?]) throws(AnswerFault) -> [Placed] {
            guard columns.count.isMultiple(of: 4) else { throw AnswerFault(columns) }
            var placed: [Placed] = []
            for start in stride(from: 0, to: columns.count, by: 4) {
                guard let state = EnrollmentState(rawValue: try columns.column(start + 1)) else {
                    throw AnswerFault(columns)
                }
                placed.append(
                    Placed(
                        code: try columns.column(start),
                        state: state,
                        queueNumber: columns[start + 2] == nil ? nil : try columns.integer(start + 2),
                        full: columns[start + 3]
                    )
                )
            }
            return placed
        }
    }

    /// A person of the active zone into a cohort: a seat if one is free and nobody waits, else the end of the queue.
    ///
    /// Refused with `ENR01` after the last day, `ENR02` for who is in the cohort already, from whichever zone, `ENR23` for a
    /// closed cohort, `ENR24` for a zone without quota, `ENR25` for another mode of admission, `ENR26` for whom a
    /// prerequisite or another class keeps out.
    public static func add(
        cohort: Code,
        person: Code,
        code: Code?,
        award: String? = nil,
        postLevel: PostLevel? = nil,
        override: String? = nil
    ) -> Verb<Placed> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.enroll(\(request), \(cohort), \(person), \(code), \(award), \(postLevel), \(override))"
        } decode: { columns throws(AnswerFault) in
            try Placed.one(columns)
        }.contended
    }

    /// What a withdrawal brought about.
    public struct Withdrawn: Sendable, Hashable {
        public let code: String
        /// The enrollments that got seats, joined by commas, if one was freed and somebody waited.
        public let promoted: String?
    }

    /// How somebody leaves.
    public enum Leaving: String, Sendable, Hashable {
        /// Gives up a seat, a number or an application.
        case withdraw
        /// Says no to an admission or an offer, or to waiting on.
        case decline
    }

    /// Somebody leaves a cohort or its queue; a seat that falls free goes to the first in the queue in the same step.
    ///
    /// Refused with `ENR01` after the last day, `ENR05` for who has left already.
    public static func withdraw(_ code: Code, reason: String?, as leaving: Leaving = .withdraw) -> Verb<Withdrawn> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.withdraw(\(request), \(code), \(leaving.rawValue), \(reason))"
        } decode: { columns throws(AnswerFault) in
            guard columns.count == 3 else { throw AnswerFault(columns) }
            return Withdrawn(code: try columns.column(0), promoted: columns[2])
        }
    }
}

extension EnrollmentState: PostgresText {}
