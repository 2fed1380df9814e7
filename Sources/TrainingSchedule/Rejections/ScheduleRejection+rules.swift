import Store

extension ScheduleRejection {
    private static let codes: [String: ScheduleNoun] = [
        "venue_code_once": .venue, "instructor_code_once": .instructor, "course_code_once": .course,
        "session_code_once": .session,
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
        "booking_of_cohort",
    ]

    private static let explained = [
        "session_room_not_double_booked", "session_instructor_not_double_booked", "session_cohort_not_double_booked",
        "session_ends_after_start", "session_within_one_day", "session_hours_fit", "session_venue_seats_cohort",
        "session_venue_lent", "session_instructor_lent", "cohort_planned_by_host", "session_still_scheduled",
        "session_kept_by_zone",
    ]

    public static var rules: [String] { explained + codes.keys.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> ScheduleRejection? {
        let known = Facts(facts)
        switch rule {
        case "session_room_not_double_booked": return .roomTaken(Overlap.read(facts))
        case "session_instructor_not_double_booked": return .instructorTaken(Overlap.read(facts))
        case "session_cohort_not_double_booked": return .cohortTaken(Overlap.read(facts))
        case "session_ends_after_start": return .endsBeforeStart
        case "session_within_one_day": return .overMidnight
        case "session_hours_fit": return .hoursDoNotFit
        case "session_venue_seats_cohort":
            return .roomTooSmall(venue: known[0], seats: known[1], cohort: known[2], people: known[3])
        case "session_venue_lent": return .roomNotLent(venue: known[0], owner: known[1])
        case "session_instructor_lent": return .instructorNotLent(instructor: known[0], home: known[1])
        case "cohort_planned_by_host": return .plannedByHost(cohort: known[0])
        case "session_still_scheduled": return .alreadyCancelled(session: known[0])
        case "session_kept_by_zone":
            return .keptByOtherZone(session: known[0], zone: known[1], contact: known[2])
        case _ where validity.contains(rule): return .invalid(rule: rule)
        default: return codes[rule].map(ScheduleRejection.taken)
        }
    }
}
