import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct DecisionTests {
    private func prepared(_ condition: String = "student") throws -> EligibilityScene {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let key = try scene.addVersion()
        try scene.addClause(condition, to: key)
        try scene.publish(key)
        return scene
    }

    @Test func `a fact counts from the day of its observation, as known at a time`() throws {
        let scene = try prepared()
        try scene.addPerson("P1", facts: ["student": "yes"])
        #expect(try scene.answer("P1").decision.verdict == .yes)
        #expect(try scene.answer("P1", on: "2024-09-30").decision.verdict == .unknown)
        try scene.set("P1", "student", "no", on: "2024-10-10")
        #expect(try scene.answer("P1").decision.verdict == .no)
        #expect(try scene.answer("P1", on: "2024-10-09").decision.verdict == .yes)
        try scene.set("P1", "student", nil, on: "2024-10-11")
        #expect(try scene.answer("P1").decision.verdict == .unknown)
    }

    @Test func `sources that contradict each other make a fact unknown`() throws {
        let scene = try prepared()
        try scene.addPerson("P1")
        try scene.set("P1", "student", "yes", source: "学校")
        try scene.set("P1", "student", "no", source: "社保部门")
        let answer = try scene.answer("P1")
        #expect(answer.decision.verdict == .unknown)
        let slot = try #require(answer.rules.catalogue.slot("student"))
        #expect(answer.file.provenance[slot]?.contradicting.count == 2)
        #expect(answer.missing.map(\.name) == ["student"])
    }

    @Test(arguments: [
        ("student", "maybe"), ("registered_on", "2024-02-30"), ("staff", "1.5"), ("staff", "３"), ("education", "a b"),
        ("hires", "start_on=2024-13-01"), ("hires", "wages=3"), ("hires", "nothing"),
    ])
    func `a value that is none of the fact's is refused`(fact: String, value: String) throws {
        let scene = try EligibilityScene()
        try scene.addPerson("P1")
        #expect(throws: (any Error).self) { try scene.set("P1", fact, value, row: fact == "hires" ? "K1" : nil) }
        let kept: Int? = try scene.database.connection().value("select count(*) from eligibility.fact_value")
        #expect(kept == 0)
    }

    @Test func `a kept decision replays byte for byte and never changes`() throws {
        let scene = try prepared()
        try scene.addPerson("P1", facts: ["student": "yes", "education": "master"])
        let code = try scene.session.perform(
            DecisionStore.record(try scene.answer("P1"), of: try Code("P1"), knownAt: nil)
        )
        try scene.set("P1", "student", "no", on: "2024-10-18")
        #expect(try scene.answer("P1").decision.verdict == .no)
        let kept = try DecisionStore.show(scene.session, Code(code))
        #expect(kept.verdict == .yes)
        #expect(try DecisionStore.replay(scene.session, kept) == kept.answer)
        for statement: Statement in [
            "update eligibility.decision set verdict = 'no'", "delete from eligibility.decision",
        ] {
            #expect(throws: PostgresError.self) { try scene.database.connection().execute(statement) }
        }
    }

    @Test func `a sweep answers for everybody, lists who is one clause away and whose window ends`() throws {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let key = try scene.addVersion()
        try scene.addClause("student", to: key)
        try scene.addClause("within 12 months of graduated_on", to: key, code: "C2")
        try scene.publish(key)
        try scene.addPerson("A", facts: ["student": "yes", "graduated_on": "2023-11-01"])
        try scene.addPerson("B", facts: ["student": "no", "graduated_on": "2024-05-01"])
        try scene.addPerson("C", facts: ["student": "no", "graduated_on": "2020-05-01"])
        try scene.addPerson("D")
        let day = try Day(iso: "2024-10-19")
        for _ in 0..<2 {
            let outcome = try scene.session.transaction { try Sweep.run($0, on: day, as: $0.request("sweep")) }
            #expect(outcome.people == 4)
            #expect(outcome.counts[key.policy] == [.yes: 1, .no: 2, .unknown: 1])
        }
        var upcoming: [String] = []
        try OutlookStore.upcoming(scene.session, from: day, days: 30) {
            upcoming.append("\($0.on) \($0.person) \($0.becomes)")
        }
        #expect(upcoming == ["2024-11-02 A false"])
        var near: [String] = []
        try OutlookStore.nearMisses(scene.session, policy: nil) { near.append("\($0.person) \($0.clause)") }
        #expect(near == ["B C1"])
        let foreign = try scene.database.session(as: "officer_inno", zone: "INNO")
        var seen = 0
        try OutlookStore.nearMisses(foreign, policy: nil) { _ in seen += 1 }
        #expect(seen == 0, "another zone's people are nobody's business")
    }

    @Test func `an interview asks only what can change the answer and takes don't know`() throws {
        let scene = try EligibilityScene()
        try scene.addPolicy()
        let key = try scene.addVersion()
        try scene.addClause("student", to: key)
        try scene.addClause("veteran", to: key, code: "C2")
        try scene.addClause("staff >= 3 people", to: key, code: "C3")
        try scene.publish(key)
        var interview = Interview(try Assessor(scene.session), on: try Day(iso: "2024-10-19"))
        let first = try #require(interview.question)
        #expect(first.name == "student")
        #expect(throws: FactRefusal.self) { try interview.take("perhaps", for: first) }
        try interview.take("", for: first)
        let second = try #require(interview.question)
        #expect(second.name == "veteran")
        try interview.take("no", for: second)
        #expect(interview.question == nil, "the answer is no whatever else is said")
        #expect(interview.answers.first?.decision.verdict == .no)
    }

    @Test func `eight who set a fact at once are all kept, in one sequence of events`() throws {
        let scene = try EligibilityScene()
        try scene.addPerson("P1")
        let database = scene.database
        let results = race(8) { index in
            let session = try database.session()
            try session.perform(
                FactStore.set(
                    try Code("P1"),
                    FactStore.Declaration(fact: "staff", value: "\(index)", observedOn: try Day(iso: "2024-10-01"))
                )
            )
        }
        #expect(results.filter { (try? $0.get()) != nil }.count == 8)
        let kept: Int? = try database.connection().value("select count(*) from eligibility.fact_value")
        #expect(kept == 8)
    }
}
