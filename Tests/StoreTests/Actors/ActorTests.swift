import Foundation
import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// Logins and roles: who may hand them out, when they hold, and how soon they are gone.
@Suite(.database)
struct ActorTests {
    let database = TestDatabase.current

    /// A login's name that no other test uses: logins are the cluster's.
    private func newLogin(_ prefix: String = "u") -> String {
        "\(prefix)_\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    }

    @discardableResult
    private func hire(_ login: String, _ role: String? = "officer", in zone: String? = "ETDZ", by admin: Session? = nil)
        throws -> String
    {
        let admin = try admin ?? database.session()
        try admin.perform(OfficerStore.add(login: login, name: PersonName("样例员"), osUser: nil))
        if let role { try admin.perform(grant(login, role, in: zone)) }
        return login
    }

    private func grant(_ login: String, _ role: String, in zone: String?, from: Day? = nil, until: Day? = nil) throws
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

    private func revoke(_ login: String, _ role: String, in zone: String?, lastDay: Day? = nil) throws -> Verb<Void> {
        RoleStore.revoke(
            login: login,
            role: role,
            zone: try zone.map { try ZoneCode($0) },
            lastDay: lastDay,
            reason: "轮岗"
        )
    }

    private func add(_ session: Session, _ code: String) throws {
        try session.perform(PersonStore.add(code: Code(code), name: PersonName("样例一"), PersonDetails()))
    }

    private var today: Day { BusinessClock.machine.today }

    @Test func `a new login can do nothing until it has a role, and then that role's work in that zone`() throws {
        let login = try hire(newLogin(), nil)
        #expect(throws: PostgresError.self) { _ = try database.session(as: login, zone: nil) }
        try database.session().perform(grant(login, "officer", in: "ETDZ"))
        let session = try database.session(as: login, zone: nil)
        #expect(try Actor.current(session).zone == ZoneCode("ETDZ"))
        try add(session, "P1")
        #expect(throws: CoreRejection.self) { try add(database.session(as: login, zone: "INNO"), "P2") }
    }

    @Test func `an open session loses a revoked role at its next statement, in a transaction too`() throws {
        let login = try hire(newLogin())
        let session = try database.session(as: login)
        let admin = try database.session()
        try add(session, "P1")
        try session.connection.execute("begin")
        try add(session, "P2")
        try admin.perform(revoke(login, "officer", in: "ETDZ"))
        #expect(throws: CoreRejection.zoneNeeded(wanted: "ETDZ")) { try add(session, "P3") }
        try session.connection.execute("rollback")
        #expect(try PersonStore.list(session) == [], "what it could read is closed to it as well")
    }

    @Test func `a transaction that keeps an old snapshot cannot work under a revoked role`() throws {
        for level in ["repeatable read", "serializable"] { try work(at: level) }
    }

    private func work(at level: String) throws {
        let login = try hire(newLogin())
        let session = try database.session(as: login)
        _ = try session.connection.value("select set_config('default_transaction_isolation', \(level), false)", as: String.self)
        try session.connection.execute("begin")
        _ = try PersonStore.list(session)
        try database.session().perform(revoke(login, "officer", in: "ETDZ"))
        #expect(throws: CoreRejection.otherIsolation(level: level)) { try add(session, "P1") }
    }

    @Test func `nothing that begins after a revocation succeeds, in a race of eight writers`() throws {
        let database = database
        let login = try hire(newLogin())
        let sessions = try (0..<8).map { _ in Confined(try database.session(as: login)) }
        let admin = Confined(try database.session())
        let revoked = Flag()
        let counts = race(9) { index -> (before: Int, after: Int) in
            var (before, after) = (0, 0)
            guard index < 8 else {
                while revoked.successes < 40 { usleep(500) }
                try admin.value.perform(revoke(login, "officer", in: "ETDZ"))
                revoked.raise()
                return (0, 0)
            }
            let session = sessions[index].value
            for round in 0..<4000 {
                let isLate = revoked.isRaised
                do {
                    try add(session, "P\(index)-\(round)")
                    if isLate { after += 1 } else { before += 1 }
                    revoked.count()
                } catch {
                    if isLate { break }
                }
            }
            return (before, after)
        }.map { try? $0.get() }
        #expect(counts.allSatisfy { $0 != nil })
        #expect(counts.reduce(0) { $0 + ($1?.after ?? 1) } == 0)
        let done = counts.reduce(0) { $0 + ($1?.before ?? 0) }
        #expect(done >= 40)
        #expect(try database.connection().value("select count(*) from core.person", as: Int.self) == done)
    }

    @Test func `a closed login loses its roles, its sessions and its way in`() throws {
        try database.connection().execute("update core.database set sample = false")
        let admin = try Session(
            SessionConfiguration(parameters: database.parameters(as: "tester"), zone: ZoneCode("ETDZ"))
        )
        let login = try hire(newLogin(), by: admin)
        let open = try database.connection(as: login)
        #expect(try admin.perform(OfficerStore.close(login: login, reason: "调离")) == 1)
        #expect(throws: PostgresError.self) { _ = try open.value("select 1", as: Int32.self) }
        #expect(throws: PostgresError.self) { _ = try database.connection(as: login) }
        try admin.perform(OfficerStore.add(login: login, name: PersonName("样例员"), osUser: nil))
        #expect(try RoleStore.list(admin).filter { $0.login == login && $0.revokedAt == nil } == [], "it starts anew")
    }

    @Test func `roles hold on their days only`() throws {
        let login = try hire(newLogin(), nil)
        let admin = try database.session()
        try admin.perform(grant(login, "officer", in: "ETDZ", from: today.adding(days: 1)))
        #expect(throws: CoreRejection.self) { try add(database.session(as: login), "P1") }
        try admin.perform(grant(login, "officer", in: "INNO", until: today))
        try add(database.session(as: login, zone: nil), "P2")
        #expect(throws: ActorRejection.heldAlready) {
            try admin.perform(grant(login, "officer", in: "INNO", until: today.adding(days: 9)))
        }
        try admin.perform(grant(login, "officer", in: "INNO", from: today.adding(days: 1)))
    }

