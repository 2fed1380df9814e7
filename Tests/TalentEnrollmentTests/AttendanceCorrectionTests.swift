import Casework
import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

/// Leave, corrections, codes for signing in, hours, and the papers of a class.
@Suite(.database)
struct AttendanceCorrectionTests {
    let scene = Scene()

    private func statuses(_ cohort: Code, _ zone: String = "INNO") throws -> [String] {
        var lines: [String] = []
        try AttendanceStore.list(scene.officer(zone), cohort: cohort) {
            lines.append("\($0.session) \($0.enrollment) \($0.status)")
        }
        return lines
    }

    private func correct(_ cohort: Code, _ session: String, _ enrollment: String, _ status: AttendanceStatus) throws
        -> AttendanceStatus
    {
        try scene.officer("INNO", at: Scene.lastEvening).perform(
            AttendanceStore.correct(
                cohort: cohort,
                session: Code(session),
                enrollment: Code(enrollment),
                status,
                reason: "核对签到表"
            )
        )
    }

    @Test func `a correction with a reason changes what counts, and the event keeps both`() throws {
        let cohort = try scene.taught([2, 1])
        #expect(try correct(cohort, "S0", "E0", .excused) == .present)
        #expect(try correct(cohort, "S1", "E1", .present) == .absent)
        #expect(try statuses(cohort) == ["S0 E0 excused", "S0 E1 present", "S1 E0 present", "S1 E1 present"])
        let roster = try RosterStore.roster(scene.officer("INNO"), cohort)
        #expect(roster.map { [$0.recorded, $0.attended, $0.hours] } == [[2, 1, 3], [2, 2, 6]])
        let event = try EventStore.list(scene.officer("INNO"), .init(noun: "attendance")).first
        #expect(event?.change.contains("\"before\": \"absent\"") == true)
        #expect(event?.change.contains("核对签到表") == true)
        let nobody: CoreRejection? = try refusal { _ = try correct(cohort, "S9", "E0", .present) }
        #expect(nobody == .missing(noun: "session", key: "S9"))
    }

