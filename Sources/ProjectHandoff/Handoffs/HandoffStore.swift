import Postgres
import Store
import Zones

/// A handoff as either side sees it.
public struct Handoff: Sendable, Hashable {
    public let code: Code
    public let project: Code
    public let from: ZoneCode
    public let to: ZoneCode
    public let state: HandoffState
    /// The last day for the answer.
    public let dueOn: Day?
    public let offeredAt: Instant
    public let reason: String
}

/// One step of a handoff.
public struct HandoffStep: Sendable, Hashable {
    public let at: Instant
    public let action: String
    public let state: HandoffState
    /// The zone that took it.
    public let by: ZoneCode
    public let actor: String
    public let note: String?
}

/// The handoffs that the active zone gives or gets.
public enum HandoffStore {
    private static let columns: Statement = """
        select h.code, h.project_code, f.code, t.code, h.state, h.due_on, h.offered_at, h.reason
        from handoff.handoff h join core.zone f on f.id = h.from_zone_id join core.zone t on t.id = h.to_zone_id
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

    /// One handoff.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has no part in one of that code.
    public static func show(_ session: Session, _ code: Code) throws -> Handoff {
        guard let found = try rows(session, columns + " where h.code = \(code)").first else {
            throw CoreRejection.missing(noun: "handoff", key: code.text)
        }
        return found
    }

    /// What happened to a handoff, in order.
    public static func history(_ session: Session, _ code: Code) throws -> [HandoffStep] {
        try session.connection.rows(
            """
            select y.at, y.action, y.to_state, z.code, y.actor, y.note
            from handoff.history y join handoff.handoff h on h.id = y.handoff_id
            join core.zone z on z.id = y.by_zone_id where h.code = \(code) order by y.version
            """,
            as: (Instant, String, HandoffState, ZoneCode, String, String?).self
        ).map { HandoffStep(at: $0.0, action: $0.1, state: $0.2, by: $0.3, actor: $0.4, note: $0.5) }
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [Handoff] {
        try session.connection.rows(
            statement,
            as: (Code, Code, ZoneCode, ZoneCode, HandoffState, Day?, Instant, String).self
        ).map {
            Handoff(
                code: $0.0,
                project: $0.1,
                from: $0.2,
                to: $0.3,
                state: $0.4,
                dueOn: $0.5,
                offeredAt: $0.6,
                reason: $0.7
            )
        }
    }
}
