import Postgres
import Store
import Zones

/// How much rooms are used.
public enum UtilisationStore {
    /// The rooms that the active zone may ask about, by zone and code, and after them each zone's total; closures do not
    /// shorten the open hours.
    public static func list(_ session: Session, from first: Day, until last: Day) throws -> [Utilisation] {
        let hours = try AvailabilityStore.hours(session, of: .venue)
        var booked: [Code: (minutes: Int, sessions: Int)] = [:]
        for busy in try BusyStore.list(session, of: .venue, from: first, until: last) {
            booked[busy.resource, default: (0, 0)].minutes += Int(
                busy.starts.duration(until: busy.ends).components.seconds / 60
            )
            booked[busy.resource, default: (0, 0)].sessions += 1
        }
        let rooms = try VenueStore.list(session).filter { $0.level?.seesBusy ?? true }
        let rows = rooms.map { room in
            Utilisation(
                zone: room.owner,
                venue: room.code,
                openMinutes: Utilisation.minutes(hours[room.code] ?? OpeningHours(), from: first, until: last),
                bookedMinutes: booked[room.code]?.minutes ?? 0,
                sessions: booked[room.code]?.sessions ?? 0
            )
        }.sorted { ($0.zone, $0.venue?.text ?? "") < ($1.zone, $1.venue?.text ?? "") }
        let totals = Set(rows.map(\.zone)).sorted().map { zone in
            let own = rows.filter { $0.zone == zone }
            return Utilisation(
                zone: zone,
                venue: nil,
                openMinutes: own.reduce(0) { $0 + $1.openMinutes },
                bookedMinutes: own.reduce(0) { $0 + $1.bookedMinutes },
                sessions: own.reduce(0) { $0 + $1.sessions }
            )
        }
        return rows + totals
    }
}
