import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct InstructorStoreTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    @Test func `an instructor is seen at home and by the zones that may book them`() throws {
        let home = try #require(try InstructorStore.list(world.inno).first)
        #expect(home.code.text == "T1")
        #expect(home.name == "样例讲师")
        #expect(home.level == .owner)
        #expect(home.guests == ["ETDZ"])
        #expect(try InstructorStore.list(world.etdz).map(\.level) == [.guest])
        #expect(try InstructorStore.list(world.tzba).isEmpty)
    }

    @Test func `a code taken in another zone is refused`() throws {
        #expect(throws: ScheduleRejection.taken(.instructor)) {
            try world.tzba.perform(InstructorStore.add(code: Code("T1"), name: PersonName("样例二")))
        }
    }

    @Test func `an instructor whom a zone may only watch cannot be booked by it`() throws {
        try world.inno.perform(
            InstructorStore.add(code: Code("T2"), name: PersonName("样例三"), watchers: [ZoneCode("ETDZ")])
        )
        #expect(throws: ScheduleRejection.instructorNotLent(instructor: "T2", home: "INNO")) {
            try world.etdz.perform(ScheduleWorld.planning("S1", course: "L2", instructor: "T2"))
        }
    }

    @Test func `an event names codes and zones, not the person`() throws {
        let change = try world.database.connection().value(
            "select change::text from core.event where subject = 'instructor:T1'",
            as: String.self
        )
        #expect(change?.contains("T1") == true)
        #expect(change?.contains("样例讲师") == false)
    }
}
