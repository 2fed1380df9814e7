import Testing
import Zones

@testable import StartupEligibility

/// A small catalogue and ways to write policies and facts in one line.
enum SampleRules {
    static let catalogue = FactCatalogue([
        FactDefinition("birth_on", .day), FactDefinition("registered_on", .day), FactDefinition("graduated_on", .day),
        FactDefinition("student", .boolean), FactDefinition("veteran", .boolean), FactDefinition("education", .code),
        FactDefinition("staff", .integer, unit: "people"), FactDefinition("insured", .integer, unit: "months"),
        FactDefinition("rent", .money), FactDefinition("hires", .rows, unit: "people"),
        FactDefinition("hires.start_on", .day), FactDefinition("hires.contract_months", .integer, unit: "months"),
        FactDefinition("hires.founder", .boolean), FactDefinition("hires.pay", .money),
        FactDefinition("insurance", .rows, unit: "months"), FactDefinition("insurance.month", .day),
        FactDefinition("insurance.type", .code), FactDefinition("insurance.back_paid", .boolean),
    ])

    static func rules(
        _ conditions: [String],
        parameters: [Parameter] = [],
        benefits: [Benefit] = [],
        anchor: Anchor = .application,
        from: String = "2020-01-01",
        until: String? = nil,
        late: String? = nil
    ) throws -> Rulebook {
        try Rulebook(
            PolicyVersion(
                policy: "P",
                code: "1",
                anchor: anchor,
                validFrom: Day(iso: from),
                validUntil: until.map { try Day(iso: $0) },
                lateClaimUntil: late.map { try Day(iso: $0) },
                parameters: parameters,
                clauses: conditions.enumerated().map {
                    Clause(code: "C\($0)", condition: $1, article: "1", wordingZh: "", cure: .time)
                },
                benefits: benefits
            ),
            catalogue
        )
    }

    static func facts(_ text: String) throws -> FactSheet { try FactSheet(text, catalogue) }

    /// What one condition says.
    static func answer(_ condition: String, _ facts: String, on day: String = "2024-10-19") throws -> Ternary {
        let rules = try rules([condition], from: "0001-01-01")
        return assess(try self.facts(facts), rules, on: try Day(iso: day)).outcome(0)
    }

    /// What a benefit comes to.
    static func amount(_ formula: String, _ facts: String, cap: String? = nil, parameters: [Parameter] = []) throws
        -> Amount
    {
        let benefit = Benefit(code: "B", amount: formula, cap: cap, capScope: cap == nil ? nil : .person)
        let rules = try rules([], parameters: parameters, benefits: [benefit])
        return try #require(
            rules.awards(try self.facts(facts), on: try Day(iso: "2024-10-19"), lpr: LoanPrimeRates(fixings: [])).first
        ).amount
    }
}
