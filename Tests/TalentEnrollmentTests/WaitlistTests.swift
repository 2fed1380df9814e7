import Casework
import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// Offers with an end, people passed over with a reason, reinstated people, and who is kept out.
@Suite(.database)
struct WaitlistTests {
    let scene = Scene()

    @Test func `an offer is confirmed in time, or ends and goes to the next`() throws {
        let cohort = try scene.cohort(.seats(1), offerDays: 2)
        for index in 1...4 { try scene.enroll(index, in: cohort) }
        let officer = try scene.officer("INNO")
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil)).promoted == "E2")
        #expect(try EnrollmentStore.show(officer, Code("E2"))?.state == .admitted)
        #expect(try NoticeStore.list(officer).first?.facts == ["E2", "NIGHT-1", "2024-08-22"])
        #expect(
            try officer.perform(EnrollmentStore.withdraw(Code("E2"), reason: "出差", as: .decline)).promoted == "E3"
        )
        let late = try scene.officer("INNO", at: "2024-08-23T00:00")
        #expect(
            try refusal { try late.perform(ApplicationStore.confirm(Code("E3"))) }
                == EnrollmentRejection.offerOver(enrollment: "E3", lastDay: "2024-08-22")
        )
        let outcomes = try late.perform(WaitlistStore.offer(cohort: cohort))
        #expect(outcomes.map { "\($0.kind.rawValue) \($0.enrollment)" } == ["expired E3", "promoted E4"])
        #expect(try late.perform(ApplicationStore.confirm(Code("E4"))) == .enrolled)
        #expect(try late.perform(WaitlistStore.offer(cohort: cohort)) == [])
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `who sits in another class at that time is passed over with the reason, and comes back when it is gone`()
        throws
    {
        let cohort = try scene.cohort(.seats(1))
        let other = try scene.cohort(.seats(5), "NIGHT-2", number: 2)
        for index in 1...3 { try scene.enroll(index, in: cohort) }
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.add(cohort: other, person: Code("INNO-2"), code: Code("O2")))
        try scene.session("S1", of: cohort, "2024-09-02T19:00", "2024-09-02T21:00")
        try scene.session("S2", of: other, "2024-09-02T20:00", "2024-09-02T22:00")
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil)).promoted == "E3")
        let passed = try RosterStore.roster(officer, cohort).filter { $0.passedOver != nil }
        #expect(passed.map(\.enrollment.text) == ["E2"])
        #expect(passed.first?.passedOver == .time(cohort: "NIGHT-2"))
        #expect(passed.first?.queueNumber == 1)
        #expect(try NoticeStore.list(officer).map(\.kind).contains("waitlist_passed_over"))
        try officer.perform(EnrollmentStore.withdraw(Code("O2"), reason: nil))
        let back = try officer.perform(WaitlistStore.offer(cohort: cohort))
        #expect(back.map { "\($0.kind.rawValue) \($0.enrollment)" } == ["returned E2"])
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E3"), reason: nil)).promoted == "E2")
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `nobody enrolls into two classes at one time, from whichever zone, unless an officer says why`() throws {
        let first = try scene.cohort(.seats(5))
        let second = try scene.cohort(.seats(5), "NIGHT-2", number: 2, guests: [])
        try scene.session("S1", of: first, "2024-09-02T19:00", "2024-09-02T21:00")
        try scene.session("S2", of: second, "2024-09-02T20:59", "2024-09-02T22:00")
        try scene.enroll(1, "ETDZ", in: first)
        let own = try scene.person(1, "INNO")
        let officer = try scene.officer("INNO")
        let refused: EnrollmentRejection? = try refusal {
            try officer.perform(EnrollmentStore.add(cohort: second, person: own, code: nil))
        }
        #expect(refused == .keptOut(cohort: "NIGHT-2", person: "INNO-1", [.time(cohort: "NIGHT-1")]))
        #expect(try scene.counts(second) == ([0, 0], [0, 0]))
        let placed = try officer.perform(
            EnrollmentStore.add(cohort: second, person: own, code: nil, override: "早退一小时，已获准")
        )
        #expect(placed.state == .enrolled)
        let events = try EventStore.list(officer, .init(subject: "enrollment:" + placed.code))
        #expect(events.first?.change.contains("早退一小时") == true)
    }

    @Test func `eight connections enrolling one person into two overlapping classes make one seat`() throws {
        let first = try scene.cohort(.seats(20))
        let second = try scene.cohort(.seats(20), "NIGHT-2", number: 2)
        try scene.session("S1", of: first, "2024-09-02T19:00", "2024-09-02T21:00")
        try scene.session("S2", of: second, "2024-09-02T20:00", "2024-09-02T22:00")
        try scene.person(1)
        let scene = scene
        let answers = race(8) { thread in
            try scene.officer("INNO").perform(
                EnrollmentStore.add(
                    cohort: thread.isMultiple(of: 2) ? first : second,
                    person: Code("INNO-1"),
                    code: nil
                )
            )
        }
        #expect(successes(answers).count == 1, "\(answers)")
        #expect(refusals(answers).count == 7, "\(answers)")
        #expect(try scene.counts(first).row[0] + scene.counts(second).row[0] == 1)
    }

    @Test func `a mistaken withdrawal is undone: a seat, the old number, or the head of the queue`() throws {
        let cohort = try scene.cohort(.seats(2))
        for index in 1...5 { try scene.enroll(index, in: cohort) }
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil))
        try officer.perform(EnrollmentStore.withdraw(Code("E4"), reason: nil))
        #expect(
            try officer.perform(EnrollmentStore.reinstate(Code("E4"), reason: "误操作"))
                == .init(code: "E4", state: .waitlisted, queueNumber: 2, full: "cohort 2/2")
        )
        #expect(
            try officer.perform(EnrollmentStore.reinstate(Code("E1"), reason: "误操作"))
                == .init(code: "E1", state: .waitlisted, queueNumber: 0, full: "cohort 2/2")
        )
        #expect(try RosterStore.waitlist(officer, cohort).map(\.enrollment.text) == ["E1", "E4", "E5"])
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E2"), reason: nil)).promoted == "E1")
        #expect(
            try refusal { try officer.perform(EnrollmentStore.reinstate(Code("E1"), reason: "又一次")) }
                == EnrollmentRejection.stepUnknown(enrollment: "E1", state: "enrolled", step: "reinstate")
        )
        #expect(try scene.counts(cohort) == ([2, 2], [2, 2]))
    }

    @Test func `who came back by a new application is not reinstated beside it`() throws {
        let cohort = try scene.cohort(.seats(5))
        try scene.enroll(1, in: cohort)
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil))
        try officer.perform(EnrollmentStore.add(cohort: cohort, person: Code("INNO-1"), code: Code("E9")))
        let refused: EnrollmentRejection? = try refusal {
            try officer.perform(EnrollmentStore.reinstate(Code("E1"), reason: "误操作"))
        }
        #expect(refused?.code == "ENR02")
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }
}
