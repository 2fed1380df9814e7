import Zones

extension WorkingCalendar {
    /// Whether a day belongs to a statutory holiday. A weekend that joins one without a working day between is part of
    /// it: the published calendar names only the days off that would be worked. Throws for a year not loaded.
    public func isHoliday(_ day: Day) throws(CalendarRefusal) -> Bool {
        guard try !isWorkingDay(day) else { return false }
        if exceptions[day] == .holiday { return true }
        return joinsHoliday(day, step: -1) || joinsHoliday(day, step: 1)
    }

    private func joinsHoliday(_ day: Day, step: Int) -> Bool {
        var current = day
        while let next = try? current.adding(days: step), let works = try? isWorkingDay(next), !works {
            if exceptions[next] == .holiday { return true }
            current = next
        }
        return false
    }

    /// Whether a day is a weekend that is worked. Throws for a year not loaded.
    public func isMakeupDay(_ day: Day) throws(CalendarRefusal) -> Bool {
        guard years.contains(day.year) else { throw .yearNotLoaded(day.year) }
        return exceptions[day] == .workday
    }

    /// The weekends that are worked from one day to another, both included, in order. Throws for a year not loaded.
    public func makeupDays(from first: Day, to last: Day) throws(CalendarRefusal) -> [Day] {
        for year in first.year...max(first.year, last.year) where !years.contains(year) { throw .yearNotLoaded(year) }
        return exceptions.filter { $0.value == .workday && $0.key >= first && $0.key <= last }.map(\.key).sorted()
    }
}
