import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct CourseStoreTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    @Test func `a course is seen by all zones of its cohort and by no other`() throws {
        #expect(try CourseStore.list(world.inno).map(\.code.text) == ["L1"])
        #expect(try CourseStore.list(world.etdz).map(\.code.text) == ["L1", "L2", "L3"])
        #expect(try CourseStore.list(world.etdz, cohort: Code("K2")).map(\.code.text) == ["L2"])
        #expect(try CourseStore.list(world.tzba).isEmpty)
    }

    @Test func `sessions that take place are counted with their hours, cancelled ones are not`() throws {
        let session = try world.inno
        try session.perform(ScheduleWorld.planning("S1"))
        try session.perform(ScheduleWorld.planning("S2", day: 4, "19:00", "20:30"))
        try session.perform(SessionStore.cancel(Code("S1"), reason: "讲师生病"))
        let course = try #require(try CourseStore.list(session).first)
        #expect(course.sessions == 1)
        #expect(course.hours == 2)
    }

    @Test func `a guest of the cohort plans neither courses nor sessions`() throws {
        #expect(throws: ScheduleRejection.plannedByHost(cohort: "K1")) {
            try world.etdz.perform(CourseStore.add(code: nil, name: "样例", cohort: Code("K1")))
        }
        #expect(throws: ScheduleRejection.plannedByHost(cohort: "K1")) {
            try world.etdz.perform(ScheduleWorld.planning("S1"))
        }
        #expect(try CourseStore.list(world.inno).count == 1)
    }

    @Test func `a cohort of others is as unknown as one that does not exist`() throws {
        for cohort in ["K2", "NONE"] {
            #expect(throws: CoreRejection.missing(noun: "cohort", key: cohort)) {
                try world.inno.perform(CourseStore.add(code: nil, name: "样例", cohort: Code(cohort)))
            }
        }
    }
}
