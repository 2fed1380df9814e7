import Store

extension ScheduleRejection {
    private static let codes: [String: ScheduleNoun] = [
        "venue_code_once": .venue, "instructor_code_once": .instructor, "course_code_once": .course,
        "session_code_once": .session, "series_code_once": .series,
        "proposal_code_once": .proposal,
    ]

    /// Constraints of single values and of references, which the edge and the verbs check first: they hold against
    /// every other writer.
    private static let validity: Set<String> = [
        "party_level_once", "venue_capacity_positive", "venue_of_zone", "venue_party_of_zone", "venue_party_of_venue",
        "venue_party_level_known", "venue_party_once", "venue_one_owner", "instructor_of_zone",
        "instructor_party_of_zone", "instructor_party_of_instructor", "instructor_party_level_known",
        "instructor_party_once", "instructor_one_owner", "course_of_zone", "course_of_cohort", "course_in_cohort",
        "session_of_zone", "session_of_cohort", "session_course_of_cohort", "session_in_venue",
        "session_taught_by_instructor", "session_state_known", "session_time_and_state", "booking_follows_session",
        "booking_of_one_resource", "booking_once_per_session", "booking_of_venue", "booking_of_instructor",
        "booking_of_cohort", "booking_of_trainee", "instructor_weekly_hours_positive", "opening_of_venue",
        "opening_of_instructor", "opening_weekday_known", "opening_of_one_resource", "opening_in_order",
        "closure_of_venue", "closure_of_instructor", "closure_of_one_resource", "lending_by_zone", "lending_to_zone",
        "lending_of_venue", "lending_of_instructor", "lending_hours_positive", "lending_of_one_resource",
        "series_of_zone", "series_of_cohort", "series_holidays_known", "series_makeup_days_known",
        "series_course_of_cohort", "session_of_series", "session_once_per_rule_date", "session_dated_by_rule",
        "skipped_in_series", "skipped_reason_known", "skipped_once", "change_of_session", "change_kind_known",
        "change_once_per_sequence", "change_has_reason", "course_lectures_not_negative", "course_taught_by_instructor",
        "course_minimum_days_positive", "proposal_of_zone", "proposal_in_zone", "proposal_line_of_proposal",
        "proposal_line_of_course", "proposal_line_of_session", "proposal_line_in_venue", "proposal_line_by_instructor",
        "proposal_line_moves_from_somewhere",
    ]

    private static let explained = [
        "session_room_not_double_booked", "session_instructor_not_double_booked", "session_cohort_not_double_booked",
        "session_trainee_not_double_booked", "session_ends_after_start", "closure_in_order",
        "lending_days_in_order", "session_within_one_day", "session_hours_fit", "session_venue_seats_cohort",
        "session_venue_lent", "session_instructor_lent", "session_within_lent_hours", "lending_to_other_zone",
        "session_venue_equipped", "session_venue_open", "session_venue_usable", "session_instructor_versed",
        "session_instructor_available", "session_instructor_present", "session_within_weekly_hours",
        "cohort_planned_by_host", "session_still_scheduled", "session_kept_by_zone", "session_not_begun",
        "session_begun", "session_unchanged_meanwhile", "session_swapped_with_other", "session_substituted_by_other",
        "session_of_a_series", "series_date_skipped", "proposal_not_applied",
        "session_on_day_of_series",
    ]

    public static var rules: [String] { explained + codes.keys.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> ScheduleRejection? {
        if let noun = codes[rule] { return .taken(noun) }
        if validity.contains(rule) { return .invalid(rule: rule) }
        return overlapping(rule, facts) ?? resource(rule, Facts(facts)) ?? session(rule, Facts(facts))
    }

    private static func overlapping(_ rule: String, _ facts: [String]) -> ScheduleRejection? {
        switch rule {
        case "session_room_not_double_booked": .roomTaken(Overlap.read(facts))
        case "session_instructor_not_double_booked": .instructorTaken(Overlap.read(facts))
        case "session_cohort_not_double_booked": .cohortTaken(Overlap.read(facts))
        case "session_trainee_not_double_booked": .traineesTaken(Overlap.read(facts))
        default: nil
        }
    }

    private static func resource(_ rule: String, _ known: Facts) -> ScheduleRejection? {
        switch rule {
        case "session_venue_seats_cohort":
            .roomTooSmall(venue: known[0], seats: known[1], cohort: known[2], people: known[3])
        case "session_venue_lent": .roomNotLent(venue: known[0], owner: known[1], askFor: known[2])
        case "session_instructor_lent": .instructorNotLent(instructor: known[0], home: known[1])
        case "session_within_lent_hours":
            .lentHoursUsed(resource: known[0], owner: known[1], lent: known[2], planned: known[3])
        case "lending_to_other_zone": .lentToItself
        case "session_venue_equipped": .roomNotEquipped(venue: known[0], missing: known[1])
        case "session_venue_open": .outsideHours(.venue, resource: known[0])
        case "session_instructor_available": .outsideHours(.instructor, resource: known[0])
        case "session_venue_usable": .closed(.venue, resource: known[0], from: known[1], until: known[2])
        case "session_instructor_present": .closed(.instructor, resource: known[0], from: known[1], until: known[2])
        case "session_instructor_versed": .notVersed(instructor: known[0], subject: known[1])
        case "session_within_weekly_hours":
            .weekFull(instructor: known[0], limit: known[1], planned: known[2], monday: known[3])
        default: nil
        }
    }

    private static func session(_ rule: String, _ known: Facts) -> ScheduleRejection? {
        switch rule {
        case "session_ends_after_start", "closure_in_order", "lending_days_in_order": .endsBeforeStart
        case "session_within_one_day": .overMidnight
        case "session_hours_fit": .hoursDoNotFit
        case "cohort_planned_by_host": .plannedByHost(cohort: known[0])
        case "session_still_scheduled": .alreadyCancelled(session: known[0])
        case "session_kept_by_zone": .keptByOtherZone(session: known[0], zone: known[1], contact: known[2])
        case "session_not_begun": .begun(session: known[0], starts: known[1])
        case "session_begun": .notBegun(session: known[0], starts: known[1])
        case "session_unchanged_meanwhile":
            .changedMeanwhile(
                session: known[0],
                EarlierChange(
                    by: known[1],
                    at: known[2],
                    kind: known[3],
                    starts: known[4],
                    ends: known[5],
                    venue: known[6],
                    instructor: known[7]
                )
            )
        case "session_swapped_with_other": .swappedWithItself(session: known[0])
        case "session_substituted_by_other": .substitutedByThemselves(session: known[0], instructor: known[1])
        case "session_of_a_series": .ofNoSeries(session: known[0])
        case "proposal_not_applied": .proposalApplied(proposal: known[0], at: known[1])
        case "session_on_day_of_series":
            .dayLeftOut(
                session: known[0],
                day: known[1],
                SeriesPlan.Reason(rawValue: known[2]) ?? .holiday,
                series: known[3]
            )
        case "series_date_skipped": .dateNotSkipped(series: known[0], day: known[1])
        default: nil
        }
    }
}
