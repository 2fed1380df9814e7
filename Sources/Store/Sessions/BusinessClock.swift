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
            return Instant(microsecondsSinceUnixEpoch: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
        }
    }

    /// The calendar day of `now` in zone time.
    public var today: Day { now.day }
}
