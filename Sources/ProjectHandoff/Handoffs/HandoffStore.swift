import Postgres
import Store
import Zones

/// A handoff as either side sees it.
public struct Handoff: Sendable, Hashable {
    public let code: Code
    public let project: Code
    public let part: String?
    public let from: ZoneCode
    public let to: ZoneCode
    public let state: HandoffState
    public let version: Int
    /// The last day of whoever is waited for.
    public let dueOn: Day?
    public let offeredAt: Instant
    public let reason: String
    /// The handoff that this one gives back.
    public let parent: Code?
    public let receipt: String?
    /// What the sender sees after the acceptance.
    public let keeps: ProjectLevel

    /// Who has to act; nil when nobody has.
    public var waitsFor: ZoneCode? { state == .offered ? to : state.isOpen ? from : nil }
}

/// One step of a handoff.
public struct HandoffStep: Sendable, Hashable {
    public let version: Int
    public let at: Instant
    public let from: HandoffState
    public let action: String
    public let state: HandoffState
    /// The zone that took it; nil for a joint office of the region.
    public let by: ZoneCode?
    public let actor: String
    public let note: String?
    /// Covers this line and the one before it.
    public let hash: Bytes
}

/// The handoffs that the active zone gives or gets.
public enum HandoffStore {
    private static let columns: Statement = """
        select h.code, h.project_code, p.name, f.code, t.code, h.state, h.version, h.due_on, h.offered_at, h.reason, u.code,
            h.receipt, h.keeps
        from handoff.handoff h join core.zone f on f.id = h.from_zone_id join core.zone t on t.id = h.to_zone_id
        left join handoff.project_part p on p.id = h.part_id left join handoff.handoff u on u.id = h.parent_id
        """

    /// The handoffs, the newest first.
    ///
    /// - Parameters:
    ///   - project: only of this project.
    ///   - onlyOpen: only those that somebody has to answer.
    public static func list(_ session: Session, project: Code? = nil, onlyOpen: Bool = false) throws -> [Handoff] {
        var statement = columns + " where true"
        if let project { statement = statement + " and h.project_code = \(project)" }
        if onlyOpen { statement = statement + " and h.open" }
        return try rows(session, statement + " order by h.id desc limit 10000")
    }

    /// The open handoffs in which the active zone is waited for, due on or before a day, the earliest first.
    public static func due(_ session: Session, until day: Day, limit: Int = 1_000) throws -> [Handoff] {
        // The few that are due are found by index before anything is joined to them.
        let found =
            try rows(
                session,
                columns + """
                     where h.id in (
                        select i.id from handoff.handoff i where i.open and i.state = 'offered'
                            and i.to_zone_id = (select core.active_zone()) and i.due_on <= \(day) order by i.due_on limit \(limit))
                    """
            )
            + rows(
                session,
                columns + """
                     where h.id in (
                        select i.id from handoff.handoff i where i.open and i.state <> 'offered'
                            and i.from_zone_id = (select core.active_zone()) and i.due_on <= \(day) order by i.due_on limit \(limit))
                    """
            )
        return Array(found.sorted { ($0.dueOn ?? .last, $0.code) < ($1.dueOn ?? .last, $1.code) }.prefix(limit))
    }

    /// The open handoffs whose day has passed, whichever side is waited for, the longest first.
    public static func overdue(_ session: Session, on day: Day, limit: Int = 1_000) throws -> [Handoff] {
        try rows(session, columns + " where h.open and h.due_on < \(day) order by h.due_on, h.id limit \(limit)")
    }

    /// One handoff.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has no part in one of that code.
    public static func show(_ session: Session, _ code: Code) throws -> Handoff {
        guard let found = try rows(session, columns + " where h.code = \(code)").first else {
            throw CoreRejection.missing(noun: "handoff", key: code.text)
        }
        return found
    }

    /// The handoff behind a receipt; nil when the active zone has none.
    public static func withReceipt(_ session: Session, _ receipt: String) throws -> Handoff? {
        try rows(session, columns + " where h.receipt = \(receipt)").first
    }

    /// What happened to a handoff, in order.
    public static func history(_ session: Session, _ code: Code) throws -> [HandoffStep] {
        try session.connection.rows(
            """
            select y.version, y.at, y.from_state, y.action, y.to_state, z.code, y.actor, y.note, y.hash
            from handoff.history y join handoff.handoff h on h.id = y.handoff_id
            left join core.zone z on z.id = y.by_zone_id where h.code = \(code) order by y.version
            """,
            as: (Int32, Instant, HandoffState, String, HandoffState, ZoneCode?, String, String?, Bytes).self
        ).map {
            HandoffStep(
                version: Int($0.0),
                at: $0.1,
                from: $0.2,
                action: $0.3,
                state: $0.4,
                by: $0.5,
                actor: $0.6,
                note: $0.7,
                hash: $0.8
            )
        }
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [Handoff] {
        try session.connection.rows(
            statement,
            as: (
                Code, Code, String?, ZoneCode, ZoneCode, HandoffState, Int32, Day?, Instant, String, Code?, String?,
                ProjectLevel
            ).self
        ).map {
            Handoff(
                code: $0.0,
                project: $0.1,
                part: $0.2,
                from: $0.3,
                to: $0.4,
                state: $0.5,
                version: Int($0.6),
                dueOn: $0.7,
                offeredAt: $0.8,
                reason: $0.9,
                parent: $0.10,
                receipt: $0.11,
                keeps: $0.12
            )
        }
    }
}
