import Casework

extension TodoSource {
    /// What claims wait for beyond their running clocks, and budgets of years that are over.
    public static let eligibility = TodoSource { until in
        """
        select due_on, kind, subject, facts from eligibility.todo where due_on <= \(until)
        """
    }
}
