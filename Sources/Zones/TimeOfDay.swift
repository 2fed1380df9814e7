/// A time of the day in zone time (UTC+8), to the minute, from 00:00 to 23:59.
public struct TimeOfDay: Sendable, Hashable {
    /// Minutes since midnight, 0–1439.
    public let minutes: Int

    /// 00:00.
    public static let midnight = TimeOfDay(unchecked: 0)

    /// A time by hour (0–23) and minute (0–59); 24:00 is refused: it is the next day's 00:00.
    public init(hour: Int, minute: Int) throws(TimeRefusal) {
        guard (0...23).contains(hour) else { throw .hour(hour) }
        guard (0...59).contains(minute) else { throw .minute(minute) }
        minutes = hour * 60 + minute
    }

    /// A time in the one strict form `HH:MM`.
    public init(iso text: String) throws(TimeRefusal) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            let hour = decimal(bytes[0..<2]), let minute = decimal(bytes[3..<5])
        else { throw .form }
        try self.init(hour: hour, minute: minute)
    }

    /// For counts that are known to lie in a day.
    init(unchecked minutes: Int) {
        self.minutes = minutes
    }

    /// The hour, 0–23.
    public var hour: Int { minutes / 60 }
    /// The minute, 0–59.
    public var minute: Int { minutes % 60 }
}

/// Why something is no `TimeOfDay` or `Instant`.
public enum TimeRefusal: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// Not of the strict form.
    case form
    /// An hour outside 0–23.
    case hour(Int)
    /// A minute outside 0–59.
    case minute(Int)
    /// A second outside 0–59; leap seconds are refused.
    case second(Int)
    /// The day in it is none.
    case day(DayRefusal)
    /// An offset from UTC of more than 14 hours.
    case offset
    /// Outside the years 1–9999 in zone time.
    case outOfRange
    /// Before 1992 China's clocks were not always UTC+8, so a written time is ambiguous.
    case beforeFixedOffset
}

extension TimeOfDay: Comparable {
    public static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }
}

extension TimeOfDay: CustomStringConvertible {
    /// The time as `HH:MM`.
    public var description: String { padded(hour, 2) + ":" + padded(minute, 2) }
}
