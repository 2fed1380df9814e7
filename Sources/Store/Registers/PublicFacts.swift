import SQL
import Zones

/// The facts that the program brings along: working-day calendars and loan prime rates, from `sql/data`.
public enum PublicFacts {
    /// Loads what the program brings along into a new database.
    public static func load(into session: Session) throws {
        for year in try calendarYears() {
            try session.perform(CalendarStore.load(year: year.year, source: "zonectl", days: year.days))
        }
        try session.perform(RateStore.load(try rates().fixings))
    }

    /// The loan prime rates of `sql/data/lpr.csv`.
    public static func rates() throws -> LoanPrimeRates {
        try LoanPrimeRates(csv: text(of: "data/lpr.csv"))
    }

    /// The years of `sql/data/working-days.csv`, each with its holidays and make-up workdays.
    public static func calendarYears() throws -> [(year: Int, days: [(day: Day, kind: WorkingCalendar.Kind)])] {
        years(of: try WorkingCalendar(csv: text(of: "data/working-days.csv")))
    }

    /// A calendar's exceptions by year, in ascending order.
    public static func years(of calendar: WorkingCalendar) -> [(
        year: Int, days: [(day: Day, kind: WorkingCalendar.Kind)]
    )] {
        let byYear = Dictionary(grouping: calendar.exceptions, by: \.key.year)
        return calendar.years.sorted().map { year in
            (year, (byYear[year] ?? []).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }

    /// The division codes of `sql/data/division.csv`, by which resident ids are checked.
    public static func divisions() throws -> DivisionCodes {
        try DivisionCodes(csv: text(of: "data/division.csv"))
    }

    private static func text(of path: String) throws -> String {
        guard let file = embeddedFiles.first(where: { $0.path == path }) else { throw Missing(path: path) }
        return file.text.description
    }

    /// A file that the build should have embedded.
    public struct Missing: Error, Sendable, Hashable {
        public let path: String
    }
}
