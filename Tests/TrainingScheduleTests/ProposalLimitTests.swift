import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

/// A timetable keeps the hours of instructors: what they take in a week, and what their zone lent.
@Suite(.database)
struct ProposalLimitTests {
    let world: ScheduleWorld
    let etdz: Session

    init() throws {
        world = try ScheduleWorld()
        etdz = try world.etdz
        try etdz.perform(VenueStore.add(code: Code("E1"), name: "样例二室", capacity: 40))
        try etdz.perform(InstructorStore.add(code: Code("T2"), name: PersonName("样例二"), weeklyHours: 4))
        try world.inno.perform(InstructorStore.add(code: Code("T3"), name: PersonName("样例三")))
        try world.inno.perform(
            LendingStore.lend(
                .instructor,
                Code("T3"),
                to: ZoneCode(Code("ETDZ")),
                from: Day(iso: "2024-09-01"),
                until: Day(iso: "2024-09-30"),
                hours: 6,
                consent: "样例函"
            )
        )
    }

    private func add(_ code: String, _ lectures: Int, by instructor: String) throws {
        try etdz.perform(
            CourseStore.add(
                code: Code(code),
                name: "课程\(code)",
                cohort: Code("K2"),
                lectures: lectures,
                instructor: Code(instructor),
                minimumDays: 1
            )
        )
    }

    private func draft(until: String) throws -> TimetableDraft {
        try TimetableDraftStore.draft(
            etdz,
            cohorts: [Code("K2")],
            from: Day(iso: "2024-09-02"),
            until: Day(iso: until),
            slots: DaySlots(DaySlots.usual)
        )
    }

    private func propose(until: String) throws -> Proposal {
        try draft(until: until).propose(seed: 3, effort: .moves(30_000))
    }

    private func apply(_ proposal: Proposal) throws -> Int {
        let code = try etdz.perform(ProposalStore.add(code: nil, proposal))
        return try etdz.perform(ProposalStore.apply(Code(code))).added
    }

    @Test func `lectures are spread so that no week of an instructor holds more than their limit`()
        throws
    {
        // Two hours a lecture, four a week: six lectures need all of three weeks.
        try add("A", 6, by: "T2")
        let proposal = try propose(until: "2024-09-20")
        #expect(proposal.unplaced.isEmpty)
        #expect(proposal.limits.isEmpty)
        let weeks = Dictionary(grouping: proposal.sessions) { Week.monday(of: $0.starts.day) }
        #expect(weeks.values.map { $0.reduce(0) { $0 + $1.hours } } == [4, 4, 4])
        #expect(try apply(proposal) == 6)
    }

    @Test func `what an instructor's weeks cannot hold is left over, and the weeks are named`() throws {
        try add("A", 4, by: "T2")
        // An hour of the first week is taken already: one lecture fits there.
        try etdz.perform(
            ScheduleWorld.planning("S1", course: "L3", venue: "E1", instructor: "T2", "19:00", "19:45")
        )
        let proposal = try propose(until: "2024-09-13")
        #expect(proposal.sessions.count == 3)
        #expect(proposal.unplaced.map(\.lectures) == [1])
        let monday = try Day(iso: "2024-09-02")
        let week = try #require(proposal.limits.first { $0.kind == .week(monday) })
        #expect(week.resource.text == "T2")
        #expect(week.allowed == 4)
        #expect(week.planned == 1)
        #expect(try apply(proposal) == 3)
    }

    @Test func `hours that another zone lent are not overdrawn by a timetable`() throws {
        try add("A", 5, by: "T3")
        let proposal = try propose(until: "2024-09-20")
        #expect(proposal.sessions.count == 3)
        #expect(proposal.unplaced.map(\.lectures) == [2])
        #expect(proposal.limits.map(\.allowed) == [6])
        #expect(try apply(proposal) == 3)
        // Nothing is left now, and that is said.
        let again = try propose(until: "2024-09-20")
        #expect(again.sessions.isEmpty)
        #expect(again.limits.map(\.planned) == [6])
    }

    @Test func `the same seed finds the same timetable within limits too`() throws {
        try add("A", 6, by: "T2")
        try add("B", 3, by: "T3")
        let first = try propose(until: "2024-09-20").sessions
        #expect(first.count == 9)
        #expect(try propose(until: "2024-09-20").sessions == first)
    }

    @Test func `a timetable whose search is stopped keeps the limits`() throws {
        try add("A", 6, by: "T2")
        let proposal = try draft(until: "2024-09-06").propose(seed: 3, effort: .moves(30_000)) {
            $0.permille < 100
        }
        #expect(proposal.sessions.count == 2)
        #expect(proposal.unplaced.map(\.lectures) == [4])
        #expect(try apply(proposal) == 2)
    }
}
