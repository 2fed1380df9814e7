import Casework
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct SessionChangeTests {
    let world: ScheduleWorld
    let s1: Code

    init() throws {
        world = try ScheduleWorld()
        s1 = try Code("S1")
        try world.inno.perform(ScheduleWorld.planning("S1"))
    }

    private func instant(_ text: String) throws -> Instant { try Instant(iso: text) }

    @Test func `a moved session books its new time and place, keeps its length, and frees the old ones`() throws {
        let inno = try world.inno
        try inno.perform(VenueStore.add(code: Code("R302"), name: "样例楼302", capacity: 60))
        let moved = try inno.perform(
            SessionStore.move(s1, starts: instant("2024-09-04T18:30"), venue: Code("R302"), reason: "场地检修")
        )
        #expect(moved.starts == (try instant("2024-09-04T18:30")))
        #expect(moved.ends == (try instant("2024-09-04T20:30")))
        #expect(moved.venue == "R302")
        #expect(moved.sequence == 1)
        let row = try #require(try SessionStore.find(inno, s1))
        #expect(row.venue?.text == "R302")
        #expect(row.sequence == 1)
        #expect(row.starts == moved.starts)
        let matching = try world.count(
            """
            select count(*) from schedule.resource_booking b join schedule.session s on s.id = b.session_id
            where b.during = s.during and coalesce(b.venue_id, s.venue_id) = s.venue_id
            """
        )
        #expect(matching == 3)
        try inno.perform(ScheduleWorld.planning("S2"))
    }

    @Test func `every zone of the cohort is told what it was and what it is`() throws {
        try world.inno.perform(SessionStore.move(s1, starts: instant("2024-09-04T19:00"), reason: "讲师出差"))
        for zone in [try world.inno, try world.etdz] {
            let notice = try #require(
                try NoticeStore.list(zone).first { $0.kind == "session_moved" && $0.recipient == "cohort:K1" }
            )
            #expect(notice.facts[3] == "2024-09-03T19:00")
            #expect(notice.facts[7] == "2024-09-04T19:00")
            #expect(notice.facts[11] == "讲师出差")
        }
        #expect(try NoticeStore.list(world.inno).contains { $0.recipient == "instructor:T1" })
        #expect(try NoticeStore.list(world.tzba).isEmpty)
    }

    @Test func `the home zone of an instructor hears of another zone's private session no more than its times`() throws
    {
        try world.etdz.perform(ScheduleWorld.planning("P1", course: "L2", day: 5, contact: "招商科"))
        try world.etdz.perform(SessionStore.move(Code("P1"), starts: instant("2024-09-06T19:00"), reason: "内部原因"))
        let notice = try #require(try NoticeStore.list(world.inno).first { $0.kind == "session_moved" })
        #expect(notice.recipient == "instructor:T1")
        #expect(notice.subject == "instructor:T1")
        #expect(Array(notice.facts[0...2]) == ["", "", ""])
        #expect(notice.facts[7] == "2024-09-06T19:00")
        #expect(notice.facts[11] == "招商科")
    }

    @Test func `a move onto another session is refused with what stands in the way, and nothing changes`() throws {
        try world.inno.perform(ScheduleWorld.planning("S2", day: 4))
        do {
            try world.inno.perform(SessionStore.move(s1, starts: instant("2024-09-04T20:00")))
            Issue.record("not refused")
        } catch let rejection as ScheduleRejection {
            guard case .roomTaken(let overlaps) = rejection else {
                Issue.record("\(rejection)")
                return
            }
            #expect(overlaps.map(\.kind) == [.venue, .instructor, .cohort])
            #expect(overlaps.allSatisfy { $0.session == "S2" })
        }
        #expect(try SessionStore.find(world.inno, s1)?.sequence == 0)
        #expect(try world.count("select count(*) from schedule.session_change") == 0)
    }

    @Test func `what was seen otherwise is refused with who changed it and what it is now`() throws {
        let seen = try instant("2024-09-03T19:00")
        try world.inno.perform(SessionStore.move(s1, was: seen, starts: instant("2024-09-04T19:00")))
        do {
            try world.inno.perform(SessionStore.move(s1, was: seen, starts: instant("2024-09-05T19:00")))
            Issue.record("not refused")
        } catch let rejection as ScheduleRejection {
            guard case .changedMeanwhile(let session, let other) = rejection else {
                Issue.record("\(rejection)")
                return
            }
            #expect(session == "S1")
            #expect(other.by == "officer_inno")
            #expect(other.kind == "moved")
            #expect(other.starts == "2024-09-04T19:00")
            #expect(other.venue == "R301")
            #expect(other.instructor == "T1")
        }
    }

    @Test func `two sessions change places in one command, with or without their rooms`() throws {
        let inno = try world.inno
        try inno.perform(VenueStore.add(code: Code("R302"), name: "样例楼302", capacity: 60))
        try inno.perform(ScheduleWorld.planning("S2", venue: "R302", day: 4, "09:00", "10:30"))
        try inno.perform(SessionStore.swap(s1, Code("S2")))
        var first = try #require(try SessionStore.find(inno, s1))
        #expect(first.starts == (try instant("2024-09-04T09:00")))
        #expect(first.ends == (try instant("2024-09-04T10:30")))
        #expect(first.venue?.text == "R302")
        #expect(first.hours == 2)
        #expect(try SessionStore.find(inno, Code("S2"))?.venue?.text == "R301")
        try inno.perform(SessionStore.swap(s1, Code("S2"), keepingRooms: true))
        first = try #require(try SessionStore.find(inno, s1))
        #expect(first.starts == (try instant("2024-09-03T19:00")))
        #expect(first.venue?.text == "R302")
        #expect(throws: ScheduleRejection.swappedWithItself(session: "S1")) {
            try inno.perform(SessionStore.swap(s1, s1))
        }
    }

    @Test func `a swap that a third session forbids leaves both where they are`() throws {
        let inno = try world.inno
        try inno.perform(VenueStore.add(code: Code("R302"), name: "样例楼302", capacity: 60))
        try inno.perform(ScheduleWorld.planning("S2", venue: "R302", instructor: nil, day: 4))
        try world.etdz.perform(ScheduleWorld.planning("S3", course: "L2", venue: "R301", day: 4))
        // T1, who teaches S1, is busy with S3 on the fourth.
        let rejection = #expect(throws: ScheduleRejection.self) { try inno.perform(SessionStore.swap(s1, Code("S2"))) }
        #expect(rejection?.code == "SCH02")
        #expect(try SessionStore.find(inno, s1)?.starts == (try instant("2024-09-03T19:00")))
    }

    @Test func `a substitution is an event of its own, with both names and the reason`() throws {
        let inno = try world.inno
        try inno.perform(InstructorStore.add(code: Code("T2"), name: PersonName("样例代课")))
        let was = try inno.perform(SessionStore.substitute(s1, by: Code("T2"), reason: "讲师生病"))
        #expect(was == "T1")
        #expect(try SessionStore.find(inno, s1)?.instructor?.text == "T2")
        let kinds = try world.count(
            "select count(*) from schedule.session_change where kind = 'substituted' and reason = '讲师生病'"
        )
        #expect(kinds == 1)
        #expect(try world.count("select count(*) from core.event where verb = 'substitute'") == 1)
        #expect(
            Set(try NoticeStore.list(inno).map(\.recipient)) == ["cohort:K1", "instructor:T1", "instructor:T2"]
        )
        #expect(throws: ScheduleRejection.substitutedByThemselves(session: "S1", instructor: "T2")) {
            try inno.perform(SessionStore.substitute(s1, by: Code("T2"), reason: "再次"))
        }
        try inno.perform(ScheduleWorld.planning("S2", day: 4))
    }

    @Test func `the past is not changed, only corrected with a reason, and nothing moves into it`() throws {
        let later = try world.database.session(as: "officer_inno", zone: "INNO", at: instant("2024-09-03T19:30"))
        let begun = ScheduleRejection.begun(session: "S1", starts: "2024-09-03T19:00")
        #expect(throws: begun) { try later.perform(SessionStore.cancel(s1, reason: "样例")) }
        #expect(throws: begun) { try later.perform(SessionStore.move(s1, starts: instant("2024-09-09T19:00"))) }
        #expect(throws: begun) { try later.perform(SessionStore.substitute(s1, by: Code("T1"), reason: "样例")) }
        try later.perform(SessionStore.correct(s1, hours: 1, reason: "提前下课"))
        #expect(try SessionStore.find(later, s1)?.hours == 1)
        try later.perform(ScheduleWorld.planning("S2", day: 5))
        #expect(throws: ScheduleRejection.begun(session: "S2", starts: "2024-09-02T19:00")) {
            try later.perform(SessionStore.move(Code("S2"), starts: instant("2024-09-02T19:00")))
        }
        #expect(throws: ScheduleRejection.notBegun(session: "S2", starts: "2024-09-05T19:00")) {
            try later.perform(SessionStore.correct(Code("S2"), hours: 1, reason: "样例"))
        }
    }
}
