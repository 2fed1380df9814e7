import Store

/// Every way in which a loan says no, beside terms that make none (`LoanRefusal`).
public enum LoanRejection: Rejection {
    /// `ELG61`: the code, or the bank's contract, is on record already.
    case taken(rule: String)
    /// `ELG62`: the rate is above the cap over the LPR of the day.
    case aboveCap
    /// `ELG63`: the LPR of that day is not loaded, or is another.
    case rateUnknown(day: String)
    /// `ELG64`: the loan is paid back.
    case closed(loan: String)
    /// `ELG65`: schedule or overdue payments changed while the change was reckoned.
    case changedMeanwhile(loan: String)
    /// `ELG66`: that time is settled with the bank.
    case settledMeanwhile(loan: String, until: String)
    /// `ELG67`: more than is owed.
    case prepaidTooMuch(loan: String, owed: String)
    /// `ELG68`: a day outside the loan's time.
    case outsideTerm(loan: String, day: String)
    /// `ELG69`: the quarter has not ended.
    case quarterOpen(day: String)
    /// `ELG70`: no quarter ends on that day.
    case noQuarterEnd(day: String)
    /// `ELG71`: the bank's list differs from the run.
    case replyDiffers(SettlementReply.Difference, count: Int)
    /// `ELG72`: the bank has answered with another list.
    case answeredBefore(bank: String, quarter: String)
    /// `ELG73`: the decision does not carry this loan.
    case notDecided(decision: String)
    /// `ELG74`: a layer that cannot be read.
    case layerUnclear(text: String)
    /// `ELG75`: the policy has no loan in that zone on that day.
    case notOffered(policy: String, day: String)
    /// `ELG76`: a value that the constraints do not allow.
    case invalid(rule: String)
    /// `ELG77`: the year has no budget of that layer under the loan's policy.
    case noBudget(loan: String, year: String, layer: String)
    /// `ELG78`: the budget, or the award behind the loan, has less left.
    case budgetShort(budget: String, fen: String)
    /// `ELG79`: the claim does not carry this loan.
    case notClaimed(claim: String)

    public var code: String {
        switch self {
        case .taken: "ELG61"
        case .aboveCap: "ELG62"
        case .rateUnknown: "ELG63"
        case .closed: "ELG64"
        case .changedMeanwhile: "ELG65"
        case .settledMeanwhile: "ELG66"
        case .prepaidTooMuch: "ELG67"
        case .outsideTerm: "ELG68"
        case .quarterOpen: "ELG69"
        case .noQuarterEnd: "ELG70"
        case .replyDiffers: "ELG71"
        case .answeredBefore: "ELG72"
        case .notDecided: "ELG73"
        case .layerUnclear: "ELG74"
        case .notOffered: "ELG75"
        case .invalid: "ELG76"
        case .noBudget: "ELG77"
        case .budgetShort: "ELG78"
        case .notClaimed: "ELG79"
        }
    }

    private static let explained: [String: @Sendable (Facts) -> LoanRejection] = [
        "loan_code_once": { _ in .taken(rule: "loan_code_once") },
        "loan_contract_once": { _ in .taken(rule: "loan_contract_once") },
        "loan_rate_within_cap": { _ in .aboveCap },
        "loan_rate_of_its_day": { .rateUnknown(day: $0[0]) },
        "loan_open": { .closed(loan: $0[0]) },
        "loan_as_it_was_reckoned": { .changedMeanwhile(loan: $0[0]) },
        "loan_before_settlement": { .settledMeanwhile(loan: $0[0], until: $0[1]) },
        "loan_within_term": { .outsideTerm(loan: $0[0], day: $0[1]) },
        "settlement_quarter_over": { .quarterOpen(day: $0[0]) },
        "settlement_on_the_20th": { .noQuarterEnd(day: $0[0]) },
        "settlement_answered_once": { .answeredBefore(bank: $0[0], quarter: $0[1]) },
        "loan_decided": { .notDecided(decision: $0[0]) },
        "loan_offered": { .notOffered(policy: $0[0], day: $0[1]) },
        "settlement_answered_whole": { .changedMeanwhile(loan: $0[0]) },
        "settlement_has_budget": { .noBudget(loan: $0[0], year: $0[1], layer: $0[2]) },
        "settlement_budget_covers": { .budgetShort(budget: $0[0], fen: $0[1]) },
        "loan_claimed": { .notClaimed(claim: $0[0]) },
        "loan_once_per_claim": { _ in .taken(rule: "loan_once_per_claim") },
    ]

    /// Rules of claims that a loan's verbs may meet.
    private static let ofClaims: [String: @Sendable (Facts) -> LoanRejection] = [
        "claim_allows_step": { .notClaimed(claim: $0[0]) },
        "award_covers_amount": { .budgetShort(budget: "", fen: $0[1]) },
    ]

    private static let validity: Set<String> = [
        "loan_principal_in_range", "loan_rate_in_range", "loan_term_in_range", "loan_extension_not_negative",
        "loan_method_known", "loan_day_count_known", "loan_ends_after_drawn", "loan_state_known",
        "loan_closed_on_record", "loan_in_zone", "loan_person_in_same_zone", "loan_decision_in_same_zone",
        "loan_layer_once", "loan_layer_formula_known", "loan_layer_days_in_order", "installment_days_in_order",
        "installment_principal_not_negative", "installment_interest_not_negative", "installment_balance_not_negative",
        "installment_of_loan", "installment_number_once", "installment_in_zone", "loan_parts_sum_to_principal",
        "overdue_of_installment", "overdue_once", "overdue_cured_after_it_began", "settlement_once_a_quarter",
        "settlement_in_zone", "line_of_settlement", "line_of_installment", "line_once_an_installment",
        "line_parts_sum_to_interest", "line_overdue_without_subsidy", "line_state_known", "line_amounts_not_negative",
        "share_once", "share_of_line", "share_not_negative", "share_sum_is_subsidy", "reply_once_a_bank",
        "reply_of_settlement", "loan_layer_of_loan", "loan_claim_in_same_zone", "line_in_zone",
    ]

    public static var rules: [String] { explained.keys.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> LoanRejection? {
        if let explain = explained[rule] ?? ofClaims[rule] { return explain(Facts(facts)) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
