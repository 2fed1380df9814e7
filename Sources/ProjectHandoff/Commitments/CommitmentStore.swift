import Postgres
import Store
import Zones

/// One department's item of a commitment.
public struct CommitmentItem: Sendable, Hashable {
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case kept, late, breached, cured
    }

    public let commitment: Code
    public let project: Code
    public let item: Code
    public let department: String
    public let nameZh: String
    public let nameEn: String
    public let dueOn: Day
    public let outcome: Outcome?
    public let inspectedOn: Day?
}

/// A commitment in one line.
public struct CommitmentBoardRow: Sendable, Hashable {
    public let commitment: Code
    public let project: Code
    public let level: Code
    public let startsOn: Day
    /// The day on which the ordinary way would have let construction start.
    public let ordinaryOn: Day
    public let items: Int
    public let kept: Int
    public let late: Int
    public let breached: Int
    public let overdue: Int
    public let nextDue: Day?

    public var daysSaved: Int { startsOn.days(until: ordinaryOn) }
}

/// Construction on a commitment: of the projects whose work the active zone sees.
public enum CommitmentStore {
    /// The items of commitments, the earliest due first.
    public static func items(_ session: Session, project: Code? = nil) throws -> [CommitmentItem] {
        var statement: Statement = """
            select c.code, p.code, i.item, a.department, a.name_zh, a.name_en, i.due_on, i.outcome, i.inspected_on
            from handoff.commitment_item i join handoff.commitment c on c.id = i.commitment_id
            join handoff.project p on p.id = c.project_id join handoff.approval_item a on a.code = i.item where true
            """
        if let project { statement = statement + " and p.code = \(project)" }
        return try session.connection.rows(
            statement + " order by i.due_on, c.code, a.position limit 10000",
            as: (Code, Code, Code, String, String, String, Day, CommitmentItem.Outcome?, Day?).self
        ).map {
            CommitmentItem(
                commitment: $0.0,
                project: $0.1,
                item: $0.2,
                department: $0.3,
                nameZh: $0.4,
                nameEn: $0.5,
                dueOn: $0.6,
                outcome: $0.7,
                inspectedOn: $0.8
            )
        }
    }

    /// A line a commitment, those with breaches and overdue items first.
    public static func board(_ session: Session, on day: Day) throws -> [CommitmentBoardRow] {
        try session.connection.rows(
            """
            select c.code, p.code, c.level, c.starts_on, c.ordinary_on, count(*), count(*) filter (where i.outcome in ('kept', 'cured')),
                count(*) filter (where i.outcome = 'late'), count(*) filter (where i.outcome = 'breached'),
                count(*) filter (where i.outcome is null and i.due_on < \(day)), min(i.due_on) filter (where i.outcome is null)
            from handoff.commitment c join handoff.project p on p.id = c.project_id
            join handoff.commitment_item i on i.commitment_id = c.id
            group by c.id, c.code, p.code, c.level, c.starts_on, c.ordinary_on
            order by count(*) filter (where i.outcome = 'breached') desc,
                count(*) filter (where i.outcome is null and i.due_on < \(day)) desc, c.code limit 10000
            """,
            as: (Code, Code, Code, Day, Day, Int64, Int64, Int64, Int64, Int64, Day?).self
        ).map {
            CommitmentBoardRow(
                commitment: $0.0,
                project: $0.1,
                level: $0.2,
                startsOn: $0.3,
                ordinaryOn: $0.4,
                items: Int($0.5),
                kept: Int($0.6),
                late: Int($0.7),
                breached: Int($0.8),
                overdue: Int($0.9),
                nextDue: $0.10
            )
        }
    }

    /// A credit assessment's result.
    public struct Assessed: Sendable, Hashable {
        public let project: String
        public let score: Int
        public let level: String
        public let mayCommit: Bool
    }

    /// Assesses the credit of a project that the active zone holds and of its firm. Refused with `HND39` unless every
    /// criterion is given within its range.
    public static func assess(_ project: Code, _ points: [(criterion: Code, value: Int32)]) -> Verb<Assessed> {
        let codes = points.map(\.criterion)
        let numbers = points.map(\.value)
        return Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.assess_commitment(\(request), \(project), \(codes), \(numbers))"
        } decode: { columns throws(AnswerFault) in
            Assessed(
                project: try columns.column(0),
                score: try columns.integer(1),
                level: try columns.column(2),
                mayCommit: try columns.column(3) == "true"
            )
        }
    }

    /// A commitment that was signed.
    public struct Signed: Sendable, Hashable {
        public let code: String
        public let startsOn: String
        /// Against the ordinary way, in calendar days.
        public let daysSaved: Int
    }

    /// Signs a commitment, from which construction may start. Refused with `HND40` for an excluded kind, `HND41` without
    /// an assessment that allows it, `HND42` while the firm is banned, `HND09` for a second one.
    public static func add(_ project: Code, startsOn: Day?, code: Code?) -> Verb<Signed> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.add_commitment(\(request), \(code), \(project), \(startsOn))"
        } decode: { columns throws(AnswerFault) in
            Signed(
                code: try columns.column(0),
                startsOn: try columns.column(1),
                daysSaved: try columns.integer(2)
            )
        }
    }

    /// Records what became of an item. Answers the commitment. Refused with `HND43` for an outcome that does not follow:
    /// kept after its day, late before it, cured without a breach, anything twice.
    public static func inspect(_ commitment: Code, item: Code, _ outcome: CommitmentItem.Outcome, on day: Day?)
        -> Verb<String>
    {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.inspect_commitment(\(request), \(commitment), \(item), \(outcome), \(day))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}

extension CommitmentItem.Outcome: PostgresText {}
