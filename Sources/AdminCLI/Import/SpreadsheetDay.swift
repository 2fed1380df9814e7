import Zones

/// Days as sheets have them: in the forms that people write, or as the number that a spreadsheet keeps.
enum SpreadsheetDay {
    /// Day 1 is 1900-01-01, and a 29 February 1900 that never was is counted (as in Lotus 1-2-3), so from March 1900 on
    /// the days count from 1899-12-30.
    private static let plausible = 61...73_050

    /// A day in any form that `Day.lenient` knows, or a serial number between March 1900 and the end of 2099.
    static func lenient(_ text: String) throws(DayRefusal) -> Noted<Day, DayWarning> {
        guard (2...5).contains(text.utf8.count), let serial = Int(text), plausible.contains(serial) else {
            return try Day.lenient(text)
        }
        return Noted(value: try Day(year: 1899, month: 12, day: 30).adding(days: serial), warnings: [.form])
    }
}
