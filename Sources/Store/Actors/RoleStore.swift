import Postgres
import Zones

/// What a login may do in a zone, on which days.
public struct GrantedRole: Sendable, Hashable {
    public let login: String
    public let role: String
    /// Nil for every zone.
    public let zone: ZoneCode?
    public let validFrom: Day
    public let validUntil: Day?
    public let standsInFor: String?
    /// Nil for what whoever made the database granted.
    public let grantedBy: String?
    public let revokedAt: Instant?
}

/// Who may do what where.
public enum RoleStore {
    /// The roles that can be granted, as the store names them.
    public static let roles = ["officer", "coordinator", "reviewer", "cashier", "auditor", "joint_office", "admin"]

    /// - Parameters:
    ///   - zone: nil for every zone.
    ///   - from: nil for today.
    ///   - standingInFor: the login whose place is taken; `until` must then be given.
    public static func grant(
        login: String,
        role: String,
        zone: ZoneCode?,
        from: Day?,
        until: Day?,
        standingInFor absent: String?
    ) -> Verb<Void> {
        Verb(
            refusedAs: ActorRejection.self,
            { request in
                """
                select core.grant_role(\(request), \(login), \(role), \(zone?.text), \(from), \(until), \(absent))
                """
            },
            decode: { _ in }
        )
    }

    /// - Parameter lastDay: nil to end the role at once.
    public static func revoke(login: String, role: String, zone: ZoneCode?, lastDay: Day?, reason: String) -> Verb<Void>
    {
        Verb(
            refusedAs: ActorRejection.self,
            { request in
                """
                select core.revoke_role(\(request), \(login), \(role), \(zone?.text), \(lastDay), \(reason))
                """
            },
            decode: { _ in }
        )
    }

    /// All roles that this administrator or auditor may know of, past ones too.
    public static func list(_ session: Session) throws -> [GrantedRole] {
        try session.connection.rows(
            """
            select login, role, zone_code, valid_from, valid_until, stands_in_for, granted_by, revoked_at
            from core.roles()
            """,
            as: (String, String, ZoneCode?, Day, Day?, String?, String?, Instant?).self
        ).map {
            GrantedRole(
                login: $0.0,
                role: $0.1,
                zone: $0.2,
                validFrom: $0.3,
                validUntil: $0.4,
                standsInFor: $0.5,
                grantedBy: $0.6,
                revokedAt: $0.7
            )
        }
    }
}
