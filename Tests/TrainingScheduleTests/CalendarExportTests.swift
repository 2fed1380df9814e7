import Postgres
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct CalendarExportTests {
    let world: ScheduleWorld

    init() throws {
        world = try ScheduleWorld()
        try world.inno.perform(ScheduleWorld.planning("S1"))
        try world.etdz.perform(ScheduleWorld.planning("PRIVATE", course: "L2", day: 4, contact: "招商科"))
    }

    private func events(_ session: Session, _ owner: CalendarOf) throws -> [ICalendarChecker.Event] {
        var calendar = ICalendar(name: owner.code.text)
        for event in try SessionCalendarStore.events(session, of: owner) { calendar.add(event) }
        return try ICalendarChecker(Array(calendar.text.utf8)).events
    }

    @Test func `a change raises the sequence under the same id, a cancelled session stays as such`() throws {
        let cohort = CalendarOf.cohort(try Code("K1"))
        #expect(try events(world.inno, cohort).first?.values["SEQUENCE"] == "0")
        try world.inno.perform(SessionStore.move(Code("S1"), starts: Instant(iso: "2024-09-05T19:00")))
        let moved = try #require(try events(world.inno, cohort).first).values
        #expect(moved["UID"] == "S1@zonebridge")
        #expect(moved["SEQUENCE"] == "1")
        #expect(moved["DTSTART"] == "20240905T190000")
        try world.inno.perform(SessionStore.cancel(Code("S1"), reason: "样例"))
        let cancelled = try #require(try events(world.inno, cohort).first).values
        #expect(cancelled["SEQUENCE"] == "2")
        #expect(cancelled["STATUS"] == "CANCELLED")
    }

    @Test func `a room and an instructor show another zone's private session as a time with whom to ask`() throws {
        for owner in [CalendarOf.venue(try Code("R301")), .instructor(try Code("T1"))] {
            let found = try events(world.inno, owner)
            #expect(found.map { $0.values["SUMMARY"] } == ["创业政策", "ETDZ 招商科"])
            #expect(found.last?.values["DESCRIPTION"] == nil)
            #expect(try events(world.etdz, owner).map { $0.values["SUMMARY"] } == ["创业政策", "招商实务"])
        }
    }

    @Test func `a person's calendar has the sessions of the cohorts in which they sit`() throws {
        let session = try world.inno
        try session.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), PersonDetails()))
        #expect(try events(session, .person(Code("P1"))).isEmpty)
        try world.database.connection().execute(
            """
            insert into enrollment.enrollment (zone_id, registered_by_zone_id, code, cohort_id, person_id, identity_id,
                state, applied_at, seated_at)
            select p.zone_id, p.zone_id, 'E1', c.id, p.id, p.identity_id, 'enrolled', now(), now()
            from core.person p, enrollment.cohort c where p.code = 'P1' and c.code = 'K1'
            """
        )
        #expect(try events(session, .person(Code("P1"))).map { $0.values["UID"] } == ["S1@zonebridge"])
        #expect(try events(world.etdz, .person(Code("P1"))).isEmpty)
    }

    @Test func `a week shows what may be told, and the page of it is inert`() throws {
        let day = try Day(iso: "2024-09-05")
        let week = try WeekStore.week(world.inno, of: .venue, Code("R301"), around: day)
        #expect(week.monday.description == "2024-09-02")
        #expect(week.entries.map(\.course) == ["创业政策", nil])
        #expect(week.entries.map(\.session?.text) == ["S1", nil])
        let words = WeekPage.Words(language: "zh-CN", title: "<样例>", weekdays: ["周一"], taken: "已占用")
        let html = WeekPage(week, words).html
        #expect(html.contains("&lt;样例&gt;"))
        #expect(html.contains("grid-column:3;grid-row:46/54"))
        #expect(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"))
        #expect(throws: CoreRejection.missing(noun: "venue", key: "NONE")) {
            try WeekStore.week(world.inno, of: .venue, Code("NONE"), around: day)
        }
    }

    @Test func `rooms are used so much of their open hours`() throws {
        try world.inno.perform(
            VenueStore.add(code: Code("V1"), name: "样例", capacity: 60, hours: OpeningHours("TU 18:00-22:00"))
        )
        try world.inno.perform(ScheduleWorld.planning("S2", venue: "V1", instructor: nil, day: 10, "18:00", "20:00"))
        let rows = try UtilisationStore.list(world.inno, from: Day(iso: "2024-09-02"), until: Day(iso: "2024-09-15"))
        let room = try #require(rows.first { $0.venue?.text == "V1" })
        #expect(room.openMinutes == 2 * 240)
        #expect(room.bookedMinutes == 120)
        #expect(room.share?.partsPerMillion == 250_000)
        let shared = try #require(rows.first { $0.venue?.text == "R301" })
        #expect(shared.openMinutes == 14 * 840)
        #expect(shared.bookedMinutes == 240)
        #expect(shared.sessions == 2)
        let zone = try #require(rows.last)
        #expect(zone.venue == nil)
        #expect(zone.sessions == 3)
    }
}
