import Postgres
import ProjectHandoff
import Store
import StoreTesting
import Testing
import Zones

struct CreditSplitTests {
    @Test func `the two shares of every measure sum to the whole`() throws {
        for hundredths in stride(from: 0, through: 10_000, by: 7) {
            let share = Rate(partsPerMillion: Int64(hundredths) * 100)
            let split = try CreditSplit(sender: Rate(percent: "50"), named: [.tax: share])
            for measure in CreditMeasure.usual {
                #expect(split.sender(measure) + split.receiver(measure) == CreditSplit.whole)
            }
            #expect(split.sender(.tax) == Int32(hundredths))
            #expect(split.sender(.output) == 5_000)
        }
    }

    @Test(arguments: [1_000_100, 333_301, -100])
    func `a share above the whole, finer than a basis point or below nothing is refused`(
        partsPerMillion: Int64
    ) {
        #expect(throws: HandoffRejection.shareUnclear) {
            try CreditSplit(sender: Rate(partsPerMillion: partsPerMillion))
        }
    }

    @Test func `an amount is divided without losing a fen, the receiver taking the remainder`() throws {
        let split = try CreditSplit(sender: Rate(percent: "33.33"))
        for fen: Int64 in [0, 1, 2, 3, 99, 10_001, 12_345_678_901] {
            let parts = try split.divide(Money(fen: fen), of: .tax)
            #expect(parts.sender.fen + parts.receiver.fen == fen)
            #expect(parts.sender.fen == fen * 3_333 / 10_000)
        }
    }
}

@Suite(.database)
struct CreditStoreTests {
    @Test func `both sides read the shares that were agreed`() throws {
        let scene = try HandoffScene()
        try scene.offer(credit: CreditSplit(sender: Rate(percent: "50"), named: [.tax: Rate(percent: "62.5")]))
        for zone in ["INNO", "ETDZ"] {
            let shares = try CreditStore.shares(scene.coordinator(zone), handoff: Code("H1"))
                .map { "\($0.measure.rawValue) \($0.zone.text) \($0.share.partsPerMillion / 100)" }
            #expect(
                shares == [
                    "investment INNO 5000", "investment ETDZ 5000", "output INNO 5000", "output ETDZ 5000",
                    "signings INNO 5000", "signings ETDZ 5000", "tax INNO 6250", "tax ETDZ 3750",
                ]
            )
        }
    }

    @Test func `terms and shares that do not sum to the whole cannot be committed by anybody`() throws {
        let scene = try HandoffScene()
        try scene.offer()
        let owner = try scene.database.connection()
        let statements: [(Statement, String)] = [
            (
                "update handoff.terms set sender_points = sender_points - 1 where measure = 'tax'",
                "credit_sums_to_whole"
            ),
            ("update handoff.credit_share set points = points - 1 where measure = 'tax'", "credit_whole_every_day"),
        ]
        for (statement, rule) in statements {
            let error = #expect(throws: PostgresError.self) { try owner.execute(statement) }
            #expect(error?.constraint == rule)
        }
    }

    @Test func `50 and 49.99 are refused before anything is asked`() throws {
        #expect(throws: HandoffRejection.sharesNotWhole(measure: "credit", basisPoints: "9999")) {
            try CreditSplit(sender: Rate(percent: "50"), receiver: Rate(percent: "49.99"))
        }
    }
}
