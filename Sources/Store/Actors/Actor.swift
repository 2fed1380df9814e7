import Postgres
import Zones

/// Who a session is: the login, and what it may do where.
public struct Actor: Sendable, Hashable {
    public struct Role: Sendable, Hashable {
        public let name: String
        /// Nil for a role in every zone.
        public let zone: ZoneCode?
        /// Its last day; nil for a role without end.
        public let validUntil: Day?
        /// The login whose place is taken.
        public let standsInFor: String?
    }

    public let login: String
    public let osUser: String
    /// The zone that the session acts for; nil when it has none or must choose.
    public let zone: ZoneCode?
    public let roles: [Role]

    /// The actor of a session, as the store sees it.
    public static func current(_ session: Session) throws -> Actor {
        let zone = try session.connection.value(
            "select code from core.zone where id = core.active_zone()",
            as: ZoneCode.self
        )
        let roles = try session.connection.rows(
            "select role, zone_code, valid_until, stands_in_for from core.my_roles()",
            as: (String, ZoneCode?, Day?, String?).self
        )
        return Actor(
            login: session.login,
            osUser: OSUser.name,
            zone: zone,
            roles: roles.map { Role(name: $0.0, zone: $0.1, validUntil: $0.2, standsInFor: $0.3) }
        )
    }
}
