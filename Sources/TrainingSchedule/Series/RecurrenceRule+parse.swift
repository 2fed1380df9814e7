import Zones

extension RecurrenceRule {
    private static let weekdayNames = ["MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7]

    /// A rule in RFC 5545's form, `FREQ=WEEKLY;BYDAY=TU;COUNT=10`, with or without `RRULE:` before it.
    public init(_ text: String) throws(RuleRefusal) {
        var parts: [String: String] = [:]
        let body = text.hasPrefix("RRULE:") ? text.dropFirst(6) : Substring(text)
        for part in body.split(separator: ";", omittingEmptySubsequences: false) {
            guard let mark = part.firstIndex(of: "=") else { throw .form(String(part)) }
            let name = String(part[..<mark]).uppercased()
            let value = String(part[part.index(after: mark)...]).uppercased()
            guard !name.isEmpty, !value.isEmpty, parts.updateValue(value, forKey: name) == nil else {
                throw .form(String(part))
            }
        }
        let known: Set = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYSETPOS", "WKST"]
        if let other = parts.keys.sorted().first(where: { !known.contains($0) }) { throw .part(other) }
        guard let named = parts["FREQ"] else { throw .noFrequency }
        guard let frequency = Frequency(rawValue: named) else { throw .value(part: "FREQ", named) }
        self.frequency = frequency
        interval = try Self.one(parts, "INTERVAL", 1...1_000) ?? 1
        end = try Self.end(parts)
        weekdays = try Self.weekdays(parts["BYDAY"], frequency)
        monthDays = try Self.list(parts, "BYMONTHDAY", 31)
        positions = try Self.list(parts, "BYSETPOS", 366)
        if frequency == .weekly, !monthDays.isEmpty { throw .value(part: "BYMONTHDAY", "FREQ=WEEKLY") }
        if !positions.isEmpty, weekdays.isEmpty, monthDays.isEmpty {
            throw .value(part: "BYSETPOS", parts["BYSETPOS"] ?? "")
        }
        let start = parts["WKST"] ?? "MO"
        guard let weekStart = Self.weekdayNames[start] else { throw .value(part: "WKST", start) }
        self.weekStart = weekStart
    }

    private static func integer(_ text: some StringProtocol) -> Int? {
        let digits = text.drop { $0 == "-" || $0 == "+" }
        guard text.utf8.count - digits.utf8.count <= 1, (1...7).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }

    private static func one(
        _ parts: [String: String],
        _ name: String,
        _ range: ClosedRange<Int>
    ) throws(RuleRefusal) -> Int? {
        guard let text = parts[name] else { return nil }
        guard let value = integer(text), range.contains(value) else { throw .value(part: name, text) }
        return value
    }

    private static func list(_ parts: [String: String], _ name: String, _ bound: Int) throws(RuleRefusal) -> [Int] {
        guard let text = parts[name] else { return [] }
        var values: [Int] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let value = integer(item), value != 0, abs(value) <= bound else { throw .value(part: name, text) }
            values.append(value)
        }
        return values
    }

    private static func weekdays(_ text: String?, _ frequency: Frequency) throws(RuleRefusal) -> [WeekdayOfMonth] {
        guard let text else { return [] }
        var days: [WeekdayOfMonth] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let weekday = weekdayNames[String(item.suffix(2))] else { throw .value(part: "BYDAY", text) }
            let before = item.dropLast(2)
            var position: Int?
            if !before.isEmpty {
                // A week has each weekday once, so that a position says nothing there (RFC 5545 forbids it).
                guard frequency == .monthly, let value = integer(before), value != 0, abs(value) <= 5 else {
                    throw .value(part: "BYDAY", text)
                }
                position = value
            }
            days.append(WeekdayOfMonth(position: position, weekday: weekday))
        }
        return days
    }

    private static func end(_ parts: [String: String]) throws(RuleRefusal) -> End {
        guard let until = parts["UNTIL"] else {
            guard let text = parts["COUNT"] else { throw .endless }
            guard let count = integer(text), count > 0 else { throw .value(part: "COUNT", text) }
            guard count <= limit else { throw .tooMany(limit: limit) }
            return .count(count)
        }
        guard parts["COUNT"] == nil else { throw .countAndUntil }
        let octets = Array(until.utf8)
        func cut(_ range: Range<Int>) -> String { String(decoding: octets[range], as: UTF8.self) }
        guard octets.count == 8 || octets.count == 16 else { throw .value(part: "UNTIL", until) }
        let day = cut(0..<4) + "-" + cut(4..<6) + "-" + cut(6..<8)
        if octets.count == 8 {
            guard let day = try? Day(iso: day) else { throw .value(part: "UNTIL", until) }
            return .untilDay(day)
        }
        // With a zone, UNTIL is in UTC (RFC 5545, 3.3.10).
        let time = cut(9..<11) + ":" + cut(11..<13) + ":" + cut(13..<15)
        guard octets[8] == UInt8(ascii: "T"), octets[15] == UInt8(ascii: "Z"),
            let instant = try? Instant(iso: day + "T" + time + "Z")
        else { throw .value(part: "UNTIL", until) }
        return .until(instant)
    }
}
