import Casework
import Postgres
import Zones

extension TodoSource {
    /// The sessions of the last eight days that are asked for (the coming week, today included), and among them those that
    /// nobody teaches yet. Facts: course, cohort, room (empty if unknown), time of the day.
    public static let schedule = TodoSource { until in
        """
        select due_on, kind, subject, facts from schedule.todo
        where due_on <= \(until) and due_on >= \(until) - 7
        """
    }
}
