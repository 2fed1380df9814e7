import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// A file makes many records by one request; each of them has a past of its own.
@Suite(.database)
struct ImportEventTests {
    let database = TestDatabase.current
    let file = Bytes([UInt8](repeating: 7, count: 32))

    private func added(_ outcomes: [ImportOutcome]) -> [String] {
        outcomes.compactMap { if case .added(let code) = $0 { code } else { nil } }
    }

    /// What happened to one record, in order.
    private func verbs(_ noun: String, _ code: String) throws -> [String] {
        try EventStore.list(database.session(), EventStore.Filter(noun: noun))
            .filter { $0.subject.hasPrefix("\(noun):") && $0.subject.hasSuffix(":\(code)") }.map(\.verb).reversed()
    }

    @Test func `everybody who came in a file has an event of their own, and chains go on from it`() throws {
        let session = try database.session()
        let rows = try (1...3).map { number in
            (name: try PersonName("样例人"), details: PersonDetails(idNumber: SampleIdentities.residentID(number)))
        }
        let codes = added(try session.perform(PersonStore.import(file: file, rows)))
        #expect(codes.count == 3)
        for code in codes { #expect(try verbs("person", code) == ["import"]) }
        #expect(added(try session.perform(PersonStore.import(file: file, rows))) == [])
        for code in codes { #expect(try verbs("person", code) == ["import"], "nothing was changed again") }
        try session.perform(PersonStore.correct(Code(codes[0]), reason: "改正", PersonDetails(post: "负责人")))
        let verification = try AuditStore.verify(session, against: nil)
        #expect(verification.broken == 0 && verification.events > 3)
        #expect(try RetentionStore.due(session, by: Day(iso: "2099-01-01")).map(\.person.text) == codes)
    }

    @Test func `every organization of a file has an event of its own`() throws {
        let session = try database.session()
        let rows = try (1...2).map { number in
            OrganizationStore.ImportRow(
                code: nil,
                name: try OrganizationName(SampleIdentities.companyName(number)),
                kind: .company,
                creditCode: nil,
                registeredOn: nil,
                industry: nil
            )
        }
        let codes = added(try session.perform(OrganizationStore.import(file: file, rows)))
        #expect(codes.count == 2)
        for code in codes { #expect(try verbs("org", code) == ["import"]) }
        #expect(try AuditStore.verify(session, against: nil).broken == 0)
    }
}
