import Store

extension EnrollmentRejection {
    /// Rules with facts or with a case of their own, by the name under which the store refuses.
    private static let explained: [String: @Sendable (Facts) -> EnrollmentRejection] = [
        "cohort_not_over": { .cohortOver(cohort: $0[0], lastDay: $0[1]) },
        "enrollment_one_per_cohort": { .alreadyInCohort(cohort: $0[0], person: $0[1]) },
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

    private static let uniqueCodes: Set<String> = [
        "program_code_once", "cohort_code_once", "enrollment_code_once", "certificate_code_once",
        "certificate_verification_code_once",
    ]

    /// Constraints that the edge and the verbs keep; they hold against every other writer.
    private static let validity: Set<String> = [
        "program_audience_known", "cohort_number_positive", "cohort_party_level_known",
        "seats_capacity_not_negative", "seats_taken_not_negative", "seats_waiting_not_negative",
        "seats_unlimited_has_no_number", "seats_not_oversold", "seats_nobody_waits_before_an_empty_seat",
        "transition_one_per_act", "enrollment_in_zone", "enrollment_state_known", "enrollment_person_in_same_zone",
        "enrollment_queue_number_once", "enrollment_number_while_waiting", "enrollment_seated_on_record",
        "enrollment_left_when_withdrawn", "recorded_session_once", "recorded_session_hours_plausible",
        "attendance_once", "attendance_enrollment_in_same_zone", "completion_rule_version_positive",
        "completion_rule_share_plausible", "completion_rule_version_once", "completion_rule_one_per_day",
        "completion_verdict_known", "completion_attended_within_recorded", "completion_enrollment_in_same_zone",
        "completion_share_reached", "completion_dated_when_completed", "certificate_issued_after_completion",
        "certificate_enrollment_in_same_zone",
    ]

    public static var rules: [String] { explained.keys.sorted() + uniqueCodes.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> EnrollmentRejection? {
        if let explain = explained[rule] { return explain(Facts(facts)) }
        if uniqueCodes.contains(rule) { return .codeTaken(rule: rule) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
