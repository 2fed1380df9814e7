import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct SettlementTests {
    @Test func `four quarters of a loan are settled in layers, each payment once`() throws {
        let scene = try LoanScene(on: "2025-12-21")
        try scene.addPerson()
        try scene.open("A", try scene.terms(), layers: ["province=half", "city=share-30"])
        #expect(throws: LoanRejection.quarterOpen(day: "2026-03-20")) { try scene.settle("2026-03-20") }
        #expect(throws: LoanRejection.noQuarterEnd(day: "")) { try scene.settle("2024-12-21") }
        let quarters = ["2024-12-20", "2025-03-20", "2025-06-20", "2025-09-20", "2025-12-20"]
        for quarter in quarters {
            #expect(try scene.settle(quarter).lines == 1)
            #expect(try scene.settle(quarter).lines == 0)
        }
        let lines = try quarters.flatMap { try scene.lines($0) }
        #expect(lines.map(\.interest.description) == ["981.67", "1550.00", "1584.44", "1584.44", "585.56"])
        #expect(lines.map(\.subsidy.description) == ["785.34", "1240.00", "1267.55", "1267.55", "468.45"])
        #expect(lines.allSatisfy { $0.borrower.fen + $0.subsidy.fen == $0.interest.fen })
        let parts = try SettlementStore.treasuries(scene.session, quarter: Day(iso: "2025-03-20"))
        #expect(parts.map(\.listed.description) == ["465.00", "775.00"])
        for quarter in quarters { try scene.reply(quarter) }
        #expect(try scene.show("A").state == .closed)
    }

    @Test func `what a run has settled is not changed by a prepayment or an extension`() throws {
        let scene = try LoanScene(on: "2025-03-25")
        try scene.addPerson()
        try scene.open("A", try scene.terms())
        try scene.settle("2025-03-20")
        let loan = try scene.show("A")
        #expect(throws: LoanRejection.settledMeanwhile(loan: "A", until: "2025-03-21")) {
            try loan.prepay(Money(yuan: "1"), on: Day(iso: "2025-03-10"))
        }
        let change = try loan.prepay(Money(yuan: "1"), on: Day(iso: "2025-03-25"))
        try scene.session.perform(LoanStore.replan(change, on: Day(iso: "2025-03-25")))
        #expect(try scene.show("A").payments.filter { $0.settled != nil }.count == 2)
    }

    @Test func `eight runs at once settle every payment once`() throws {
        let scene = try LoanScene(on: "2025-03-25")
        try scene.addPerson()
        for number in 1...40 {
            try scene.open("L\(number)", try scene.terms("10000", "3.60", 12, .equalPrincipal), layers: ["city=full"])
        }
        let (database, clock) = (scene.database, scene.session.now)
        let quarter = try Day(iso: "2025-03-20")
        let results = race(8) { index in
            let session = try database.session(at: clock)
            return try SettlementStore.settle(session, quarter: quarter, as: session.request("\(index)")).lines
        }
        #expect(results.count == 8)
        // Payments of November, December, January, February.
        #expect(try results.reduce(0) { $0 + (try $1.get()) } == 160)
        #expect(try scene.lines("2025-03-20").count == 160)
    }

    @Test func `a bank's list is taken whole or not at all`() throws {
        let scene = try LoanScene(on: "2024-12-22")
        try scene.addPerson()
        for code in ["A", "B", "C"] { try scene.open(code, try scene.terms(), layers: ["city=full"]) }
        try scene.settle("2024-12-20")
        let sent = try scene.lines("2024-12-20")
        let good = sent.map {
            SettlementReply.Line(
                key: $0.key,
                dueOn: $0.dueOn,
                interest: $0.interest,
                subsidy: $0.subsidy,
                isPaid: true
            )
        }
        func refusal(_ lines: [SettlementReply.Line]) -> LoanRejection? {
            do throws(LoanRejection) {
                _ = try SettlementReply(lines, to: sent)
                return nil
            } catch { return error }
        }
        #expect(refusal(good) == nil)
        #expect(refusal(Array(good.dropLast())) == .replyDiffers(.missing(contract: "HT-C", number: 1), count: 1))
        #expect(refusal(good + [good[0]]) == .replyDiffers(.twice(contract: "HT-A", number: 1), count: 1))
        let changed = SettlementReply.Line(
            key: good[1].key,
            dueOn: good[1].dueOn,
            interest: Money(fen: good[1].interest.fen + 1),
            subsidy: good[1].subsidy,
            isPaid: true
        )
        #expect(
            refusal([good[0], changed, good[2]])
                == .replyDiffers(.changed(contract: "HT-B", number: 1, expected: "981.67", found: "981.68"), count: 1)
        )
        #expect(try scene.reply("2024-12-20", overdue: ["HT-B"]) == (2, 1))
        let states = try scene.lines("2024-12-20")
        #expect(states.map(\.state) == [.paid, .overdue, .paid])
        #expect(states[1].subsidy == .zero && states[1].borrower == states[1].interest)
        #expect(try scene.show("B").bare.count == 1)
        // The same file changes nothing, another is refused.
        let nothing = try SettlementReply([], to: [])
        let quarter = try Day(iso: "2024-12-20")
        let again = SettlementStore.answer(
            quarter: quarter,
            bank: try Code("BANK"),
            file: SHA256.digest(of: "file2024-12-20"),
            nothing
        )
        #expect(try scene.session.perform(again) == (0, 0))
        let other = SettlementStore.answer(
            quarter: quarter,
            bank: try Code("BANK"),
            file: SHA256.digest(of: "x"),
            nothing
        )
        #expect(throws: LoanRejection.answeredBefore(bank: "BANK", quarter: "2024-12-20")) {
            try scene.session.perform(other)
        }
    }
}
