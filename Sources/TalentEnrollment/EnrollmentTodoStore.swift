import Casework

extension TodoSource {
    /// People who wait for a seat in a cohort that is about to start, and cohorts of ours that ended without an
    /// evaluation.
    public static let enrollment = TodoSource { until in
        "select due_on, kind, subject, facts from enrollment.todo where due_on <= \(until)"
    }
}
