import Testing
import Zones

@testable import StartupEligibility

struct ConditionTests {
    @Test(arguments: [
        ("student", "student=yes", "yes"), ("student", "student=no", "no"), ("student", "", "unknown"),
        ("not student", "student=no", "yes"), ("not student", "", "unknown"), ("student = no", "student=no", "yes"),
        ("staff >= 3 people", "staff=3", "yes"), ("staff >= 3 people", "staff=2", "no"),
        ("staff != 3 people", "staff=3", "no"),
        ("staff between 3 people and 5 people", "staff=5", "yes"),
        ("staff between 3 people and 5 people", "staff=6", "no"),
        ("education in (bachelor, master)", "education=master", "yes"),
        ("education not in (bachelor, master)", "education=college", "yes"),
        ("education not in (bachelor, master)", "", "unknown"), ("education = master", "education=bachelor", "no"),
        ("rent <= 5000 yuan", "rent=5000", "yes"), ("rent <= 5000 yuan", "rent=5000.01", "no"),
        ("age >= 18", "birth_on=2006-10-19", "yes"), ("age >= 18", "birth_on=2006-10-20", "no"),
        ("age <= 35", "", "unknown"),
        ("age on registered_on < 36", "birth_on=1988-03-16; registered_on=2024-03-15", "yes"),
        ("registered_on >= 2024-03-01", "registered_on=2024-02-29", "no"),
        ("insured >= 1 years", "insured=12", "yes"),
    ])
    func `an operator answers`(condition: String, facts: String, answer: String) throws {
        #expect(try SampleRules.answer(condition, facts).word == answer)
    }

    @Test(arguments: [
        // 36 months after 29 February 2024 is 28 February 2027, the last day.
        ("within 36 months of registered_on", "2024-02-29", "2027-02-28", "yes"),
        ("within 36 months of registered_on", "2024-02-29", "2027-03-01", "no"),
        ("within 3 years of registered_on", "2024-02-29", "2024-02-28", "no"),
        ("under 12 months since registered_on", "2023-10-19", "2024-10-18", "yes"),
        ("under 12 months since registered_on", "2023-10-19", "2024-10-19", "no"),
        ("at least 6 months since registered_on", "2024-08-31", "2025-02-28", "yes"),
        ("at least 6 months since registered_on", "2024-08-31", "2025-02-27", "no"),
        ("over 30 days since registered_on", "2024-10-01", "2024-10-31", "no"),
        ("over 30 days since registered_on", "2024-10-01", "2024-11-01", "yes"),
        ("registered_on within 24 months before day", "2022-10-19", "2024-10-19", "yes"),
        ("registered_on within 24 months before day", "2022-10-18", "2024-10-19", "no"),
        ("registered_on within 5 years of 2021-07-01", "2026-07-02", "2024-10-19", "no"),
        ("school_year_start(registered_on) = 2023-07-01", "2024-06-30", "2024-10-19", "yes"),
    ])
    func `spans count calendar months, clamped to the month's end`(
        condition: String,
        registered: String,
        day: String,
        answer: String
    ) throws {
        #expect(try SampleRules.answer(condition, "registered_on=\(registered)", on: day).word == answer)
    }

    private static let counted =
        "(count hires where contract_months >= 12 months and not founder) >= 2 people"

    @Test(arguments: [
        ("hires=2*{contract_months=12, founder=no}", "yes"), ("hires={contract_months=12, founder=no}", "no"),
        ("hires=none", "no"), ("", "unknown"),
        // A third one who is not known well enough can still make it two.
        ("hires={contract_months=12, founder=no}{contract_months=12}", "unknown"),
        ("hires={contract_months=12, founder=no}{contract_months=12, founder=yes}{founder=no}", "unknown"),
        ("hires=2*{contract_months=12, founder=no}{founder=no}", "yes"),
        ("hires={contract_months=12, founder=no}{contract_months=11}", "no"),
    ])
    func `hires are counted by their own conditions`(facts: String, answer: String) throws {
        #expect(try SampleRules.answer(Self.counted, facts).word == answer)
    }

    @Test(arguments: [
        ("(months insurance.month) >= 4 months", "yes"), ("(streak insurance.month) >= 3 months", "yes"),
        ("(streak insurance.month) >= 4 months", "no"), ("(current_streak insurance.month) = 3 months", "yes"),
        ("(count insurance where back_paid) <= 1 months", "yes"),
        ("(streak insurance.month where not back_paid) = 2 months", "yes"),
        ("latest insurance.month = 2024-09-01", "yes"), ("earliest insurance.month < 2024-05-01", "yes"),
        ("(distinct insurance.type) = 1", "yes"),
    ])
    func `insurance months are consecutive, current or made up`(condition: String, answer: String) throws {
        let months = """
            insurance={month=2024-04-01, type=pension, back_paid=no}{month=2024-07-01, type=pension, back_paid=yes}\
            {month=2024-08-01, type=pension, back_paid=no}{month=2024-09-01, type=pension, back_paid=no}
            """
        #expect(try SampleRules.answer(condition, months).word == answer)
    }

    @Test func `a share is compared exactly`() throws {
        // 15 percent of 33 people is 4.95.
        let condition = "(count hires) >= 15 percent of staff"
        #expect(try SampleRules.answer(condition, "staff=33; hires=5*{founder=no}") == .yes)
        #expect(try SampleRules.answer(condition, "staff=33; hires=4*{founder=no}") == .no)
        #expect(try SampleRules.answer(condition, "hires=4*{founder=no}") == .unknown)
    }

    @Test(arguments: [
        "student and", "age", "rent >= 5000", "staff >= 3", "insured >= 3 people", "unknown_fact", "staff >= $missing",
        "hires", "within 3 of registered_on", "day = day", "day - registered_on >= 3", "rent >= 3 percent",
        "student > no",
        "(count hires where nothing) >= 1 people", "education = 3 months", "((((", "count hires.start_on >= 1", "",
        "staff >= 99999999999999999999 people", "registered_on >= 2024-02-30",
    ])
    func `a condition that means nothing is refused`(condition: String) throws {
        #expect(throws: PolicyFault.self) { try SampleRules.rules([condition]) }
    }

    @Test func `a thousand parentheses are refused and do not break anything`() {
        let text = String(repeating: "(", count: 1_000) + "staff" + String(repeating: ")", count: 1_000)
        #expect(throws: ExpressionFault.tooDeep) { try Parser.formula(text) }
    }
}
