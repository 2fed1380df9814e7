import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

/// Many people at once, whatever they do in whatever order.
@Suite(.database)
struct ClaimWalkTests {
    let scene: ClaimScene

    init() throws {
        scene = try ClaimScene()
    }

    private static let people = 4

    private func prepare() throws {
        let payers: [(String, Int64)] = [("city", 333_333), ("zone", 666_667)]
        try scene.addPolicy(
            benefit: ClaimScene.grant("1000.01 yuan", oncePer: [], cap: "2500 yuan", payers: payers)
        )
        // Enough for three of them.
        try scene.addBudget(1_001, layer: .city)
        try scene.addBudget(2_002, code: "B")
        let states: [ClaimState] = [.approved, .rechecked, .inReview, .inReview]
        for (number, state) in zip(1...Self.people, states) {
            try scene.addPerson("P\(number)", number)
            try scene.claim("C\(number)-0", "P\(number)", to: state)
        }
    }

    /// One random act of one person; what a rule refuses is no error.
    private static func act(_ scene: ClaimScene, _ step: Int, _ dice: inout SystemRandomNumberGenerator) throws {
        let person = "P\(Int.random(in: 1...people, using: &dice))"
        let claims = try ClaimStore.list(scene.session(), ClaimStore.Filter(applicant: Code(person)))
        guard let claim = claims.last?.code.text else { return }
        let day = "2024-11-04"
        switch Int.random(in: 0..<13, using: &dice) {
        case 0: try scene.open("C\(step)-\(Int.random(in: 1...1_000_000, using: &dice))", person, on: day)
        case 1, 2: try scene.submit(claim, on: day)
        case 3: try scene.receive(claim, on: day)
        case 4: try scene.review(claim, on: day)
        case 5, 6: try scene.recheck(claim, on: day)
        case 7: try scene.publish(claim, by: "eyes3", on: day)
        case 8: try scene.approve(claim, by: "eyes3", on: "2024-11-20")
        case 9: try scene.session("desk", on: day).perform(ClaimStore.withdraw(Code(claim), reason: nil))
        case 10: try scene.session("eyes3", on: day).perform(ClaimStore.giveBack(Code(claim), reason: "补正"))
        case 11:
            let total = Money(fen: Int64.random(in: 100_000...400_000, using: &dice))
            try scene.session(on: day).perform(BudgetStore.correct(Code("B"), total: total, reason: "调整"))
        default: try pay(scene, claim, &dice)
        }
    }

    /// Money of an approved claim goes out, comes back, is recovered, in random parts.
    private static func pay(_ scene: ClaimScene, _ claim: String, _ dice: inout SystemRandomNumberGenerator) throws {
        let what = ["commit", "return", "recover"].randomElement(using: &dice) ?? "commit"
        let amount = Int64.random(in: 1...60_000, using: &dice)
        let connection = try scene.database.connection()
        do {
            try connection.transaction { connection in
                let award: Int64? = try connection.value(
                    """
                    select a.id from eligibility.claim c join eligibility.award a on a.claim_id = c.id and a.state = 'reserved'
                    where c.code = \(claim) and c.state = 'approved' for update of c
                    """
                )
                guard let award else { return }
                _ = try connection.execute(
                    "select eligibility.pay_award(\(award), '2024-11-21', \(what), \(amount), \("claim:" + claim + "/payment:1"))"
                )
            }
        } catch let error as PostgresError where error.constraint == "award_covers_amount" {
            return
        }
    }

    @Test func `whatever eight people do at once, budgets, ledger, awards and caps agree to the fen`() throws {
        try prepare()
        let scene = scene
        let answers = race(8) { lane -> Int in
            var dice = SystemRandomNumberGenerator()
            var done = 0
            for step in 0..<12 {
                do {
                    try Self.act(scene, lane * 1_000 + step, &dice)
                    done += 1
                } catch is any Rejection {
                    continue
                }
            }
            return done
        }
        for case .failure(let error) in answers { Issue.record("\(error)") }
        #expect(answers.compactMap { try? $0.get() }.reduce(0, +) > 0, "something was done")
        try scene.checkLedger()
    }

    @Test func `of eight people who approve one claim at once, one does`() throws {
        try scene.addPolicy()
        try scene.addBudget(5_000)
        try scene.addPerson("P1", 1)
        try scene.claim("C1", "P1", to: .inNotice)
        let scene = scene
        let answers = race(8) { lane in try scene.approve("C1", by: "eyes\(1 + lane % 3)") }
        #expect(answers.filter { if case .success = $0 { true } else { false } }.count == 1)
        for case .failure(let error) in answers { #expect((error as? ClaimRejection)?.code == "CLM02", "\(error)") }
        let approvals: Int? = try scene.database.connection().value(
            "select count(*) from core.event where subject = 'claim:C1' and verb = 'approve'"
        )
        #expect(approvals == 1)
        try scene.checkLedger()
    }

    @Test func `of a recheck and a withdrawal at the same moment nothing stays reserved for nobody`() throws {
        try scene.addPolicy()
        try scene.addBudget(5_000)
        for number in 1...4 {
            try scene.addPerson("P\(number)", number)
            try scene.claim("C\(number)", "P\(number)", to: .inReview)
        }
        let scene = scene
        let answers = race(8) { lane in
            let claim = "C\(1 + lane / 2)"
            if lane.isMultiple(of: 2) {
                try scene.recheck(claim)
            } else {
                _ = try scene.session("desk", on: "2024-10-23").perform(ClaimStore.withdraw(Code(claim), reason: nil))
            }
        }
        for case .failure(let error) in answers { #expect(error is any Rejection, "\(error)") }
        for number in 1...4 { #expect(try scene.state("C\(number)") == .withdrawn) }
        #expect(try scene.budget().reserved == .zero)
        try scene.checkLedger()
    }
}