    @Test func `an official on leave for more than a seventh of the hours is dismissed`() throws {
        let cohort = try scene.taught([2, 2])
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        try host.perform(
            CompletionStore.add(
                CompletionRule(attendedShare: .zero, counts: .hours, leaveOneIn: 7),
                to: Code("NIGHT"),
                from: Day(iso: "2024-09-01")
            )
        )
        _ = try correct(cohort, "S0", "E1", .excused)
        let judged = try CompletionStore.evaluate(host, cohort: cohort, as: host.request())
        #expect(
            judged.map { "\($0.enrollment) \($0.judgement.verdict)" } == ["E0 completed", "E1 failed"]
        )
        #expect(judged.last?.judgement.reasons == [.leaveTooLong(hours: 3, of: 6, oneIn: 7)])
        let figures = try CompletionStore.figures(scene.officer("INNO"))
        #expect(figures.map { "\($0.zone) \($0.completed)/\($0.seats) \($0.hours)" } == ["ETDZ 0/1 3", "INNO 1/1 6"])
        #expect(try CompletionStore.figures(scene.officer("ETDZ")).map(\.zone.text) == ["ETDZ"])
    }

    @Test func `an examination that a rule asks for is needed, and its last result counts`() throws {
        let cohort = try scene.taught([2])
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        let rule = CompletionRule(attendedShare: .zero, needsExamination: true)
        try host.perform(CompletionStore.add(rule, to: Code("NIGHT"), from: Day(iso: "2024-09-01")))
        let first = try CompletionStore.evaluate(host, cohort: cohort, as: host.request())
        #expect(first.first?.judgement.reasons == [.notExamined])
        try host.perform(CompletionStore.examine(Code("E0"), .failed))
        try host.perform(CompletionStore.examine(Code("E0"), .passed))
        let second = try CompletionStore.evaluate(host, cohort: cohort, as: host.request())
        #expect(second.first?.judgement.verdict == .completed)
    }

    @Test func `a transferred trainee is judged by what was held where they were`() throws {
        let old = try scene.taught([1, 2])
        let new = try scene.cohort(.seats(5), "NIGHT-2", number: 2)
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        // E0 attended one of two sessions on this day before the move; the new cohort's session comes after it.
        try host.perform(EnrollmentStore.move(Code("E0"), .cohort(new, reason: "调班", override: nil)))
        let roster = try RosterStore.roster(host, new)
        #expect(roster.map { [$0.recorded, $0.attended] } == [[0, 0]])
        let connection = try scene.database.connection()
        try connection.execute("update enrollment.transfer set at = at + interval '1 day'")
        #expect(try RosterStore.roster(host, new).map { [$0.recorded, $0.attended, $0.hours] } == [[2, 1, 3]])
        #expect(try RosterStore.roster(host, old).map(\.enrollment.text) == ["E1"])
    }

    @Test func `a code signs each trainee in once, while it is open, and eight tries make one presence`() throws {
        let cohort = try scene.cohort(.seats(5))
        try scene.enroll(1, "ETDZ", in: cohort)
        try scene.enroll(2, "ETDZ", in: cohort)
        let evening = "2024-09-02T19:00"
        let opened = try scene.officer("INNO", at: evening).perform(
            AttendanceStore.open(cohort: cohort, session: Code("S1"), hours: 2, code: "012345", minutes: 15)
        )
        #expect(opened == .init(session: "S1", code: "012345", until: "19:15"))
        func signIn(_ enrollment: String, _ code: String, at clock: String = evening) throws {
            _ = try scene.officer("ETDZ", at: clock).perform(
                AttendanceStore.signIn(cohort: cohort, session: Code("S1"), code: code, enrollment: Code(enrollment))
            )
        }
        let wrong = EnrollmentRejection.signInCodeWrong(session: "S1")
        #expect(try refusal { try signIn("E1", "999999") } == wrong)
        #expect(try refusal { try signIn("E1", "012345", at: "2024-09-02T19:16") } == wrong)
        let world = scene
        let answers = race(8) { _ in
            try world.officer("ETDZ", at: evening).perform(
                AttendanceStore.signIn(cohort: cohort, session: Code("S1"), code: "012345", enrollment: Code("E1"))
            )
        }
        #expect(successes(answers).count == 1)
        #expect(
            refusals(answers)
                == Array(repeating: .signedInBefore(enrollment: "E1", session: "S1"), count: 7)
        )
        let hidden: PostgresError? = try refusal {
            _ = try scene.officer("ETDZ").connection.rows(
                "select sign_in_code from enrollment.recorded_session",
                as: String?.self
            )
        }
        #expect(hidden?.sqlState?.rawValue == "42501")
    }

    @Test func `hours add up by person and year`() throws {
        _ = try scene.taught([2, 1, 1])
        let hours = try AttendanceStore.hours(scene.officer("INNO"), year: 2024)
        #expect(hours.map { "\($0.person) \($0.sessions) \($0.hours)" } == ["INNO-0 2 6", "INNO-2 1 3"])
        #expect(try AttendanceStore.hours(scene.officer("INNO"), year: 2023) == [])
    }

    @Test func `papers show names as text and nothing else`() throws {
        let cohort = try scene.taught([1, 1])
        let host = try scene.officer("INNO")
        let shown = try CohortStore.show(host, cohort)
        let roster = try RosterStore.roster(host, cohort)
        let sheet = SignInSheet.page(shown, programName: "<夜课堂>", session: "S1", roster).html
        #expect(sheet.contains("&lt;夜课堂&gt;第1期签到表"))
        #expect(sheet.contains("<td>1</td><td>样例零</td>") || sheet.contains("<td>\(roster[0].name)</td>"))
        #expect(!sheet.contains("<script"))
        let cards = SignInSheet.cards(shown, roster).html
        #expect(cards.components(of: "class=\"card\"") == 2)
    }
}

extension String {
    fileprivate func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
