import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

/// What a test looks at after its steps.
extension ClaimScene {
    func state(_ claim: String, zone: String = "ETDZ") throws -> ClaimState {
        try ClaimStore.show(session("tester", zone), Code(claim)).state
    }

    func budget(_ zone: String = "ETDZ", layer: String = "zone") throws -> Budget {
        try #require(try BudgetStore.list(session("tester", zone)).first { $0.layer == layer })
    }

    /// Every budget is the sum of its ledger, every award of its parts, and what is reserved and paid is what awards hold.
    func checkLedger(_ location: SourceLocation = #_sourceLocation) throws {
        let connection = try database.connection()
        let off = try connection.rows("select code from eligibility.budget_out_of_balance", as: String.self)
        #expect(off == [], sourceLocation: location)
        let unheld = try connection.rows(
            """
            select b.code from eligibility.budget b where (b.reserved_fen, b.paid_fen) <> (
                select coalesce(sum(p.reserved_fen), 0), coalesce(sum(p.paid_fen), 0) from eligibility.award_part p where p.budget_id = b.id)
            """,
            as: String.self
        )
        #expect(unheld == [], sourceLocation: location)
        let unsplit = try connection.rows(
            """
            select a.id::text from eligibility.award a
            where a.amount_fen <> (select sum(p.amount_fen) from eligibility.award_part p where p.award_id = a.id)
            """,
            as: String.self
        )
        #expect(unsplit == [], sourceLocation: location)
        let misused = try connection.rows(
            """
            select c.key from eligibility.award_cap c where c.used_fen <> (
                select coalesce(sum(eligibility.counted(a.id)), 0) from eligibility.award a
                where (a.policy_id, a.cap_scope, a.cap_key) = (c.policy_id, c.scope, c.key) and a.state <> 'released')
            """,
            as: String.self
        )
        #expect(misused == [], sourceLocation: location)
    }
}
