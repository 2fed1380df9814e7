import Postgres
import Store
import StoreTesting
import Testing
import Zones

@Suite(.database)
struct SessionTests {
    let database = TestDatabase.current

    private func add(_ session: Session) throws {
        try session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), PersonDetails()))
    }

    @Test func `a session that named no zone acts for the only one that its login has`() throws {
        let session = try database.session(as: "officer_inno", zone: nil)
        #expect(try Actor.current(session).zone == ZoneCode("INNO"))
    }

    @Test func `a login with several zones must name one`() throws {
        #expect(throws: CoreRejection.zoneNeeded(wanted: "")) { try add(database.session(zone: nil)) }
    }

    @Test func `naming a zone of others gives no zone, also through the setting itself`() throws {
        #expect(throws: CoreRejection.zoneNeeded(wanted: "INNO")) {
            try add(database.session(as: "officer_etdz", zone: "INNO"))
        }
        let plain = try database.connection(as: "officer_etdz")
        try plain.execute("set zonebridge.zone = 'INNO'")
        #expect(try plain.value("select core.active_zone()", as: Int?.self) == .some(nil))
    }

    @Test func `a login without a role in the zone is refused and told which role it lacks`() throws {
        let session = try database.session(as: "officer_etdz")
        let error = #expect(throws: CoreRejection.self) {
            try session.perform(ZoneStore.add(code: ZoneCode("NEW"), nameZh: "新区", nameEn: "New"))
        }
        #expect(error?.code == "COR13", "EXECUTE on the verb is granted to administrators only")
    }

    @Test func `a membership that ended yesterday gives nothing`() throws {
        try database.connection().execute(
            "update core.membership set valid_until = current_date - 1 where login = 'officer_etdz'"
        )
        #expect(throws: CoreRejection.zoneNeeded(wanted: "ETDZ")) { try add(database.session(as: "officer_etdz")) }
    }

    @Test func `a zone that was closed yesterday is nobody's active zone`() throws {
        try database.connection().execute(
            "update core.zone set opened_on = '2020-01-01', closed_on = current_date - 1 where code = 'ETDZ'"
        )
        #expect(throws: CoreRejection.zoneNeeded(wanted: "ETDZ")) { try add(database.session(as: "officer_etdz")) }
    }

    @Test func `business time is refused outside a sample database`() throws {
        try database.connection().execute("update core.database set sample = false")
        #expect(throws: CoreRejection.clockSetOutsideSample) { try add(database.session()) }
        let now = try Session(
            SessionConfiguration(parameters: database.parameters(as: "tester"), zone: ZoneCode("ETDZ"))
        )
        try add(now)
        #expect(try PersonStore.list(now).count == 1)
    }

    @Test func `a rehearsal runs the same code and leaves nothing`() throws {
        let session = try database.session()
        let code = try session.rehearse { session in
            try session.perform(PersonStore.add(code: nil, name: PersonName("样例一"), PersonDetails()))
        }
        #expect(code.hasPrefix("P-2024-"))
        #expect(try PersonStore.list(session) == [])
        #expect(try EventStore.list(session, EventStore.Filter(noun: "person")) == [])
    }

    @Test func `a transaction is rolled back as a whole by the refusal of its second verb`() throws {
        let session = try database.session()
        #expect(throws: CoreRejection.taken(rule: "person_code_once")) {
            try session.transaction { session in
                try add(session)
                try add(session)
            }
        }
        #expect(try PersonStore.list(session) == [])
    }

    @Test func `a verb whose connection was killed is asked again under its id and takes effect once`() throws {
        let session = try database.session()
        let pid = session.connection.backendProcessID
        let superuser = try database.connection()
        try superuser.execute("select pg_terminate_backend(\(pid))")
        while try superuser.value("select count(*) from pg_stat_activity where pid = \(pid)", as: Int.self) != 0 {}
        try add(session)
        #expect(try PersonStore.list(session).count == 1)
    }
}
