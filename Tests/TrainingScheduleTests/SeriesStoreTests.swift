import Casework
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct SeriesStoreTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    private func draft(
        _ session: Session,
        _ rule: String = "FREQ=WEEKLY;BYDAY=TU;COUNT=6",
        day: Int = 3,
        course: String = "L1",
        instructor: String? = "T1",
        except: [Day] = []
    ) throws -> SeriesStore.Draft {
        let time = try ScheduleWorld.time(day, "19:00", "20:30")
        return SeriesStore.Draft(
            course: try Code(course),
            venue: try Code("R301"),
            instructor: try instructor.map { try Code($0) },
            rule: rule,
            plan: try SeriesPlan(session, rule: rule, from: time.starts, except: except),
            time: time,
            hours: 2
        )
    }

    private func add(_ rule: String = "FREQ=WEEKLY;BYDAY=TU;COUNT=6", except: [Day] = []) throws {
        let session = try world.inno
        try session.perform(SeriesStore.add(code: Code("R1"), draft(session, rule, except: except)))
    }

    private func days(_ session: Session) throws -> [String] {
        try SessionStore.all(session).filter { $0.state == .scheduled }.map(\.starts.day.description)
    }

    @Test func `a series becomes rows on its dates, without the holidays`() throws {
        try add()
        // The Mid-Autumn Festival and National Day of 2024 are Tuesdays.
        #expect(try days(world.inno) == ["2024-09-03", "2024-09-10", "2024-09-24", "2024-10-08"])
        let series = try #require(try SeriesStore.list(world.inno).first)
        #expect(series.skipped.map(\.description) == ["2024-09-17", "2024-10-01"])
        #expect(series.sessions == 4)
        #expect(try SessionStore.all(world.inno).first?.code.text == "R1-01")
        #expect(try SessionStore.all(world.inno).allSatisfy { $0.series?.text == "R1" })
        #expect(try world.count("select count(*) from schedule.resource_booking") == Int64(3 * series.sessions))
    }

    @Test func `one date that is taken refuses the whole series and leaves nothing`() throws {
        try world.etdz.perform(ScheduleWorld.planning("S9", course: "L2", day: 24))
        let rejection = #expect(throws: ScheduleRejection.self) { try add() }
        guard case .roomTaken(let overlaps) = rejection else { return }
        #expect(overlaps.first?.starts.day == (try Day(iso: "2024-09-24")))
        #expect(try world.count("select count(*) from schedule.session where series_id is not null") == 0)
        #expect(try SeriesStore.list(world.inno).isEmpty)
    }

    @Test func `skipped dates are restored once, at the hours of the series`() throws {
        try add(except: [Day(iso: "2024-09-24")])
        let holiday = try Day(iso: "2024-10-01")
        let code = try world.inno.perform(SeriesStore.restore(Code("R1"), on: holiday))
        let restored = try #require(try SessionStore.find(world.inno, Code(code)))
        #expect(restored.starts == (try Instant(iso: "2024-10-01T19:00")))
        #expect(restored.instructor?.text == "T1")
        try world.inno.perform(SeriesStore.restore(Code("R1"), on: Day(iso: "2024-09-24")))
        #expect(throws: ScheduleRejection.dateNotSkipped(series: "R1", day: "2024-10-01")) {
            try world.inno.perform(SeriesStore.restore(Code("R1"), on: holiday))
        }
        #expect(throws: ScheduleRejection.dateNotSkipped(series: "R1", day: "2024-09-04")) {
            try world.inno.perform(SeriesStore.restore(Code("R1"), on: Day(iso: "2024-09-04")))
        }
    }

    @Test func `a cancelled date comes back as the session that it was`() throws {
        try add()
        try world.inno.perform(SessionStore.cancel(Code("R1-02"), reason: "样例"))
        let day = try #require(try SessionStore.find(world.inno, Code("R1-02"))).starts.day
        #expect(try world.inno.perform(SeriesStore.restore(Code("R1"), on: day)) == "R1-02")
        let row = try #require(try SessionStore.find(world.inno, Code("R1-02")))
        #expect(row.state == .scheduled)
        #expect(row.sequence == 2)
        #expect(try NoticeStore.list(world.inno).contains { $0.kind == "session_reinstated" })
    }

    @Test func `an edit means this one, this and the following, or all that have not begun`() throws {
        try add("FREQ=WEEKLY;BYDAY=TU;UNTIL=20240924", except: [])
        let codes = try SessionStore.all(world.inno).map(\.code)
        try #require(codes.count >= 3)
        func hours() throws -> [Int] { try SessionStore.all(world.inno).map(\.starts.timeOfDay.hour) }
        let second = try #require(try SessionStore.find(world.inno, codes[1]))
        let earlier = try second.starts.adding(.seconds(-3_600))
        #expect(try world.inno.perform(SeriesStore.edit(codes[1], .this, starts: earlier, reason: "样例")).changed == 1)
        #expect(try hours() == [19, 18] + Array(repeating: 19, count: codes.count - 2))
        let sooner = try earlier.adding(.seconds(-3_600))
        #expect(
            try world.inno.perform(SeriesStore.edit(codes[1], .following, starts: sooner, reason: "样例")).changed
                == codes.count
                - 1
        )
        #expect(try hours() == [19, 17] + Array(repeating: 18, count: codes.count - 2))
        let afterFirst = try world.database.session(
            as: "officer_inno",
            zone: "INNO",
            at: Instant(iso: "2024-09-04T09:00")
        )
        #expect(
            try afterFirst.perform(
                SeriesStore.edit(codes[2], .all, instructor: Code("T1"), cancelling: true, reason: "样例")
            ).changed == codes.count - 1
        )
        #expect(try days(world.inno) == ["2024-09-03"])
    }

    @Test func `sessions of a series may step into each other's places`() throws {
        let session = try world.inno
        try session.perform(
            SeriesStore.add(code: Code("R1"), draft(session, "FREQ=WEEKLY;BYDAY=TU,WE,TH;UNTIL=20240905"))
        )
        // Each moves to the next day, where the next one stands until it moves too.
        #expect(
            try session.perform(
                SeriesStore.edit(Code("R1-01"), .all, starts: Instant(iso: "2024-09-04T19:00"), reason: "顺延一天")
            ).changed == 3
        )
        #expect(try days(session) == ["2024-09-04", "2024-09-05", "2024-09-06"])
    }

    @Test func `a single session is edited otherwise`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        #expect(throws: ScheduleRejection.ofNoSeries(session: "S1")) {
            try world.inno.perform(SeriesStore.edit(Code("S1"), .all, reason: "样例"))
        }
    }

    @Test func `of eight series that want the same evenings one is planned, whole`() throws {
        let world = world
        let plan = try draft(world.inno)
        let answers = race(8) { _ in try world.before("INNO").perform(SeriesStore.add(code: nil, plan)) }
        #expect(answers.count { (try? $0.get()) != nil } == 1)
        #expect(try world.count("select count(*) from schedule.series") == 1)
        #expect(try world.count("select count(*) from schedule.session") == Int64(plan.plan.dates.count))
    }

    @Test func `a year without loaded holidays is refused by its number`() throws {
        let session = try world.inno
        #expect(throws: CoreRejection.calendarYearNotLoaded(year: "2051")) {
            try SeriesPlan(session, rule: "FREQ=WEEKLY;COUNT=3", from: Instant(iso: "2051-01-03T19:00"))
        }
        #expect(throws: ScheduleRejection.rule(.endless)) {
            try SeriesPlan(session, rule: "FREQ=WEEKLY", from: Instant(iso: "2024-01-02T19:00"))
        }
    }
}
