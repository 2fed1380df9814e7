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
            core.day(e.applied_at)
        from enrollment.enrollment e
        join enrollment.cohort c on c.id = e.cohort_id
        join core.person p on p.zone_id = e.zone_id and p.id = e.person_id
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
            as: (Code, Code, Code, String, EnrollmentState, Int32?, Day).self
        ) { code, cohort, person, name, state, number, day in
            try body(
                Enrollment(
                    code: code,
                    cohort: cohort,
                    person: person,
                    name: name,
                    state: state,
                    queueNumber: number.map(Int.init),
                    appliedOn: day
                )
            )
        }
    }

    /// What became of somebody who came: a seat, or a number in the queue.
    public struct Placed: Sendable, Hashable {
        public let code: String
        /// `enrolled` or `waitlisted`.
        public let state: EnrollmentState
        public let queueNumber: Int?
    }

    /// A person of the active zone into a cohort: a seat if one is free and nobody waits, else the end of the queue.
    ///
    /// Refused with `ENR01` after the last day, `ENR02` for who is in the cohort already, from whichever zone.
    public static func add(cohort: Code, person: Code, code: Code?) -> Verb<Placed> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.enroll(\(request), \(cohort), \(person), \(code))"
        } decode: { columns throws(AnswerFault) in
            guard columns.count == 3, let state = EnrollmentState(rawValue: try columns.column(1)) else {
                throw AnswerFault(columns)
            }
            return Placed(
                code: try columns.column(0),
                state: state,
                queueNumber: columns[2] == nil ? nil : try columns.integer(2)
            )
        }
    }

    /// What a withdrawal brought about.
    public struct Withdrawn: Sendable, Hashable {
        public let code: String
        /// The enrollment that got the seat, if one was freed and somebody waited.
        public let promoted: String?
    }

    /// Somebody leaves a cohort or its queue; a seat that falls free goes to the first in the queue in the same step.
    ///
    /// Refused with `ENR01` after the last day, `ENR05` for who has left already.
    public static func withdraw(_ code: Code, reason: String?) -> Verb<Withdrawn> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.withdraw(\(request), \(code), \(reason))"
        } decode: { columns throws(AnswerFault) in
            guard columns.count == 3 else { throw AnswerFault(columns) }
            return Withdrawn(code: try columns.column(0), promoted: columns[2])
        }
    }
}

extension EnrollmentState: PostgresText {}
