import Postgres
import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// Corrections of the register that show two entries to be one natural person.
@Suite(.database)
struct IdentityTests {
    let scene = Scene()

    @Test func `a corrected id number keeps a person from a second seat`() throws {
        let cohort = try scene.cohort(.seats(9))
        let nameless = try scene.person(1, "INNO", identified: false)
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.add(cohort: cohort, person: nameless, code: nil))
        try officer.perform(
            PersonStore.correct(nameless, reason: "补录", PersonDetails(idNumber: SampleIdentities.residentID(1)))
        )
        let elsewhere = try scene.person(1, "ETDZ")
        let refused: EnrollmentRejection? = try refusal {
            try scene.officer("ETDZ").perform(EnrollmentStore.add(cohort: cohort, person: elsewhere, code: nil))
        }
        #expect(refused == .alreadyInCohort(cohort: "NIGHT-1", person: "ETDZ-1"))
    }

    @Test func `a merged record's seat is the kept record's`() throws {
        let cohort = try scene.cohort(.seats(9))
        try scene.person(1)
        let duplicate = try scene.person(2, identified: false)
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.add(cohort: cohort, person: duplicate, code: Code("E2")))
        try officer.perform(PersonStore.merge(duplicate: duplicate, into: Code("INNO-1"), reason: "同一人"))
        let refused: EnrollmentRejection? = try refusal {
            try officer.perform(EnrollmentStore.add(cohort: cohort, person: Code("INNO-1"), code: nil))
        }
        #expect(refused?.code == "ENR02")
        #expect(try EnrollmentStore.show(officer, Code("E2"))?.person.text == "INNO-1")
        #expect(try RosterStore.roster(officer, cohort).map(\.name) == ["样例一"])
    }

    @Test func `two records that both sit in a cohort are not merged until one seat is given back`() throws {
        let cohort = try scene.cohort(.seats(9))
        try scene.enroll(1, in: cohort)
        let duplicate = try scene.person(2, identified: false)
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.add(cohort: cohort, person: duplicate, code: Code("E2")))
        let merge = PersonStore.merge(duplicate: duplicate, into: try Code("INNO-1"), reason: "同一人")
        do {
            try officer.perform(merge)
            Issue.record("merged although both sit in the cohort")
        } catch let error as PostgresError {
            #expect(error.constraint == "enrollment_one_per_cohort")
        }
        try officer.perform(EnrollmentStore.withdraw(Code("E2"), reason: "重复"))
        try officer.perform(merge)
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }
}
