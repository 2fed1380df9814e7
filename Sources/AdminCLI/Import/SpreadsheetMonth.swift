import Zones

/// Months as lists have them.
enum SpreadsheetMonth {
    /// The first day of a month; any day of it stands for it.
    static func lenient(_ text: String) throws(DayRefusal) -> Noted<Day, DayWarning> {
        let plain = String(text.filter { $0 != " " && $0 != "'" })
        if let month = try? Day.lenient(whole(plain)) { return Noted(value: month.value.firstOfMonth, warnings: []) }
        let day = try SpreadsheetDay.lenient(text)
        return Noted(value: day.value.firstOfMonth, warnings: day.warnings)
    }

    /// A month with its first day.
    private static func whole(_ text: String) -> String {
        if text.utf8.count == 6, Digits.integer(text) != nil { return text + "01" }
        if text.hasSuffix("月") { return text + "1日" }
        for separator in ["-", "/", "."] where text.split(separator: separator).count == 2 {
            return text + separator + "1"
        }
        return text
    }
}
