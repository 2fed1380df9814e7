import Store

extension EligibilityRejection {
    /// Rules with facts or with a case of their own, by the name under which the store refuses.
    private static let explained: [String: @Sendable (Facts) -> EligibilityRejection] = [
        "version_immutable": { .published(version: $0[0]) },
        "version_one_in_force": { _ in .overlapping },
        "version_ends_after_start": { _ in .endsBeforeStart },
        "version_late_claim_after_end": { _ in .endsBeforeStart },
        "fact_means_one_thing": { .otherFact(name: $0[0], type: $0[1], unit: $0[2]) },
        "version_published_by_another": { .secondPersonNeeded(policy: $0[0], version: $0[1]) },
        "version_zone_own": { .zoneOfOthers(policy: $0[0], zone: $0[1]) },
        "version_checked_as_it_is": { .changedMeanwhile(policy: $0[0], version: $0[1]) },
        "fact_column_of_list": { .columnWithoutList(name: $0[0]) },
        "fact_value_fits": { .valueUnfit(fact: $0[0], type: $0[1], value: $0[2]) },
        "fact_row_has_key": { .rowKey(fact: $0[0]) },
        "decision_immutable": { .decisionKept(decision: $0[0]) },
        "version_in_force": { .draft(policy: $0[0], version: $0[1]) },
        "version_ends_earlier": { .endsLater(version: $0[0], until: $0[1]) },
        "exclusion_of_another": { .excludesItself(policy: $0[0]) },
        "fact_observed_by_now": { .notYet(fact: $0[0], day: $0[1]) },
    ]

    private static let uniqueCodes: Set<String> = [
        "policy_code_once", "version_code_once", "parameter_once", "clause_code_once", "benefit_code_once",
        "case_code_once", "exclusion_once", "requirement_once", "step_once", "decision_code_once",
    ]

    /// Constraints that the edge and the verbs keep; they hold against every other writer.
    private static let validity: Set<String> = [
        "fact_name_form", "fact_type_known", "fact_unit_known", "fact_unit_of_integer", "fact_column_no_list",
        "fact_value_of_one_subject", "fact_value_person_in_same_zone", "fact_value_org_in_same_zone",
        "policy_subject_known", "policy_confidence_known", "policy_zone_once", "version_state_known",
        "version_published_on_record", "version_of_policy", "version_zone_once", "version_zone_of_version",
        "parameter_code_form", "parameter_type_known", "parameter_has_article", "clause_alternative_positive",
        "clause_has_article", "clause_cure_known", "clause_position_once", "clause_within_limit", "benefit_kind_known",
        "benefit_has_article", "benefit_stage_positive", "benefit_cap_scope_known", "benefit_once_per_known",
        "benefit_spread_in_range", "benefit_subsidy_in_range", "benefit_years_in_range", "benefit_position_once",
        "benefit_cap_has_scope", "benefit_months_of_monthly", "benefit_interest_of_loan", "case_verdict_known",
        "exclusion_mode_known", "exclusion_has_article", "requirement_deferrable_positive", "step_days_not_negative",
        "step_unit_known", "step_position_once", "decision_verdict_known", "decision_in_zone",
        "decision_of_one_subject", "decision_person_in_same_zone", "decision_org_in_same_zone",
        "decision_clause_one_way", "decision_window_in_order", "decision_hash_of_input", "outlook_verdict_known",
        "outlook_once", "outlook_person_in_same_zone", "outlook_clause_one_way", "outlook_window_in_order",
        "outlook_edge_once", "outlook_edge_person_in_same_zone",
    ]

    public static var rules: [String] { explained.keys.sorted() + uniqueCodes.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> EligibilityRejection? {
        if let explain = explained[rule] { return explain(Facts(facts)) }
        if uniqueCodes.contains(rule) { return .codeTaken(rule: rule) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
