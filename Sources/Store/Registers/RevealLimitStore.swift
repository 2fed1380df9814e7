import Postgres
import Zones

/// How many looks at sealed values a login has, from a day on.
public struct RevealLimit: Sendable, Hashable {
    public let validFrom: Day
    public let perHour: Int
    public let perDay: Int
}

/// The limits of looks at sealed values.
public enum RevealLimitStore {
    /// All limits, in the order of the days from which they hold.
    public static func limits(_ session: Session) throws -> [RevealLimit] {
        try session.connection.rows(
            "select valid_from, per_hour, per_day from core.reveal_limit order by valid_from",
            as: (Day, Int32, Int32).self
        ).map { RevealLimit(validFrom: $0.0, perHour: Int($0.1), perDay: Int($0.2)) }
    }

    /// Another limit from today or a later day on.
    ///
    /// Refused for an earlier day, or one on which the last limit holds already (`PER08`).
    public static func set(from day: Day, perHour: Int, perDay: Int) -> Verb<Void> {
        Verb(
            refusedAs: PersonRejection.self,
            { request in "select core.set_reveal_limit(\(request), \(day), \(Int32(perHour)), \(Int32(perDay)))" },
            decode: { _ in }
        )
    }
}
