import Casework
import Postgres
import Zones

extension TodoSource {
    /// The sessions of the week that ends on the day asked for, and among them those that nobody teaches yet.
    ///
    /// Facts: course, cohort, room (empty if unknown), time of the day.
    public static let schedule = TodoSource { until in
        """
        select due_on, kind, subject, facts from schedule.todo
        where due_on <= \(until) and due_on >= \(until) - 7
        """
    }
}
