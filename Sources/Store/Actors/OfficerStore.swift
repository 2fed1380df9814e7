import Postgres
import Zones

/// A person's login, as the register knows it.
public struct Officer: Sendable, Hashable {
    public let login: String
    public let name: String
    /// Who comes in as this login from the server's own machine.
    public let osUser: String?
    public let openedAt: Instant?
    public let closedAt: Instant?
    /// Roles that hold today.
    public let roles: Int
}

/// The logins: one a person, made and closed by administrators.
public enum OfficerStore {
    /// Makes a login without any role, or opens a closed one.
    public static func add(login: String, name: PersonName, osUser: String?) -> Verb<String> {
        Verb(
            refusedAs: ActorRejection.self,
            { request in "select core.add_officer(\(request), \(login), \(name.text), \(osUser))" },
            decode: { try $0.column(0) }
        )
    }

    /// Ends all roles and sessions of a login, and shuts it; the number of roles that ended.
    public static func close(login: String, reason: String) -> Verb<Int> {
        Verb(
            refusedAs: ActorRejection.self,
            { request in "select core.close_officer(\(request), \(login), \(reason))" },
            decode: { try $0.integer(1) }
        )
    }

    /// The logins that this administrator or auditor may know of, by name.
    public static func list(_ session: Session) throws -> [Officer] {
        try session.connection.rows(
            "select login, name, os_user, opened_at, closed_at, roles from core.officers()",
            as: (String, String, String?, Instant?, Instant?, Int32).self
        ).map {
            Officer(
                login: $0.0,
                name: $0.1,
                osUser: $0.2,
                openedAt: $0.3,
                closedAt: $0.4,
                roles: Int($0.5)
            )
        }
    }
}
