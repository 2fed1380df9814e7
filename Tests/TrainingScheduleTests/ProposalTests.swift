import Postgres
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

/// Two cohorts of both zones get a timetable, and keep it as well as they can when an instructor falls ill.
@Suite(.database)
struct ProposalTests {
    let world: ScheduleWorld
    let etdz: Session

    init() throws {
        world = try ScheduleWorld()
        etdz = try world.etdz
        // INNO's cohort is planned by ETDZ too.
        try world.database.connection().script(
            """
            update enrollment.cohort_party p set level = 'host' from enrollment.cohort c, core.zone z
            where (c.id, z.id) = (p.cohort_id, p.zone_id) and (c.code, z.code) = ('K1', 'ETDZ');
            """
        )
        try etdz.perform(VenueStore.add(code: Code("E1"), name: "样例二室", capacity: 40))
        try etdz.perform(InstructorStore.add(code: Code("T2"), name: PersonName("样例二")))
        for (code, cohort, instructor) in [("A", "K1", "T1"), ("B", "K1", "T2"), ("C", "K2", "T1"), ("D", "K2", "T2")] {
            try etdz.perform(
                CourseStore.add(
                    code: Code(code),
                    name: "课程\(code)",
                    cohort: Code(cohort),
                    lectures: 4,
                    instructor: Code(instructor),
                    minimumDays: 2
                )
            )
        }
    }

    private func draft(_ until: String = "2024-09-06", _ slots: String = DaySlots.usual) throws -> TimetableDraft {
        try TimetableDraftStore.draft(
            etdz,
            cohorts: [Code("K1"), Code("K2")],
            from: Day(iso: "2024-09-02"),
            until: Day(iso: until),
            slots: DaySlots(slots)
        )
    }

    @Test func `lectures of two cohorts are placed without a conflict, applied at once, and not asked for again`()
        throws
    {
        // What is taken already stays where it is.
        try world.inno.perform(ScheduleWorld.planning("S1", day: 3, "09:00", "10:30"))
        let proposal = try draft().propose(seed: 7, effort: .moves(30_000))
        #expect(proposal.cost.isFeasible)
        #expect(proposal.sessions.count == 16)
        #expect(try draft().propose(seed: 7, effort: .moves(30_000)).sessions == proposal.sessions)
        let code = try etdz.perform(ProposalStore.add(code: nil, proposal))
        #expect(try world.count("select count(*) from schedule.session") == 1)
        let applied = try etdz.perform(ProposalStore.apply(Code(code)))
        #expect(applied.added == 16)
        #expect(try world.count("select count(*) from schedule.session") == 17)
        #expect(throws: ScheduleRejection.self) { try etdz.perform(ProposalStore.apply(Code(code))) }
        #expect(throws: ScheduleRejection.nothingToPlan(.noLectures)) {
            try draft().propose(seed: 7, effort: .moves(1_000))
        }
    }

    @Test func `a program stands for its cohorts, a guest of one proposes nothing`() throws {
        #expect(try TimetableDraftStore.cohorts(etdz, named: [Code("PG1")]).map(\.text) == ["K1", "K2", "K3"])
        #expect(try TimetableDraftStore.cohorts(etdz, named: [Code("K2"), Code("K2")]).map(\.text) == ["K2"])
        #expect(throws: CoreRejection.missing(noun: "cohort", key: "NONE")) {
            try TimetableDraftStore.cohorts(etdz, named: [Code("NONE")])
        }
        let proposal = try draft().propose(seed: 7, effort: .moves(30_000))
        try world.database.connection().script("update enrollment.cohort_party set level = 'guest' where true")
        #expect(throws: ScheduleRejection.self) { try etdz.perform(ProposalStore.add(code: nil, proposal)) }
    }

    @Test func `a proposal that something came before is refused whole`() throws {
        let proposal = try draft().propose(seed: 7, effort: .moves(30_000))
        try etdz.perform(ProposalStore.add(code: Code("Q1"), proposal))
        let first = try #require(proposal.sessions.first)
        try etdz.perform(
            SessionStore.add(
                code: nil,
                course: Code("L3"),
                venue: first.venue,
                instructor: nil,
                time: SessionTime(starts: first.starts, ends: first.ends),
                hours: 1
            )
        )
        #expect(throws: ScheduleRejection.self) { try etdz.perform(ProposalStore.apply(Code("Q1"))) }
        #expect(try world.count("select count(*) from schedule.session") == 1)
    }

    @Test func `what cannot be placed is said, with the reason`() throws {
        let proposal = try draft("2024-09-02", "09:00-10:30,14:00-15:30").propose(seed: 1, effort: .moves(5_000))
        #expect(!proposal.unplaced.isEmpty)
        #expect(proposal.unplaced.contains { $0.impossible != nil })
        #expect(proposal.sessions.count + proposal.unplaced.reduce(0) { $0 + $1.lectures } == 16)
    }

    @Test func `a repair moves what an ill instructor leaves, little more, and is carried out whole`() throws {
        try etdz.perform(ProposalStore.add(code: Code("Q1"), draft().propose(seed: 7, effort: .moves(30_000))))
        try etdz.perform(ProposalStore.apply(Code("Q1")))
        let met = try etdz.perform(
            LendingStore.close(
                .instructor,
                Code("T2"),
                from: Instant(iso: "2024-09-04T00:00"),
                until: Instant(iso: "2024-09-05T00:00"),
                reason: "病假"
            )
        )
        try #require(met > 0)
        let repair = try TimetableDraftStore.repair(
            etdz,
            from: Day(iso: "2024-09-02"),
            until: Day(iso: "2024-09-13"),
            slots: DaySlots(DaySlots.usual)
        )
        #expect(repair.met.count == met)
        let plans = try repair.plans(seed: 3, effort: .moves(90_000))
        #expect((1...3).contains(plans.count))
        let plan = try #require(plans.first { plan in !plan.sessions.contains { $0.isTakenOver } })
        #expect(plan.cost.isFeasible)
        #expect(plan.sessions.count <= met + 3)
        #expect(Set(plan.sessions.compactMap(\.session)).isSuperset(of: repair.met))
        try etdz.perform(ProposalStore.add(code: Code("Q2"), plan))
        let applied = try etdz.perform(ProposalStore.apply(Code("Q2")))
        #expect(applied.moved == plan.sessions.count)
        #expect(applied.added == 0)
        let left = try TimetableDraftStore.repair(
            etdz,
            from: Day(iso: "2024-09-02"),
            until: Day(iso: "2024-09-13"),
            slots: DaySlots(DaySlots.usual)
        )
        #expect(left.met.isEmpty)
    }

    @Test func `a proposal carried out by eight at once is carried out once`() throws {
        let world = world
        try etdz.perform(ProposalStore.add(code: Code("Q1"), draft().propose(seed: 7, effort: .moves(30_000))))
        let answers = race(8) { _ in try world.before("ETDZ").perform(ProposalStore.apply(Code("Q1"))) }
        #expect(answers.count { (try? $0.get()) != nil } == 1)
        for case .failure(let error) in answers {
            #expect((error as? ScheduleRejection)?.code == "SCH33", "\(error)")
        }
        #expect(try world.count("select count(*) from schedule.session") == 16)
    }

    @Test(arguments: ["", "9-10", "10:00-09:00", "09:00-10:30,10:00-11:00", "09:00"])
    func `slots of another form are refused`(text: String) {
        #expect(throws: ScheduleRejection.nothingToPlan(.slots(text))) { try DaySlots(text) }
    }
}
