import Postgres

extension CoreRejection {
    /// Codes, names and numbers that exist once.
    private static let uniqueness: Set<String> = [
        "zone_code_once", "zone_name_once", "organization_code_once", "organization_credit_code_once",
        "person_code_once", "person_once_per_zone", "identity_id_index_once", "document_code_once",
        "document_once_per_subject", "verification_code_pkey", "content_pkey", "calendar_day_pkey",
        "calendar_year_pkey", "loan_prime_rate_pkey", "organization_kind_pkey", "person_secret_once_per_field",
        "person_key_pkey",
        "archived_request_once", "reveal_once_per_request", "reveal_limit_pkey", "retention_period_pkey",
        "person_hold_once_per_case",
        "retention_source_pkey", "master_key_pkey", "master_key_one_in_use",
    ]

    /// Constraints of single values and of references, which the edge checks first: they hold against every other writer.
    private static let validity: Set<String> = [
        "zone_closed_after_opened", "membership_role_known", "membership_valid_in_order",
        "organization_credit_code_form",
        "organization_kind_fkey", "person_sex_known", "person_unit_in_same_zone", "person_merged_in_same_zone",
        "person_not_merged_into_itself", "calendar_year_plausible", "calendar_day_kind_known",
        "calendar_day_in_its_year",
        "loan_prime_rate_one_year_plausible", "loan_prime_rate_five_year_plausible", "content_sha256_length",
        "content_stored_in_known", "content_body_in_database", "content_matches_its_hash",
        "document_content_in_same_zone",
        "content_size_counted",
        "identity_id_index_length", "person_secret_field_known", "person_secret_names_its_key",
        "reveal_limit_per_hour_positive", "reveal_limit_per_day_enough", "reveal_person_in_same_zone",
        "retention_period_positive", "person_hold_released_after_placed", "person_hold_in_same_zone",
        "person_key_names_its_master", "master_key_id_length", "index_key_id_length", "index_key_one_row",
        "person_key_person_in_same_zone",
        "deadline_unit_known", "deadline_days_positive", "deadline_due_after_start", "deadline_paused_while_open",
        "deadline_one_per_leg", "review_outcome_known", "review_refusal_has_reason", "verification_code_form",
    ]

    private static let fourEyesRules: Set<String> = [
        "review_by_other_than_author", "review_one_step_per_person", "review_once_per_step",
    ]

    private static let explained = [
        "clock_set_outside_sample", "calendar_year_loaded", "rate_published_once", "merge_same_identity", "zone_open",
        "read_committed_only", "archived_year_over",
    ]

    public static var rules: [String] {
        uniqueness.sorted() + validity.sorted() + fourEyesRules.sorted() + explained
    }

    public static func refusing(_ rule: String, facts: [String]) -> CoreRejection? {
        let facts = Facts(facts)
        switch rule {
        case "clock_set_outside_sample": return .clockSetOutsideSample
        case "calendar_year_loaded": return .calendarYearNotLoaded(year: facts[0])
        case "rate_published_once": return .rateDiffers(day: facts[0])
        case "merge_same_identity": return .mergeOfDifferentPeople(duplicate: facts[0], kept: facts[1])
        case "read_committed_only": return .otherIsolation(level: facts[0])
        case "archived_year_over": return .yearNotOver(year: facts[0])
        case "zone_open": return .zoneClosed(code: facts[0], on: facts[1])
        case _ where uniqueness.contains(rule): return .taken(rule: rule)
        case _ where fourEyesRules.contains(rule): return .fourEyes(rule: rule)
        case _ where validity.contains(rule): return .invalid(rule: rule)
        default: return nil
        }
    }

    /// What the server's own SQLSTATEs of the store mean; nil for an error that is no rejection.
    public static func from(_ error: PostgresError) -> CoreRejection? {
        switch error.sqlState?.rawValue {
        case "ZB403":
            error.constraint == "role_needed"
                ? .roleNeeded(role: error.facts.first ?? "") : .zoneNeeded(wanted: error.facts.first ?? "")
        case "ZB404": .missing(noun: error.constraint ?? "", key: error.facts.first ?? "")
        case "ZB409": .requestReused(id: error.facts.first ?? "")
        case "42501": .privilegeNeeded(object: error.message)
        default: error.constraint.flatMap { refusing($0, facts: error.facts) }
        }
    }
}
