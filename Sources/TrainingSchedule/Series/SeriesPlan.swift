import Zones

/// What a series does on statutory holidays.
public enum HolidayChoice: String, Sendable, Hashable, CaseIterable {
    case skip, hold
}

/// What a series does on weekends that are worked (调休).
public enum MakeupChoice: String, Sendable, Hashable, CaseIterable {
    /// A date of the rule is held although people work that day.
    case hold
    /// A date of the rule is skipped because people work that day.
    case skip
    /// Held, and every other make-up workday from the first date to the last is held too, as a working day.
    case also
}

/// The dates on which the sessions of a series are planned, and those of its rule that are left out.
public struct SeriesPlan: Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case holiday, makeup, excepted
    }

    public struct Skipped: Sendable, Hashable {
        public let day: Day
        public let reason: Reason
    }

    public let dates: [Day]
    public let skipped: [Skipped]

    /// Plans a rule. Excepted dates do not extend COUNT, nor do skipped ones; both can be restored.
    ///
    /// - Parameter calendar: asked only when holidays or make-up days matter
    /// - Throws: `RuleRefusal`, also `.nothing` when all dates are skipped; `CalendarRefusal` for a year not loaded
    public init(
        _ rule: RecurrenceRule,
        from start: Instant,
        except: Set<Day> = [],
        holidays: HolidayChoice = .skip,
        makeupDays: MakeupChoice = .hold,
        calendar: WorkingCalendar
    ) throws {
        let ruled = try rule.dates(from: start)
        var dates: [Day] = []
        var skipped: [Skipped] = []
        for day in ruled {
            if except.contains(day) {
                skipped.append(Skipped(day: day, reason: .excepted))
            } else if holidays == .skip, try calendar.isHoliday(day) {
                skipped.append(Skipped(day: day, reason: .holiday))
            } else if makeupDays == .skip, try calendar.isMakeupDay(day) {
                skipped.append(Skipped(day: day, reason: .makeup))
            } else {
                dates.append(day)
            }
        }
        if makeupDays == .also, let first = ruled.first, let last = ruled.last {
            let more = try calendar.makeupDays(from: first, to: last).filter {
                !ruled.contains($0) && !except.contains($0)
            }
            dates = (dates + more).sorted()
        }
        guard !dates.isEmpty else { throw RuleRefusal.nothing }
        self.dates = dates
        self.skipped = skipped
    }
}
