import Casework
import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct ClaimDeskTests {
    let scene: ClaimScene

    init() throws {
        scene = try ClaimScene()
        try scene.addPolicy(benefit: ClaimScene.grant("100 yuan"))
    }

    @Test func `the desk gives the oldest due first, and to nobody their own entry or a second step`() throws {
        try scene.addBudget(5_000)
        for number in 1...3 { try scene.addPerson("P\(number)", number) }
        try scene.claim("C1", "P1", to: .received)
        try scene.open("C2", "P2")
        try scene.submit("C2", on: "2024-10-22")
        try scene.receive("C2", on: "2024-10-23")
        try scene.claim("C3", "P3", to: .inReview)
        let first = try scene.session("eyes1", on: "2024-10-23")
        #expect(try ClaimDesk.queue(first).map(\.claim.code.text) == ["C1", "C2"], "C3 had its first look from eyes1")
        let second = try scene.session("eyes2", on: "2024-10-23")
        #expect(try ClaimDesk.queue(second).map(\.claim.code.text) == ["C1", "C3", "C2"])
        #expect(try ClaimDesk.queue(second, act: .recheck).map(\.claim.code.text) == ["C3"])
    }

    @Test func `what rests on a declaration comes alone, with the odd clause`() throws {
        try scene.addBudget(5_000)
        try scene.addPerson("P1", 1)
        try scene.addPerson("P2", 2, source: "承诺书")
        try scene.claim("C1", "P1", to: .received)
        try scene.claim("C2", "P2", to: .received)
        let session = try scene.session("eyes1", on: "2024-10-22")
        #expect(try ClaimDesk.batch(session, act: nil, policy: nil).map(\.claim.code.text) == ["C1"])
        let odd = try ClaimDesk.queue(session).first { $0.claim.code.text == "C2" }
        #expect(odd?.assessment.odd == ["C1"] && odd?.assessment.verdict == .yes)
    }

    @Test func `of a batch the budget stops one, with the reason, and the others go through`() throws {
        try scene.addBudget(500)
        for number in 1...6 {
            try scene.addPerson("P\(number)", number)
            try scene.claim("C\(number)", "P\(number)", to: .inReview)
        }
        let session = try scene.session("eyes2", on: "2024-10-23")
        let request = session.request("batch")
        let outcomes = try session.transaction { try ClaimDesk.act($0, .recheck, policy: nil, as: request) }
        let refused = outcomes.compactMap { outcome in
            if case .failure(let error) = outcome.result { error as? ClaimRejection } else { nil }
        }
        #expect(outcomes.count == 6 && refused.count == 1)
        guard case .budgetShort(_, "100.00", "0.00")? = refused.first else {
            Issue.record("\(refused)")
            return
        }
        #expect(try ClaimStore.list(session, ClaimStore.Filter(state: .rechecked)).count == 5)
        try scene.checkLedger()
    }

    @Test func `todo names promises, claims to publish and to approve, and years to carry over`() throws {
        try scene.addBudget(5_000, code: "B")
        try scene.addPerson("P1", 1)
        try scene.addPerson("P2", 2)
        try scene.claim("C1", "P1", to: .rechecked)
        try scene.claim("C2", "P2", to: .inNotice)
        let todos = try Todo.list(scene.session(on: "2025-01-05"), from: [.eligibility], days: 0)
        #expect(
            Set(todos.map { "\($0.kind) \($0.subject)" }) == [
                "claim_to_publish claim:C1", "claim_to_approve claim:C2", "budget_to_carry budget:B",
            ]
        )
    }

    @Test func `figures say how long steps took and whom the money reached, each with its number`() throws {
        try scene.addBudget(5_000)
        for number in 1...2 {
            try scene.addPerson("P\(number)", number)
            try scene.claim("C\(number)", "P\(number)", to: .rechecked)
        }
        let pace = try ClaimFigureStore.pace(scene.session())
        let review = pace.first { $0.step == "REVIEW" }
        #expect(review?.count == 2 && review?.mean == "1.0" && review?.promised == 3 && review?.late == 0)
        let reach = try ClaimFigureStore.reach(scene.session(), by: .zone)
        #expect(reach.map(\.group) == ["ETDZ"] && reach.first?.count == 2 && reach.first?.granted == Money(fen: 20_000))
    }
}
