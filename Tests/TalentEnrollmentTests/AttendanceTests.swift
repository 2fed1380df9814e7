import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

@Suite(.database)
struct AttendanceTests {
    let scene = Scene()

    private func held(_ session: String = "S1", on day: String = "2024-09-03", hours: Int = 3) throws
        -> AttendanceStore.Held
    {
        AttendanceStore.Held(session: try Code(session), day: try Day(iso: day), hours: hours)
    }

    @Test func `a host records the people of both zones, in parts, and nobody twice`() throws {
        let cohort = try scene.cohort(.seats(3))
        try scene.enroll(1, "INNO", in: cohort)
        try scene.enroll(2, "ETDZ", in: cohort)
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        func record(_ present: [String]) throws -> AttendanceStore.Recorded {
            try host.perform(AttendanceStore.record(cohort: cohort, held(), present: present.map { try Code($0) }))
        }
        #expect(try record(["E1"]) == .init(session: "S1", added: 1, present: 1))
        #expect(try record(["E1", "E2", "E2"]) == .init(session: "S1", added: 1, present: 2))
        #expect(try record(["E1", "E2"]) == .init(session: "S1", added: 0, present: 2))
        #expect(try EventStore.list(host, EventStore.Filter(noun: "attendance")).count == 2)
        #expect(
            try RosterStore.roster(host, cohort).map { [$0.recorded, $0.attended, $0.hours] } == [
                [1, 1, 3], [1, 1, 3],
            ]
        )
    }

    @Test func `the sheet shows who was absent, to a guest for its own people`() throws {
        let cohort = try scene.taught([2, 1, 0])
        func sheet(_ zone: String, _ session: String? = nil) throws -> [String] {
            var lines: [String] = []
            try AttendanceStore.list(scene.officer(zone), cohort: cohort, of: session.map { try Code($0) }) {
                lines.append("\($0.session) \($0.enrollment) \($0.present ? "+" : "-")")
            }
            return lines
        }
        #expect(try sheet("INNO") == ["S0 E0 +", "S0 E1 +", "S0 E2 -", "S1 E0 +", "S1 E1 -", "S1 E2 -"])
        #expect(try sheet("ETDZ") == ["S0 E1 +", "S1 E1 -"])
        #expect(try sheet("INNO", "S1") == ["S1 E0 +", "S1 E1 -", "S1 E2 -"])
    }

    @Test func `what cannot have been is refused, and nothing of it is kept`() throws {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, in: cohort)
        try scene.enroll(2, in: cohort)
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        func record(_ held: AttendanceStore.Held, _ present: [String] = []) throws {
            try host.perform(AttendanceStore.record(cohort: cohort, held, present: present.map { try Code($0) }))
        }
        #expect(
            try refusal { try record(held(on: "2024-09-01")) }
                == EnrollmentRejection.sessionOutsideCohort(
                    session: "S1",
                    day: "2024-09-01",
                    first: "2024-09-02",
                    last: "2024-09-03"
                )
        )
        #expect(
            try refusal { try record(held(on: "2024-09-04")) }
                == EnrollmentRejection.sessionNotHeldYet(session: "S1", day: "2024-09-04")
        )
        #expect(
            try refusal { try record(held(), ["E1", "E2"]) }
                == EnrollmentRejection.noSeat(enrollment: "E2", state: "waitlisted")
        )
        #expect(try refusal { try record(held(), ["E9"]) } == CoreRejection.missing(noun: "enrollment", key: "E9"))
        #expect(
            try refusal { try record(held(hours: 25)) }
                == EnrollmentRejection.invalid(rule: "recorded_session_hours_plausible")
        )
        #expect(try RosterStore.roster(host, cohort).first?.recorded == 0)
        try record(held(), ["E1"])
        #expect(
            try refusal { try record(held(hours: 4), ["E1"]) }
                == EnrollmentRejection.sessionRecordedOtherwise(session: "S1", day: "2024-09-03", hours: "3")
        )
    }

    @Test func `an enrollment of another cohort is not there`() throws {
        let cohort = try scene.cohort(.seats(1))
        let other = try scene.cohort(.seats(1), "NIGHT-2", number: 2)
        try scene.enroll(1, in: other)
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        let refused: CoreRejection? = try refusal {
            try host.perform(AttendanceStore.record(cohort: cohort, held(), present: [Code("E1")]))
        }
        #expect(refused == .missing(noun: "enrollment", key: "E1"))
    }

    @Test func `eight officers with overlapping lists of one session record everybody once`() throws {
        let cohort = try scene.cohort(.unlimited)
        for index in 0..<10 { try scene.enroll(index, in: cohort) }
        let scene = scene
        let answers = race(8) { thread in
            let present = try (thread..<thread + 3).map { try Code("E\($0)") }
            let held = AttendanceStore.Held(session: try Code("S1"), day: try Day(iso: "2024-09-03"), hours: 3)
            return try scene.officer("INNO", at: Scene.lastEvening).perform(
                AttendanceStore.record(cohort: cohort, held, present: present)
            )
        }
        #expect(successes(answers).count == 8)
        #expect(successes(answers).map(\.added).reduce(0, +) == 10)
        #expect(successes(answers).map(\.present).max() == 10)
    }
}
