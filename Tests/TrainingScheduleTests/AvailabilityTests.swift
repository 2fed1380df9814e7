import Casework
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct AvailabilityTests {
    let world: ScheduleWorld

    init() throws {
        world = try ScheduleWorld()
        let inno = try world.inno
        try inno.perform(
            VenueStore.add(
                code: Code("V1"),
                name: "样例机房",
                capacity: 60,
                features: ["投影", "电脑"],
                hours: OpeningHours("MO-FR 09:00-21:00; SA 09:00-12:00")
            )
        )
        try inno.perform(
            InstructorStore.add(
                code: Code("T2"),
                name: PersonName("样例二"),
                subjects: ["财税"],
                weeklyHours: 4,
                hours: OpeningHours("MO-SU 18:00-24:00")
            )
        )
        try inno.perform(
            CourseStore.add(code: Code("LX"), name: "上机", cohort: Code("K1"), subject: "财税", features: ["电脑"])
        )
        try inno.perform(CourseStore.add(code: Code("LY"), name: "法律", cohort: Code("K1"), subject: "法律"))
    }

    private func refusal(
        _ course: String = "LX",
        _ venue: String = "V1",
        by instructor: String? = nil,
        day: Int = 3,
        _ from: String,
        _ until: String
    ) throws -> String? {
        do {
            try world.inno.perform(
                ScheduleWorld.planning(nil, course: course, venue: venue, instructor: instructor, day: day, from, until)
            )
            return nil
        } catch let rejection as ScheduleRejection { return rejection.code }
    }

    @Test func `a session lies within the weekly hours of its room, to the minute`() throws {
        #expect(try refusal("LX", "V1", "08:59", "10:00") == "SCH18")
        #expect(try refusal("LX", "V1", "20:00", "21:01") == "SCH18")
        #expect(try refusal("LX", "V1", "20:00", "21:00") == nil)
        #expect(try refusal("LX", "V1", day: 7, "11:00", "12:30") == "SCH18")
        #expect(try refusal("LX", "V1", day: 7, "11:00", "12:00") == nil)
        #expect(try refusal("LX", "V1", day: 8, "11:00", "12:00") == "SCH18")
    }

    @Test func `a room has what the course needs, an instructor knows its subject and is there`() throws {
        #expect(try refusal("LX", "R301", "10:00", "11:00") == "SCH17")
        #expect(try refusal("LY", "V1", by: "T2", "19:00", "20:00") == "SCH20")
        #expect(try refusal("LX", "V1", by: "T2", "17:30", "19:00") == "SCH18")
        #expect(try refusal("LX", "V1", by: "T2", "19:00", "20:30") == nil)
    }

    @Test func `an instructor's week holds no more hours than their limit, and the next week begins on Monday`() throws
    {
        #expect(try refusal("LX", "V1", by: "T2", day: 3, "18:00", "19:30") == nil)
        #expect(try refusal("LX", "V1", by: "T2", day: 6, "18:00", "19:30") == nil)
        #expect(try refusal("LX", "V1", by: "T2", day: 5, "18:00", "18:45") == "SCH21")
        #expect(try refusal("LX", "V1", by: "T2", day: 9, "18:00", "21:00") == nil)
    }

    @Test func `a week's last hour asked for by many is given once`() throws {
        let world = world
        let answers = race(8) { index in
            try world.before("INNO").perform(
                ScheduleWorld.planning(
                    nil,
                    course: "LX",
                    venue: "V1",
                    instructor: "T2",
                    day: 2 + index % 5,
                    "18:00",
                    "21:00"
                )
            )
        }
        #expect(answers.count { (try? $0.get()) != nil } == 1)
    }

    @Test func `a closed room takes no session, one planned before stays and its keeper is told`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        let met = try world.inno.perform(
            LendingStore.close(
                .instructor,
                Code("T1"),
                from: Instant(iso: "2024-09-03T00:00"),
                until: Instant(iso: "2024-09-05T00:00"),
                reason: "病假"
            )
        )
        #expect(met == 1)
        #expect(try SessionStore.find(world.inno, Code("S1"))?.state == .scheduled)
        let notice = try #require(try NoticeStore.list(world.inno).first)
        #expect(notice.kind == "instructor_closed")
        #expect(!notice.facts.contains("病假"))
        let closed = ScheduleRejection.closed(
            .instructor,
            resource: "T1",
            from: "2024-09-03T00:00",
            until: "2024-09-05T00:00"
        )
        #expect(throws: closed) { try world.etdz.perform(ScheduleWorld.planning("S2", course: "L2", day: 4)) }
        try world.etdz.perform(ScheduleWorld.planning("S2", course: "L2", day: 5))
    }

    @Test func `free rooms are those that may be booked, are large enough, equipped, open, and empty`() throws {
        func free(_ session: Session, _ from: String, _ until: String, _ people: Int = 6, _ features: [String] = [])
            throws -> [String]
        {
            try VenueStore.free(session, at: ScheduleWorld.time(3, from, until), seating: people, features: features)
                .map(\.code.text)
        }
        #expect(try free(world.inno, "19:00", "21:00") == ["R6", "R301", "V1"])
        #expect(try free(world.inno, "19:00", "21:00", 60) == ["R301", "V1"])
        #expect(try free(world.inno, "19:00", "21:00", 6, ["电脑"]) == ["V1"])
        #expect(try free(world.inno, "20:30", "21:30", 60) == ["R301"])
        #expect(try free(world.etdz, "19:00", "21:00") == ["R301"])
        try world.inno.perform(ScheduleWorld.planning("S1"))
        #expect(try free(world.etdz, "20:59", "22:00") == [])
        #expect(try free(world.etdz, "21:00", "22:00") == ["R301"])
    }

    @Test(arguments: [
        "", "MO", "MO 9-10", "MO 10:00-09:00", "XX 09:00-10:00", "FR-MO 09:00-10:00", "MO,MO 09:00-10:00",
    ])
    func `weekly hours of another form are refused`(text: String) {
        #expect(throws: ScheduleRejection.self) { try OpeningHours(text) }
    }
}
