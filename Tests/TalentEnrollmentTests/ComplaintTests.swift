import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// What users of other systems complain of, where no other test says so by its name.
@Suite(.database)
struct ComplaintTests {
    let scene = Scene()

    @Test func `single, group, import, transfer, reinstatement and reopening at once sell no seat twice`() throws {
        let cohort = try scene.cohort(.seats(12))
        let other = try scene.cohort(.seats(20), "NIGHT-2", number: 2)
        for index in 0..<60 { try scene.person(index) }
        for index in 0..<4 {
            try scene.officer("INNO").perform(
                EnrollmentStore.add(cohort: other, person: Code("INNO-\(index)"), code: Code("E\(index)"))
            )
        }
        for index in 4..<8 {
            let officer = try scene.officer("INNO")
            try officer.perform(
                EnrollmentStore.add(cohort: cohort, person: Code("INNO-\(index)"), code: Code("E\(index)"))
            )
            try officer.perform(EnrollmentStore.withdraw(Code("E\(index)"), reason: nil))
        }
        let scene = scene
        let answers = race(12) { thread in
            let officer = try scene.officer("INNO")
            let people = try (0..<4).map { try Code("INNO-\(8 + thread * 4 + $0)") }
            switch thread % 6 {
            case 0:
                for person in people {
                    try officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
                }
            case 1:
                try officer.perform(ApplicationStore.add(Application(cohort: cohort, persons: people), code: nil))
            case 2:
                let rows = people.map { ApplicationStore.ImportRow(person: $0, award: nil, postLevel: nil) }
                try officer.perform(
                    ApplicationStore.import(cohort: cohort, file: SHA256.digest(of: "\(thread)"), rows)
                )
            case 3:
                for index in 0..<2 {
                    _ = try? officer.perform(
                        EnrollmentStore.move(
                            Code("E\(index + thread % 4)"),
                            .cohort(cohort, reason: nil, override: nil)
                        )
                    )
                }
            case 4:
                for index in 4..<8 {
                    _ = try? officer.perform(EnrollmentStore.reinstate(Code("E\(index)"), reason: "误退"))
                }
            default:
                // Whoever comes meanwhile may be refused; the door stands open in the end.
                _ = try? officer.perform(CohortStore.setClosed(cohort, true, reason: "核对"))
                _ = try? officer.perform(CohortStore.setClosed(cohort, false, reason: "核对完"))
            }
        }
        let refused: [EnrollmentRejection] = refusals(answers)
        #expect(refused.allSatisfy { $0 == .cohortClosed(cohort: "NIGHT-1") }, "\(refused)")
        _ = try? scene.officer("INNO").perform(CohortStore.setClosed(cohort, false, reason: "核对完"))
        try scene.officer("INNO").perform(WaitlistStore.offer(cohort: cohort))
        let counts = try scene.counts(cohort)
        #expect(counts.row == counts.enrollments)
        #expect(counts.row[0] <= 12)
        #expect(counts.row[1] == 0 || counts.row[0] == 12, "nobody waits before a free seat")
    }

    @Test func `the queue goes on behind whoever cannot have the seat, and the reason is on record`() throws {
        let cohort = try scene.cohort(.seats(1), prerequisites: Prerequisites(awards: ["市级"]))
        let officer = try scene.officer("INNO")
        for index in 0..<4 {
            let person = try scene.person(index)
            // Two who lack the award were let into the queue by an officer.
            try officer.perform(
                EnrollmentStore.add(
                    cohort: cohort,
                    person: person,
                    code: Code("E\(index)"),
                    award: index == 0 || index == 3 ? "市级" : nil,
                    override: index == 1 || index == 2 ? "领导同意排队" : nil
                )
            )
        }
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E0"), reason: nil)).promoted == "E3")
        let reasons = try scene.database.connection().rows(
            "select passed_over from enrollment.enrollment where code in ('E1', 'E2') order by code",
            as: String.self
        )
        #expect(reasons.count == 2 && reasons.allSatisfy { $0.hasPrefix("award") }, "\(reasons)")
    }

    @Test func `no two people have one position in the queue, also after leaving, coming back and reinstatement`()
        throws
    {
        let cohort = try scene.cohort(.seats(2))
        for index in 0..<10 { try scene.enroll(index, in: cohort) }
        let officer = try scene.officer("INNO")
        for index in [1, 3, 6] { try officer.perform(EnrollmentStore.withdraw(Code("E\(index)"), reason: nil)) }
        for index in [6, 1] { try officer.perform(EnrollmentStore.reinstate(Code("E\(index)"), reason: "误退")) }
        try officer.perform(EnrollmentStore.add(cohort: cohort, person: Code("INNO-3"), code: nil))
        let queue = try RosterStore.waitlist(officer, cohort)
        #expect(queue.compactMap(\.queuePosition) == Array(1...queue.count))
        #expect(Set(queue.compactMap(\.queueNumber)).count == queue.count)
        // Who gave a seat back by mistake stands at the head, who came anew at the end.
        #expect(queue.first?.enrollment.text == "E1")
        #expect(queue.last?.name == SampleIdentities.personName(3))
    }

    @Test func `whoever gives a place up is not offered it again before the others`() throws {
        let cohort = try scene.cohort(.seats(1), offerDays: 3)
        for index in 0..<3 { try scene.enroll(index, in: cohort) }
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.withdraw(Code("E0"), reason: nil))
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil, as: .decline)).promoted == "E2")
        let again = try officer.perform(EnrollmentStore.add(cohort: cohort, person: Code("INNO-1"), code: nil))
        #expect(again.state == .waitlisted && again.queueNumber == 3)
    }

    @Test func `taking a quota away hands out no seat above the capacity`() throws {
        let cohort = try scene.cohort(.seats(3))
        let host = try scene.officer("INNO")
        try host.perform(QuotaStore.set(cohort: cohort, .zone(ZoneCode("ETDZ"), seats: 2, releaseOn: nil)))
        for index in 0..<5 { try scene.enroll(index, in: cohort) }
        #expect(try scene.counts(cohort).row == [1, 4])
        try host.perform(QuotaStore.set(cohort: cohort, .zone(ZoneCode("ETDZ"), seats: 0, releaseOn: nil)))
        #expect(try scene.counts(cohort) == ([3, 2], [3, 2]))
    }
}
