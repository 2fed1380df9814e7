import Postgres
import StoreTesting
import Testing
import Zones

@testable import Store

@Suite(.database)
struct ErasureTests {
    let database = TestDatabase.current
    let founder: Code

    init() throws {
        founder = try Code("FOUNDER")
        let details = PersonDetails(
            idNumber: SampleIdentities.residentID(1),
            phone: try PhoneNumber("13800000001"),
            post: "负责人"
        )
        try database.session().perform(PersonStore.add(code: founder, name: PersonName("样例机密"), details))
    }

    private func erase(_ session: Session? = nil) throws -> Int {
        try (session ?? database.session()).perform(PersonStore.erase(founder, reason: "本人申请"))
    }

    private func hold(_ kind: String, from day: String = "2024-01-01") throws {
        try database.connection().execute(
            """
            select core.hold_person(p.zone_id, p.id, \(kind), \(kind + ":1"), \(Day(iso: day))) from core.person p
            where p.code = 'FOUNDER'
            """
        )
    }

    private func release(_ kind: String, on day: String) throws {
        try database.connection().execute(
            "select core.release_person(z.id, \(kind + ":1"), \(Day(iso: day))) from core.zone z where z.code = 'ETDZ'"
        )
    }

    private func count(_ statement: Statement) throws -> Int? {
        try database.connection().value(statement, as: Int.self)
    }

    @Test func `nothing personal is left, and what refers to the record stays`() throws {
        #expect(try erase() == 1)
        let session = try database.session()
        let row = try #require(try PersonStore.show(session, founder))
        #expect(row.name == "***" && row.idNumberMasked == nil && row.phoneMasked == nil && row.post == nil)
        #expect(row.birthOn == nil && row.sex == nil && row.erasedOn != nil)
        #expect(try PersonStore.list(session) == [])
        #expect(try PersonStore.find(session, idNumber: SampleIdentities.residentID(1)) == nil)
        #expect(try PersonStore.find(session, name: PersonName("样例")) == [])
        #expect(try count("select count(*) from core.person_key") == 0)
        #expect(try count("select count(*) from core.person_secret") == 0)
        #expect(try EventStore.list(session, EventStore.Filter(noun: "person")).map(\.verb) == ["erase", "add"])
    }

    @Test func `an erased person is not revealed, corrected, merged or erased again`() throws {
        let session = try database.session()
        try session.perform(PersonStore.add(code: Code("P2"), name: PersonName("样例二"), PersonDetails()))
        _ = try erase()
        let erased = PersonRejection.erased(code: "FOUNDER")
        #expect(throws: erased) { try erase() }
        #expect(throws: erased) {
            try PersonStore.reveal(founder, reason: "x", session, as: session.request("x"))
        }
        #expect(throws: erased) {
            try session.perform(PersonStore.correct(founder, reason: "x", PersonDetails(post: "x")))
        }
        #expect(throws: erased) {
            try session.perform(PersonStore.merge(duplicate: founder, into: Code("P2"), reason: "x"))
        }
        #expect(throws: PostgresError.self) { try hold("claim") }
    }

    @Test func `who comes back after an erasure is a new record of the same identity`() throws {
        _ = try erase()
        let again = PersonDetails(idNumber: SampleIdentities.residentID(1))
        try database.session().perform(PersonStore.add(code: Code("AGAIN"), name: PersonName("样例一"), again))
        #expect(try count("select count(distinct identity_id) from core.person") == 1)
    }

    @Test func `an open case forbids it and is named, for the records that were merged, too`() throws {
        try hold("loan")
        let open = PersonRejection.caseOpen(code: "FOUNDER", kind: "loan", subject: "loan:1")
        #expect(throws: open) { try erase() }
        let session = try database.session()
        try session.perform(PersonStore.add(code: Code("KEPT"), name: PersonName("样例一"), PersonDetails()))
        try session.perform(PersonStore.merge(duplicate: founder, into: Code("KEPT"), reason: "同一人"))
        #expect(throws: PersonRejection.caseOpen(code: "KEPT", kind: "loan", subject: "loan:1")) {
            try session.perform(PersonStore.erase(Code("KEPT"), reason: "x"))
        }
        try database.connection().execute("delete from core.person_hold")
        #expect(try session.perform(PersonStore.erase(Code("KEPT"), reason: "x")) == 2)
        #expect(try count("select count(*) from core.person where name <> '***'") == 0)
        #expect(try count("select count(*) from core.person_key") == 0)
    }

    @Test func `a closed claim forbids it until the law's period is over`() throws {
        try hold("claim")
        try release("claim", on: "2024-03-01")
        #expect(
            throws: PersonRejection.keptByLaw(
                code: "FOUNDER",
                kind: "claim",
                subject: "claim:1",
                until: "2054-03-01"
            )
        ) { try erase() }
        let later = try database.session(at: Instant(iso: "2054-03-02T12:00"))
        #expect(try erase(later) == 1)
    }

    @Test func `a closed class only says when it is due`() throws {
        try hold("training")
        try release("training", on: "2024-03-01")
        #expect(try erase() == 1)
    }

    @Test func `an erasure and eight new cases at once never leave a case without its person`() throws {
        let database = database
        let founder = founder
        let answers = race(9) { index -> Bool in
            if index == 0 {
                return (try? database.session().perform(PersonStore.erase(founder, reason: "x"))) != nil
            }
            let superuser = try database.connection()
            return
                (try? superuser.execute(
                    """
                    select core.hold_person(p.zone_id, p.id, 'claim', \("claim:\(index)"), '2024-01-01') from core.person p
                    where p.code = 'FOUNDER'
                    """
                )) != nil
        }.map { (try? $0.get()) ?? false }
        let holds = try count("select count(*) from core.person_hold") ?? -1
        #expect(holds == answers.dropFirst().count { $0 })
        #expect(answers[0] == (holds == 0), "erased, or held: never both")
    }

    @Test func `only an administrator erases`() throws {
        #expect(throws: CoreRejection.self) { try erase(database.session(as: "officer_etdz")) }
    }

    @Test func `what is due is listed with its basis, and who has an open case is not`() throws {
        let session = try database.session()
        try session.perform(PersonStore.add(code: Code("P2"), name: PersonName("样例二"), PersonDetails()))
        #expect(try RetentionStore.due(session, by: Day(iso: "2027-10-19")) == [])
        let due = try RetentionStore.due(session, by: Day(iso: "2027-10-20"))
        #expect(due.map(\.person.text) == ["FOUNDER", "P2"])
        #expect(due.first?.kind == "person")
        #expect(try due.first?.since == Day(iso: "2024-10-19"))
        #expect(due.first?.basisZh.contains("个人信息保护法") == true)
        try hold("claim")
        #expect(try RetentionStore.due(session, by: Day(iso: "2099-01-01")).map(\.person.text) == ["P2"])
        try release("claim", on: "2024-03-01")
        let both = try RetentionStore.due(session, by: Day(iso: "2099-01-01"))
        #expect(both.map(\.person.text) == ["P2", "FOUNDER"])
        #expect(both.last?.kind == "claim")
        #expect(try both.last?.dueOn == Day(iso: "2054-03-02"))
        let inno = try database.session(as: "officer_inno", zone: nil)
        #expect(try RetentionStore.due(inno, by: Day(iso: "2099-01-01")) == [])
    }
}
