/// A point in time, to the microsecond. Days and times of it are in zone time, Asia/Shanghai, which has been UTC+8
/// without summer time since 1992.
///
/// PostgreSQL's `timestamptz` counts the same way; its `infinity` and years beyond 9999 are refused here.
public struct Instant: Sendable, Hashable {
    /// Microseconds since 2000-01-01 00:00 UTC, negative before.
    public let microsecondsSince2000: Int64

    static let perSecond: Int64 = 1_000_000
    static let perDay: Int64 = 86_400 * perSecond
    /// Zone time is so much ahead of UTC.
    static let zoneOffset: Int64 = 8 * 3_600 * perSecond
    private static let unixTo2000: Int64 = 946_684_800 * perSecond
    private static let first = Int64(Day.first.daysSinceEpoch2000) * perDay - zoneOffset
    private static let last = Int64(Day.last.daysSinceEpoch2000 + 1) * perDay - zoneOffset - 1

    /// An instant by PostgreSQL's count; refuses what lies outside the years 1–9999 in zone time, `infinity` included.
    public init(microsecondsSince2000 microseconds: Int64) throws(TimeRefusal) {
        guard (Instant.first...Instant.last).contains(microseconds) else { throw .outOfRange }
        self.microsecondsSince2000 = microseconds
    }

    /// An instant by the system's clock: seconds since 1970-01-01 00:00 UTC, and nanoseconds that are cut to micro.
    public init(unixSeconds seconds: Int64, nanoseconds: Int64 = 0) throws(TimeRefusal) {
        let (micro, tooLarge) = seconds.multipliedReportingOverflow(by: Instant.perSecond)
        let (sum, overflow) = micro.addingReportingOverflow(nanoseconds / 1_000)
        let (shifted, underflow) = sum.subtractingReportingOverflow(Instant.unixTo2000)
        guard !tooLarge, !overflow, !underflow else { throw .outOfRange }
        try self.init(microsecondsSince2000: shifted)
    }

    /// The instant at which a clock in the zones shows this time on this day.
    public init(_ day: Day, _ time: TimeOfDay) {
        microsecondsSince2000 =
            Int64(day.daysSinceEpoch2000) * Instant.perDay + Int64(time.minutes) * 60 * Instant.perSecond
            - Instant.zoneOffset
    }

    /// Microseconds since 1970-01-01 00:00 UTC.
    public var unixMicroseconds: Int64 { microsecondsSince2000 + Instant.unixTo2000 }

    /// The day in zone time.
    public var day: Day { Day(unchecked: Int(split.day)) }

    /// The time of the day in zone time, cut to the minute.
    public var timeOfDay: TimeOfDay { TimeOfDay(unchecked: Int(split.micro / (60 * Instant.perSecond))) }

    /// Days since 2000-01-01 and microseconds since midnight, in zone time.
    var split: (day: Int64, micro: Int64) {
        let local = microsecondsSince2000 + Instant.zoneOffset
        let micro = local % Instant.perDay
        return micro < 0 ? (local / Instant.perDay - 1, micro + Instant.perDay) : (local / Instant.perDay, micro)
    }

    /// The instant so much later (earlier when negative), fractions of a microsecond cut; refuses a result outside the
    /// years 1–9999.
    public func adding(_ duration: Duration) throws(TimeRefusal) -> Instant {
        let (seconds, attoseconds) = duration.components
        let (micro, tooLarge) = seconds.multipliedReportingOverflow(by: Instant.perSecond)
        let (sum, overflow) = micro.addingReportingOverflow(attoseconds / 1_000_000_000_000)
        let (moved, beyond) = microsecondsSince2000.addingReportingOverflow(sum)
        guard !tooLarge, !overflow, !beyond else { throw .outOfRange }
        return try Instant(microsecondsSince2000: moved)
    }

    /// The time from this instant to another; negative when the other is earlier.
    public func duration(until other: Instant) -> Duration {
        .microseconds(other.microsecondsSince2000 - microsecondsSince2000)
    }
}

extension Instant: Comparable {
    public static func < (a: Instant, b: Instant) -> Bool { a.microsecondsSince2000 < b.microsecondsSince2000 }
}
