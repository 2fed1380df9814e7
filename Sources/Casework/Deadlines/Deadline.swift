import Zones

/// A clock that runs in working or calendar days and can be paused.
///
/// The day of the start does not count (Civil Code of China, article 201). `core.due_day` and its companions in SQL
/// decide inside the verbs; this is the same rule for explaining and planning, and a test compares the two.
public struct Deadline: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case working
        case calendar
    }

    public let unit: Unit
    public let days: Int
    public let startedOn: Day
    public private(set) var dueOn: Day
    public private(set) var pausedOn: Day?

    /// Starts a clock of `days` (more than 0) on `start`.
    ///
    /// - Throws: `CalendarRefusal` for a year that is not loaded, `DayRefusal` beyond the supported days.
    public init(days: Int, unit: Unit, from start: Day, calendar: WorkingCalendar) throws {
        self.days = days
        self.unit = unit
        self.startedOn = start
        self.dueOn = try Self.due(days, unit, start, calendar)
    }

    /// Stops the clock; nothing when it stands already. Not before its start.
    public mutating func pause(on day: Day) {
        pausedOn = pausedOn ?? max(day, startedOn)
    }

    /// Goes on with the days that were left when it stopped, not before it stopped. A clock that was overdue stays so.
    public mutating func resume(on day: Day, calendar: WorkingCalendar) throws {
        guard let paused = pausedOn else { return }
        pausedOn = nil
        let left = try remaining(after: paused, calendar)
        guard left > 0 else { return }
        dueOn = try Self.due(left, unit, max(day, paused), calendar)
    }

    /// The days that are left after `day`, 0 on the due day and later.
    public func remaining(after day: Day, _ calendar: WorkingCalendar) throws -> Int {
        guard day < dueOn else { return 0 }
        switch unit {
        case .calendar: return day.days(until: dueOn)
        case .working:
            var count = 0
            var next = day
            while next < dueOn {
                next = try next.adding(days: 1)
                if try calendar.isWorkingDay(next) { count += 1 }
            }
            return count
        }
    }

    private static func due(_ days: Int, _ unit: Unit, _ start: Day, _ calendar: WorkingCalendar) throws -> Day {
        switch unit {
        case .calendar: try start.adding(days: days)
        case .working: try calendar.adding(workingDays: days, to: start)
        }
    }
}
