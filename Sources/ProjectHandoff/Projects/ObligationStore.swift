import Postgres
import Store
import Zones

/// A promise or demand of a project's part.
public struct Obligation: Sendable, Hashable {
    public let code: Code
    public let project: Code
    public let what: String
    public let dueOn: Day
    public let holder: ZoneCode
    public let person: Code?
    public let keptOn: Day?
    /// What was promised, and what has come of it up to the due day; nil for promises that are not counted.
    public let promised: Money?
    public let actual: Money?
    public let measure: CreditMeasure?
}

/// Obligations of the projects whose work the active zone sees.
public enum ObligationStore {
    /// The obligations, the earliest due first.
    public static func list(_ session: Session, project: Code? = nil, onlyOpen: Bool = false) throws -> [Obligation] {
        var statement: Statement = """
            select o.code, j.code, o.what, o.due_on, z.code, p.code, o.kept_on, o.amount,
                case when o.measure is not null then (
                    select coalesce(sum(a.amount - a.refund), 0)::bigint from handoff.amount a
                    where a.part_id = o.part_id and a.measure = o.measure and a.on_day <= o.due_on) end, o.measure
            from handoff.obligation o join handoff.project j on j.id = o.project_id join core.zone z on z.id = o.zone_id
            left join core.person p on p.id = o.holder_id where true
            """
        if let project { statement = statement + " and j.code = \(project)" }
        if onlyOpen { statement = statement + " and o.kept_on is null" }
        return try session.connection.rows(
            statement + " order by o.due_on, o.id limit 10000",
            as: (Code, Code, String, Day, ZoneCode, Code?, Day?, Money?, Money?, CreditMeasure?).self
        ).map {
            Obligation(
                code: $0.0,
                project: $0.1,
                what: $0.2,
                dueOn: $0.3,
                holder: $0.4,
                person: $0.5,
                keptOn: $0.6,
                promised: $0.7,
                actual: $0.8,
                measure: $0.9
            )
        }
    }

    /// What is promised with an obligation.
    public struct Draft: Sendable, Hashable {
        public var part: Code
        public var what: String
        public var dueOn: Day
        public var person: Code?
        public var measure: CreditMeasure?
        public var amount: Money?

        public init(
            part: Code,
            what: String,
            dueOn: Day,
            person: Code? = nil,
            measure: CreditMeasure? = nil,
            amount: Money? = nil
        ) {
            self.part = part
            self.what = what
            self.dueOn = dueOn
            self.person = person
            self.measure = measure
            self.amount = amount
        }
    }

    /// Gives a part that the active zone holds an obligation. Answers its code. Refused with `HND04`, `HND09`, `HND20`.
    public static func add(_ project: Code, _ draft: Draft, code: Code?) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.add_obligation(\(request), \(code), \(project), \(draft.part), \(draft.what), \(draft.dueOn),
                \(draft.person), \(draft.measure), \(draft.amount))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// What is to be corrected; nil stays as it is.
    public struct Correction: Sendable, Hashable {
        public var what: String?
        public var dueOn: Day?
        public var person: Code?
        /// It was not met after all.
        public var isReopened = false

        public init() {}
    }

    /// Corrects what was entered about an obligation of the active zone's; the event keeps both. Answers its code.
    public static func correct(_ obligation: Code, _ correction: Correction, reason: String) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.correct_obligation(\(request), \(obligation), \(correction.what), \(correction.dueOn),
                \(correction.person), \(correction.isReopened), \(reason))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Notes that an obligation of the active zone's was met. Answers its code. Refused with `HND23` the second time.
    public static func keep(_ obligation: Code, on day: Day?) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.keep_obligation(\(request), \(obligation), \(day))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
