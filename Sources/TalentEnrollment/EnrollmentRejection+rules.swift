import Store

extension EnrollmentRejection {
    /// Rules with facts or with a case of their own, by the name under which the store refuses.
    private static let explained: [String: @Sendable (Facts) -> EnrollmentRejection] = [
        "cohort_not_over": { .cohortOver(cohort: $0[0], lastDay: $0[1]) },
        "enrollment_one_per_cohort": { .alreadyInCohort(cohort: $0[0], person: $0[1]) },
        "cohort_not_judged": { .cohortJudged(cohort: $0[0], on: $0[1]) },
        "cohort_number_once": { _ in .cohortNumberTaken },
        "enrollment_allows_step": { .stepUnknown(enrollment: $0[0], state: $0[1], step: $0[2]) },
        "cohort_ends_after_start": { _ in .endsBeforeStart },
        "cohort_party_once": { _ in .zoneNamedTwice },
        "cohort_hosts_only": { .hostsOnly(cohort: $0[0]) },
        "session_within_cohort": { .sessionOutsideCohort(session: $0[0], day: $0[1], first: $0[2], last: $0[3]) },
        "session_held_by_now": { .sessionNotHeldYet(session: $0[0], day: $0[1]) },
        "session_recorded_alike": { .sessionRecordedOtherwise(session: $0[0], day: $0[1], hours: $0[2]) },
        "attendance_needs_seat": { .noSeat(enrollment: $0[0], state: $0[1]) },
        "cohort_ended": { .cohortNotEnded(cohort: $0[0], lastDay: $0[1]) },
        "completion_needs_sessions": { .noSessionRecorded(cohort: $0[0]) },
        "completion_facts_stand": { .factsChanged(cohort: $0[0]) },
        "certificate_needs_completion": { .notCompleted(enrollment: $0[0], state: $0[1]) },
        "certificate_one_per_enrollment": { .certificateIssued(enrollment: $0[0], certificate: $0[1]) },
        "certificate_immutable": { .certificateImmutable(certificate: $0[0]) },
    ]

    /// The same for quotas, modes of admission and moves.
    private static let ofPlaces: [String: @Sendable (Facts) -> EnrollmentRejection] = [
        "cohort_open": { .cohortClosed(cohort: $0[0]) },
        "zone_has_quota": { .zoneWithoutQuota(cohort: $0[0], releaseOn: $0[1]) },
        "cohort_mode_fits": { .otherMode(cohort: $0[0], mode: $0[1]) },
        "enrollment_prerequisites_met": {
            .keptOut(cohort: $0[0], person: $0[1], $0.all.dropFirst(2).map(Obstacle.init(stored:)))
        },
        "group_needs_first_come": { .groupNotSplittable(cohort: $0[0], mode: $0[1]) },
        "nomination_within_places": { .placesTaken(unit: $0[0], places: $0[1], used: $0[2]) },
        "cohort_has_seats": { .noSeatLeft(cohort: $0[0], full: $0[1]) },
        "draw_once": { .drawn(cohort: $0[0]) },
        "draw_still_to_come": { .drawn(cohort: $0[0]) },
        "offer_still_open": { .offerOver(enrollment: $0[0], lastDay: $0[1]) },
        "quota_needs_capacity": { .quotaWithoutLimit(cohort: $0[0]) },
        "quota_from_free_seats": { .quotaTooLarge(cohort: $0[0], zone: $0[1], possible: $0[2]) },
        "capacity_covers_enrolled": {
            .capacityBelowTaken(cohort: $0[0], seats: $0[1], taken: $0[2], leavers: $0[3], reserved: $0[4])
        },
        "cohort_closed": { .cohortNotClosed(cohort: $0[0]) },
        "transfer_between_cohorts": { .sameCohort(cohort: $0[0]) },
        "score_by_other_than_author": { _ in .reviewerNotFree(rule: "score_by_other_than_author") },
        "score_one_per_reviewer": { _ in .reviewerNotFree(rule: "score_one_per_reviewer") },
        "score_of_two_reviewers": { _ in .reviewerNotFree(rule: "score_of_two_reviewers") },
        "sign_in_code_fits": { .signInCodeWrong(session: $0[0]) },
        "sign_in_once": { .signedInBefore(enrollment: $0[0], session: $0[1]) },
        "quota_released_before_end": { .releasedTooLate(cohort: $0[0], lastDay: $0[1]) },
    ]

    private static let uniqueCodes: Set<String> = [
        "program_code_once", "cohort_code_once", "enrollment_code_once", "certificate_code_once",
        "certificate_verification_code_once",
    ]

    /// Constraints that the edge and the verbs keep; they hold against every other writer.
    private static let validity: Set<String> = [
        "program_audience_known", "cohort_number_positive", "cohort_party_level_known",
        "seats_not_negative",
        "seats_unlimited_has_no_number", "seats_not_oversold", "seats_nobody_waits_before_an_empty_seat",
        "transition_one_per_act", "enrollment_in_zone", "enrollment_state_known", "enrollment_person_in_same_zone",
        "enrollment_queue_number_once", "enrollment_number_while_waiting", "enrollment_seated_on_record",
        "enrollment_left_when_withdrawn", "recorded_session_once", "recorded_session_hours_plausible",
        "attendance_once", "attendance_enrollment_in_same_zone", "completion_rule_version_positive",
        "completion_rule_share_plausible", "completion_rule_version_once", "completion_rule_one_per_day",
        "completion_verdict_known", "completion_attended_within_recorded", "completion_enrollment_in_same_zone",
        "completion_share_reached", "completion_dated_when_completed", "certificate_issued_after_completion",
        "certificate_enrollment_in_same_zone",
        "cohort_mode_known", "cohort_offer_days_plausible", "cohort_party_place_positive",
        "seats_pool_taken_within_taken", "seats_pool_not_oversold", "seats_no_zone_waits_before_its_own_seat",
        "post_level_rank_once", "enrollment_post_level_known", "enrollment_unit_in_same_zone",
        "enrollment_passed_over_while_waiting", "enrollment_offer_while_admitted", "quota_seats_not_negative",
        "quota_once",
        "quota_of_party", "allotment_places_not_negative", "allotment_once", "allotment_unit_in_same_zone",
        "prerequisite_once", "prerequisite_min_age_plausible", "prerequisite_max_age_plausible",
        "prerequisite_post_level_known", "prerequisite_ages_in_order", "score_between_0_and_100",
        "score_once_per_position", "score_enrollment_in_same_zone", "transfer_at_one_time",
        "transfer_enrollment_in_same_zone", "recorded_session_code_form", "attendance_status_known",
        "completion_rule_counts_known", "completion_rule_leave_plausible", "enrollment_examination_known",
    ]

    public static var rules: [String] {
        explained.keys.sorted() + ofPlaces.keys.sorted() + uniqueCodes.sorted() + validity.sorted()
    }

    public static func refusing(_ rule: String, facts: [String]) -> EnrollmentRejection? {
        if let explain = explained[rule] ?? ofPlaces[rule] { return explain(Facts(facts)) }
        if uniqueCodes.contains(rule) { return .codeTaken(rule: rule) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
