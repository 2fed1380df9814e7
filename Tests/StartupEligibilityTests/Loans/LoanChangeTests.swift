import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct LoanChangeTests {
    @Test func `a prepayment takes its interest until that day and the rest is paid on the same days`() throws {
        let scene = try LoanScene(on: "2025-02-10")
        try scene.addPerson()
        let before = try scene.open("A", try scene.terms("200000", "3.10", 12, .interestOnly), layers: ["city=full"])
        let change = try before.prepay(Money(yuan: "50000"), on: Day(iso: "2025-02-10"))
        try scene.session.perform(LoanStore.replan(change, on: Day(iso: "2025-02-10")))
        let after = try scene.show("A")
        let parts = after.payments.map(\.installment)
        #expect(
            parts.map(\.dueOn.description)
                == ["2024-12-20", "2025-02-10", "2025-03-20", "2025-06-20", "2025-09-20", "2025-10-25"]
        )
        // 51 days of 200,000, then 39 of 150,000 at act/360.
        #expect(parts[1].interest.description == "878.33")
        #expect(parts[2].interest.description == "503.75")
        #expect(parts.map(\.principal.description)[1] == "50000.00")
        #expect(parts.last?.principal.description == "150000.00")
        #expect(after.revision == 2)
        #expect(throws: LoanRejection.changedMeanwhile(loan: "A")) {
            try scene.session.perform(LoanStore.replan(change, on: Day(iso: "2025-02-10")))
        }
        #expect(throws: LoanRejection.prepaidTooMuch(loan: "A", owed: "150000.00")) {
            try after.prepay(Money(yuan: "150000.01"), on: Day(iso: "2025-02-10"))
        }
        let whole = try after.prepay(Money(yuan: "150000"), on: Day(iso: "2025-02-10"))
        #expect(whole.installments.count == 1 && whole.installments[0].interest == .zero)
    }

    @Test func `what an extension adds earns no subsidy, nor do days on which a payment is overdue`() throws {
        let scene = try LoanScene(on: "2025-09-25")
        try scene.addPerson()
        let before = try scene.open("A", try scene.terms("200000", "3.10", 12, .interestOnly), layers: ["city=full"])
        let change = try before.extend(months: 6, on: Day(iso: "2025-09-25"))
        try scene.session.perform(LoanStore.replan(change, on: Day(iso: "2025-09-25")))
        let longer = try scene.show("A")
        #expect(longer.terms.endsOn.description == "2026-04-25" && longer.endsOn.description == "2025-10-25")
        let last = try longer.payments.map { try longer.shares(of: $0) }
        // 34 of the 91 days from 2025-09-21 lie before the contract's end.
        #expect(last[4].interest.description == "1567.22" && last[4].layers[0].description == "585.55")
        #expect(last[5].layers == [.zero] && last[6].layers == [.zero])
        try scene.session.perform(
            LoanStore.overdue(
                Code("A"),
                number: 3,
                revision: longer.revision,
                since: Day(iso: "2025-06-20"),
                curedOn: nil
            )
        )
        let overdue = try scene.show("A")
        let shares = try overdue.payments.map { try overdue.shares(of: $0) }
        #expect(shares[2].layers == [.zero], "the payment that was not made")
        #expect(shares[3].layers == [.zero], "days on which it is overdue")
        try scene.session.perform(
            LoanStore.overdue(
                Code("A"),
                number: 3,
                revision: overdue.revision,
                since: nil,
                curedOn: Day(iso: "2025-07-21")
            )
        )
        let cured = try scene.show("A")
        let paid = try cured.payments.map { try cured.shares(of: $0) }
        #expect(paid[2].layers == [.zero])
        // 62 of 92 days.
        #expect(paid[3].layers[0].description == "1067.77" || paid[3].layers[0].description == "1067.78")
        #expect(paid[3].borrower.fen + paid[3].layers[0].fen == paid[3].interest.fen)
    }

    @Test func `layers begin and end within a payment's time`() throws {
        let scene = try LoanScene(on: "2025-09-25")
        try scene.addPerson()
        let loan = try scene.open(
            "A",
            try scene.terms("200000", "3.10", 12, .interestOnly),
            layers: ["city=share-60/..2025-01-19", "zone=full/2024-12-01.."]
        )
        for payment in loan.payments {
            let shares = try loan.shares(of: payment)
            #expect(shares.borrower.fen + shares.layers.reduce(0) { $0 + $1.fen } == payment.installment.interest.fen)
        }
        let first = try loan.shares(of: loan.payments[0])
        // 57 days: 37 with the city's 60 % alone, 20 shared by both.
        #expect(first.borrower.description == "254.89" || first.borrower.description == "254.90")
        #expect(SubsidyLayer("city=share-60/..2025-01-19")?.text == "city=share-60.00/..2025-01-19")
        for wrong in [
            "", "city", "city=", "city=all", "=full", "city=share-0", "city=share-101", "city=full/2025", "a b=full",
        ] {
            #expect(SubsidyLayer(wrong) == nil, "\(wrong)")
        }
    }

    @Test func `eight changes at once from one state: one is taken`() throws {
        let scene = try LoanScene(on: "2025-02-10")
        try scene.addPerson()
        let loan = try scene.open("A", try scene.terms("200000", "3.10", 36, .equalInstallment))
        let day = try Day(iso: "2025-02-10")
        let change = try loan.prepay(Money(yuan: "1000"), on: day)
        let clock = scene.session.now
        let database = scene.database
        let results = race(8) { _ in
            try database.session(at: clock).perform(LoanStore.replan(change, on: day))
        }
        #expect(results.filter { (try? $0.get()) != nil }.count == 1)
        #expect(try scene.show("A").revision == 2)
    }

    /// 20,000 and more by option: `ZONEBRIDGE_LOANS=20000`.
    @Test func `whatever is prepaid and extended, the parts sum to the loan and the last is positive`() throws {
        var random = Random(state: 7)
        for number in 0..<(LongForm.count("ZONEBRIDGE_LOANS") ?? 2_000) {
            let method = RepaymentMethod.allCases[number % 3]
            let terms = try LoanTerms(
                principal: Money(fen: Int64.random(in: 100...50_000_000, using: &random)),
                rate: Rate(partsPerMillion: Int64.random(in: 0...240_000, using: &random)),
                months: Int.random(in: 2...60, using: &random),
                method: method,
                dayCount: DayCount.allCases[Int.random(in: 0..<3, using: &random)],
                drawnOn: Day(iso: "2023-01-01").adding(days: Int.random(in: 0...1_500, using: &random))
            )
            let whole = terms.drawnOn.days(until: terms.endsOn)
            let day = try terms.drawnOn.adding(days: Int.random(in: 0..<whole, using: &random))
            let contract = Self.contract(terms)
            let place = try #require(
                contract.payments.firstIndex { $0.installment.from <= day && day < $0.installment.until }
            )
            let owed = contract.payments[place].balanceBefore
            guard owed > Money(fen: 1) else { continue }
            let change =
                number.isMultiple(of: 2)
                ? try contract.prepay(Money(fen: Int64.random(in: 1...owed.fen, using: &random)), on: day)
                : try contract.extend(months: Int.random(in: 1...24, using: &random), on: day)
            var balance = owed.fen
            for part in change.installments {
                balance -= part.principal.fen
                #expect(part.balance.fen == balance && part.principal.fen >= 0 && part.interest.fen >= 0, "\(terms)")
            }
            #expect(balance == 0 && (change.installments.last?.principal.fen ?? 0) > 0, "\(terms) \(day)")
        }
    }

    private static func contract(_ terms: LoanTerms) -> LoanContract {
        let payments = LoanSchedule(terms).installments.map {
            LoanContract.Payment(
                id: Int64($0.number),
                installment: $0,
                isPrepayment: false,
                settled: nil,
                overdueSince: nil,
                curedOn: nil
            )
        }
        // Codes of the test's own cannot be refused.
        guard let code = try? Code("A") else { preconditionFailure() }
        return LoanContract(
            id: 1,
            code: code,
            person: code,
            bank: code,
            contract: "A",
            terms: terms,
            endsOn: terms.endsOn,
            lpr: .zero,
            lprOn: terms.drawnOn,
            layers: [],
            revision: 1,
            state: .open,
            payments: payments
        )
    }
}
