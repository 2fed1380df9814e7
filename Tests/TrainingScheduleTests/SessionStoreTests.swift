import Casework
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct SessionStoreTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    @Test func `a planned session is listed with everything that it books`() throws {
        let planned = try world.inno.perform(ScheduleWorld.planning("S1", contact: "培训科"))
        #expect(planned.code == "S1")
        #expect(planned.cohort == "K1")
        let row = try #require(try SessionStore.all(world.inno).first)
        #expect(row.course.text == "L1")
        #expect(row.cohort.text == "K1")
        #expect(row.venue?.text == "R301")
        #expect(row.instructor?.text == "T1")
        #expect(row.starts == (try Instant(iso: "2024-09-03T19:00")))
        #expect(row.ends == (try Instant(iso: "2024-09-03T21:00")))
        #expect(row.hours == 2)
        #expect(row.state == .scheduled)
        #expect(row.zone.text == "INNO")
        #expect(row.contact == "培训科")
        #expect(try world.count("select count(*) from schedule.resource_booking") == 3)
    }

    @Test func `who says no contact is the contact`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        #expect(try SessionStore.all(world.inno).map(\.contact) == ["officer_inno"])
    }

    @Test func `a list is narrowed by cohort, course, room, instructor and days, both included`() throws {
        let session = try world.etdz
        try session.perform(ScheduleWorld.planning("S2", course: "L2", day: 4))
        try session.perform(ScheduleWorld.planning("S3", course: "L3", instructor: nil, day: 5))
        func codes(_ filter: SessionFilter) throws -> [String] {
            try SessionStore.all(session, matching: filter).map(\.code.text)
        }
        #expect(try codes(.init()) == ["S2", "S3"])
        #expect(try codes(.init(cohort: Code("K2"))) == ["S2"])
        #expect(try codes(.init(course: Code("L3"))) == ["S3"])
        #expect(try codes(.init(venue: Code("R6"))) == [])
        #expect(try codes(.init(instructor: Code("T1"))) == ["S2"])
        #expect(try codes(.init(from: Day(iso: "2024-09-05"))) == ["S3"])
        #expect(try codes(.init(until: Day(iso: "2024-09-04"))) == ["S2"])
        #expect(try codes(.init(from: Day(iso: "2024-09-04"), until: Day(iso: "2024-09-05"))) == ["S2", "S3"])
    }

    @Test func `a room too small for the cohort is refused, and a cohort without limit takes what it gets`() throws {
        #expect(throws: ScheduleRejection.roomTooSmall(venue: "R6", seats: "6", cohort: "K1", people: "30")) {
            try world.inno.perform(ScheduleWorld.planning("S1", venue: "R6"))
        }
        try world.etdz.perform(VenueStore.add(code: Code("E1"), name: "样例一室", capacity: 1))
        try world.etdz.perform(ScheduleWorld.planning("S3", course: "L3", venue: "E1", instructor: nil))
        #expect(try SessionStore.all(world.etdz).map(\.code.text) == ["S3"])
    }

    @Test func `a room that is only shown, and one that is not, cannot be booked`() throws {
        #expect(throws: ScheduleRejection.roomNotLent(venue: "R6", owner: "INNO", askFor: "")) {
            try world.etdz.perform(ScheduleWorld.planning("S2", course: "L2", venue: "R6"))
        }
        try world.tzba.perform(VenueStore.add(code: Code("Z1"), name: "样例", capacity: 100))
        for venue in ["Z1", "NONE"] {
            #expect(throws: CoreRejection.missing(noun: "venue", key: venue)) {
                try world.etdz.perform(ScheduleWorld.planning("S2", course: "L2", venue: venue))
            }
        }
    }

    @Test func `unknown courses and instructors and a taken code are refused and leave nothing`() throws {
        let session = try world.inno
        #expect(throws: CoreRejection.missing(noun: "course", key: "L2")) {
            try session.perform(ScheduleWorld.planning("S1", course: "L2"))
        }
        #expect(throws: CoreRejection.missing(noun: "instructor", key: "NONE")) {
            try session.perform(ScheduleWorld.planning("S1", instructor: "NONE"))
        }
        try session.perform(ScheduleWorld.planning("S1"))
        #expect(throws: ScheduleRejection.taken(.session)) {
            try session.perform(ScheduleWorld.planning("S1", day: 4))
        }
        #expect(try world.count("select count(*) from schedule.resource_booking") == 3)
    }

    @Test func `a cancelled session stays on record, frees what it booked, and the cohort's zones are told`() throws {
        let session = try world.inno
        try session.perform(ScheduleWorld.planning("S1"))
        #expect(throws: ScheduleRejection.keptByOtherZone(session: "S1", zone: "INNO", contact: "officer_inno")) {
            try world.etdz.perform(SessionStore.cancel(Code("S1"), reason: "误操作"))
        }
        try session.perform(SessionStore.cancel(Code("S1"), reason: "讲师生病"))
        #expect(try SessionStore.all(session).map(\.state) == [.cancelled])
        try world.etdz.perform(ScheduleWorld.planning("S2", course: "L2"))
        for zone in [try world.inno, try world.etdz] {
            let notice = try #require(try NoticeStore.list(zone).first)
            #expect(notice.kind == "session_cancelled")
            #expect(
                notice.facts == [
                    "S1", "创业政策", "K1", "2024-09-03T19:00", "2024-09-03T21:00", "样例楼301", "样例讲师",
                    "2024-09-03T19:00", "2024-09-03T21:00", "样例楼301", "样例讲师", "讲师生病",
                ]
            )
        }
        #expect(try NoticeStore.list(world.tzba).isEmpty)
        #expect(throws: ScheduleRejection.alreadyCancelled(session: "S1")) {
            try session.perform(SessionStore.cancel(Code("S1"), reason: "再次"))
        }
    }
}
