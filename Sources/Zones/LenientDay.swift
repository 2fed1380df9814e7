/// In which other form than `YYYY-MM-DD` an import found a day.
public enum DayWarning: Sendable, Hashable {
    /// Year, month, day in another form: `2026/3/5`, `2026.3.5`, `2026-3-5`, `2026年3月5日`, `20260305`.
    case form
    /// Full-width characters.
    case fullWidth
    /// Spaces in or around it were dropped.
    case spaces
    /// A time 00:00 after it, as spreadsheets add it, was dropped.
    case midnight
}

extension Day {
    /// A day in a form that offices use, year first, and what was changed. Refuses what begins with the day or the
    /// month (`02/03/2024` may be either), years of two digits, and a time other than midnight.
    public static func lenient(_ text: String) throws(DayRefusal) -> Noted<Day, DayWarning> {
        if let day = try? Day(iso: text) { return Noted(value: day, warnings: []) }
        // No form is longer; what is left below goes over the text several times.
        guard text.utf8.count <= 200 else { throw .form }
        var warnings: [DayWarning] = []
        var rest = String(String.UnicodeScalarView(text.unicodeScalars.map(\.halfWidth)))
        if !rest.utf8.elementsEqual(text.utf8) { warnings.append(.fullWidth) }
        let full = rest
        rest = withoutMidnight(trimmed(rest))
        if !rest.utf8.elementsEqual(trimmed(full).utf8) { warnings.append(.midnight) }
        let narrow = String(String.UnicodeScalarView(rest.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }))
        if !trimmed(full).utf8.elementsEqual(full.utf8) || !narrow.utf8.elementsEqual(rest.utf8) {
            warnings.append(.spaces)
        }
        guard !narrow.isEmpty else { throw .empty }
        guard let parts = parts(of: narrow) else { throw .form }
        let day = try Day(year: parts.year, month: parts.month, day: parts.day)
        if !day.description.utf8.elementsEqual(narrow.utf8) { warnings.append(.form) }
        return Noted(value: day, warnings: warnings)
    }

    /// The text before a time of 00:00 at its end, or all of it.
    private static func withoutMidnight(_ text: String) -> String {
        for time in ["00:00:00.000", "00:00:00", "0:00:00", "00:00", "0:00"] {
            for separator in [" ", "T"] where text.hasSuffix(separator + time) {
                return trimmed(String(text.dropLast(separator.count + time.count)))
            }
        }
        return text
    }

    /// Year, month and day by their separators, or of eight digits.
    private static func parts(of text: String) -> (year: Int, month: Int, day: Int)? {
        let bytes = Array(text.utf8)
        if bytes.count == 8, let all = decimal(bytes) { return (all / 10_000, all / 100 % 100, all % 100) }
        let forms = [("-", "-", ""), ("/", "/", ""), (".", ".", ""), ("年", "月", "日"), ("年", "月", "号")]
        for (first, second, last) in forms where text.hasSuffix(last) {
            var rest = text.utf8.dropLast(last.utf8.count)
            guard let year = take(&rest, upTo: first), let month = take(&rest, upTo: second) else { continue }
            guard year.count == 4, (1...2).contains(month.count), (1...2).contains(rest.count),
                let year = decimal(year), let month = decimal(month), let day = decimal(rest)
            else { return nil }
            return (year, month, day)
        }
        return nil
    }

    /// What stands before the next separator, which is dropped too.
    private static func take(_ rest: inout Substring.UTF8View, upTo separator: String) -> Substring.UTF8View? {
        let mark = Array(separator.utf8)
        var index = rest.startIndex
        while index < rest.endIndex {
            if rest[index...].starts(with: mark) {
                let part = rest[..<index]
                rest = rest[index...].dropFirst(mark.count)
                return part
            }
            index = rest.index(after: index)
        }
        return nil
    }
}

/// A text without white space at its ends.
func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
}
