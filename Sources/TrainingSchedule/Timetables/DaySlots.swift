import Zones

/// The times of a day at which lectures may begin and end, in order; they do not overlap.
public struct DaySlots: Sendable, Hashable {
    public struct Slot: Sendable, Hashable {
        public let from: TimeOfDay
        public let until: TimeOfDay

        /// The slot on a day.
        func on(_ day: Day) -> TimeSpan { TimeSpan(starts: Instant(day, from), ends: Instant(day, until)) }
        var minutes: Int { until.minutes - from.minutes }
    }

    public let slots: [Slot]

    /// Two in the morning, two in the afternoon, one in the evening, ninety minutes each.
    public static let usual = "09:00-10:30,10:45-12:15,14:00-15:30,15:45-17:15,19:00-20:30"

    /// Slots in the form `09:00-10:30,14:00-15:30`; refuses `SCH16` anything else.
    public init(_ text: String) throws(ScheduleRejection) {
        var slots: [Slot] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            guard ends.count == 2, let from = try? TimeOfDay(iso: ends[0]), let until = try? TimeOfDay(iso: ends[1]),
                from < until
            else { throw .nothingToPlan(.slots(text)) }
            slots.append(Slot(from: from, until: until))
        }
        slots.sort { $0.from < $1.from }
        guard zip(slots, slots.dropFirst()).allSatisfy({ $0.until <= $1.from }) else {
            throw .nothingToPlan(.slots(text))
        }
        self.slots = slots
    }

    /// These slots, and before them the times of sessions that exist: what overlaps an earlier one is left out.
    func joined(with times: [TimeSpan]) -> DaySlots {
        var taken: [Slot] = []
        for slot in times.map({ Slot(from: $0.starts.timeOfDay, until: $0.ends.timeOfDay) }) + slots
        where !taken.contains(where: { $0.from < slot.until && slot.from < $0.until }) {
            taken.append(slot)
        }
        return DaySlots(sorted: taken.sorted { $0.from < $1.from })
    }

    private init(sorted slots: [Slot]) {
        self.slots = slots
    }
}

/// A time from one instant to another.
public struct TimeSpan: Sendable, Hashable {
    public let starts: Instant
    public let ends: Instant

    public init(starts: Instant, ends: Instant) {
        self.starts = starts
        self.ends = ends
    }

    func overlaps(_ other: TimeSpan) -> Bool { starts < other.ends && other.starts < ends }
}
