import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct ClawbackTests {
    private func open(_ scene: PaymentScene, _ claim: String, _ amount: String? = nil, instalments: Int = 1) throws -> (
        code: String, amount: Money
    ) {
        try scene.session.perform(
            ClawbackStore.open(
                Code(claim),
                code: nil,
                amount: amount.map { try Money(yuan: $0) },
                reason: "企业注销",
                instalments: instalments,
                firstDue: scene.session.today
            )
        )
    }

    private func receive(_ scene: PaymentScene, _ code: String, _ amount: String, _ reference: String) throws -> (
        received: Money, left: Money
    ) {
        try scene.session.perform(
            ClawbackStore.receive(
                Code(code),
                amount: Money(yuan: amount),
                on: scene.session.today,
                reference: reference
            )
        )
    }

    @Test func `never more is claimed back than was paid, and each transfer is booked once`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...2)
        #expect(
            scene.refusal { _ = try open(scene, "C1") } == .clawbackTooMuch(claim: "C1", fen: "0", there: "0"),
            "nothing was paid"
        )
        try scene.pay(["C1", "C2"])
        #expect(
            scene.refusal { _ = try open(scene, "C1", "8000.01") }
                == .clawbackTooMuch(claim: "C1", fen: "800001", there: "800000")
        )
        let first = try open(scene, "C1", "1000", instalments: 3)
        let parts = try scene.database.connection().rows(
            "select amount_fen, due_on::text from eligibility.clawback_instalment order by number",
            as: (Int64, String).self
        )
        #expect(parts.map(\.0) == [33_333, 33_333, 33_334])
        #expect(parts.map(\.1) == ["2024-10-19", "2024-11-19", "2024-12-19"])
        #expect(
            scene.refusal { _ = try open(scene, "C1", "7000.01") }
                == .clawbackTooMuch(claim: "C1", fen: "700001", there: "700000")
        )
        #expect(try receive(scene, first.code, "400", "R1").left.description == "600.00")
        #expect(scene.refusal { _ = try receive(scene, first.code, "400", "R1") } == .receiptTwice)
        #expect(scene.refusal { _ = try receive(scene, first.code, "600.01", "R2") } == .receivedTooMuch)
        try scene.checkBooks()
        _ = try receive(scene, first.code, "600", "R2")
        #expect(try ClawbackStore.list(scene.session, claim: Code("C1")).first?.closedOn == scene.session.today)
        #expect(try scene.state("C1") == "paid")
        let rest = try open(scene, "C1")
        #expect(rest.amount.description == "7000.00")
        _ = try receive(scene, rest.code, "7000", "R3")
        #expect(try scene.state("C1") == "clawed_back")
        try scene.checkBooks()
        // The other claim's books are untouched.
        #expect(try scene.state("C2") == "paid")
    }

    @Test func `eight clawbacks at once of one claim come to no more than was paid`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...1)
        try scene.pay(["C1"])
        let database = scene.database
        let results = race(8) { _ in
            let scene = try PaymentScene(database)
            return try scene.session.perform(
                ClawbackStore.open(
                    Code("C1"),
                    code: nil,
                    amount: Money(yuan: "3000"),
                    reason: "x",
                    instalments: 1,
                    firstDue: scene.session.today
                )
            ).amount
        }
        #expect(results.filter { (try? $0.get()) != nil }.count == 2)
        let code = try #require(try ClawbackStore.list(scene.session, claim: nil).first?.code)
        let receipts = race(8) { _ in
            let scene = try PaymentScene(database)
            let verb = ClawbackStore.receive(
                code,
                amount: try Money(yuan: "3000"),
                on: scene.session.today,
                reference: "R1"
            )
            return try scene.session.perform(verb).received
        }
        #expect(receipts.filter { (try? $0.get()) != nil }.count == 1)
        try scene.checkBooks()
    }

    @Test func `facts that arrive after a payment are screened until they change again`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...3)
        func set(
            _ scene: PaymentScene,
            _ person: String,
            _ fact: String,
            _ value: String,
            on day: String,
            row: String? = nil
        ) throws {
            try scene.session.perform(
                FactStore.set(
                    try Code(person),
                    FactStore.Declaration(
                        fact: fact,
                        row: row,
                        value: value,
                        observedOn: try Day(iso: day),
                        source: "register"
                    )
                )
            )
        }
        try set(scene, "P1", "operating", "no", on: "2024-10-01")
        try scene.pay(["C1", "C2"])
        #expect(try ClawbackStore.alerts(scene.session, since: nil) == [], "known before the payment")
        let later = try PaymentScene(scene.database, on: "2025-03-01")
        try set(later, "P1", "operating", "no", on: "2025-02-28")
        try set(later, "P2", "legal_representative", "no", on: "2025-02-20")
        try set(later, "P2", "insurance", "month=2025-02-01, own=no", on: "2025-02-25", row: "2025-02")
        try set(later, "P3", "operating", "no", on: "2025-02-28")
        let alerts = try ClawbackStore.alerts(later.session, since: nil)
        #expect(
            alerts.map { "\($0.claim.text) \($0.trigger.text)" } == [
                "C1 closed", "C2 insured-elsewhere", "C2 founder-left",
            ]
        )
        try set(later, "P1", "operating", "yes", on: "2025-03-01")
        let fewer = try ClawbackStore.alerts(later.session, since: Day(iso: "2025-02-22"))
        #expect(fewer.map { "\($0.claim.text) \($0.trigger.text)" } == ["C2 insured-elsewhere"])
    }
}
