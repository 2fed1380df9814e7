import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// After a lost connection: what became of a request, by its id.
@Suite(.database)
struct RequestOutcomeTests {
    let database = TestDatabase.current

    private func add(_ code: String) throws -> Verb<String> {
        OrganizationStore.add(
            code: try Code(code),
            OrganizationDetails(),
            name: try OrganizationName("样例\(code)公司"),
            kind: .company
        )
    }

    @Test func `a request that took effect is told with its first answer and its event`() throws {
        let session = try database.session(as: "officer_etdz")
        let request = session.request("org add O1")
        try session.perform(add("O1"), as: request)
        let outcome = try #require(try RequestStore.show(session, request.id).first)
        #expect(outcome.state == .done)
        #expect(outcome.at == request.at)
        #expect(outcome.answer.first == "O1")
        #expect(outcome.noun == "org" && outcome.verb == "add" && outcome.seq == 1)
    }

    @Test func `an id that nobody used, and one of another login, are absent alike`() throws {
        let etdz = try database.session(as: "officer_etdz")
        let request = etdz.request("org add O1")
        try etdz.perform(add("O1"), as: request)
        let inno = try database.session(as: "officer_inno", zone: "INNO")
        #expect(try RequestStore.show(inno, request.id).map(\.state) == [.absent])
        #expect(try RequestStore.show(inno, inno.request().id).map(\.state) == [.absent])
    }

    @Test func `while a transaction of the login is open its requests are not said to be absent`() throws {
        let slow = try database.session(as: "officer_etdz")
        let asking = try database.session(as: "officer_etdz")
        let request = slow.request("org add O1")
        try slow.transaction { slow in
            try slow.perform(add("O1"), as: request)
            #expect(try RequestStore.show(asking, request.id).map(\.state) == [.running])
        }
        #expect(try RequestStore.show(asking, request.id).map(\.state) == [.done])
    }

    @Test func `eight connections that lost their answers agree with their requests' rows`() throws {
        let database = database
        let outcomes = race(8) { index -> (state: RequestOutcome.State?, isThere: Bool) in
            let session = try database.session(as: "officer_etdz")
            let request = session.request("\(index)")
            let pid = session.connection.backendProcessID
            let killer = try database.connection()
            // The server ends the session before, while or after the verb runs; the client does not know which.
            let isKilledFirst = index.isMultiple(of: 2)
            if isKilledFirst { _ = try killer.value("select pg_terminate_backend(\(pid))", as: Bool.self) }
            // Bare, for a session would ask again by itself.
            _ = try? session.connection.execute(
                """
                select core.add_organization(\(request), \("O\(index)"), \("样例\(index)公司"), 'company', null, null, null)
                """
            )
            if !isKilledFirst { _ = try killer.value("select pg_terminate_backend(\(pid))", as: Bool.self) }
            let asking = try database.session(as: "officer_etdz")
            while true {
                let state = try RequestStore.show(asking, request.id).first?.state
                if state == .running { continue }
                let isThere = try OrganizationStore.show(asking, Code("O\(index)")) != nil
                return (state, isThere)
            }
        }
        for outcome in outcomes {
            let answer = try outcome.get()
            #expect((answer.state == .done) == answer.isThere)
        }
    }

    @Test func `the same seed draws the same events, another one others`() throws {
        let session = try database.session()
        for number in 1...40 { try session.perform(add("O\(number)")) }
        func draw(_ seed: Int) throws -> [Int] {
            try AuditStore.sample(session, seed: seed, size: 10, since: nil, until: nil).map(\.number)
        }
        #expect(try draw(1) == draw(1))
        #expect(try draw(1) != draw(2))
        #expect(try Set(draw(3)).count == 10)
    }
}
