import Postgres
import Zones

/// The register of statutory holidays and make-up workdays.
public enum CalendarStore {
    /// The working calendar of all years that are loaded.
    public static func calendar(_ session: Session) throws -> WorkingCalendar {
        let years = try session.connection.rows("select year from core.calendar_year", as: Int32.self)
        let days = try session.connection.rows(
            "select day, kind = 'workday' from core.calendar_day",
            as: (Day, Bool).self
        )
        return WorkingCalendar(
            exceptions: Dictionary(uniqueKeysWithValues: days.map { ($0.0, $0.1 ? .workday : .holiday) }),
            years: Set(years.map(Int.init))
        )
    }

    /// One loaded year with its number of holidays and make-up workdays.
    public struct Year: Sendable, Hashable {
        public let year: Int
        public let holidays: Int
        public let workdays: Int
        public let source: String
    }

    /// The loaded years in ascending order.
    public static func years(_ session: Session) throws -> [Year] {
        try session.connection.rows(
            """
            select y.year, count(d.day) filter (where d.kind = 'holiday'), count(d.day) filter (where d.kind = 'workday'),
                y.source
            from core.calendar_year y left join core.calendar_day d using (year) group by y.year, y.source order by y.year
            """,
            as: (Int32, Int64, Int64, String).self
        ).map { Year(year: Int($0.0), holidays: Int($0.1), workdays: Int($0.2), source: $0.3) }
    }

    /// Loads one year, replacing what was loaded of it. Answers the number of days.
    public static func load(year: Int, source: String, days: [(day: Day, kind: WorkingCalendar.Kind)]) -> Verb<Int> {
        let dates = days.map(\.day)
        let kinds = days.map { $0.kind == .workday ? "workday" : "holiday" }
        return Verb(refusedAs: CoreRejection.self) { request in
            "select core.load_calendar(\(request), \(Int32(year)), \(source), \(dates), \(kinds))"
        } decode: { columns throws(AnswerFault) in
            try columns.integer(1)
        }
    }
}
