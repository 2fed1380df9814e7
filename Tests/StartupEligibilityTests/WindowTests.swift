import Testing
import Zones

@testable import StartupEligibility

/// The window equals the set of days on which the answer, taken day by day, is yes.
struct WindowTests {
    /// A generator whose run can be repeated from its seed.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) ^ (state << 31)
        }
    }

    /// Conditions that depend on the day in every way that there is, and some that do not.
    private static let conditions = [
        "within 6 months of registered_on", "under 3 months since registered_on",
        "at least 2 months since registered_on",
        "over 40 days since registered_on", "registered_on within 4 months before day", "age >= 24", "age < 24",
        "day >= 2024-02-29", "day < 2024-08-31", "month_start(day) <= registered_on", "year_end(day) > registered_on",
        "within 12 months of school_year_start(graduated_on)", "student", "veteran",
        "(count hires where start_on within 3 months before day) >= 1 people",
        "(count hires where within 5 months of start_on and not founder) >= 2 people",
        "(current_streak insurance.month) >= 2 months", "not student", "age on registered_on >= 23",
    ]

    private static let first = -31
    private static let last = 800

    private func day(_ offset: Int) throws -> Day { try Day(iso: "2023-12-01").adding(days: offset) }

    private func randomDay(_ dice: inout Dice) throws -> Day {
        // Month ends and leap days come up often: they are where calendars go wrong.
        let edges = ["2024-02-29", "2024-01-31", "2023-12-31", "2024-08-31", "2024-03-30", "2024-02-28", "2024-11-30"]
        if Bool.random(using: &dice), let edge = edges.randomElement(using: &dice) { return try Day(iso: edge) }
        return try day(Int.random(in: 0...500, using: &dice))
    }

    private func randomFacts(_ dice: inout Dice) throws -> FactSheet {
        var parts: [String] = []
        if Int.random(in: 0..<6, using: &dice) > 0 { parts.append("registered_on=\(try randomDay(&dice))") }
        if Int.random(in: 0..<6, using: &dice) > 0 { parts.append("graduated_on=\(try randomDay(&dice))") }
        if Int.random(in: 0..<6, using: &dice) > 0 {
            parts.append("birth_on=\(try randomDay(&dice).adding(years: -24))")
        }
        for name in ["student", "veteran"] {
            if let word = ["yes", "no", "?"].randomElement(using: &dice) { parts.append("\(name)=\(word)") }
        }
        if Bool.random(using: &dice) {
            var rows = ""
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let start = Int.random(in: 0..<5, using: &dice) == 0 ? "?" : try randomDay(&dice).description
                let founder = ["yes", "no", "?"].randomElement(using: &dice) ?? "?"
                rows += "{start_on=\(start), founder=\(founder)}"
            }
            parts.append("hires=" + rows)
        }
        if Bool.random(using: &dice) {
            var rows = ""
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                rows += "{month=\(try randomDay(&dice).firstOfMonth)}"
            }
            parts.append("insurance=" + rows)
        }
        return try SampleRules.facts(parts.joined(separator: "; "))
    }

    private func randomRules(_ dice: inout Dice) throws -> Rulebook {
        let clauses = (0..<Int.random(in: 1...6, using: &dice)).map { index in
            Clause(
                code: "C\(index)",
                group: "G\(Int.random(in: 0...2, using: &dice))",
                alternative: Int.random(in: 1...2, using: &dice),
                condition: Self.conditions.randomElement(using: &dice) ?? "student",
                article: "1",
                wordingZh: "",
                cure: .time
            )
        }
        let from = try day(Int.random(in: 0...100, using: &dice))
        let until = Bool.random(using: &dice) ? try from.adding(days: Int.random(in: 0...400, using: &dice)) : nil
        let late = try until.flatMap { Bool.random(using: &dice) ? try $0.adding(days: 60) : nil }
        let anchors: [Anchor] = [.application, .conditionsMet, .fact("registered_on")]
        return try Rulebook(
            PolicyVersion(
                policy: "P",
                code: "1",
                anchor: anchors.randomElement(using: &dice) ?? .application,
                validFrom: from,
                validUntil: until,
                lateClaimUntil: late,
                clauses: clauses
            ),
            SampleRules.catalogue
        )
    }

    /// The answer of one day from the clauses alone, by a second and plainer way: every clause on that very day.
    private func conditions(_ facts: FactSheet, _ rules: Rulebook, _ day: Day) -> Ternary {
        var scene = Scene(facts, day)
        var groups: [String: [Int: Ternary]] = [:]
        for compiled in rules.era(on: scene.day).clauses {
            let value = compiled.test.value(&scene)
            let clause = compiled.clause
            groups[clause.group, default: [:]][clause.alternative, default: .yes] =
                (groups[clause.group]?[clause.alternative] ?? .yes) && value
        }
        return groups.values.reduce(.yes) { $0 && $1.values.reduce(.no) { $0 || $1 } }
    }

    private func verdict(_ facts: FactSheet, _ rules: Rulebook, _ days: [Day], _ answers: [Ternary], _ index: Int)
        -> Bool
    {
        let version = rules.version
        let day = days[index]
        func isValid(_ day: Day) -> Bool { version.validFrom <= day && day <= version.validUntil ?? .last }
        func metBefore(_ limit: Int) -> Bool {
            (0...limit).contains { isValid(days[$0]) && answers[$0] == .yes }
        }
        switch version.anchor {
        case .application:
            if isValid(day) { return answers[index] == .yes }
            guard let late = version.lateClaimUntil, day > version.validUntil ?? .last, day <= late else {
                return false
            }
            return metBefore(index)
        case .conditionsMet:
            return metBefore(index) && day <= version.lateClaimUntil ?? .last
        case .fact:
            guard let slot = SampleRules.catalogue.slot("registered_on"), case .number(let number) = facts.values[slot],
                let anchor = Timeline.day(number), isValid(anchor)
            else { return false }
            return answers[index] == .yes && day <= version.lateClaimUntil ?? .last
        }
    }

    @Test func `the window is the set of days on which the answer is yes`() throws {
        var dice = Dice(state: 20_241_019)
        let days = try (Self.first...Self.last).map(day)
        var yesDays = 0
        for round in 0..<150 {
            let rules = try randomRules(&dice)
            let facts = try randomFacts(&dice)
            let decision = assess(facts, rules, on: days[0])
            let answers = days.map { conditions(facts, rules, $0) }
            for (index, day) in days.enumerated() {
                let expected = verdict(facts, rules, days, answers, index)
                let found = decision.windows.contains { $0.contains(day) }
                yesDays += expected ? 1 : 0
                guard expected == found else {
                    Issue.record(
                        "round \(round), \(day): \(expected), \(rules.version), \(facts.text(SampleRules.catalogue))"
                    )
                    return
                }
            }
        }
        #expect(yesDays > 5_000, "the rounds must have days of yes, or they prove nothing")
    }

    @Test func `a verdict is that of the window's day`() throws {
        var dice = Dice(state: 7)
        for _ in 0..<300 {
            let rules = try randomRules(&dice)
            let facts = try randomFacts(&dice)
            let day = try randomDay(&dice)
            let decision = assess(facts, rules, on: day)
            #expect((decision.verdict == .yes) == decision.windows.contains { $0.contains(day) })
        }
    }

    @Test func `a parameter that changes inside a version changes the window from that day on`() throws {
        let later = Parameter(
            code: "span",
            type: .integer,
            unit: "months",
            text: "1",
            from: try Day(iso: "2024-03-10"),
            article: "2"
        )
        let first = Parameter(code: "span", type: .integer, unit: "months", text: "6", article: "1")
        let rules = try SampleRules.rules(["within $span of registered_on"], parameters: [first, later])
        let decision = assess(try SampleRules.facts("registered_on=2024-02-20"), rules, on: try Day(iso: "2024-03-01"))
        #expect(decision.windows == [Window(from: try Day(iso: "2024-02-20"), until: try Day(iso: "2024-03-20"))])
        let old = assess(try SampleRules.facts("registered_on=2024-02-01"), rules, on: try Day(iso: "2024-03-01"))
        #expect(old.windows == [Window(from: try Day(iso: "2024-02-01"), until: try Day(iso: "2024-03-09"))])
    }

    @Test func `a policy that expires tomorrow has one day left`() throws {
        let rules = try SampleRules.rules(["student"], until: "2024-10-20")
        let day = try Day(iso: "2024-10-19")
        let decision = assess(try SampleRules.facts("student=yes"), rules, on: day)
        #expect(decision.window?.daysLeft(on: day) == 1)
        #expect(assess(try SampleRules.facts("student=yes"), rules, on: try Day(iso: "2024-10-21")).verdict == .no)
    }
}
