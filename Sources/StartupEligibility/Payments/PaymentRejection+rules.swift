import Store

extension PaymentRejection {
    private static let explained: [String: @Sendable (Facts) -> PaymentRejection] = [
        "payment_under_way": { .underWay(claim: $0[0]) },
        "payment_once_per_part": { _ in .underWay(claim: "") },
        "payment_has_payee": { .noAccount(claim: $0[0]) },
        "payment_account_corrected": { .accountNotCorrected(claim: $0[0]) },
        "payment_was_returned": { .notReturned(claim: $0[0]) },
        "payment_part_due": { .notDue(claim: $0[0], day: $0[1]) },
        "payment_of_no_loan": { .ofLoan(claim: $0[0]) },
        "payment_by_other_than_payee_author": { .ownPayee(claim: $0[0]) },
        "batch_not_sent": { .batchSent(batch: $0[0], state: $0[1]) },
        "batch_sent": { .batchNotSent(batch: $0[0], state: $0[1]) },
        "export_logged_first": { _ in .exportNotLogged },
        "result_line_once": { .lineTwice(payment: $0[0]) },
        "result_of_batch": { .lineForeign(payment: $0[0], batch: $0[1]) },
        "result_as_ordered": { .lineChanged(payment: $0[0], cell: $0[1], expected: $0[2], found: $0[3]) },
        "result_line_missing": { .lineMissing(payment: $0[0]) },
        "clawback_within_paid": { .clawbackTooMuch(claim: $0[0], fen: $0[1], there: $0[2]) },
        "clawback_not_overpaid": { _ in .receivedTooMuch },
        "receipt_once": { _ in .receiptTwice },
        "clawback_due_later": { .dayUnfit(day: $0[0]) },
        "receipt_day_by_now": { .dayUnfit(day: $0[0]) },
        "batch_code_once": { _ in .codeTaken(rule: "batch_code_once") },
        "clawback_code_once": { _ in .codeTaken(rule: "clawback_code_once") },
        "payment_code_once": { _ in .codeTaken(rule: "payment_code_once") },
        "payment_immutable": { .ordered(payment: $0[0]) },
    ]

    /// Rules of claims that a payment's verbs may meet.
    private static let ofClaims: [String: @Sendable (Facts) -> PaymentRejection] = [
        "claim_allows_step": { .claimNotPayable(claim: $0[0], state: $0[1]) },
        "award_covers_amount": { .awardShort(fen: $0[1]) },
    ]

    /// Constraints that the verbs keep; they hold against every other writer.
    private static let validity: Set<String> = [
        "payee_bank_code_form", "payee_in_zone", "payee_of_one_subject", "payee_names_its_key", "payee_index_length",
        "payee_person_in_same_zone", "payee_org_in_same_zone", "payee_one_in_use_of_person",
        "payee_one_in_use_of_org", "batch_not_empty", "batch_total_positive", "batch_state_known", "batch_in_zone",
        "batch_exported_on_record", "batch_sums_its_payments", "payment_part_positive", "payment_attempt_positive",
        "payment_amount_positive", "payment_state_known", "payment_in_zone", "payment_of_batch", "payment_of_claim",
        "payment_of_award", "payment_to_payee", "payment_settled_on_record", "payment_returned_with_reason",
        "result_once_a_file", "result_of_batch_on_record", "clawback_amount_positive",
        "clawback_received_not_negative", "clawback_in_zone", "clawback_of_claim", "clawback_closed_when_received",
        "instalment_amount_positive", "instalment_once", "instalment_of_clawback", "receipt_amount_positive",
        "receipt_of_clawback", "watch_rule_months_positive",
    ]

    public static var rules: [String] { explained.keys.sorted() + validity.sorted() }

    public static func refusing(_ rule: String, facts: [String]) -> PaymentRejection? {
        if let explain = explained[rule] ?? ofClaims[rule] { return explain(Facts(facts)) }
        return validity.contains(rule) ? .invalid(rule: rule) : nil
    }
}
