import Store
import Testing
import Zones

@testable import Casework

func day(_ iso: String) throws -> Day { try Day(iso: iso) }

/// The calendar that the program brings along.
func calendar() throws -> WorkingCalendar {
    let years = try PublicFacts.calendarYears()
    let exceptions = years.flatMap(\.days).map { ($0.day, $0.kind) }
    return WorkingCalendar(exceptions: Dictionary(uniqueKeysWithValues: exceptions), years: Set(years.map(\.year)))
}

struct DeadlineTests {
    @Test(arguments: [
        (5, "2024-09-27", "2024-10-10"), (20, "2025-09-26", "2025-10-30"), (7, "2024-02-08", "2024-02-23"),
        (1, "2024-10-18", "2024-10-21"), (1, "2024-09-13", "2024-09-14"),
    ])
    func `working days skip holidays and count make-up weekends`(days: Int, start: String, due: String) throws {
        let clock = try Deadline(days: days, unit: .working, from: day(start), calendar: calendar())
        #expect(clock.dueOn == (try day(due)))
    }

    @Test func `calendar days run through everything`() throws {
        let clock = try Deadline(days: 30, unit: .calendar, from: day("2024-01-31"), calendar: calendar())
        #expect(clock.dueOn == (try day("2024-03-01")))
    }

    @Test func `a year that is not loaded is an error and not a guess`() throws {
        let calendar = try calendar()
        let last = try #require(calendar.years.max())
        let start = try day("\(last)-12-30")
        #expect(throws: CalendarRefusal.self) { try Deadline(days: 5, unit: .working, from: start, calendar: calendar) }
        #expect(throws: Never.self) { try Deadline(days: 5, unit: .calendar, from: start, calendar: calendar) }
    }

    @Test func `a paused clock goes on with the days that it had left`() throws {
        let calendar = try calendar()
        var clock = try Deadline(days: 10, unit: .working, from: day("2024-10-21"), calendar: calendar)
        #expect(clock.dueOn == (try day("2024-11-04")))
        clock.pause(on: try day("2024-10-24"))
        #expect(try clock.remaining(after: day("2024-10-24"), calendar) == 7)
        try clock.resume(on: day("2024-11-11"), calendar: calendar)
        #expect(clock.dueOn == (try day("2024-11-20")))
        #expect(clock.pausedOn == nil)
    }

    @Test func `pausing twice counts from the first time, resuming a running clock changes nothing`() throws {
        let calendar = try calendar()
        var clock = try Deadline(days: 10, unit: .calendar, from: day("2024-10-01"), calendar: calendar)
        let before = clock
        try clock.resume(on: day("2024-10-05"), calendar: calendar)
        #expect(clock == before)
        clock.pause(on: try day("2024-10-03"))
        clock.pause(on: try day("2024-10-08"))
        try clock.resume(on: day("2024-10-20"), calendar: calendar)
        #expect(clock.dueOn == (try day("2024-10-28")))
    }

    @Test func `a pause cannot make a clock shorter`() throws {
        let calendar = try calendar()
        var early = try Deadline(days: 10, unit: .calendar, from: day("2024-10-10"), calendar: calendar)
        let due = early.dueOn
        early.pause(on: try day("2024-10-15"))
        try early.resume(on: day("2024-10-01"), calendar: calendar)
        #expect(early.dueOn == due)
        early.pause(on: try day("2024-10-01"))
        try early.resume(on: day("2024-10-10"), calendar: calendar)
        #expect(early.dueOn == due)
    }

    @Test func `an overdue clock stays overdue`() throws {
        let calendar = try calendar()
        var clock = try Deadline(days: 5, unit: .working, from: day("2024-10-08"), calendar: calendar)
        let due = clock.dueOn
        clock.pause(on: try day("2024-11-01"))
        try clock.resume(on: day("2024-12-01"), calendar: calendar)
        #expect(clock.dueOn == due)
    }
}
