import Glibc
import Postgres
import StoreTesting
import Testing
import Zones

@testable import Store

@Suite(.database)
struct PersonSecretTests {
    let database = TestDatabase.current

    private func details(_ number: Int = 1) throws -> PersonDetails {
        PersonDetails(idNumber: SampleIdentities.residentID(number), phone: try PhoneNumber("13800000001"))
    }

    private func count(_ statement: Statement) throws -> Int? {
        try database.connection().value(statement, as: Int.self)
    }

    private func session(_ keys: KeySet, at path: String) throws -> Session {
        try KeyFile(path).write(keys, replacing: true)
        return try Session(
            SessionConfiguration(
                parameters: database.parameters(as: "officer_etdz"),
                clock: .fixed(TestDatabase.noon),
                keys: .file(path)
            )
        )
    }

    @Test func `the database holds a person's numbers sealed under one wrapped key`() throws {
        let session = try database.session()
        try session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), details()))
        #expect(try count("select count(*) from core.person_secret") == 2)
        #expect(try count("select count(*) from core.person_key") == 1)
        let row = try #require(
            try database.connection().rows(
                """
                select k.ref, k.wrapped, s.sealed from core.person_secret s join core.person_key k using (ref)
                where s.field = 'id_number'
                """,
                as: (UUID128, Bytes, Bytes).self
            ).first
        )
        let key = try session.keyring().dataKey(row.0, wrapped: row.1)
        #expect(
            try key.open(row.2, in: "core.person_secret.id_number") == SampleIdentities.residentID(1).number
        )
    }

    @Test func `a correction seals anew and leaves no key behind that opens nothing`() throws {
        let session = try database.session()
        let code = try Code("P1")
        try session.perform(PersonStore.add(code: code, name: PersonName("样例一"), details()))
        try session.perform(PersonStore.correct(code, reason: "换号", PersonDetails(phone: PhoneNumber("13900000002"))))
        #expect(try count("select count(*) from core.person_key") == 2, "the id number is still under the first key")
        try session.perform(PersonStore.correct(code, reason: "录错", details(2)))
        #expect(try count("select count(*) from core.person_key") == 1)
        #expect(try PersonStore.find(session, idNumber: SampleIdentities.residentID(1)) == nil)
        #expect(try PersonStore.find(session, idNumber: SampleIdentities.residentID(2))?.code == code)
    }

    @Test func `people without numbers need no key file`() throws {
        let session = try Session(
            SessionConfiguration(
                parameters: database.parameters(as: "officer_etdz"),
                clock: .fixed(TestDatabase.noon),
                keys: .file("/nonexistent")
            )
        )
        try session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), PersonDetails()))
        #expect(throws: KeyFault.missing(path: "/nonexistent")) {
            try session.perform(PersonStore.add(code: Code("P2"), name: PersonName("样例二"), details()))
        }
        #expect(try count("select count(*) from core.person") == 1)
    }

    @Test func `a key file of another database is refused before anything is written, or found`() throws {
        try database.session().perform(PersonStore.add(code: nil, name: PersonName("样例一"), details()))
        let path = "\(TestKeys.path).other"
        defer { unlink(path) }
        let other = KeySet(phrase: "another cluster")
        let session = try session(other, at: path)
        let fault = KeyFault.ofAnotherDatabase(path: path, file: other.indexID, database: TestKeys.keys.indexID)
        #expect(throws: fault) {
            try session.perform(PersonStore.add(code: nil, name: PersonName("样例二"), details(2)))
        }
        #expect(throws: fault) { try PersonStore.find(session, idNumber: SampleIdentities.residentID(1)) }
        #expect(try count("select count(*) from core.person") == 1)
    }

    @Test func `what another database's keys sealed is refused by the database itself`() throws {
        try database.session().perform(PersonStore.add(code: nil, name: PersonName("样例一"), details()))
        let other = try Keyring(
            KeySet(phrase: "another cluster"),
            zone: ZoneCode("ETDZ"),
            current: nil,
            file: KeyFile("x")
        )
        let session = try database.session()
        session.keyrings[session.zone] = other
        #expect(throws: PersonRejection.keyOfAnotherDatabase) {
            try session.perform(PersonStore.add(code: nil, name: PersonName("样例二"), details(2)))
        }
    }

    @Test func `the request of a line with numbers leaves no digest that others could try numbers against`() throws {
        let session = try database.session()
        let request = session.request("person add 样例一 32061119990525189X")
        try session.perform(PersonStore.add(code: nil, name: PersonName("样例一"), details()), as: request)
        #expect(try count("select count(*) from core.request where digest = \(request.digest)") == 0)
        #expect(try session.perform(PersonStore.add(code: nil, name: PersonName("样例一"), details()), as: request) != "")
        #expect(try count("select count(*) from core.person") == 1)
    }

    @Test func `a record that stays takes over the id number of the one that goes`() throws {
        let session = try database.session()
        let (kept, gone) = (try Code("P1"), try Code("P2"))
        try session.perform(PersonStore.add(code: kept, name: PersonName("样例一"), PersonDetails()))
        try session.perform(PersonStore.add(code: gone, name: PersonName("样例一"), details()))
        try session.perform(PersonStore.merge(duplicate: gone, into: kept, reason: "同一人"))
        let found = try #require(try PersonStore.find(session, idNumber: SampleIdentities.residentID(1)))
        #expect(found.code == kept && found.idNumberMasked != nil && found.birthOn != nil)
    }

    @Test func `eight sessions that write first in a new zone agree on its keys`() throws {
        let database = database
        let answers = race(8) { index in
            try database.session().perform(
                PersonStore.add(
                    code: nil,
                    name: PersonName("样例一"),
                    PersonDetails(idNumber: SampleIdentities.residentID(index + 1))
                )
            )
        }
        #expect(try Set(answers.map { try $0.get() }).count == 8)
        #expect(try count("select count(*) from core.master_key") == 1)
        #expect(try count("select count(*) from core.index_key") == 1)
    }
}
