import Postgres
import Store
import StoreTesting
import Testing
import Zones

@Suite(.database)
struct PersonStoreTests {
    let database = TestDatabase.current

    @Test func `a person is shown with masked numbers and found by the number in the own zone only`() throws {
        let number = try ResidentID(
            "32061119990525189X",
            on: Day(iso: "2024-10-19"),
            divisions: PublicFacts.divisions()
        )
        let details = PersonDetails(idNumber: number, phone: try PhoneNumber("13800000001"))
        let etdz = try database.session(as: "officer_etdz")
        let code = try etdz.perform(PersonStore.add(code: Code("FOUNDER"), name: PersonName("样例一"), details))
        #expect(code == "FOUNDER")
        let shown = try #require(try PersonStore.find(etdz, idNumber: number))
        #expect(shown.idNumberMasked == "3206**********189X")
        #expect(shown.birthOn == (try Day(iso: "1999-05-25")))
        let inno = try database.session(as: "officer_inno", zone: nil)
        #expect(try PersonStore.find(inno, idNumber: number) == nil)
        #expect(try PersonStore.list(inno) == [])
    }

    @Test func `the same request again returns the first answer and adds nobody`() throws {
        let session = try database.session()
        let verb = PersonStore.add(code: nil, name: try PersonName("样例二"), PersonDetails())
        let request = session.request("person add 样例二")
        let first = try session.perform(verb, as: request)
        #expect(try session.perform(verb, as: request) == first)
        #expect(try PersonStore.list(session).count == 1)
    }

    @Test func `eight connections adding one id number leave one person`() throws {
        let number = try ResidentID(
            "320602198501095172",
            on: Day(iso: "2024-10-19"),
            divisions: PublicFacts.divisions()
        )
        let name = try PersonName("样例三")
        let database = database
        let answers = race(8) { _ in
            try database.session().perform(PersonStore.add(code: nil, name: name, PersonDetails(idNumber: number)))
        }
        #expect(answers.count { (try? $0.get()) != nil } == 1)
        for answer in answers {
            if case .failure(let error) = answer {
                #expect(error as? CoreRejection == .taken(rule: "person_once_per_zone"))
            }
        }
    }
}
