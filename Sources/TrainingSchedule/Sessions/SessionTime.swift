import Zones

/// The hours of a session: from `starts` up to but not including `ends`, on one day of zone time.
///
/// Half-open: a session that starts when another ends does not overlap it.
public struct SessionTime: Sendable, Hashable {
    public let starts: Instant
    public let ends: Instant

    /// One training hour (学时).
    public static let trainingHour = Duration.seconds(45 * 60)

    /// Hours of a session.
    ///
    /// Refuses with `SCH04` an end at or before the start, with `SCH05` an end on another day; midnight is the next one's.
    public init(starts: Instant, ends: Instant) throws(ScheduleRejection) {
        guard starts < ends else { throw .endsBeforeStart }
        guard starts.day == ends.day else { throw .overMidnight }
        self.starts = starts
        self.ends = ends
    }

    /// How long it takes.
    public var duration: Duration { starts.duration(until: ends) }

    /// The whole training hours of 45 minutes that fit.
    public var trainingHours: Int { Int(duration.components.seconds / SessionTime.trainingHour.components.seconds) }

    /// `wanted` training hours, or as many as fit when nil; refuses `SCH06` more than that.
    public func counting(_ wanted: Int?) throws(ScheduleRejection) -> Int {
        guard let wanted else { return trainingHours }
        guard (0...trainingHours).contains(wanted) else { throw .hoursDoNotFit }
        return wanted
    }

    /// The time that both take, nil if they only touch or are apart.
    public func overlap(with other: SessionTime) -> (starts: Instant, ends: Instant)? {
        let starts = max(starts, other.starts)
        let ends = min(ends, other.ends)
        return starts < ends ? (starts, ends) : nil
    }
}
