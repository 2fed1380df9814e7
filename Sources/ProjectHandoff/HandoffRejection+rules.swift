import Store

extension HandoffRejection {
    /// Rules of a handoff with facts or with a case of their own, by the name under which the store refuses.
    private static let steps: [String: @Sendable (Facts) -> HandoffRejection] = [
        "handoff_allows_step": { .stepUnknown(handoff: $0[0], state: $0[1], action: $0[2], heldBy: $0[3]) },
        "handoff_side": {
            .otherSide(handoff: $0[0], action: $0[1], side: $0[2], state: $0[3], heldBy: $0[4])
        },
        "receiver_has_squad": { .noSquad(handoff: $0[0], project: $0[1], heldBy: $0[2]) },
        "part_held_by_sender": { .notHeld(project: $0[0], heldBy: $0[1]) },
        "handoff_between_two_zones": { .sameZone(project: $0[0]) },
        "receiver_open": { .receiverClosed(zone: $0[0], closedOn: $0[1], project: $0[2], heldBy: $0[3]) },
        "handoff_one_open_per_part": { .onOffer(project: $0[0], handoff: $0[1], state: $0[2], heldBy: $0[3]) },
        "handoff_open_once_per_zone": { .onOffer(project: $0[0], handoff: $0[1], state: $0[2], heldBy: $0[3]) },
        "handoff_in_time": { .answerLate(handoff: $0[0], dueOn: $0[1], state: $0[2], heldBy: $0[3]) },
        "handoff_time_goes_forward": { .backdated(handoff: $0[0], since: $0[1], state: $0[2], heldBy: $0[3]) },
        "correction_by_two_people": { .secondPersonNeeded(handoff: $0[0], until: $0[1]) },
        "handoff_version": { .stale(handoff: $0[0], version: $0[2], state: $0[3], heldBy: $0[4]) },
        "project_kind_may_move": { .kindStays(project: $0[0], kind: $0[1]) },
        "offer_complete": { .incomplete(project: $0[0], lacking: $0[1]) },
        "handoff_lapses_when_due": { .notOverdue(handoff: $0[0], dueOn: $0[1]) },
        "handoff_landed_after_acceptance": { .landingDay(handoff: $0[0], acceptedOn: $0[1]) },
        "credit_sums_to_whole": { .sharesNotWhole(measure: $0[0], basisPoints: $0[1]) },
        "credit_whole_every_day": { .sharesNotWhole(measure: $0[0], basisPoints: $0[1]) },
        "amount_day_open": { .amountDay(project: $0[0], day: $0[1]) },
        "credit_year_over": { .yearNotOver(year: $0[0]) },
        "credit_year_has_amounts": { .yearEmpty(project: $0[0], year: $0[1]) },
    ]

    /// The same of leads, projects, squads, evaluations and commitments.
    private static let work: [String: @Sendable (Facts) -> HandoffRejection] = [
        "squad_one_role_per_person": { .twoRoles(project: $0[0], person: $0[1]) },
        "squad_role_filled": { .roleVacant(project: $0[0], role: $0[1]) },
        "squad_swap_changes": { .sameMember(project: $0[0], role: $0[1]) },
        "project_stage_known": { _ in .stageUnknown },
        "stage_goes_forward": { .stageBackwards(project: $0[0], stage: $0[1], wanted: $0[2]) },
        "stage_day_in_order": { .stageDay(project: $0[0], day: $0[1], last: $0[2]) },
        "stage_shares_credit": { .stageShared(project: $0[0], stage: $0[1], on: $0[2]) },
        "obligation_open": { .obligationKept(code: $0[0], on: $0[1]) },
        "lead_has_route": { .noRoute(lead: $0[0], industry: $0[1]) },
        "lead_assessed_once": { .leadAssessed(lead: $0[0], verdict: $0[1]) },
        "dispute_has_holder": { .nothingToDispute(lead: $0[0]) },
        "dispute_between_two_zones": { .nothingToDispute(lead: $0[0]) },
        "dispute_once_open": { .disputeOnce(dispute: $0[0]) },
        "dispute_decided_once": { .disputeOnce(dispute: $0[0]) },
        "dispute_won_by_a_party": { _ in .winnerNoParty },
        "score_covers_rubric": { .scoreIncomplete(project: $0[0], criteria: $0[1]) },
        "score_once_per_scorer": { _ in .scoredTwice },
        "evaluation_two_scorers": { .scoringClosed(project: $0[0]) },
        "ranking_month_over": { .monthNotOver(month: $0[0]) },
        "assessment_covers_criteria": { .assessmentIncomplete(project: $0[0], criteria: $0[1]) },
        "commitment_kind_allowed": { .kindExcluded(project: $0[0], kind: $0[1]) },
        "commitment_after_assessment": { .assessmentNeeded(project: $0[0], level: $0[1]) },
        "commitment_not_banned": { .banned(project: $0[0], until: $0[1]) },
        "inspection_follows": { .inspectionUnfit(commitment: $0[0], item: $0[1], outcome: $0[3], dueOn: $0[4]) },
    ]

    private static let uniqueCodes: Set<String> = [
        "project_code_once", "handoff_code_once", "lead_code_once", "obligation_code_once", "dispute_code_once",
        "commitment_code_once", "route_code_once", "part_name_once",
    ]

    private static let amounts: Set<String> = [
        "project_investment_in_range", "lead_investment_in_range", "amount_in_range", "amount_refund_in_range",
        "obligation_amount_positive", "credit_floor_not_negative", "project_energy_not_negative",
    ]

    private static let once: Set<String> = [
        "settlement_once", "ranking_once", "commitment_once_per_project", "stage_entered_once",
    ]

    private static let words: Set<String> = [
        "project_kind_known", "credit_measure_known", "amount_measure_known", "obligation_measure_known",
    ]

    public static var rules: [String] {
        steps.keys.sorted() + work.keys.sorted() + uniqueCodes.sorted() + amounts.sorted() + once.sorted()
            + words.sorted() + validity.sorted()
    }

    public static func refusing(_ rule: String, facts: [String]) -> HandoffRejection? {
        if let explain = steps[rule] ?? work[rule] { return explain(Facts(facts)) }
        if uniqueCodes.contains(rule) { return .codeTaken(rule: rule) }
        if amounts.contains(rule) { return .amountOutOfRange(rule: rule) }
        if once.contains(rule) { return .doneBefore(rule: rule) }
        if words.contains(rule) { return .wordUnknown(rule: rule) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
