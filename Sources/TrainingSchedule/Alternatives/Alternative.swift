import Zones

/// Another place and time at which a session could be: it was tried, and undone.
public struct Alternative: Sendable, Hashable {
    public let venue: Code
    public let time: SessionTime

    public init(venue: Code, time: SessionTime) {
        self.venue = venue
        self.time = time
    }
}

/// A session that was refused, as far as alternatives to it matter.
public struct Wish: Sendable, Hashable {
    public var venue: Code
    public var instructor: Code?
    public var time: SessionTime
    /// How many people the room must seat; 0 for a cohort without limit.
    public var people: Int
    /// False for a series: its days are given by its rule.
    public var mayChangeDay: Bool

    public init(venue: Code, instructor: Code?, time: SessionTime, people: Int, mayChangeDay: Bool = true) {
        self.venue = venue
        self.instructor = instructor
        self.time = time
        self.people = people
        self.mayChangeDay = mayChangeDay
    }

    /// The earliest start and the latest end that are proposed, in minutes since midnight.
    static let proposed = 8 * 60...22 * 60

    /// The same day at other times, the nearest first.
    var otherTimes: [SessionTime] {
        let starts = time.starts.timeOfDay.minutes
        let minutes = Int(time.duration.components.seconds / 60)
        let steps = (1...28).flatMap { [$0 * 30, -$0 * 30] }
        return steps.compactMap { shift in
            let from = starts + shift
            guard Self.proposed.contains(from), Self.proposed.contains(from + minutes) else { return nil }
            return moved(byMinutes: shift)
        }
    }

    /// The same time on days around, the nearest first, later ones before earlier ones.
    var otherDays: [SessionTime] {
        mayChangeDay ? (1...14).flatMap { [$0, -$0] }.compactMap { moved(byMinutes: $0 * 1_440) } : []
    }

    private func moved(byMinutes shift: Int) -> SessionTime? {
        guard let starts = try? time.starts.adding(.seconds(shift * 60)),
            let ends = try? time.ends.adding(.seconds(shift * 60))
        else { return nil }
        return try? SessionTime(starts: starts, ends: ends)
    }
}
