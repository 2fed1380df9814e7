import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

@Suite(.database)
struct CompletionTests {
    let scene = Scene()

    private func evaluate(_ cohort: Code, at clock: String = Scene.lastEvening) throws -> [Completion] {
        let host = try scene.officer("INNO", at: clock)
        return try CompletionStore.evaluate(host, cohort: cohort, as: host.request())
    }

    @Test func `who attended enough completes, the others learn what is missing`() throws {
        let cohort = try scene.taught([2, 1, 2])
        let judged = try evaluate(cohort)
        #expect(judged.map(\.enrollment) == ["E0", "E1", "E2"])
        #expect(judged.map(\.judgement.verdict) == [.completed, .failed, .completed])
        #expect(judged[1].judgement.reasons == [.attendedTooFew(attended: 1, recorded: 2, needed: 2)])
        let states = try RosterStore.roster(scene.officer("INNO"), cohort).map(\.state)
        #expect(states == [.completed, .failed, .completed])
        #expect(try CohortStore.show(scene.officer("INNO"), cohort).evaluatedOn == (try Day(iso: "2024-09-03")))
    }

    @Test func `other modules read completed trainings of their own zone`() throws {
        let cohort = try scene.taught([2, 2, 0])
        _ = try evaluate(cohort)
        for (zone, person) in [("INNO", "INNO-0"), ("ETDZ", "ETDZ-1")] {
            let rows = try scene.officer(zone).connection.rows(
                """
                select person_code, program_code, cohort_code, completed_on, hours, certificate_code
                from enrollment.completed_training
                """,
                as: (Code, Code, Code, Day, Int32, Code?).self
            )
            #expect(rows.map(\.0.text) == [person])
            #expect(rows.first?.1.text == "NIGHT")
            #expect(rows.first?.2 == cohort)
            #expect(rows.first?.3 == (try Day(iso: "2024-09-03")))
            #expect(rows.first?.4 == 6)
            #expect(rows.first?.5 == nil)
        }
    }

    @Test func `a late list lets who had failed complete, and touches nobody who has completed`() throws {
        let cohort = try scene.taught([2, 1])
        _ = try evaluate(cohort)
        let host = try scene.officer("INNO", at: "2024-09-05T09:00")
        let held = AttendanceStore.Held(session: try Code("S1"), day: try Day(iso: "2024-09-03"), hours: 3)
        try host.perform(AttendanceStore.record(cohort: cohort, held, present: [Code("E1")]))
        let again = try evaluate(cohort, at: "2024-09-05T10:00")
        #expect(again.map(\.enrollment) == ["E1"])
        #expect(again.first?.judgement.verdict == .completed)
        #expect(try evaluate(cohort, at: "2024-09-05T11:00") == [])
    }

    @Test func `a cohort is not judged before it ends, nor without sessions`() throws {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, in: cohort)
        let early: EnrollmentRejection? = try refusal { _ = try evaluate(cohort, at: "2024-09-02T20:00") }
        #expect(early == .cohortNotEnded(cohort: "NIGHT-1", lastDay: "2024-09-03"))
        let empty: EnrollmentRejection? = try refusal { _ = try evaluate(cohort) }
        #expect(empty == .noSessionRecorded(cohort: "NIGHT-1"))
    }

    @Test func `a judgement on facts that changed meanwhile is not written`() throws {
        let cohort = try scene.taught([2, 0])
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        let basis = try CompletionStore.basis(host, of: cohort)
        let roster = try CompletionStore.candidates(host, of: cohort)
        let held = AttendanceStore.Held(session: try Code("S0"), day: try Day(iso: "2024-09-03"), hours: 3)
        try host.perform(AttendanceStore.record(cohort: cohort, held, present: [Code("E1")]))
        let verdicts: [Judgement.Verdict] = [.completed, .failed]
        let stale: EnrollmentRejection? = try refusal {
            try host.perform(CompletionStore.write(cohort: cohort, basis, roster, verdicts))
        }
        #expect(stale == .factsChanged(cohort: "NIGHT-1"))
        let partly: EnrollmentRejection? = try refusal {
            try host.perform(CompletionStore.write(cohort: cohort, basis, Array(roster.prefix(1)), [.completed]))
        }
        #expect(partly == .factsChanged(cohort: "NIGHT-1"))
    }

    @Test func `a verdict that the rule does not bear out is refused by the table itself`() throws {
        let cohort = try scene.taught([0])
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        let basis = try CompletionStore.basis(host, of: cohort)
        let roster = try CompletionStore.candidates(host, of: cohort)
        let refused: EnrollmentRejection? = try refusal {
            try host.perform(CompletionStore.write(cohort: cohort, basis, roster, [.completed]))
        }
        #expect(refused == .invalid(rule: "completion_share_reached"))
    }

    @Test func `a program's own rule goes before the general one, and the cohort's first day chooses the version`()
        throws
    {
        let cohort = try scene.taught([1])
        let owner = try scene.database.connection()
        try owner.script(
            """
            insert into enrollment.completion_rule (program_id, version, valid_from, attended_share_ppm)
            select id, 1, date '2024-01-01', 500000 from enrollment.program union all
            select id, 2, '2024-09-03', 1000000 from enrollment.program union all
            select null, 2, '2024-09-01', 900000;
            """
        )
        let basis = try CompletionStore.basis(scene.officer("INNO"), of: cohort)
        #expect(basis.rule.attendedShare == Rate(partsPerMillion: 500_000))
        #expect(try evaluate(cohort).map(\.judgement.verdict) == [.completed])
    }

    @Test func `a repeated request explains the first judgement again`() throws {
        let cohort = try scene.taught([2, 1])
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        let request = host.request("completion evaluate")
        let first = try CompletionStore.evaluate(host, cohort: cohort, as: request)
        #expect(first.count == 2)
        #expect(try CompletionStore.evaluate(host, cohort: cohort, as: request) == first)
    }

    @Test func `eight connections judging one cohort complete everybody once`() throws {
        let cohort = try scene.taught([2, 2, 2, 2, 2, 2])
        let scene = scene
        let answers = race(8) { _ in
            let host = try scene.officer("INNO", at: Scene.lastEvening)
            return try CompletionStore.evaluate(host, cohort: cohort, as: host.request())
        }
        #expect(successes(answers).flatMap(\.self).count == 6)
        #expect(successes(answers).count + refusals(answers).count == 8)
        #expect(refusals(answers).allSatisfy { $0 == .factsChanged(cohort: "NIGHT-1") })
        #expect(try RosterStore.roster(scene.officer("INNO"), cohort).allSatisfy { $0.state == .completed })
    }
}
