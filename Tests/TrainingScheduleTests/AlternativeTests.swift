import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct AlternativeTests {
    let world: ScheduleWorld

    init() throws {
        world = try ScheduleWorld()
        try world.inno.perform(ScheduleWorld.planning("S1"))
    }

    private func find(
        _ session: Session,
        _ rejection: ScheduleRejection,
        venue: String = "R301",
        instructor: String? = nil,
        people: Int = 30
    ) throws -> [Alternative] {
        let wish = Wish(
            venue: try Code(venue),
            instructor: try instructor.map { try Code($0) },
            time: try ScheduleWorld.time(3, "20:00", "21:30"),
            people: people
        )
        return try AlternativeStore.find(session, for: wish, refusedBy: rejection) { other in
            SessionStore.add(
                code: nil,
                course: try Code("L1"),
                venue: other.venue,
                instructor: wish.instructor,
                time: other.time,
                hours: 1
            )
        }
    }

    @Test func `what is offered was tried: each of the three would be done`() throws {
        let inno = try world.inno
        try inno.perform(VenueStore.add(code: Code("R302"), name: "样例楼302", capacity: 60))
        let found = try find(inno, .roomTaken([]))
        // The cohort is in S1 until nine, so that another room at that time is no help.
        #expect(found.map(\.venue.text) == ["R301", "R301", "R301"])
        #expect(found.allSatisfy { !($0.time.starts.day.day == 3 && $0.time.starts.timeOfDay.hour == 20) })
        #expect(Set(found.map(\.time.starts.day.day)).count > 1)
        for alternative in found {
            let verb = SessionStore.add(
                code: nil,
                course: try Code("L1"),
                venue: alternative.venue,
                instructor: nil,
                time: alternative.time,
                hours: 1
            )
            try inno.rehearse { _ = try $0.perform(verb) }
        }
    }

    @Test func `another room comes first where only the room is the trouble`() throws {
        try world.etdz.perform(VenueStore.add(code: Code("E1"), name: "样例二室", capacity: 40))
        let wish = Wish(
            venue: try Code("R301"),
            instructor: nil,
            time: try ScheduleWorld.time(3, "20:00", "21:30"),
            people: 20
        )
        let found = try AlternativeStore.find(world.etdz, for: wish, refusedBy: .roomTaken([])) { other in
            SessionStore.add(
                code: nil,
                course: try Code("L2"),
                venue: other.venue,
                instructor: nil,
                time: other.time,
                hours: 1
            )
        }
        #expect(found.first?.venue.text == "E1")
        #expect(found.first?.time == wish.time)
    }

    @Test func `trying leaves nothing behind, inside a transaction too`() throws {
        let inno = try world.inno
        let before = try world.count("select count(*) from core.request")
        let found = try inno.transaction { session in try find(session, .roomTaken([])) }
        #expect(found.count == 3)
        #expect(try world.count("select count(*) from schedule.session") == 1)
        #expect(try world.count("select count(*) from core.request") == before)
    }

    @Test func `where no room and no hour helps nothing is offered`() throws {
        #expect(try find(world.inno, .plannedByHost(cohort: "K1")).isEmpty)
        #expect(
            try find(world.inno, .roomTooSmall(venue: "R6", seats: "6", cohort: "K1", people: "30"), venue: "R6")
                .allSatisfy { $0.venue.text == "R301" }
        )
    }
}
