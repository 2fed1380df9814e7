import Store

extension HandoffRejection {
    /// Rules with facts or with a case of their own, by the name under which the store refuses.
    private static let explained: [String: @Sendable (Facts) -> HandoffRejection] = [
        "handoff_allows_step": { .stepUnknown(handoff: $0[0], state: $0[1], action: $0[2], heldBy: $0[3]) },
        "handoff_side": { .otherSide(handoff: $0[0], action: $0[1], side: $0[2]) },
        "receiver_has_squad": { .noSquad(handoff: $0[0], project: $0[1]) },
        "part_held_by_sender": { .notHeld(project: $0[0], heldBy: $0[1]) },
        "handoff_between_two_zones": { .sameZone(project: $0[0]) },
        "receiver_open": { .receiverClosed(zone: $0[0], closedOn: $0[1]) },
        "handoff_one_open_per_part": { _ in .onOffer },
        "credit_sums_to_whole": { .sharesNotWhole(measure: $0[0], basisPoints: $0[1]) },
        "squad_one_role_per_person": { _ in .twoRoles },
        "project_stage_known": { _ in .stageUnknown },
        "handoff_in_time": { .answerLate(handoff: $0[0], dueOn: $0[1]) },
    ]

    private static let uniqueCodes: Set<String> = ["project_code_once", "handoff_code_once"]

    /// Constraints that the edge and the verbs keep; they hold against every other writer.
    private static let validity: Set<String> = [
        "stage_position_once", "project_in_zone_of_origin", "founder_of_project_of_same_zone", "founder_in_same_zone",
        "founder_organization_in_same_zone", "project_party_level_known", "project_party_once", "part_epoch_positive",
        "part_name_once", "squad_role_known", "squad_valid_not_empty", "squad_person_in_same_zone",
        "squad_one_person_per_role", "rule_side_known", "rule_days_positive", "rule_once", "history_in_sequence",
        "history_follows_a_rule", "credit_measure_known", "credit_share_in_range", "credit_share_once",
    ]

    public static var rules: [String] { explained.keys.sorted() + uniqueCodes.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> HandoffRejection? {
        if let explain = explained[rule] { return explain(Facts(facts)) }
        if uniqueCodes.contains(rule) { return .codeTaken(rule: rule) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
