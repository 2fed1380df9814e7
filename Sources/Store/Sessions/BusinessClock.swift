import Glibc
import Zones

/// Where business time comes from: the machine's clock, or in sample databases an instant that was set.
public enum BusinessClock: Sendable, Hashable {
    case machine
    case fixed(Instant)

    public var now: Instant {
        switch self {
        case .fixed(let instant): return instant
        case .machine:
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            // A machine whose clock stands outside the years 1–9999 gets the last day: every check of time then refuses.
            let now = try? Instant(unixSeconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
            return now ?? Instant(.last, .midnight)
        }
    }

    /// The calendar day of `now` in zone time.
    public var today: Day { now.day }
}
