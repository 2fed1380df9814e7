import Store
import StoreTesting
import Zones

/// People who are hired, given roles, and lose them.
struct Staff: Sendable {
    let database = TestDatabase.current

    /// A login's name that no other test uses: logins are the cluster's.
    func newLogin(_ prefix: String = "u") -> String {
        "\(prefix)_\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    }

    @discardableResult
    func hire(_ login: String, _ role: String? = "officer", in zone: String? = "ETDZ", by admin: Session? = nil)
        throws -> String
    {
        let admin = try admin ?? database.session()
        try admin.perform(OfficerStore.add(login: login, name: PersonName("样例员"), osUser: nil))
        if let role { try admin.perform(grant(login, role, in: zone)) }
        return login
    }

    func grant(_ login: String, _ role: String, in zone: String?, from: Day? = nil, until: Day? = nil) throws
        -> Verb<Void>
    {
        RoleStore.grant(
            login: login,
            role: role,
            zone: try zone.map { try ZoneCode($0) },
            from: from,
            until: until,
            standingInFor: nil
        )
    }

    func revoke(_ login: String, _ role: String, in zone: String?, lastDay: Day? = nil) throws -> Verb<Void> {
        RoleStore.revoke(
            login: login,
            role: role,
            zone: try zone.map { try ZoneCode($0) },
            lastDay: lastDay,
            reason: "轮岗"
        )
    }

    func add(_ session: Session, _ code: String) throws {
        try session.perform(PersonStore.add(code: Code(code), name: PersonName("样例一"), PersonDetails()))
    }
}
