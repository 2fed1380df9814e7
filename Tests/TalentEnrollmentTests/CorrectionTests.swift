import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// Mistakes are normal: programs, cohorts and enrollments are mended with a reason.
@Suite(.database)
struct CorrectionTests {
    let scene = Scene()

    private func change(_ subject: String) throws -> String? {
        try scene.database.connection().value(
            "select change::text from core.event where subject = \(subject) and verb = 'correct'",
            as: String.self
        )
    }

    @Test func `a program is corrected by the zone that published it, and the event keeps both names and the reason`()
        throws
    {
        try scene.program()
        let mend = ProgramStore.correct(
            try Code("NIGHT"),
            reason: "录入错误",
            nameZh: "人才夜校",
            nameEn: nil,
            audience: nil
        )
        #expect(throws: CoreRejection.missing(noun: "program", key: "NIGHT")) {
            try scene.officer("ETDZ").perform(mend)
        }
        try scene.officer("INNO").perform(mend)
        #expect(try ProgramStore.list(scene.officer("ETDZ")).map(\.nameZh) == ["人才夜校"])
        let kept = try change("program:NIGHT") ?? ""
        for word in ["人才夜课堂", "人才夜校", "录入错误"] { #expect(kept.contains(word), "\(kept)") }
        // The same again changes nothing and leaves no event.
        try scene.officer("INNO").perform(mend)
        #expect(try change("program:NIGHT") == kept)
    }

    @Test func `a cohort is corrected by a host, its sessions stay within its days`() throws {
        let cohort = try scene.cohort(.unlimited)
        try scene.enroll(1, in: cohort)
        let guest: EnrollmentRejection? = try refusal {
            try scene.officer("ETDZ").perform(CohortStore.correct(cohort, reason: "误", .init(number: 2)))
        }
        #expect(guest == .hostsOnly(cohort: "NIGHT-1"))
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        try host.perform(
            CohortStore.correct(cohort, reason: "延期", .init(number: 2, endsOn: Day(iso: "2024-09-05"), offerDays: 3))
        )
        let mended = try CohortStore.show(host, cohort)
        #expect(mended.number == 2 && mended.offerDays == 3)
        #expect(try mended.endsOn == Day(iso: "2024-09-05"))
        let held = AttendanceStore.Held(session: try Code("S1"), day: try Day(iso: "2024-09-03"), hours: 3)
        try host.perform(AttendanceStore.record(cohort: cohort, held, present: [Code("E1")]))
        let outside: EnrollmentRejection? = try refusal {
            try host.perform(CohortStore.correct(cohort, reason: "误", .init(endsOn: Day(iso: "2024-09-02"))))
        }
        #expect(
            outside == .sessionOutsideCohort(session: "S1", day: "2024-09-03", first: "2024-09-02", last: "2024-09-02")
        )
        let backwards: EnrollmentRejection? = try refusal {
            try host.perform(CohortStore.correct(cohort, reason: "误", .init(startsOn: Day(iso: "2024-09-06"))))
        }
        #expect(backwards == .endsBeforeStart)
    }

    @Test func `once completion was judged by a cohort's days they stay`() throws {
        let cohort = try scene.taught([2, 1])
        let after = try scene.officer("INNO", at: "2024-09-04T09:00")
        _ = try CompletionStore.evaluate(after, cohort: cohort, as: after.request())
        let judged: EnrollmentRejection? = try refusal {
            try after.perform(CohortStore.correct(cohort, reason: "误", .init(endsOn: Day(iso: "2024-09-10"))))
        }
        #expect(judged == .cohortJudged(cohort: "NIGHT-1", on: "2024-09-04"))
        try after.perform(CohortStore.correct(cohort, reason: "误", .init(number: 5)))
    }

    @Test func `what was entered with an enrollment is corrected, and who is in stays in`() throws {
        let cohort = try scene.cohort(.seats(3), prerequisites: Prerequisites(awards: ["市级"]))
        let officer = try scene.officer("INNO")
        let person = try scene.person(1)
        try officer.perform(
            EnrollmentStore.add(cohort: cohort, person: person, code: Code("E1"), award: "市级", postLevel: .staff)
        )
        let placed = try officer.perform(
            EnrollmentStore.correct(Code("E1"), reason: "证书看错", award: "区级", postLevel: .section)
        )
        #expect(placed.state == .enrolled)
        let row = try scene.database.connection().row(
            "select award, post_level from enrollment.enrollment where code = 'E1'",
            as: (String, String).self
        )
        #expect(row?.0 == "区级" && row?.1 == "section")
        let kept = try change("enrollment:E1") ?? ""
        for word in ["市级", "区级", "staff", "section", "证书看错"] { #expect(kept.contains(word), "\(kept)") }
    }

    @Test func `an erased person's application is refused at every door`() throws {
        let cohort = try scene.cohort(.seats(9))
        let officer = try scene.officer("INNO")
        let person = try scene.person(1)
        try scene.database.session(as: "tester", zone: "INNO", at: Instant(iso: Scene.enrolling))
            .perform(PersonStore.erase(person, reason: "本人申请"))
        #expect(throws: PersonRejection.erased(code: "INNO-1")) {
            try officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
        }
        #expect(throws: PersonRejection.erased(code: "INNO-1")) {
            try officer.perform(ApplicationStore.add(Application(cohort: cohort, persons: [person]), code: nil))
        }
        #expect(throws: PersonRejection.erased(code: "INNO-1")) {
            try officer.perform(
                ApplicationStore.import(
                    cohort: cohort,
                    file: SHA256.digest(of: "sheet"),
                    [.init(person: person, award: nil, postLevel: nil)]
                )
            )
        }
        #expect(try scene.counts(cohort) == ([0, 0], [0, 0]))
    }
}
