import Postgres
import Store
import StoreTesting
import Testing
import Zones

@Suite(.database)
struct RequestTests {
    let database = TestDatabase.current

    @Test func `the same request id with other content is an error and changes nothing`() throws {
        let session = try database.session()
        let first = session.request("person add 样例一")
        try session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), PersonDetails()), as: first)
        let other = Request(id: first.id, digest: SHA256.digest(of: "person add 样例二"), at: first.at)
        #expect(throws: CoreRejection.requestReused(id: "\(first.id)")) {
            try session.perform(PersonStore.add(code: Code("P2"), name: PersonName("样例二"), PersonDetails()), as: other)
        }
        #expect(try PersonStore.list(session).map(\.code) == [Code("P1")])
    }

    @Test func `an archived request is still answered, once, and refused for other content`() throws {
        let session = try database.session()
        let first = session.request("person add 样例一")
        let add = PersonStore.add(code: nil, name: try PersonName("样例一"), PersonDetails())
        let code = try session.perform(add, as: first)
        #expect(throws: CoreRejection.yearNotOver(year: "2024")) {
            try session.perform(RequestStore.archive(year: 2024))
        }
        let later = try database.session(at: Instant(iso: "2025-01-02T12:00"))
        #expect(try later.perform(RequestStore.archive(year: 2024)) >= 1)
        #expect(try later.perform(RequestStore.archive(year: 2024)) == 0)
        #expect(try session.perform(add, as: first) == code)
        #expect(try PersonStore.list(session).count == 1)
        #expect(try RequestStore.show(session, first.id).first?.state == .done)
        let other = Request(id: first.id, digest: SHA256.digest(of: "person add 样例二"), at: first.at)
        #expect(throws: CoreRejection.requestReused(id: "\(first.id)")) { try session.perform(add, as: other) }
    }

    @Test func `request ids of two logins do not meet`() throws {
        let etdz = try database.session(as: "officer_etdz", zone: "ETDZ")
        let inno = try database.session(as: "officer_inno", zone: "INNO")
        let request = etdz.request("same")
        let verb = PersonStore.add(code: try Code("P1"), name: try PersonName("样例一"), PersonDetails())
        try etdz.perform(verb, as: request)
        try inno.perform(verb, as: request)
        #expect(try PersonStore.list(inno).count == 1)
    }

    @Test func `eight connections with one request id take effect once and all get the same answer`() throws {
        let database = database
        let request = try database.session().request("one")
        let name = try PersonName("样例一")
        let answers = race(8) { _ in
            try database.session().perform(PersonStore.add(code: nil, name: name, PersonDetails()), as: request)
        }
        #expect(Set(try answers.map { try $0.get() }).count == 1)
        #expect(try PersonStore.list(database.session()).count == 1)
    }

    @Test func `lines of a run have the same ids in every run and none twice`() {
        let run = RunID(digest: SHA256.digest(of: "zone list\n"))
        let ids = (1...10_000).map { run.requestID(line: $0) }
        #expect(Set(ids).count == 10_000)
        #expect(ids == (1...10_000).map { RunID(digest: SHA256.digest(of: "zone list\n")).requestID(line: $0) })
    }

    @Test func `a change leaves one event with actor, request and zone and no personal value`() throws {
        let session = try database.session(as: "officer_etdz")
        let request = session.request("x")
        try session.perform(
            PersonStore.add(
                code: Code("P1"),
                name: PersonName("样例机密"),
                PersonDetails(phone: PhoneNumber("13800000001"))
            ),
            as: request
        )
        let events = try EventStore.list(session, EventStore.Filter(noun: "person"))
        #expect(events.count == 1)
        #expect(events.first?.actor == "officer_etdz")
        #expect(events.first?.request == "\(request.id)")
        #expect(events.first?.change.contains("样例机密") == false)
        #expect(events.first?.change.contains("138") == false)
    }

    @Test func `events of one subject are numbered without a gap under a race`() throws {
        let database = database
        let session = try database.session()
        try session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), PersonDetails()))
        let code = try Code("P1")
        let answers = race(8) { index in
            try database.session().perform(
                PersonStore.correct(code, reason: "\(index)", PersonDetails(post: "职务\(index)"))
            )
        }
        #expect(answers.allSatisfy { (try? $0.get()) != nil })
        let numbers = try EventStore.list(session, EventStore.Filter(noun: "person")).map(\.seq)
        #expect(numbers.sorted() == Array(1...9))
    }
}
