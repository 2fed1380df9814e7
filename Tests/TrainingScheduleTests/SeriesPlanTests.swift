import Testing
import TrainingSchedule
import Zones

struct SeriesPlanTests {
    /// China's National Day 2024 with its make-up weekends, and New Year's Day 2025.
    private func calendar() throws -> WorkingCalendar {
        var exceptions: [Day: WorkingCalendar.Kind] = [:]
        for day in [1, 2, 3, 4, 7] { exceptions[try Day(year: 2024, month: 10, day: day)] = .holiday }
        for text in ["2024-09-29", "2024-10-12"] { exceptions[try Day(iso: text)] = .workday }
        exceptions[try Day(iso: "2025-01-01")] = .holiday
        return WorkingCalendar(exceptions: exceptions, years: [2024, 2025])
    }

    private func plan(
        _ rule: String,
        _ start: String,
        except: [String] = [],
        _ holidays: HolidayChoice = .skip,
        _ makeup: MakeupChoice = .hold
    ) throws -> SeriesPlan {
        try SeriesPlan(
            RecurrenceRule(rule),
            from: Instant(iso: start),
            except: Set(except.map { try Day(iso: $0) }),
            holidays: holidays,
            makeupDays: makeup,
            calendar: calendar()
        )
    }

    @Test func `a date on a holiday is skipped, does not extend the count, and is kept for later`() throws {
        let made = try plan("FREQ=WEEKLY;BYDAY=TU;COUNT=4", "2024-09-24T19:00")
        #expect(made.dates.map(\.description) == ["2024-09-24", "2024-10-08", "2024-10-15"])
        #expect(made.skipped.map(\.day.description) == ["2024-10-01"])
        #expect(made.skipped.map(\.reason) == [.holiday])
        #expect(try plan("FREQ=WEEKLY;BYDAY=TU;COUNT=4", "2024-09-24T19:00", .hold).dates.count == 4)
    }

    @Test func `an excepted date does not extend the count either`() throws {
        let made = try plan("FREQ=WEEKLY;COUNT=4", "2024-09-03T19:00", except: ["2024-09-10"])
        #expect(made.dates.count == 3)
        #expect(made.skipped == [SeriesPlan.Skipped](made.skipped.filter { $0.reason == .excepted }))
    }

    @Test func `a weekend inside a holiday belongs to it, one beside a working day does not`() throws {
        let made = try plan("FREQ=WEEKLY;BYDAY=SA,SU;COUNT=8", "2024-09-21T09:00")
        #expect(made.skipped.map(\.day.description) == ["2024-10-05", "2024-10-06"])
        let calendar = try calendar()
        #expect(try calendar.isHoliday(Day(iso: "2024-09-28")) == false)
        #expect(try calendar.isHoliday(Day(iso: "2024-12-28")) == false)
        #expect(try calendar.isHoliday(Day(iso: "2025-01-01")))
    }

    @Test func `make-up workdays are held, skipped, or all added, by choice`() throws {
        let sundays = "FREQ=WEEKLY;BYDAY=SU;COUNT=2"
        #expect(try plan(sundays, "2024-09-22T09:00").dates.count == 2)
        let skipping = try plan(sundays, "2024-09-22T09:00", .skip, .skip)
        #expect(skipping.dates.map(\.description) == ["2024-09-22"])
        #expect(skipping.skipped.map(\.reason) == [.makeup])
        let workdays = try plan("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20241014", "2024-09-26T09:00", .skip, .also)
        #expect(
            workdays.dates.map(\.description)
                == [
                    "2024-09-26", "2024-09-27", "2024-09-29", "2024-09-30", "2024-10-08", "2024-10-09", "2024-10-10",
                    "2024-10-11", "2024-10-12", "2024-10-14",
                ]
        )
    }

    @Test func `a year whose holidays are not loaded is refused unless they do not matter`() throws {
        #expect(throws: CalendarRefusal.yearNotLoaded(2026)) { try plan("FREQ=WEEKLY;COUNT=60", "2025-01-07T09:00") }
        #expect(try plan("FREQ=WEEKLY;COUNT=60", "2025-01-07T09:00", .hold).dates.count == 60)
    }

    @Test func `a rule whose every date is skipped yields nothing`() {
        #expect(throws: RuleRefusal.nothing) { try plan("FREQ=WEEKLY;COUNT=1", "2024-10-01T09:00") }
    }
}
