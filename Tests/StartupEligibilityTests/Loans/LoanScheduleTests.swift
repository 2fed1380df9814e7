import StartupEligibility
import Testing
import Zones

/// The reference figures are computed half-up to the fen, or published (Liuzhou 2023).
struct LoanScheduleTests {
    private func schedule(
        _ principal: String,
        _ rate: String,
        _ months: Int,
        _ method: RepaymentMethod,
        _ dayCount: DayCount? = nil,
        from: String = "2024-10-25"
    ) throws -> LoanSchedule {
        LoanSchedule(
            try LoanTerms(
                principal: Money(yuan: principal),
                rate: Rate(percent: rate),
                months: months,
                method: method,
                dayCount: dayCount ?? method.usualDayCount,
                drawnOn: Day(iso: from)
            )
        )
    }

    @Test(arguments: [("3.10", "5825.06", "5825.05", "9702.15"), ("3.60", "5869.28", "5869.11", "11293.91")])
    func `equal installments of 200,000 yuan over 36 months`(rate: String, first: String, last: String, sum: String)
        throws
    {
        let schedule = try schedule("200000", rate, 36, .equalInstallment)
        #expect(schedule.installments.dropLast().allSatisfy { $0.payment.description == first })
        #expect(schedule.installments.last?.payment.description == last)
        #expect(schedule.interest.description == sum)
    }

    @Test(arguments: [("3.10", "6072.23", "5569.75", "9558.32"), ("3.60", "6155.56", nil, "11100.00")])
    func `equal principal of 200,000 yuan over 36 months`(rate: String, first: String, last: String?, sum: String)
        throws
    {
        let schedule = try schedule("200000", rate, 36, .equalPrincipal)
        #expect(schedule.installments.first?.payment.description == first)
        if let last { #expect(schedule.installments.last?.payment.description == last) }
        #expect(schedule.interest.description == sum)
    }

    @Test func `interest each quarter, settled on the 20th, by the days that each has`() throws {
        let actual = try schedule("200000", "3.10", 12, .interestOnly, .actual360)
        #expect(
            actual.installments.map(\.interest.description) == ["981.67", "1550.00", "1584.44", "1584.44", "585.56"]
        )
        #expect(
            actual.installments.map(\.dueOn.description)
                == ["2024-12-20", "2025-03-20", "2025-06-20", "2025-09-20", "2025-10-25"]
        )
        #expect(actual.interest.description == "6286.11")
        #expect(actual.installments.dropLast().allSatisfy { $0.principal == .zero })
        #expect(actual.installments.last?.balance == .zero)
        #expect(try schedule("200000", "3.10", 12, .interestOnly, .actual365).interest.description == "6200.00")
    }

    @Test func `a loan drawn on the 31st is due on the last day of shorter months`() throws {
        let days = try schedule("1000", "3", 4, .equalPrincipal, from: "2024-01-31").installments.map(
            \.dueOn.description
        )
        #expect(days == ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"])
    }

    @Test func `a loan without interest, of one month, or of one fen is paid back whole`() throws {
        #expect(
            try schedule("100", "0", 3, .equalInstallment).installments.map(\.payment.description) == [
                "33.33", "33.33", "33.34",
            ]
        )
        #expect(try schedule("100", "12", 1, .equalInstallment).installments.map(\.payment.description) == ["101.00"])
        for method in RepaymentMethod.allCases {
            let fen = try schedule("0.01", "3.10", 36, method)
            #expect(fen.installments.last?.principal.description == "0.01", "\(method)")
        }
    }

    @Test func `no terms but those of a loan are taken`() throws {
        func refusal(_ principal: String, _ rate: Rate, _ months: Int) throws -> LoanRefusal? {
            do throws(LoanRefusal) {
                let amount = try Result { try Money(yuan: principal) }.mapError { _ in LoanRefusal.principalTooLarge }
                    .get()
                let day = try Result { try Day(iso: "2024-10-25") }.mapError { _ in LoanRefusal.rateOutOfRange }.get()
                _ = try LoanTerms(
                    principal: amount,
                    rate: rate,
                    months: months,
                    method: .equalPrincipal,
                    dayCount: .actual360,
                    drawnOn: day
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(try refusal("0", .zero, 12) == .principalNotPositive)
        #expect(try refusal("100000000001", .zero, 12) == .principalTooLarge)
        #expect(try refusal("100", .zero, 0) == .termOutOfRange(0))
        #expect(try refusal("100", .zero, 361) == .termOutOfRange(361))
        #expect(try refusal("100", Rate(partsPerMillion: 1_000_001), 12) == .rateOutOfRange)
        #expect(try refusal("100", .one, 12) == nil)
    }

    /// A million loans by option: `ZONEBRIDGE_LOANS=1000000`.
    @Test func `the parts of any loan sum to the whole, its balance never rises, and its last part is positive`() throws
    {
        let count = LongForm.count("ZONEBRIDGE_LOANS") ?? 3_000
        var random = Random(state: 20_241_019)
        for number in 0..<count {
            let method = RepaymentMethod.allCases[number % 3]
            let size = Int64(10) << Int64.random(in: 0...30, using: &random)
            let terms = try LoanTerms(
                principal: Money(fen: Int64.random(in: 1...size, using: &random)),
                rate: Rate(
                    partsPerMillion: Int64.random(in: 0...1, using: &random)
                        * Int64.random(in: 0...240_000, using: &random)
                ),
                months: Int.random(in: 1...60, using: &random),
                method: method,
                dayCount: DayCount.allCases[Int.random(in: 0..<3, using: &random)],
                drawnOn: Day(iso: "2023-01-01").adding(days: Int.random(in: 0...1_500, using: &random))
            )
            let parts = LoanSchedule(terms).installments
            var balance = terms.principal.fen
            var falls = true
            for part in parts {
                falls =
                    falls && part.balance.fen <= balance && part.principal.fen >= 0 && part.interest.fen >= 0
                    && part.balance.fen == balance - part.principal.fen && part.from < part.dueOn
                    || part.number == parts.count
                balance = part.balance.fen
            }
            #expect(falls && balance == 0 && (parts.last?.principal.fen ?? 0) > 0, "\(terms)")
            #expect(parts.reduce(0) { $0 + $1.principal.fen } == terms.principal.fen, "\(terms)")
        }
    }
}
