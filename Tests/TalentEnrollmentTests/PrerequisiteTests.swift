import Postgres
import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// What a person must fulfil, in the program and in the database.
@Suite(.database)
struct PrerequisiteTests {
    let scene = Scene()

    @Test func `everything that is not met is told at once, and unknown is not met`() throws {
        let wanted = Prerequisites(
            minAge: 30,
            maxAge: 40,
            awards: ["江海英才"],
            minPostLevel: .section,
            completed: try Code("SPARK")
        )
        let firstDay = try Day(iso: "2024-09-02")
        #expect(
            wanted.unmet(by: .init(), on: firstDay) == [
                .age(wanted: "30-40", have: nil), .award(wanted: "江海英才", have: nil),
                .postLevel(wanted: "section", have: nil), .completed(program: "SPARK"),
            ]
        )
        let fit = Prerequisites.Facts(
            birthOn: try Day(iso: "1994-09-02"),
            award: "江海英才",
            postLevel: .division,
            completed: [try Code("SPARK")]
        )
        #expect(wanted.unmet(by: fit, on: firstDay) == [])
        var young = fit
        young.birthOn = try Day(iso: "1994-09-03")
        #expect(wanted.unmet(by: young, on: firstDay) == [.age(wanted: "30-40", have: 29)])
    }

    @Test func `the program and the database find the same obstacles for every combination of facts`() throws {
        let births: [String?] = [nil, "1984-09-02", "1983-09-02", "2004-02-29", "1994-09-02", "1994-09-03"]
        let wishes = [
            Prerequisites(minAge: 30), Prerequisites(maxAge: 40), Prerequisites(minAge: 20, maxAge: 40),
            Prerequisites(awards: ["甲", "乙"]), Prerequisites(minPostLevel: .section),
            Prerequisites(minAge: 30, awards: ["甲"], minPostLevel: .staff), Prerequisites(),
        ]
        var people: [(Code, Day?)] = []
        let officer = try scene.officer("INNO")
        for (index, birth) in births.enumerated() {
            let day = try birth.map { try Day(iso: $0) }
            let code = try Code("B\(index)")
            try officer.perform(
                PersonStore.add(code: code, name: PersonName("样例甲"), PersonDetails(birthOn: day))
            )
            people.append((code, day))
        }
        for (number, wanted) in wishes.enumerated() {
            let cohort = try scene.cohort(.unlimited, "C\(number)", number: number + 1, prerequisites: wanted)
            for (person, birth) in people {
                for (award, level) in [(nil, nil), ("甲", .staff), ("丙", .deputySection), ("乙", .division)]
                    as [(String?, PostLevel?)]
                {
                    let facts = Prerequisites.Facts(birthOn: birth, award: award, postLevel: level)
                    let unmet = wanted.unmet(by: facts, on: try Day(iso: "2024-09-02"))
                    let verb = EnrollmentStore.add(
                        cohort: cohort,
                        person: person,
                        code: nil,
                        award: award,
                        postLevel: level
                    )
                    let refused: EnrollmentRejection? = try refusal {
                        _ = try officer.rehearse { try $0.perform(verb) }
                    }
                    #expect(
                        refused
                            == (unmet.isEmpty ? nil : .keptOut(cohort: cohort.text, person: person.text, unmet)),
                        "\(wanted) \(facts)"
                    )
                }
            }
        }
    }

    @Test func `a program that must be completed counts from whichever zone`() throws {
        let earlier = try scene.taught([2, 0])
        _ = try CompletionStore.evaluate(
            scene.officer("INNO", at: Scene.lastEvening),
            cohort: earlier,
            as: scene.officer("INNO", at: Scene.lastEvening).request()
        )
        let host = try scene.officer("INNO", at: Scene.lastEvening)
        try host.perform(
            ProgramStore.add(code: Code("NEXT"), nameZh: "进阶班", nameEn: "Next", audience: .everybody)
        )
        let plan = CohortStore.Plan(
            program: try Code("NEXT"),
            number: 1,
            startsOn: try Day(iso: "2024-10-08"),
            endsOn: try Day(iso: "2024-10-09"),
            capacity: .seats(9),
            prerequisites: Prerequisites(completed: try Code("NIGHT"))
        )
        let next = try Code(host.perform(CohortStore.add(code: Code("NEXT-1"), plan)))
        #expect(
            try host.perform(EnrollmentStore.add(cohort: next, person: Code("INNO-0"), code: nil)).state == .enrolled
        )
        let failed = try scene.person(1)
        #expect(
            try refusal { try host.perform(EnrollmentStore.add(cohort: next, person: failed, code: nil)) }
                == EnrollmentRejection.keptOut(
                    cohort: "NEXT-1",
                    person: "INNO-1",
                    [.completed(program: "NIGHT")]
                )
        )
    }

    @Test func `the levels of posts and the modes in the program and in the database are the same`() throws {
        let connection = try scene.officer("INNO").connection
        #expect(
            try connection.rows("select code from enrollment.post_level order by rank", as: PostLevel.self)
                == PostLevel.allCases
        )
        #expect(
            try Set(connection.rows("select code from enrollment.admission_mode", as: AdmissionMode.self))
                == Set(AdmissionMode.allCases)
        )
    }
}
