import Postgres
import Store
import Zones

/// The rooms that the active zone owns or has a part in.
public enum VenueStore {
    /// Rooms by code.
    ///
    /// - Parameter seating: leaves out rooms for fewer people
    public static func list(_ session: Session, seating people: Int? = nil) throws -> [Venue] {
        try session.connection.rows(
            """
            select v.code, v.name, v.capacity, k.code, p.level, coalesce(l.guests, '{}'), coalesce(l.watchers, '{}'),
                v.features, v.consent_by
            from schedule.venue v
            left join schedule.venue_party p on p.venue_id = v.id and p.zone_id = (select core.active_zone())
            join core.zone k on k.id = v.zone_id
            left join schedule.lent() l on l.resource_kind = 'venue' and l.resource_id = v.id
            where v.capacity >= \(people ?? 0)
            order by v.code
            """,
            as: (Code, String, Int32, ZoneCode, PartyLevel?, [String], [String], [String], String?).self
        ).map {
            Venue(
                code: $0.0,
                name: $0.1,
                capacity: Int($0.2),
                owner: $0.3,
                level: $0.4,
                guests: $0.5,
                watchers: $0.6,
                features: $0.7,
                consentBy: $0.8
            )
        }
    }

    /// Adds a room of the active zone, under `code` or a new one. Answers its code.
    ///
    /// Refused with `SCH11` when the code is taken, in whatever zone, and `COR01` for a zone that there is not.
    /// - Parameters:
    ///   - guests: zones that may book it too
    ///   - watchers: zones that see when it is taken
    ///   - features: what it has, such as 投影
    ///   - consentBy: whom a zone asks that wants to book it; the owner's officers if nil
    ///   - hours: when it is open; always if none
    public static func add(
        code: Code?,
        name: String,
        capacity: Int,
        guests: [ZoneCode] = [],
        watchers: [ZoneCode] = [],
        features: [String] = [],
        consentBy: String? = nil,
        hours: OpeningHours = .init()
    ) -> Verb<String> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.add_venue(\(request), \(code), \(name), \(capacity), \(guests.map(\.text)),
                \(watchers.map(\.text)), \(features), \(consentBy), \(hours.weekdays), \(hours.opens), \(hours.closes))
            """
        } decode: {
            try $0.column(0)
        }
    }

    /// Rooms that the active zone may book and that are free at a time, the smallest first.
    ///
    /// - Parameters:
    ///   - people: how many they must seat
    ///   - features: what they must have
    public static func free(
        _ session: Session,
        at time: SessionTime,
        seating people: Int,
        features: [String] = []
    ) throws -> [FreeVenue] {
        try session.connection.rows(
            """
            select code, name, capacity, owner, features
            from schedule.free_venues(\(people), \(time.starts), \(time.ends), \(features))
            """,
            as: (Code, String, Int32, ZoneCode, [String]).self
        ).map { FreeVenue(code: $0.0, name: $0.1, capacity: Int($0.2), owner: $0.3, features: $0.4) }
    }
}

/// A room that is free at a time.
public struct FreeVenue: Sendable, Hashable {
    public let code: Code
    public let name: String
    /// How many people it seats.
    public let capacity: Int
    public let owner: ZoneCode
    public let features: [String]
}
