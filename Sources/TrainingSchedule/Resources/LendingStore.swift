import Postgres
import Store
import Zones

/// What zones have agreed to lend each other, and when their rooms and instructors are not there.
public enum LendingStore {
    /// Agrees that another zone books a room or an instructor of the active zone. Answers the resource's code.
    ///
    /// Refused with `COR01` for what the active zone does not own and for a zone that there is not, `SCH04` for days in
    /// the wrong order, `SCH32` for the active zone itself.
    /// - Parameters:
    ///   - hours: training hours in all; as many as are planned if nil
    ///   - consent: who agreed, by which letter or call
    public static func lend(
        _ kind: ResourceKind,
        _ resource: Code,
        to zone: ZoneCode,
        from first: Day? = nil,
        until last: Day? = nil,
        hours: Int? = nil,
        consent: String
    ) -> Verb<String> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.lend(\(request), \(kind.rawValue), \(resource), \(zone), \(first), \(last), \(hours),
                \(consent))
            """
        } decode: {
            try $0.column(0)
        }
    }

    /// Closes a room, or says when an instructor cannot come. Answers how many sessions to come are met by it: they stay
    /// until people move them.
    ///
    /// Refused with `COR01` for what the active zone does not own, `SCH04` for an end that is not after the start.
    public static func close(
        _ kind: ResourceKind,
        _ resource: Code,
        from: Instant,
        until: Instant,
        reason: String
    ) -> Verb<Int> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.close_resource(\(request), \(kind.rawValue), \(resource), \(from), \(until), \(reason))
            """
        } decode: {
            try $0.integer(1)
        }
    }

    /// The consents that the active zone gave or was given, by resource and day.
    public static func list(_ session: Session) throws -> [Lending] {
        try session.connection.rows(
            """
            select case when n.venue_id is not null then 'venue' else 'instructor' end, coalesce(v.code, i.code),
                f.code, t.code, n.valid_from, n.valid_until, n.hours, n.consent, n.agreed_by, n.agreed_at
            from schedule.lending n
            join core.zone f on f.id = n.from_zone_id
            join core.zone t on t.id = n.to_zone_id
            left join schedule.venue v on v.id = n.venue_id
            left join schedule.instructor i on i.id = n.instructor_id
            order by 1, 2, n.valid_from nulls first, n.id
            """,
            as: (String, Code, ZoneCode, ZoneCode, Day?, Day?, Int32?, String, String, Instant).self
        ).map {
            Lending(
                kind: $0.0,
                resource: $0.1,
                from: $0.2,
                to: $0.3,
                firstDay: $0.4,
                lastDay: $0.5,
                hours: $0.6.map(Int.init),
                consent: $0.7,
                agreedBy: $0.8,
                agreedAt: $0.9
            )
        }
    }
}

/// A consent: one zone lets another book a room or an instructor.
public struct Lending: Sendable, Hashable {
    /// `venue` or `instructor`.
    public let kind: String
    public let resource: Code
    public let from: ZoneCode
    public let to: ZoneCode
    /// Nil for no bound.
    public let firstDay: Day?
    public let lastDay: Day?
    /// Training hours in all; nil for as many as are planned.
    public let hours: Int?
    /// Who agreed, by which letter or call.
    public let consent: String
    /// The login that recorded it.
    public let agreedBy: String
    public let agreedAt: Instant
}
