import Store
import Zones

extension ClaimRejection {
    /// Rules with facts or with a case of their own, by the name under which the store refuses.
    private static let explained: [String: @Sendable (Facts) -> ClaimRejection] = [
        "claim_allows_step": { .stepUnknown(claim: $0[0], state: $0[1], act: $0[2]) },
        "claim_eligible": { .notEligible(subject: $0[0], verdict: $0[1], because: $0[2]) },
        "claim_in_time": { .late(decision: $0[0], until: $0[1]) },
        "claim_names_benefit": { .benefitUnnamed(benefits: $0[0]) },
        "claim_open_once": { _ in .openAlready },
        "claim_open_once_per_org": { _ in .openAlready },
        "claim_says_for_whom": { .scopeUnknown(claim: $0[0], scope: $0[1]) },
        "award_once": { .granted(scope: $0[0], claim: $0[1]) },
        "award_excluded": { .excluded(policy: $0[0], claim: $0[1], mode: $0[2]) },
        "claim_complete": { .incomplete(claim: $0[0], documents: $0[1]) },
        "claim_told_once": { .toldOnce(claim: $0[0], document: $0[1]) },
        "claim_decided_by_another": { .ownEntry(claim: $0[0]) },
        "requirement_deferrable": { .notDeferrable(claim: $0[0], requirement: $0[1]) },
        "requirement_open": { .notOpen(claim: $0[0], requirement: $0[1], document: $0[2]) },
        "claim_promise_once": { .notOpen(claim: $0[0], requirement: $0[1], document: $0[2]) },
        "policy_publishes": { .noNotice(claim: $0[0]) },
        "claim_published_first": { .publishFirst(claim: $0[0]) },
        "notice_over": { .noticeRuns(claim: $0[0], until: $0[1]) },
        "objections_dismissed": { .objection(claim: $0[0], number: $0[1], outcome: $0[2]) },
        "objection_in_time": { .objectionLate(claim: $0[0], until: $0[1]) },
        "promise_kept": { .promiseBroken(claim: $0[0], requirement: $0[1]) },
        "claim_overdue": { .notOverdue(claim: $0[0]) },
        "claim_return_has_reason": { .reasonMissing(claim: $0[0]) },
        "claim_version_current": { .policyChanged(claim: $0[0], version: $0[1], now: $0[2]) },
        "assessment_of_all_facts": { .factsChanged(claim: $0[0]) },
        "award_amount_current": { .amountChanged(claim: $0[0], reserved: yuan($0[1]), now: yuan($0[2])) },
        "award_amount_positive": { .nothingToGrant(claim: $0[0]) },
        "cap_not_exceeded": { .capReached(scope: $0[0], cap: yuan($0[1]), used: yuan($0[2])) },
        "budget_not_overspent": { .budgetShort(budget: $0[0], needed: yuan($0[1]), free: yuan($0[2])) },
        "award_has_budget": { .noBudget(zone: $0[0], policy: $0[1], year: $0[2], layer: $0[3]) },
        "award_covers_amount": { .awardShort(what: $0[0], amount: yuan($0[1]), there: yuan($0[2])) },
        "budget_amount_positive": { _ in .budgetZero },
        "budget_total_in_range": { _ in .budgetTooLarge },
        "budget_covers_reserved": { .belowReserved(budget: $0[0], fen: yuan($0[1])) },
        "budget_open": { .budgetClosed(budget: $0[0], on: $0[1]) },
        "budget_year_over": { .yearNotOver(budget: $0[0], year: $0[1]) },
        "budget_has_free": { .nothingFree(budget: $0[0]) },
        "budget_once_per_year_and_layer": { _ in .budgetThere },
        "ledger_append_only": { .ledgerKept(entry: $0[0]) },
        "claim_spouse_is_another": { _ in .spouseUnfit },
    ]

    private static let uniqueCodes: Set<String> = ["budget_code_once", "claim_code_once"]

    /// Constraints that the edge and the verbs keep; they hold against every other writer.
    private static let validity: Set<String> = [
        "budget_year_plausible", "budget_layer_known", "budget_reserved_not_negative", "budget_paid_not_negative",
        "budget_in_zone", "entry_act_known", "entry_from_known", "entry_to_known", "entry_amount_positive",
        "entry_between_two_accounts", "entry_of_budget", "default_step_kind_known", "default_step_days_positive",
        "default_step_pkey", "register_source_pkey", "claim_state_pkey", "claim_state_known", "claim_transition_once",
        "claim_round_positive", "claim_in_zone", "claim_of_somebody", "claim_person_in_same_zone",
        "claim_org_in_same_zone", "claim_spouse_in_same_zone", "claim_version_of_policy", "claim_benefit_of_version",
        "claim_decision_in_same_zone", "claim_dated_in_order", "claim_applied_unless_draft",
        "award_deducted_not_negative", "award_principal_positive", "award_months_positive", "award_state_known",
        "award_in_zone", "award_claim_in_same_zone", "award_decision_in_same_zone", "award_ended_on_record",
        "award_once_per_claim", "award_part_share_in_range", "award_part_not_negative",
        "award_part_reserved_not_negative", "award_part_paid_not_negative", "award_part_pkey",
        "award_part_within_amount", "award_part_of_award", "award_key_scope_known", "award_key_pkey",
        "award_key_of_award", "cap_used_not_negative", "award_cap_pkey", "claim_promise_due_later",
        "claim_promise_of_claim", "claim_objection_outcome_known", "claim_objection_once",
        "claim_objection_settled_on_record", "claim_objection_of_claim", "claim_told_of_claim",
    ]

    /// An amount in fen as yuan.
    private static func yuan(_ fen: String) -> String { Int64(fen).map { Money(fen: $0).description } ?? fen }

    public static var rules: [String] { explained.keys.sorted() + uniqueCodes.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> ClaimRejection? {
        if let explain = explained[rule] { return explain(Facts(facts)) }
        if uniqueCodes.contains(rule) { return .codeTaken(rule: rule) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
