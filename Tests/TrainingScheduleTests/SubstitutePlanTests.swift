import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

/// A repair after an illness first looks for somebody who can take the sessions over.
@Suite(.database)
struct SubstitutePlanTests {
    let world: ScheduleWorld
    let etdz: Session

    init() throws {
        world = try ScheduleWorld()
        etdz = try world.etdz
        try etdz.perform(VenueStore.add(code: Code("E1"), name: "样例二室", capacity: 40))
        for (code, subject) in [("T2", "招商"), ("T4", "招商"), ("T6", "财税")] {
            try etdz.perform(
                InstructorStore.add(code: Code(code), name: PersonName("样例\(code)"), subjects: [subject])
            )
        }
        try etdz.perform(CourseStore.add(code: Code("B"), name: "招商", cohort: Code("K2"), subject: "招商"))
        for (code, from, until) in [("S1", "09:00", "10:30"), ("S2", "14:00", "15:30")] {
            try etdz.perform(
                ScheduleWorld.planning(code, course: "B", venue: "E1", instructor: "T2", day: 4, from, until)
            )
        }
    }

    private func fallIll(_ code: String = "T2") throws {
        try etdz.perform(
            LendingStore.close(
                .instructor,
                Code(code),
                from: Instant(iso: "2024-09-04T00:00"),
                until: Instant(iso: "2024-09-05T00:00"),
                reason: "病假"
            )
        )
    }

    private func plans() throws -> [Proposal] {
        try TimetableDraftStore.repair(
            etdz,
            from: Day(iso: "2024-09-02"),
            until: Day(iso: "2024-09-06"),
            slots: DaySlots(DaySlots.usual)
        ).plans(seed: 1, effort: .moves(20_000))
    }

    private func apply(_ plan: Proposal) throws -> AppliedProposal {
        let code = try etdz.perform(ProposalStore.add(code: nil, plan))
        return try etdz.perform(ProposalStore.apply(Code(code)))
    }

    private func teachers() throws -> [String?] {
        try ["S1", "S2"].map { try SessionStore.find(etdz, Code($0))?.instructor?.text }
    }

    @Test func `somebody of the subject takes over at the same time, and only they are disturbed`() throws {
        try fallIll()
        let plans = try plans()
        let plan = try #require(plans.first)
        #expect(plan.sessions.map { $0.session?.text } == ["S1", "S2"])
        #expect(plan.sessions.allSatisfy { $0.instructor?.text == "T4" && $0.starts == $0.was?.starts })
        #expect(plan.disturbed == 1)
        #expect((2...3).contains(plans.count))
        #expect(!plans[1].sessions.contains { $0.isTakenOver })
        let applied = try apply(plan)
        #expect(applied.substituted == 2)
        #expect(applied.moved == 0)
        #expect(try teachers() == ["T4", "T4"])
        #expect(throws: ScheduleRejection.nothingToPlan(.noLectures)) { try self.plans() }
    }

    @Test func `what nobody can take over moves, the rest stays at its time`() throws {
        try etdz.perform(
            ScheduleWorld.planning("S3", course: "L3", venue: "R301", instructor: "T4", day: 4, "14:00", "15:00")
        )
        try fallIll()
        let plan = try #require(try plans().first)
        #expect(plan.sessions.count { $0.isTakenOver } == 1)
        let applied = try apply(plan)
        #expect(applied.substituted == 1)
        #expect(applied.moved == 1)
        #expect(try teachers() == ["T4", "T2"])
        #expect(try SessionStore.find(etdz, Code("S2"))?.starts.day.description != "2024-09-04")
    }

    @Test func `another zone's instructor takes over what that zone lent, and not an hour more`() throws {
        try fallIll("T4")
        try world.inno.perform(
            InstructorStore.add(
                code: Code("T5"),
                name: PersonName("样例五"),
                watchers: [ZoneCode(Code("ETDZ"))],
                subjects: ["招商"]
            )
        )
        try fallIll()
        #expect(try !plans().contains { $0.sessions.contains { $0.isTakenOver } })
        try world.inno.perform(
            LendingStore.lend(.instructor, Code("T5"), to: ZoneCode(Code("ETDZ")), hours: 2, consent: "样例函")
        )
        let plan = try #require(try plans().first)
        #expect(plan.sessions.filter(\.isTakenOver).map { $0.instructor?.text } == ["T5"])
        #expect(try apply(plan).substituted == 1)
    }

    @Test func `who was given a session in the meantime keeps it`() throws {
        try fallIll()
        let plan = try #require(try plans().first)
        try etdz.perform(SessionStore.substitute(Code("S1"), by: Code("T4"), reason: "样例"))
        do {
            _ = try apply(plan)
            Issue.record("the plan was carried out over a later change")
        } catch let rejection as ScheduleRejection {
            #expect(rejection.code == "SCH25")
        }
        #expect(try teachers() == ["T4", "T2"])
    }
}
