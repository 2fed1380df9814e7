import Postgres
import StoreTesting
import Testing
import Zones

@testable import Store

@Suite(.database)
struct RevealTests {
    let database = TestDatabase.current
    let founder: Code
    let number = SampleIdentities.residentID(1)

    init() throws {
        founder = try Code("FOUNDER")
        let details = PersonDetails(idNumber: number, phone: try PhoneNumber("13800000001"))
        try database.session().perform(PersonStore.add(code: founder, name: PersonName("样例一"), details))
    }

    private func reveal(_ session: Session, as request: Request? = nil) throws -> RevealedNumbers {
        try PersonStore.reveal(founder, reason: "核对", session, as: request ?? session.request("person reveal FOUNDER"))
    }

    private func events() throws -> [EventRow] {
        try EventStore.list(database.session(), EventStore.Filter(noun: "person")).filter { $0.verb == "reveal" }
    }

    @Test func `numbers are shown with a reason and leave an event that does not hold them`() throws {
        let shown = try reveal(database.session(as: "officer_etdz"))
        #expect(shown.idNumber == number)
        #expect(shown.phone?.number == "13800000001")
        let event = try #require(try events().first)
        #expect(event.actor == "officer_etdz")
        #expect(event.change.contains("核对"))
        #expect(!event.change.contains(number.number) && !event.change.contains("13800000001"))
        #expect(!"\(shown)".contains(number.number), "descriptions are masked")
    }

    @Test func `another zone's officer reveals nothing`() throws {
        #expect(throws: CoreRejection.missing(noun: "person", key: "FOUNDER")) {
            try reveal(database.session(as: "officer_inno", zone: "INNO"))
        }
        #expect(try events() == [])
    }

    @Test func `a look that could be taken back shows nothing`() throws {
        let session = try database.session()
        #expect(throws: PersonRejection.revealNotLogged) { try session.rehearse { try reveal($0) } }
        #expect(throws: PersonRejection.revealNotLogged) { try session.transaction { try reveal($0) } }
        #expect(try events() == [])
        let plain = try database.connection(as: "officer_etdz")
        let request = session.request("x")
        for end in [false, true] {
            try plain.execute("begin")
            try plain.execute("select core.reveal_person(\(request), 'FOUNDER', 'x')")
            if end { try plain.execute("savepoint a") }
            #expect(throws: PostgresError.self) {
                try plain.execute("select * from core.revealed_numbers(\(request.id))")
            }
            try plain.execute("rollback")
        }
        #expect(try events() == [])
    }

    @Test func `a look that somebody else logged, or that is old, shows nothing`() throws {
        let session = try database.session(as: "officer_etdz")
        let request = session.request("x")
        _ = try reveal(session, as: request)
        let other = try database.session()
        #expect(throws: PersonRejection.revealNotLogged) {
            try other.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
                try connection.execute("select * from core.revealed_numbers(\(request.id))")
            }
        }
        try database.connection().execute("update core.reveal set at = at - interval '6 minutes'")
        #expect(throws: PersonRejection.revealNotLogged) { try reveal(session, as: request) }
    }

    @Test func `the hour's limit holds, also for a business clock of tomorrow and a clock that went back`() throws {
        let superuser = try database.connection()
        try superuser.execute("insert into core.reveal_limit values ('2024-01-01', 3, 4)")
        let session = try database.session(as: "officer_etdz")
        for _ in 0..<3 { _ = try reveal(session) }
        let limited = PersonRejection.revealLimited(perHour: "3", perDay: "4")
        #expect(throws: limited) { try reveal(session) }
        let tomorrow = try database.session(as: "officer_etdz", at: Instant(iso: "2024-10-21T12:00"))
        #expect(throws: limited) { try reveal(tomorrow) }
        // As if the looks had been an hour ahead of a clock that was then set back.
        try superuser.execute("update core.reveal set at = at + interval '1 hour'")
        #expect(throws: limited) { try reveal(session) }
        try superuser.execute("update core.reveal set at = at - interval '3 hours'")
        _ = try reveal(session)
        #expect(throws: limited) { try reveal(session) }
        #expect(try events().count == 4)
    }

    @Test func `sixteen looks at once by one login are as many as the limit says`() throws {
        try database.connection().execute("insert into core.reveal_limit values ('2024-01-01', 5, 50)")
        let database = database
        let founder = founder
        let answers = race(16) { _ in
            let session = try database.session(as: "officer_etdz")
            return try PersonStore.reveal(founder, reason: "核对", session, as: session.request("x"))
        }
        #expect(answers.count { (try? $0.get()) != nil } == 5)
        #expect(try events().count == 5)
    }

    @Test func `a dump that was restored without its person keys says so`() throws {
        try database.connection().execute("delete from core.person_key")
        #expect(throws: KeyFault.personKeyMissing) { try reveal(database.session()) }
    }

    @Test func `values swapped between two people do not open, and the constraint refuses half a swap`() throws {
        let other = PersonDetails(idNumber: SampleIdentities.residentID(2), phone: try PhoneNumber("13900000002"))
        try database.session().perform(PersonStore.add(code: Code("P2"), name: PersonName("样例二"), other))
        let superuser = try database.connection()
        #expect(throws: PostgresError.self) {
            try superuser.execute(
                """
                update core.person_secret a set sealed = b.sealed from core.person_secret b
                where a.field = b.field and a.person_id <> b.person_id
                """
            )
        }
        try superuser.execute(
            """
            update core.person_secret a set sealed = b.sealed from core.person_secret b
            where a.field = 'phone' and b.field = 'id_number' and a.person_id = b.person_id
            """
        )
        #expect(throws: KeyFault.doesNotOpen) { try reveal(database.session()) }
    }
}
