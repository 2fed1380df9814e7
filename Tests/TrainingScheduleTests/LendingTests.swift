import Casework
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct LendingTests {
    let world: ScheduleWorld

    init() throws {
        world = try ScheduleWorld()
        try world.inno.perform(InstructorStore.add(code: Code("T9"), name: PersonName("样例九")))
    }

    private func plan(_ code: String, day: Int, _ from: String = "19:00", _ until: String = "20:30") throws {
        try world.etdz.perform(
            ScheduleWorld.planning(code, course: "L3", instructor: "T9", day: day, from, until)
        )
    }

    private func lend(hours: Int? = nil, from: String? = nil, until: String? = nil) throws {
        try world.inno.perform(
            LendingStore.lend(
                .instructor,
                Code("T9"),
                to: ZoneCode("ETDZ"),
                from: from.map { try Day(iso: $0) },
                until: until.map { try Day(iso: $0) },
                hours: hours,
                consent: "函〔2024〕9号"
            )
        )
    }

    @Test func `an instructor of another zone is not booked before that zone agreed, and then only on the agreed days`()
        throws
    {
        #expect(throws: CoreRejection.missing(noun: "instructor", key: "T9")) { try plan("S1", day: 3) }
        try lend(from: "2024-09-10", until: "2024-09-12")
        let refused = ScheduleRejection.instructorNotLent(instructor: "T9", home: "INNO")
        #expect(throws: refused) { try plan("S1", day: 9) }
        #expect(throws: refused) { try plan("S1", day: 13) }
        try plan("S1", day: 10)
        try plan("S2", day: 12)
        #expect(throws: refused) {
            try world.etdz.perform(SessionStore.move(Code("S2"), starts: Instant(iso: "2024-09-14T19:00")))
        }
    }

    @Test func `a consent is on record with who gave it, seen by both zones and by no other`() throws {
        try lend(hours: 6, from: "2024-09-10")
        for session in [try world.inno, try world.etdz] {
            let consent = try #require(try LendingStore.list(session).first { $0.resource.text == "T9" })
            #expect(consent.from.text == "INNO")
            #expect(consent.to.text == "ETDZ")
            #expect(consent.hours == 6)
            #expect(consent.consent == "函〔2024〕9号")
            #expect(consent.agreedBy == "officer_inno")
        }
        #expect(try LendingStore.list(world.tzba).isEmpty)
        #expect(try NoticeStore.list(world.etdz).map(\.kind) == ["instructor_lent"])
    }

    @Test func `hours that were lent are not overdrawn, also not by a move into them`() throws {
        try lend(hours: 4, until: "2024-09-30")
        try plan("S1", day: 3)
        try plan("S2", day: 4)
        #expect(throws: ScheduleRejection.lentHoursUsed(resource: "T9", owner: "INNO", lent: "4", planned: "6")) {
            try plan("S3", day: 5)
        }
        try world.etdz.perform(SessionStore.cancel(Code("S1"), reason: "样例"))
        try plan("S3", day: 5)
    }

    @Test func `hours asked for by many at once are given out exactly`() throws {
        try lend(hours: 6)
        let world = world
        let answers = race(8) { index in
            try world.before("ETDZ").perform(
                ScheduleWorld.planning(nil, course: "L3", instructor: "T9", day: 3 + 3 * index, "19:00", "20:30")
            )
        }
        #expect(answers.count { (try? $0.get()) != nil } == 3)
        for case .failure(let error) in answers {
            #expect((error as? ScheduleRejection)?.code == "SCH22", "\(error)")
        }
    }

    @Test func `what is not ours, or goes to ourselves, is not lent`() throws {
        #expect(throws: CoreRejection.missing(noun: "instructor", key: "T9")) {
            try world.etdz.perform(LendingStore.lend(.instructor, Code("T9"), to: ZoneCode("TZBA"), consent: "样例"))
        }
        #expect(throws: ScheduleRejection.lentToItself) {
            try world.inno.perform(LendingStore.lend(.instructor, Code("T9"), to: ZoneCode("INNO"), consent: "样例"))
        }
        #expect(throws: ScheduleRejection.endsBeforeStart) { try lend(from: "2024-09-10", until: "2024-09-09") }
    }
}
