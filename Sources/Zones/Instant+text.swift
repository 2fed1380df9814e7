extension Instant {
    /// An instant in one strict form: `2024-09-03T19:00`, seconds and up to six decimals optional, then `Z`, an offset
    /// such as `+08:00`, or nothing for zone time.
    ///
    /// Refuses written times before 1992: China's clocks then changed for summer time, and PostgreSQL's time zone data
    /// would disagree with ours about the day.
    public init(iso text: String) throws(TimeRefusal) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") else { throw .form }
        let day: Day
        do { day = try Day(iso: String(decoding: bytes[0..<10], as: UTF8.self)) } catch {
            throw error == .form ? .form : .day(error)
        }
        let time = try TimeOfDay(iso: String(decoding: bytes[11..<16], as: UTF8.self))
        var rest = bytes[16...]
        let seconds = try Instant.seconds(&rest)
        let offset = try Instant.offset(rest)
        let midnight = Int64(day.daysSinceEpoch2000) * Instant.perDay
        try self.init(
            microsecondsSince2000: midnight + Int64(time.minutes) * 60 * Instant.perSecond + seconds - offset
        )
        guard self.day.year >= 1992 else { throw .beforeFixedOffset }
    }

    /// Takes `:SS` and `.ffffff` off the front and returns them as microseconds.
    private static func seconds(_ rest: inout ArraySlice<UInt8>) throws(TimeRefusal) -> Int64 {
        guard rest.first == UInt8(ascii: ":") else { return 0 }
        guard rest.count >= 3, let second = decimal(rest.dropFirst().prefix(2)) else { throw .form }
        guard second <= 59 else { throw .second(second) }
        rest = rest.dropFirst(3)
        var micro: Int64 = 0
        if rest.first == UInt8(ascii: ".") {
            let decimals = rest.dropFirst().prefix { $0.digit != nil }
            guard decimals.count <= 6, let fraction = decimal(decimals) else { throw .form }
            micro = Int64(fraction)
            for _ in decimals.count..<6 { micro *= 10 }
            rest = rest.dropFirst(1 + decimals.count)
        }
        return Int64(second) * perSecond + micro
    }

    /// The offset from UTC that stands at the end, in microseconds; zone time when nothing stands there.
    private static func offset(_ rest: ArraySlice<UInt8>) throws(TimeRefusal) -> Int64 {
        guard let sign = rest.first else { return zoneOffset }
        if rest.elementsEqual("Z".utf8) { return 0 }
        let digits = Array(rest.dropFirst())
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 5,
            digits[2] == UInt8(ascii: ":"), let hours = decimal(digits[0..<2]), let minutes = decimal(digits[3..<5])
        else { throw .form }
        guard hours * 60 + minutes <= 14 * 60, minutes <= 59 else { throw .offset }
        let micro = Int64(hours * 60 + minutes) * 60 * perSecond
        return sign == UInt8(ascii: "-") ? -micro : micro
    }
}

extension Instant: CustomStringConvertible {
    /// The instant in zone time, `2024-09-03T19:00:00+08:00`; with six decimals where it is no full second.
    public var description: String {
        let micro = split.micro
        let seconds = micro / Instant.perSecond
        let fraction = micro % Instant.perSecond
        return "\(day)T\(timeOfDay):\(padded(seconds % 60, 2))" + (fraction == 0 ? "" : "." + padded(fraction, 6))
            + "+08:00"
    }
}