    @Test func `a stand-in gets what the absent person has, until a last day, and under their own name`() throws {
        let absent = try hire(newLogin())
        let standIn = try hire(newLogin(), nil)
        let admin = try database.session()
        func grant(_ role: String, until: Day?, for absent: String) throws -> Verb<Void> {
            RoleStore.grant(
                login: standIn,
                role: role,
                zone: try ZoneCode("ETDZ"),
                from: nil,
                until: until,
                standingInFor: absent
            )
        }
        #expect(throws: ActorRejection.self) { try admin.perform(grant("officer", until: nil, for: absent)) }
        #expect(throws: ActorRejection.standIn(absent: absent, role: "cashier")) {
            try admin.perform(grant("cashier", until: today, for: absent))
        }
        #expect(throws: ActorRejection.self) { try admin.perform(grant("officer", until: today, for: standIn)) }
        try admin.perform(grant("officer", until: today, for: absent))
        let session = try database.session(as: standIn, zone: nil)
        try add(session, "P1")
        #expect(try EventStore.list(session, EventStore.Filter(noun: "person")).map(\.actor) == [standIn])
        #expect(try Actor.current(session).roles.map(\.standsInFor) == [absent])
    }

    @Test func `an administrator of one zone grants in that zone only, and nothing to themselves`() throws {
        let boss = try hire(newLogin("admin"), "admin", in: "INNO")
        let login = newLogin()
        let session = try database.session(as: boss, zone: nil)
        try hire(login, "officer", in: "INNO", by: session)
        #expect(throws: CoreRejection.roleNeeded(role: "admin")) {
            try session.perform(grant(login, "officer", in: "ETDZ"))
        }
        #expect(throws: CoreRejection.roleNeeded(role: "admin")) { try session.perform(grant(login, "officer", in: nil)) }
        #expect(throws: ActorRejection.oneself(login: "")) { try session.perform(grant(boss, "cashier", in: "INNO")) }
        #expect(throws: ActorRejection.oneself(login: boss)) {
            try session.perform(OfficerStore.close(login: boss, reason: "调离"))
        }
        let elsewhere = try hire(newLogin())
        #expect(throws: ActorRejection.worksElsewhere(login: elsewhere)) {
            try session.perform(OfficerStore.close(login: elsewhere, reason: "调离"))
        }
        #expect(try OfficerStore.list(session).contains { $0.login == elsewhere } == false)
        #expect(throws: CoreRejection.self) { try database.session(as: login, zone: nil).perform(grant(boss, "admin", in: nil)) }
    }

    @Test func `names of the system, and what is no name, become no login`() throws {
        let admin = try database.session()
        for name in [
            "zb_owner", "zb_super", "pg_read_all_data", "postgres", "a b", "x'; drop role zb_owner; --", "Ä", "",
        ] {
            let error = #expect(throws: (any Error).self) {
                try admin.perform(OfficerStore.add(login: name, name: PersonName("样例员"), osUser: nil))
            }
            #expect(error is ActorRejection, "\(name)")
        }
    }

    @Test func `a role of the server's that is another's does not become a person's`() throws {
        let name = newLogin("backup")
        let superuser = try database.connection()
        try superuser.execute("create function public.mk(n text) returns void language plpgsql as $$ begin execute format('create role %I login bypassrls', n); end $$")
        _ = try superuser.rows("select true from public.mk(\(name))", as: Bool.self)
        let admin = try database.session()
        #expect(throws: ActorRejection.loginOfAnotherPurpose(login: name)) {
            try admin.perform(OfficerStore.add(login: name, name: PersonName("样例员"), osUser: nil))
        }
    }

    /// What an administrator who reaches psql might try in order to become more than one.
    static let climbs: [StaticString] = [
        "select core.make_login('mallory')", "select core.grant_group('tester', 'admin')",
        "select core.close_login('officer_inno')", "set role zb_registrar", "set role zb_owner", "set role zb_super",
        "set session authorization zb_super", "create role mallory superuser", "create role mallory",
        "grant zb_owner to tester", "grant zb_registrar to tester", "alter role tester superuser",
        "alter role tester createrole", "alter role tester bypassrls", "alter role officer_inno password 'x'",
        "insert into core.membership (login, role, valid_from) values ('tester', 'admin', '2000-01-01')",
        "update core.membership set zone_id = null", "alter table core.person disable row level security",
        "create function core.has_role(text, bigint) returns boolean language sql return true",
        "create schema climb", "create temporary table membership (login text)", "alter function core.begin owner to tester",
        "copy core.person to program 'cat'", "select pg_read_file('pg_hba.conf')", "alter system set fsync = off",
        "select pg_reload_conf()", "create extension dblink", "alter database template1 owner to tester",
        "select lo_import('/etc/passwd')", "create publication p for all tables", "load '/tmp/x.so'",
        "security label on role tester is 'x'", "set session_replication_role = replica",
        "drop owned by zb_owner", "reassign owned by zb_owner to tester",
    ]

    @Test func `an administrator at psql cannot climb`() throws {
        let admin = try database.connection(as: "tester")
        for script in Self.climbs {
            #expect(throws: PostgresError.self, "\(script)") { try admin.script(script) }
        }
    }

    @Test func `the last administrator of the region stays`() throws {
        let other = try hire(newLogin("admin"), "admin", in: nil)
        let second = try database.session(as: other, zone: nil)
        try second.perform(revoke("tester", "admin", in: nil))
        let error = #expect(throws: ActorRejection.self) { try second.perform(revoke(other, "admin", in: nil)) }
        #expect(error == .lastAdministrator(login: other))
    }

    @Test func `a login of the joint office sees all zones, acts for none, and has no other role`() throws {
        let login = try hire(newLogin("joint"), "joint_office", in: nil)
        for zone in ["ETDZ", "INNO"] {
            try add(database.session(as: "officer_\(zone.lowercased())", zone: zone), "P-\(zone)")
        }
        let joint = try database.session(as: login, zone: nil)
        #expect(try PersonStore.list(joint).count == 2)
        #expect(try Actor.current(joint).roles.map(\.name) == ["joint_office"])
        #expect(throws: CoreRejection.self) { try add(joint, "P3") }
        let admin = try database.session()
        #expect(throws: ActorRejection.jointOfficeApart) { try admin.perform(grant(login, "officer", in: "ETDZ")) }
        #expect(throws: ActorRejection.jointOfficeApart) {
            try admin.perform(grant(hire(newLogin(), nil), "joint_office", in: "ETDZ"))
        }
        try admin.perform(revoke(login, "joint_office", in: nil))
        #expect(try PersonStore.list(joint) == [])
    }

    @Test func `duties that one person should not unite are named`() throws {
        let login = try hire(newLogin())
        let admin = try database.session()
        try admin.perform(grant(login, "reviewer", in: "ETDZ"))
        try admin.perform(grant(login, "cashier", in: "INNO"))
        let found = try AuditStore.duties(admin).filter { $0.login == login }
        #expect(found.map { [$0.first, $0.second, $0.zone?.text ?? "*"] } == [["officer", "reviewer", "ETDZ"]])
    }

    @Test func `eight administrators who add one login make one`() throws {
        let database = database
        let login = newLogin()
        let answers = race(8) { _ in
            try database.session().perform(OfficerStore.add(login: login, name: PersonName("样例员"), osUser: nil))
        }
        #expect(answers.filter { (try? $0.get()) != nil }.count == 1)
        #expect(try OfficerStore.list(database.session()).filter { $0.login == login }.count == 1)
    }

    @Test func `eight grants of one role make one`() throws {
        let database = database
        let login = try hire(newLogin(), nil)
        let answers = race(8) { _ in try database.session().perform(self.grant(login, "officer", in: "ETDZ")) }
        #expect(answers.filter { (try? $0.get()) != nil }.count == 1)
        #expect(try RoleStore.list(database.session()).filter { $0.login == login }.count == 1)
    }

    @Test func `every login has limits on how long it may hold the others up`() throws {
        let login = try hire(newLogin())
        for name in [login, "tester"] {
            let connection = try database.connection(as: name)
            for (setting, value) in [
                ("statement_timeout", "1min"), ("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "1min"),
            ] {
                #expect(try connection.value("select current_setting(\(setting))", as: String.self) == value, "\(name)")
            }
        }
    }
}

/// A value that one thread of a race uses, and no other.
private final class Confined<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}

/// Raised once by one thread, read by others; and a count of what they did.
private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var raised = false
    private var number = 0
    var isRaised: Bool { lock.withLock { raised } }
    var successes: Int { lock.withLock { number } }
    func raise() { lock.withLock { raised = true } }
    func count() { lock.withLock { number += 1 } }
}
