import Foundation
import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// Logins and roles: who may hand them out, when they hold, and how soon they are gone.
@Suite(.database)
struct ActorTests {
    let staff = Staff()
    var database: TestDatabase { staff.database }

    private var today: Day { BusinessClock.machine.today }

    @Test func `a new login can do nothing until it has a role, and then that role's work in that zone`() throws {
        let login = try staff.hire(staff.newLogin(), nil)
        #expect(throws: PostgresError.self) { _ = try database.session(as: login, zone: nil) }
        try database.session().perform(staff.grant(login, "officer", in: "ETDZ"))
        let session = try database.session(as: login, zone: nil)
        #expect(try Actor.current(session).zone == ZoneCode("ETDZ"))
        try staff.add(session, "P1")
        #expect(throws: CoreRejection.self) { try staff.add(database.session(as: login, zone: "INNO"), "P2") }
    }

    @Test func `a closed login loses its roles, its sessions and its way in`() throws {
        try database.connection().execute("update core.database set sample = false")
        let admin = try Session(
            SessionConfiguration(parameters: database.parameters(as: "tester"), zone: ZoneCode("ETDZ"))
        )
        let login = try staff.hire(staff.newLogin(), by: admin)
        let open = try database.connection(as: login)
        #expect(try admin.perform(OfficerStore.close(login: login, reason: "调离")) == 1)
        #expect(throws: PostgresError.self) { _ = try open.value("select 1", as: Int32.self) }
        #expect(throws: PostgresError.self) { _ = try database.connection(as: login) }
        try admin.perform(OfficerStore.add(login: login, name: PersonName("样例员"), osUser: nil))
        #expect(try RoleStore.list(admin).filter { $0.login == login && $0.revokedAt == nil } == [], "it starts anew")
    }

    @Test func `roles hold on their days only`() throws {
        let login = try staff.hire(staff.newLogin(), nil)
        let admin = try database.session()
        try admin.perform(staff.grant(login, "officer", in: "ETDZ", from: today.adding(days: 1)))
        #expect(throws: CoreRejection.self) { try staff.add(database.session(as: login), "P1") }
        try admin.perform(staff.grant(login, "officer", in: "INNO", until: today))
        try staff.add(database.session(as: login, zone: nil), "P2")
        #expect(throws: ActorRejection.heldAlready) {
            try admin.perform(staff.grant(login, "officer", in: "INNO", until: today.adding(days: 9)))
        }
        try admin.perform(staff.grant(login, "officer", in: "INNO", from: today.adding(days: 1)))
    }

    @Test func `a stand-in gets what the absent person has, until a last day, and under their own name`() throws {
        let absent = try staff.hire(staff.newLogin())
        let standIn = try staff.hire(staff.newLogin(), nil)
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
        try staff.add(session, "P1")
        #expect(try EventStore.list(session, EventStore.Filter(noun: "person")).map(\.actor) == [standIn])
        #expect(try Actor.current(session).roles.map(\.standsInFor) == [absent])
    }

    @Test func `an administrator of one zone grants in that zone only, and nothing to themselves`() throws {
        let boss = try staff.hire(staff.newLogin("admin"), "admin", in: "INNO")
        let login = staff.newLogin()
        let session = try database.session(as: boss, zone: nil)
        try staff.hire(login, "officer", in: "INNO", by: session)
        #expect(throws: CoreRejection.roleNeeded(role: "admin")) {
            try session.perform(staff.grant(login, "officer", in: "ETDZ"))
        }
        #expect(throws: CoreRejection.roleNeeded(role: "admin")) {
            try session.perform(staff.grant(login, "officer", in: nil))
        }
        #expect(throws: ActorRejection.oneself(login: "")) {
            try session.perform(staff.grant(boss, "cashier", in: "INNO"))
        }
        #expect(throws: ActorRejection.oneself(login: boss)) {
            try session.perform(OfficerStore.close(login: boss, reason: "调离"))
        }
        let elsewhere = try staff.hire(staff.newLogin())
        #expect(throws: ActorRejection.worksElsewhere(login: elsewhere)) {
            try session.perform(OfficerStore.close(login: elsewhere, reason: "调离"))
        }
        #expect(try OfficerStore.list(session).contains { $0.login == elsewhere } == false)
        #expect(throws: CoreRejection.self) {
            try database.session(as: login, zone: nil).perform(staff.grant(boss, "admin", in: nil))
        }
    }

    @Test func `the last administrator of the region stays`() throws {
        let other = try staff.hire(staff.newLogin("admin"), "admin", in: nil)
        let second = try database.session(as: other, zone: nil)
        try second.perform(staff.revoke("tester", "admin", in: nil))
        let error = #expect(throws: ActorRejection.self) { try second.perform(staff.revoke(other, "admin", in: nil)) }
        #expect(error == .lastAdministrator(login: other))
    }

    @Test func `a login of the joint office sees all zones, acts for none, and has no other role`() throws {
        let login = try staff.hire(staff.newLogin("joint"), "joint_office", in: nil)
        for zone in ["ETDZ", "INNO"] {
            try staff.add(database.session(as: "officer_\(zone.lowercased())", zone: zone), "P-\(zone)")
        }
        let joint = try database.session(as: login, zone: nil)
        #expect(try PersonStore.list(joint).count == 2)
        #expect(try Actor.current(joint).roles.map(\.name) == ["joint_office"])
        #expect(throws: CoreRejection.self) { try staff.add(joint, "P3") }
        let admin = try database.session()
        #expect(throws: ActorRejection.jointOfficeApart) {
            try admin.perform(staff.grant(login, "officer", in: "ETDZ"))
        }
        #expect(throws: ActorRejection.jointOfficeApart) {
            try admin.perform(staff.grant(staff.hire(staff.newLogin(), nil), "joint_office", in: "ETDZ"))
        }
        try admin.perform(staff.revoke(login, "joint_office", in: nil))
        #expect(try PersonStore.list(joint) == [])
    }

    @Test func `duties that one person should not unite are named`() throws {
        let login = try staff.hire(staff.newLogin())
        let admin = try database.session()
        try admin.perform(staff.grant(login, "reviewer", in: "ETDZ"))
        try admin.perform(staff.grant(login, "cashier", in: "INNO"))
        let found = try AuditStore.duties(admin).filter { $0.login == login }
        #expect(found.map { [$0.first, $0.second, $0.zone?.text ?? "*"] } == [["officer", "reviewer", "ETDZ"]])
    }

    @Test func `eight administrators who add one login make one`() throws {
        let database = database
        let login = staff.newLogin()
        let answers = race(8) { _ in
            try database.session().perform(OfficerStore.add(login: login, name: PersonName("样例员"), osUser: nil))
        }
        #expect(answers.filter { (try? $0.get()) != nil }.count == 1)
        #expect(try OfficerStore.list(database.session()).filter { $0.login == login }.count == 1)
    }

    @Test func `eight grants of one role make one`() throws {
        let database = database
        let login = try staff.hire(staff.newLogin(), nil)
        let answers = race(8) { _ in try database.session().perform(staff.grant(login, "officer", in: "ETDZ")) }
        #expect(answers.filter { (try? $0.get()) != nil }.count == 1)
        #expect(try RoleStore.list(database.session()).filter { $0.login == login }.count == 1)
    }

    @Test func `every login has limits on how long it may hold the others up`() throws {
        let login = try staff.hire(staff.newLogin())
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
