import Postgres
import Store
import Zones

/// What the active zone is to a project: how much of it it sees.
public enum ProjectLevel: String, Sendable, Hashable, CaseIterable {
    /// Holds it.
    case custodian
    /// Held it, and still sees its work, as was agreed.
    case read
    /// Held it: sees where it is.
    case status
    /// Was offered it: sees what the offer shows.
    case preview
}

/// A project as the active zone sees it.
public struct Project: Sendable, Hashable {
    public let code: Code
    public let name: String
    public let industry: String
    public let stage: Code
    public let origin: ZoneCode
    /// The zone that holds it.
    public let holder: ZoneCode
    public let heldSince: Day
    /// The founder's code in the zone of origin; nil as well where an offer does not show it.
    public let founder: Code?
    public let organization: Code?
    /// Nil for the joint office, which is no party.
    public let level: ProjectLevel?
    public let kind: Code
    /// Planned investment in hundredths of `currency`.
    public let investment: Money?
    public let currency: String?
    /// Tonnes of standard coal a year.
    public let energy: Int?
    public let isKey: Bool
}

/// The projects that the active zone holds, held, or is offered.
public enum ProjectStore {
    private static let columns: Statement = """
        select p.code, p.name, p.industry, p.stage, o.code, z.code, core.day(t.held_since), f.person_code,
            f.organization_code, y.level, p.kind, p.investment, p.currency, p.energy, p.is_key
        from handoff.project p
        join handoff.project_part t on t.project_id = p.id and t.name = 'whole'
        join core.zone o on o.id = p.zone_id join core.zone z on z.id = t.zone_id
        left join handoff.project_founder f on f.project_id = p.id
        left join handoff.project_party y on y.project_id = p.id and y.zone_id = (select core.active_zone())
        """

    /// Projects by code.
    ///
    /// - Parameters:
    ///   - stage: only of this stage.
    ///   - onlyHeld: only those that the active zone holds.
    public static func list(_ session: Session, stage: Code? = nil, onlyHeld: Bool = false) throws -> [Project] {
        var statement = columns + " where true"
        if let stage { statement = statement + " and p.stage = \(stage)" }
        if onlyHeld { statement = statement + " and y.level = 'custodian'" }
        return try rows(session, statement + " order by p.code limit 10000")
    }

    /// One project.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone sees none of that code.
    public static func show(_ session: Session, _ code: Code) throws -> Project {
        guard let found = try rows(session, columns + " where p.code = \(code)").first else {
            throw CoreRejection.missing(noun: "project", key: code.text)
        }
        return found
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [Project] {
        try session.connection.rows(
            statement,
            as: (
                Code, String, String, Code, ZoneCode, ZoneCode, Day, Code?, Code?, ProjectLevel?, Code, Money?, String?,
                Int32?, Bool
            ).self
        ).map {
            Project(
                code: $0.0,
                name: $0.1,
                industry: $0.2,
                stage: $0.3,
                origin: $0.4,
                holder: $0.5,
                heldSince: $0.6,
                founder: $0.7,
                organization: $0.8,
                level: $0.9,
                kind: $0.10,
                investment: $0.11,
                currency: $0.12,
                energy: $0.13.map(Int.init),
                isKey: $0.14
            )
        }
    }

    /// What a project is registered with.
    public struct Draft: Sendable, Hashable {
        public var name: String
        public var industry: String
        public var stage: Code
        public var founder: Code?
        public var organization: Code?
        /// A kind of `handoff.project_kind`; industrial when nil.
        public var kind: Code?
        public var investment: Investment?
        /// Tonnes of standard coal a year.
        public var energy: Int32?
        public var isKey = false

        public init(name: String, industry: String, stage: Code, founder: Code? = nil, organization: Code? = nil) {
            self.name = name
            self.industry = industry
            self.stage = stage
            self.founder = founder
            self.organization = organization
        }
    }

    /// Registers a project; the active zone is its origin and holds it. Answers the code.
    ///
    /// Refused with `HND09` for a code that is taken, `HND11` for an unknown stage, `HND20` for an investment of nothing
    /// or beyond a trillion.
    public static func add(code: Code?, _ draft: Draft) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.add_project(\(request), \(code), \(draft.name), \(draft.industry), \(draft.stage),
                \(draft.founder), \(draft.organization), \(draft.kind?.text ?? "industrial"), \(draft.investment?.currency),
                \(draft.investment?.amount), \(draft.energy), \(draft.isKey))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}

extension ProjectLevel: PostgresText {}
