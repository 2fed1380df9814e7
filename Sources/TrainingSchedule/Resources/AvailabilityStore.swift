import Postgres
import Store
import Zones

/// When rooms are open and instructors can be had.
public enum AvailabilityStore {
    /// The weekly hours of the rooms or instructors that the active zone may ask about; who has none is not in it.
    public static func hours(_ session: Session, of kind: ResourceKind) throws -> [Code: OpeningHours] {
        let rows = try session.connection.rows(
            """
            select resource_code, weekday, opens_minute, closes_minute from schedule.availability()
            where resource_kind = \(kind.rawValue) and weekday is not null
            """,
            as: (Code, Int32, Int32, Int32).self
        )
        return Dictionary(grouping: rows, by: \.0).mapValues { rows in
            OpeningHours(rows.map { OpeningHours.Span(weekday: Int($0.1), opens: Int($0.2), closes: Int($0.3)) })
        }
    }

    /// The closures of rooms or instructors that end after an instant, by resource and start.
    public static func closures(_ session: Session, of kind: ResourceKind, after: Instant) throws -> [Closure] {
        try session.connection.rows(
            """
            select resource_code, closed_from, closed_until, reason from schedule.availability()
            where resource_kind = \(kind.rawValue) and closed_until > \(after)
            """,
            as: (Code, Instant, Instant, String?).self
        ).map { Closure(resource: $0.0, from: $0.1, until: $0.2, reason: $0.3) }
    }
}

/// A time at which a room cannot be used or an instructor cannot come.
public struct Closure: Sendable, Hashable {
    public let resource: Code
    public let from: Instant
    public let until: Instant
    /// Told to its own zone only.
    public let reason: String?
}
