/// Which days are working days: Monday to Friday, but for public holidays, and for make-up weekends (调休) that are
/// worked. The State Council sets both for one year at a time; a year that is not loaded is an error, never a guess.
public struct WorkingCalendar: Sendable, Hashable {
    /// How a day differs from its weekday; the raw value is what the data file holds.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A day off that would be worked by its weekday.
        case holiday
        /// A Saturday or Sunday that is worked.
        case workday
    }

    /// The days that differ from their weekday.
    public let exceptions: [Day: Kind]
    /// The years that are known completely.
    public let years: Set<Int>

    /// A calendar; exceptions in years that are not among `years` count for nothing.
    public init(exceptions: [Day: Kind], years: Set<Int>) {
        self.exceptions = exceptions
        self.years = years
    }

    /// The last day of the known years that follow each other from the first one; nil when none is known.
    public var loadedUntil: Day? {
        guard var year = years.min() else { return nil }
        while years.contains(year + 1) { year += 1 }
        return try? Day(year: year, month: 12, day: 31)
    }

    /// Whether people work on this day; throws for a year that is not loaded.
    public func isWorkingDay(_ day: Day) throws(CalendarRefusal) -> Bool {
        guard years.contains(day.year) else { throw .yearNotLoaded(day.year) }
        switch exceptions[day] {
        case .holiday: return false
        case .workday: return true
        case nil: return day.weekday <= 5
        }
    }

    /// The day on which a deadline of so many working days ends. The day itself is not counted: one working day from
    /// a Friday ends on the Monday; none ends on the day itself. Throws for a negative count and a year not loaded.
    public func adding(workingDays count: Int, to day: Day) throws(CalendarRefusal) -> Day {
        guard count >= 0 else { throw .negative(count) }
        var left = count
        var current = day
        while left > 0 {
            current = try next(current)
            if try isWorkingDay(current) { left -= 1 }
        }
        return current
    }

    /// This day when it is worked, else the next working day.
    public func workingDay(onOrAfter day: Day) throws(CalendarRefusal) -> Day {
        var current = day
        while try !isWorkingDay(current) { current = try next(current) }
        return current
    }

    /// Working days after `start` up to and with `end`, so that adding as many to `start` ends on `end` at the latest.
    /// Throws when `end` is earlier and for a year not loaded.
    public func workingDays(from start: Day, to end: Day) throws(CalendarRefusal) -> Int {
        guard start <= end else { throw .reversed }
        var count = 0
        var current = start
        while current < end {
            current = try next(current)
            if try isWorkingDay(current) { count += 1 }
        }
        return count
    }

    private func next(_ day: Day) throws(CalendarRefusal) -> Day {
        do { return try day.adding(days: 1) } catch { throw .yearNotLoaded(10_000) }
    }
}

/// Why working days cannot be counted.
public enum CalendarRefusal: Error, Sendable, Hashable {
    /// The holidays of this year are not loaded.
    case yearNotLoaded(Int)
    /// A negative number of working days.
    case negative(Int)
    /// The end lies before the start.
    case reversed
}

extension WorkingCalendar {
    /// The calendar in a data file: `date,kind` with the kinds `holiday` and `workday`. A year with a row is known
    /// completely. Refuses wrong lines, doubled days, and exceptions that change nothing (a holiday on a Sunday).
    public init(csv: String) throws(DataRefusal) {
        var exceptions: [Day: Kind] = [:]
        for (line, cells) in try DataTable(csv, header: "date,kind").rows {
            let day = try DataTable.day(cells[0], line: line)
            guard let kind = Kind(rawValue: cells[1]), (kind == .holiday) == (day.weekday <= 5) else {
                throw DataRefusal(line: line, problem: .word(cells[1]))
            }
            guard exceptions.updateValue(kind, forKey: day) == nil else {
                throw DataRefusal(line: line, problem: .duplicate)
            }
        }
        self.init(exceptions: exceptions, years: Set(exceptions.keys.map(\.year)))
    }
}
