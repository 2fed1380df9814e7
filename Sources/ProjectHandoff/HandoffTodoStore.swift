import Casework

extension TodoSource {
    /// Offers that wait for the active zone's answer, or for the other side's.
    public static let handoff = TodoSource { until in
        "select due_on, kind, subject, facts from handoff.todo where due_on <= \(until)"
    }
}
