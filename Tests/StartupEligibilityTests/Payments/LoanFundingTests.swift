import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct LoanFundingTests {
    private func loan(_ scene: LoanScene, _ code: String, claim: String?) throws -> NewLoan {
        let terms = try scene.terms(from: "2024-10-18")
        let offer = try #require(try LoanStore.offer(scene.session, policy: Code("P"), drawnOn: terms.drawnOn))
        return NewLoan(
            code: try Code(code),
            person: try Code("P1"),
            policy: try Code("P"),
            decision: nil,
            claim: try claim.map { try Code($0) },
            bank: try Code("BANK"),
            contract: "HT-\(code)",
            terms: terms,
            lprOn: terms.drawnOn,
            lpr: try Rate(percent: "3.35"),
            cap: nil,
            layers: offer.layers
        )
    }

    @Test func `under a policy the year's budgets of the layers are reserved, spent, and released where overdue`()
        throws
    {
        let money = try PaymentScene(on: "2025-03-25")
        try money.prepare()
        try money.approve(1...1)
        let scene = try LoanScene(on: "2025-03-25")
        for code in ["A", "B"] { try scene.session.perform(LoanStore.open(loan(scene, code, claim: nil))) }
        func free(_ layer: String) throws -> Int64? {
            try scene.database.connection().value(
                "select total_fen - reserved_fen - paid_fen from eligibility.budget b join core.zone z on z.id = b.zone_id where z.code = 'ETDZ' and year = 2025 and layer = \(layer)",
                as: Int64.self
            )
        }
        let before = try free("city") ?? 0
        let run = try scene.settle("2025-03-20")
        #expect(run.lines == 4)
        #expect(try scene.settle("2025-03-20").lines == 0)
        let city = try SettlementStore.treasuries(scene.session, quarter: Day(iso: "2025-03-20"))[0]
        #expect(try before - (free("city") ?? 0) == city.listed.fen)
        try money.checkBooks()
        try scene.reply("2025-03-20", overdue: ["HT-B"])
        #expect(try before - (free("city") ?? 0) == city.listed.fen / 2)
        try money.checkBooks()
    }

    @Test func `a loan drawn on a claim is paid from its award, and what is left is free at its end`() throws {
        let money = try PaymentScene(on: "2024-10-19")
        try money.prepare()
        try money.approve(1...1)
        let superuser = try money.database.connection()
        let none: Int32? = nil
        try superuser.execute(
            "select public.approve('ETDZ', 'CL', 'P1', 2310000, \(none), 'LOAN', 20000000)"
        )
        #expect(money.refusal { try money.order(["CL"]) } == .ofLoan(claim: "CL"))
        let scene = try LoanScene(on: "2025-12-21")
        try scene.session.perform(LoanStore.open(loan(scene, "A", claim: "CL")))
        #expect(throws: LoanRejection.notClaimed(claim: "CL")) {
            try scene.session.perform(LoanStore.open(loan(scene, "B", claim: "CL")))
        }
        for quarter in ["2024-12-20", "2025-03-20", "2025-06-20", "2025-09-20", "2025-12-20"] {
            try scene.settle(quarter)
            try scene.reply(quarter)
            try money.checkBooks()
        }
        #expect(try scene.show("A").state == .closed)
        #expect(try money.state("CL") == "paid")
        let award = try superuser.row(
            """
            select a.state, sum(t.paid_fen)::bigint, sum(t.reserved_fen)::bigint from eligibility.award a
            join eligibility.award_part t on t.award_id = a.id join eligibility.claim c on c.id = a.claim_id
            where c.code = 'CL' group by a.id
            """,
            as: (String, Int64, Int64).self
        )
        let interest = try Money.sum(try scene.show("A").payments.map(\.installment.interest)).fen
        #expect(award?.0 == "ended" && award?.1 == interest && award?.2 == 0)
    }

    @Test func `without a budget nothing is settled, and an award that is short stops the bank's answer`() throws {
        let money = try PaymentScene(on: "2024-10-19")
        try money.prepare(budget: "10000")
        try money.approve(1...1, "100")
        try money.database.connection().execute(
            "select public.approve('ETDZ', 'CL', 'P1', 50000, null::int, 'LOAN', 20000000)"
        )
        let scene = try LoanScene(on: "2026-03-25")
        try scene.session.perform(LoanStore.open(loan(scene, "A", claim: nil)))
        #expect(throws: LoanRejection.noBudget(loan: "A", year: "2026", layer: "city")) {
            try scene.settle("2025-12-20")
        }
        let earlier = try LoanScene(on: "2024-12-25")
        try earlier.session.perform(LoanStore.open(loan(earlier, "C", claim: "CL")))
        try earlier.settle("2024-12-20")
        #expect(throws: LoanRejection.budgetShort(budget: "", fen: "110222")) { try earlier.reply("2024-12-20") }
        try money.checkBooks()
    }
}
