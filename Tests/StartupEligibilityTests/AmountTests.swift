import Testing
import Zones

@testable import StartupEligibility

struct AmountTests {
    private static let steps = "steps(count hires, 3: 2000 yuan, rest: 3000 yuan)"

    @Test(arguments: [(0, 0), (1, 2_000), (3, 6_000), (4, 9_000), (10, 27_000), (11, 30_000), (12, 30_000)])
    func `steps pay each unit by its step, up to the cap`(hires: Int, yuan: Int64) throws {
        let facts = hires == 0 ? "hires=none" : "hires=\(hires)*{founder=no}"
        #expect(try SampleRules.amount(Self.steps, facts, cap: "30000 yuan") == .exact(Money(fen: yuan * 100)))
    }

    @Test(arguments: [
        ("min(80 percent of rent, 5000 yuan)", "rent=6249.99", "4999.99"),
        ("min(80 percent of rent, 5000 yuan)", "rent=6250", "5000.00"),
        ("min(80 percent of rent, 5000 yuan)", "rent=6250.02", "5000.00"),
        ("if (count hires) >= 3 people then 10000 yuan else 5000 yuan", "hires=3*{founder=no}", "10000.00"),
        ("if (count hires) >= 3 people then 10000 yuan else 5000 yuan", "hires=none", "5000.00"),
        ("if (count hires) >= 3 people then 10000 yuan else 5000 yuan", "", "5000.00..10000.00"),
        ("min(80 percent of rent, 5000 yuan)", "", "0.00..5000.00"),
        ("max(1000 yuan, rent)", "rent=1000.01", "1000.01"),
        ("(count hires) * 2000 yuan", "hires=2*{founder=no}", "4000.00"),
        ("3.5 percent of rent", "rent=100.01", "3.50"),
        ("tiers(count hires, 2: 100 yuan, 5: 200 yuan, rest: 300 yuan)", "hires=none", "100.00"),
        ("tiers(count hires, 2: 100 yuan, 5: 200 yuan, rest: 300 yuan)", "hires=3*{founder=no}", "200.00"),
        ("tiers(count hires, 2: 100 yuan, 5: 200 yuan, rest: 300 yuan)", "hires=6*{founder=no}", "300.00"),
        ("tiers(count hires, 2: 100 yuan, 5: 200 yuan, rest: 300 yuan)", "", "100.00..300.00"),
        ("prorate(5000 yuan, rent, 3 * rent)", "rent=100", "1666.67"),
        ("prorate(5000 yuan, rent, 0 yuan)", "rent=100", "0.00..5000.00"),
        ("prorate(5000 yuan, 2 * rent, rent)", "rent=100", "5000.00"),
        ("prorate(5000 yuan, rent, 100 yuan)", "", "0.00..5000.00"),
        ("prorate(90000000000000 yuan, 99999999999999 yuan, 100000000000000 yuan)", "", "89999999999999.10"),
        ("if student and any(veteran, education = master) then 2 yuan else 1 yuan", "student=yes; veteran=yes", "2.00"),
        ("if student and any(veteran, education = master) then 2 yuan else 1 yuan", "student=yes", "1.00..2.00"),
        ("if student and any(veteran, education = master) then 2 yuan else 1 yuan", "student=no", "1.00"),
        ("sum hires.pay", "hires={pay=1.10}{pay=2.20}", "3.30"),
    ])
    func `formulas give amounts, and limits where facts are missing`(formula: String, facts: String, text: String)
        throws
    {
        #expect(try SampleRules.amount(formula, facts).text == text)
    }

    @Test func `an amount beyond counting is an overflow and no payment`() throws {
        let amount = try SampleRules.amount("rent * 99999999999", "rent=900000000000000")
        #expect(amount == .overflow)
        #expect(amount.exact == nil)
    }

