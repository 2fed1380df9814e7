import Zones

/// How much of the hours that rooms are open they are used.
public struct Utilisation: Sendable, Hashable {
    public let zone: ZoneCode
    /// Nil for all rooms of the zone together.
    public let venue: Code?
    public let openMinutes: Int
    public let bookedMinutes: Int
    public let sessions: Int

    /// Booked per open; nil for a room that is never open.
    public var share: Rate? {
        openMinutes > 0 ? Rate(partsPerMillion: Int64(bookedMinutes * 1_000_000 / openMinutes)) : nil
    }

    /// From eight to ten at night, every day: what counts for a room without weekly hours.
    static let assumed = OpeningHours((1...7).map { OpeningHours.Span(weekday: $0, opens: 8 * 60, closes: 22 * 60) })

    /// The minutes that hours have on some days, both included.
    static func minutes(_ hours: OpeningHours, from first: Day, until last: Day) -> Int {
        let days = first.days(until: last) + 1
        guard days > 0 else { return 0 }
        let hours = hours.spans.isEmpty ? assumed : hours
        return (1...7).reduce(0) { total, weekday in
            // Whole weeks, and one more for the weekdays that the rest has.
            let offset = (weekday - first.weekday + 7) % 7
            return total + hours.minutes(on: weekday) * (days / 7 + (offset < days % 7 ? 1 : 0))
        }
    }
}
