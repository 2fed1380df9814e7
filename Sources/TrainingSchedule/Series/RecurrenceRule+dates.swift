import Zones

extension RecurrenceRule {
    /// The dates of a series whose first session starts at `start`, in order.
    ///
    /// Refuses a start that is not on a day of the rule, a rule without a date, and more dates than `limit`.
    public func dates(from start: Instant) throws(RuleRefusal) -> [Day] {
        var dates: [Day] = []
        var period = 0
        // Every month that can lack a date has it again within 8 years (29 February over a century's end).
        var barren = 0
        while barren <= 12 * 8 {
            guard let days = days(ofPeriod: period, from: start.day) else { return try checked(dates, start) }
            period += 1
            barren = days.isEmpty ? barren + 1 : 0
            for day in days where day >= start.day {
                guard includes(day, start, after: dates.count) else { return try checked(dates, start) }
                guard dates.count < Self.limit else { throw .tooMany(limit: Self.limit) }
                dates.append(day)
                if dates.count == 1, day != start.day { throw .startOutsideRule }
            }
        }
        return try checked(dates, start)
    }

    private func checked(_ dates: [Day], _ start: Instant) throws(RuleRefusal) -> [Day] {
        guard !dates.isEmpty else { throw .nothing }
        return dates
    }

    private func includes(_ day: Day, _ start: Instant, after count: Int) -> Bool {
        switch end {
        case .count(let limit): count < limit
        case .untilDay(let last): day <= last
        case .until(let last): Instant(day, start.timeOfDay) <= last
        }
    }

    /// The dates of the week or month that is `period` intervals after the one of the first day, in order; nil beyond
    /// the calendar.
    private func days(ofPeriod period: Int, from first: Day) -> [Day]? {
        let days: [Day]?
        switch frequency {
        case .weekly: days = week(period * interval, first)
        case .monthly: days = month(period * interval, first)
        }
        guard let days, !positions.isEmpty else { return days }
        let chosen = positions.compactMap { position -> Day? in
            let index = position > 0 ? position - 1 : days.count + position
            return days.indices.contains(index) ? days[index] : nil
        }
        return Set(chosen).sorted()
    }

    private func week(_ weeks: Int, _ first: Day) -> [Day]? {
        let offset = (first.weekday - weekStart + 7) % 7
        let wanted = weekdays.isEmpty ? [first.weekday] : weekdays.map(\.weekday)
        var days: [Day] = []
        for step in Set(wanted.map { ($0 - weekStart + 7) % 7 }).sorted() {
            guard let day = try? first.adding(days: weeks * 7 - offset + step) else { return nil }
            days.append(day)
        }
        return days
    }

    private func month(_ months: Int, _ first: Day) -> [Day]? {
        guard let begin = try? first.firstOfMonth.adding(months: months) else { return nil }
        let length = begin.lastOfMonth.day
        let numbers = (1...length).filter { number in
            if weekdays.isEmpty, monthDays.isEmpty { return number == first.day }
            let weekday = (begin.weekday - 1 + number - 1) % 7 + 1
            return allows(number, length) && allows(weekday, number, length)
        }
        return numbers.compactMap { try? begin.adding(days: $0 - 1) }
    }

    /// BYMONTHDAY; negative numbers count from the month's end.
    private func allows(_ number: Int, _ length: Int) -> Bool {
        monthDays.isEmpty || monthDays.contains(number) || monthDays.contains(number - length - 1)
    }

    /// BYDAY within a month.
    private func allows(_ weekday: Int, _ number: Int, _ length: Int) -> Bool {
        weekdays.isEmpty
            || weekdays.contains { wanted in
                guard wanted.weekday == weekday else { return false }
                guard let position = wanted.position else { return true }
                return position == (number - 1) / 7 + 1 || position == -((length - number) / 7 + 1)
            }
    }
}