    @Test func `stages share one lifetime cap, the last takes the remainder`() throws {
        let rules = try SampleRules.rules(
            [],
            benefits: [
                Benefit(
                    code: "S1",
                    amount: "2000 yuan",
                    condition: "insured >= 3 months",
                    stage: 1,
                    cap: "8000 yuan",
                    capScope: .person
                ),
                Benefit(code: "S2", amount: "remainder", condition: "(count hires) >= 1 people", stage: 2),
            ]
        )
        func amounts(_ facts: String, _ received: [Received] = []) throws -> [String] {
            try rules.awards(
                SampleRules.facts(facts),
                on: Day(iso: "2024-10-19"),
                lpr: LoanPrimeRates(fixings: []),
                received: received
            ).map { $0.outcome == .no ? "no" : $0.amount.text }
        }
        #expect(try amounts("insured=3; hires={founder=no}") == ["2000.00", "6000.00"])
        #expect(try amounts("insured=2; hires={founder=no}") == ["no", "8000.00"])
        #expect(try amounts("insured=3; hires=none") == ["2000.00", "no"])
        #expect(try amounts("hires={founder=no}") == ["2000.00", "6000.00..8000.00"])
        let paid = Received(
            policy: "P",
            benefit: "S1",
            scope: .person,
            amount: Money(fen: 150_000)
        )
        #expect(try amounts("insured=3; hires={founder=no}", [paid]) == ["0.00", "6500.00"])
    }

    @Test func `what ends a benefit stops it once it is known, and what was had once is not had again`() throws {
        let grant = Benefit(
            code: "G",
            amount: "5000 yuan",
            ending: "any(veteran, not student)",
            cap: "8000 yuan",
            capScope: .family,
            oncePer: [.org]
        )
        let rules = try SampleRules.rules([], benefits: [grant])
        func award(_ facts: String, _ received: [Received] = []) throws -> String {
            let awards = try rules.awards(
                SampleRules.facts(facts),
                on: Day(iso: "2024-10-19"),
                lpr: LoanPrimeRates(fixings: []),
                received: received
            )
            return awards[0].outcome == .yes ? awards[0].amount.text : awards[0].outcome.word
        }
        func had(_ scope: Scope, _ yuan: Int64?, benefit: String? = "G") -> Received {
            Received(policy: "P", benefit: benefit, scope: scope, amount: yuan.map { Money(fen: $0 * 100) })
        }
        #expect(try award("student=yes; veteran=no") == "5000.00")
        #expect(try award("student=no") == "no")
        #expect(try award("") == "5000.00", "what is not known ends nothing")
        #expect(try award("", [had(.family, 4_000), had(.site, 4_000)]) == "4000.00")
        #expect(try award("", [had(.family, 4_000), had(.person, 4_000)]) == "0.00")
        #expect(try award("", [had(.family, nil)]) == "0.00..5000.00")
        #expect(try award("", [had(.org, 0)]) == "no")
        #expect(try award("", [had(.org, 0, benefit: "OTHER")]) == "5000.00")
        #expect(try award("", [had(.org, 0, benefit: nil)]) == "no")
    }

    @Test func `a loan's interest follows the LPR of the day`() throws {
        let rules = try SampleRules.rules(
            [],
            benefits: [
                Benefit(
                    code: "L",
                    kind: .loan,
                    amount: "200000 yuan",
                    spread: try Rate(percent: "0.5"),
                    subsidy: .one,
                    subsidisedYears: 3
                )
            ]
        )
        let lpr = LoanPrimeRates(fixings: [
            LoanPrimeRate(publishedOn: try Day(iso: "2024-07-22"), oneYear: try Rate(percent: "3.35"), fiveYear: .zero),
            LoanPrimeRate(publishedOn: try Day(iso: "2024-10-21"), oneYear: try Rate(percent: "3.10"), fiveYear: .zero),
        ])
        func yearly(_ day: String) throws -> String? {
            try rules.awards(SampleRules.facts(""), on: Day(iso: day), lpr: lpr)[0].interest?.subsidised?
                .description
        }
        #expect(try yearly("2024-10-19") == "7700.00")
        #expect(try yearly("2024-10-21") == "7200.00")
        #expect(try yearly("2024-07-21") == nil, "before the first fixing")
        #expect(try yearly("2025-06-01") == nil, "after the last one answers")
    }
}
