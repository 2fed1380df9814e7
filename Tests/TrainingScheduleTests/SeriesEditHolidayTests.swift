import Casework
import Postgres
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

/// An edited series keeps off the days that it kept off when it was added.
@Suite(.database)
struct SeriesEditHolidayTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    /// Mondays from 2 September 2024 on.
    private func add(_ count: Int, holidays: HolidayChoice = .skip, makeupDays: MakeupChoice = .hold) throws {
        let session = try world.inno
        let time = try ScheduleWorld.time(2, "19:00", "20:30")
        let rule = "FREQ=WEEKLY;COUNT=\(count)"
        try session.perform(
            SeriesStore.add(
                code: Code("R1"),
                SeriesStore.Draft(
                    course: Code("L1"),
                    venue: Code("R301"),
                    instructor: Code("T1"),
                    rule: rule,
                    plan: SeriesPlan(
                        session,
                        rule: rule,
                        from: time.starts,
                        holidays: holidays,
                        makeupDays: makeupDays
                    ),
                    time: time,
                    hours: 2,
                    holidays: holidays,
                    makeupDays: makeupDays
                )
            )
        )
    }

    private func edit(_ code: String, _ scope: SeriesStore.Scope, to start: String) throws -> EditedSeries {
        try world.inno.perform(SeriesStore.edit(Code(code), scope, starts: Instant(iso: start), reason: "样例"))
    }

    private func days() throws -> [String] {
        try SessionStore.all(world.inno).filter { $0.state == .scheduled }.map(\.starts.day.description)
    }

    @Test
    func `sessions that an edit would put on a holiday are cancelled, the reason is told, and they can be restored`()
        throws
    {
        // Tuesdays of 2024: the 17th of September is Mid-Autumn, the 1st of October National Day. Monday the 16th is a
        // holiday too, and was skipped from the start.
        try add(5)
        #expect(try days() == ["2024-09-02", "2024-09-09", "2024-09-23", "2024-09-30"])
        let edited = try edit("R1-01", .all, to: "2024-09-03T19:00")
        #expect(edited.changed == 3)
        #expect(edited.skipped.map(\.day.description) == ["2024-10-01"])
        #expect(edited.skipped.map(\.reason) == [.holiday])
        #expect(try days() == ["2024-09-03", "2024-09-10", "2024-09-24"])
        let last = try #require(try SessionStore.find(world.inno, Code("R1-04")))
        #expect(last.state == .cancelled)
        #expect(try NoticeStore.list(world.inno).contains { $0.kind == "session_cancelled" })
        // What it booked is free, and the date comes back where it was.
        #expect(try world.inno.perform(SeriesStore.restore(Code("R1"), on: Day(iso: "2024-09-30"))) == "R1-04")
        #expect(try days().last == "2024-09-30")
    }

    @Test func `the session that is named is not moved onto a holiday by its series`() throws {
        try add(4)
        for scope in [SeriesStore.Scope.this, .following] {
            #expect(
                throws: ScheduleRejection.dayLeftOut(session: "R1-03", day: "2024-10-01", .holiday, series: "R1")
            ) {
                try edit("R1-03", scope, to: "2024-10-01T19:00")
            }
        }
        #expect(try days() == ["2024-09-02", "2024-09-09", "2024-09-23"])
    }

    @Test func `a series that is held on holidays moves onto them, and make-up workdays are left out if chosen`() throws
    {
        try add(5, holidays: .hold, makeupDays: .skip)
        let edited = try edit("R1-04", .following, to: "2024-09-24T19:00")
        #expect(edited.changed == 2)
        #expect(edited.skipped.isEmpty)
        #expect(try days().suffix(2) == ["2024-09-24", "2024-10-01"])
        // Sunday the 29th of September is worked.
        #expect(throws: ScheduleRejection.dayLeftOut(session: "R1-05", day: "2024-09-29", .makeup, series: "R1")) {
            try edit("R1-05", .this, to: "2024-09-29T19:00")
        }
    }

    @Test func `another hour of the day asks no calendar, another year does`() throws {
        try add(4)
        // Put on a holiday on purpose: it stays there when only the hour changes.
        try world.inno.perform(SessionStore.move(Code("R1-01"), starts: Instant(iso: "2024-10-01T19:00")))
        let edited = try edit("R1-01", .this, to: "2024-10-01T18:00")
        #expect(edited.changed == 1)
        #expect(throws: CoreRejection.calendarYearNotLoaded(year: "2051")) {
            try edit("R1-02", .this, to: "2051-01-03T19:00")
        }
    }

    @Test func `a session put on a holiday is planned, and its officer is warned`() throws {
        let inno = try world.inno
        func kind(_ day: String) throws -> SpecialDay? {
            try inno.perform(
                SessionStore.add(
                    code: nil,
                    course: Code("L1"),
                    venue: Code("R301"),
                    instructor: nil,
                    time: SessionTime(starts: Instant(iso: day + "T19:00"), ends: Instant(iso: day + "T20:00")),
                    hours: 1
                )
            ).day
        }
        #expect(try kind("2024-09-03") == nil)
        #expect(try kind("2024-10-01") == .holiday)
        #expect(try kind("2024-09-29") == .makeup)
        #expect(try kind("2051-01-03") == .unknown)
        try inno.perform(ScheduleWorld.planning("S1", day: 4))
        #expect(
            try inno.perform(SessionStore.move(Code("S1"), starts: Instant(iso: "2024-10-02T19:00"))).day == .holiday
        )
    }

    @Test func `the database and the program agree on every day of the loaded years`() throws {
        let calendar = try CalendarStore.calendar(world.inno)
        let rows = try world.database.connection().rows(
            """
            select d::date, schedule.special_day(d::date)
            from core.calendar_year y, generate_series(make_date(y.year, 1, 1), make_date(y.year, 12, 31), '1 day') d
            """,
            as: (Day, String?).self
        )
        #expect(rows.count > 365)
        for (day, told) in rows {
            let expected: SpecialDay? =
                try calendar.isMakeupDay(day) ? .makeup : try calendar.isHoliday(day) ? .holiday : nil
            #expect(told == expected?.rawValue, "\(day)")
        }
    }
}
