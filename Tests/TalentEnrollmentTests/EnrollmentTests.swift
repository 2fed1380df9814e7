import Casework
import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

@Suite(.database)
struct EnrollmentTests {
    let scene = Scene()

    @Test func `a full cohort puts the next founder on the waitlist`() throws {
        let cohort = try scene.cohort(.seats(1))
        #expect(try scene.enroll(1, in: cohort) == .init(code: "E1", state: .enrolled, queueNumber: nil))
        #expect(
            try scene.enroll(2, "ETDZ", in: cohort)
                == .init(code: "E2", state: .waitlisted, queueNumber: 1, full: "cohort 1/1")
        )
        #expect(
            try scene.enroll(3, in: cohort) == .init(code: "E3", state: .waitlisted, queueNumber: 2, full: "cohort 1/1")
        )
        #expect(try scene.counts(cohort) == ([1, 2], [1, 2]))
    }

    @Test func `without seats everybody queues, without a limit nobody does`() throws {
        let none = try scene.cohort(.seats(0), "NONE")
        #expect(try scene.enroll(1, in: none).state == .waitlisted)
        let unlimited = try scene.cohort(.unlimited, "ALL", number: 2)
        for index in 2...6 { #expect(try scene.enroll(index, in: unlimited).state == .enrolled) }
        #expect(try scene.counts(unlimited) == ([5, 0], [5, 0]))
    }

    @Test func `a natural person is in a cohort once, whichever zone enters them`() throws {
        let cohort = try scene.cohort(.seats(5))
        try scene.enroll(1, "INNO", in: cohort)
        let elsewhere = try scene.person(1, "ETDZ")
        let refused: EnrollmentRejection? = try refusal {
            try scene.officer("ETDZ").perform(EnrollmentStore.add(cohort: cohort, person: elsewhere, code: nil))
        }
        #expect(refused == .alreadyInCohort(cohort: "NIGHT-1", person: "ETDZ-1"))
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `a refused enrollment leaves the counters as they were`() throws {
        let cohort = try scene.cohort(.seats(0))
        try scene.enroll(1, in: cohort)
        let second = try scene.person(2)
        let officer = try scene.officer("INNO")
        let taken: EnrollmentRejection? = try refusal {
            try officer.perform(EnrollmentStore.add(cohort: cohort, person: second, code: Code("E1")))
        }
        #expect(taken == .codeTaken(rule: "enrollment_code_once"))
        #expect(try scene.counts(cohort) == ([0, 1], [0, 1]))
        let next = try officer.perform(EnrollmentStore.add(cohort: cohort, person: second, code: nil))
        #expect(next.queueNumber == 2)
    }

    @Test func `a seat that falls free goes to the first in the queue, and that person is told`() throws {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, "INNO", in: cohort)
        try scene.enroll(2, "ETDZ", in: cohort)
        try scene.enroll(3, "INNO", in: cohort)
        let gone = try scene.officer("INNO").perform(EnrollmentStore.withdraw(Code("E1"), reason: "时间冲突"))
        #expect(gone == .init(code: "E1", promoted: "E2"))
        #expect(try scene.counts(cohort) == ([1, 1], [1, 1]))
        let told = try NoticeStore.list(scene.officer("ETDZ"))
        #expect(told.map(\.kind) == ["waitlist_promoted"])
        #expect(told.first?.recipient == "person:ETDZ-2")
        #expect(told.first?.facts == ["E2", "NIGHT-1", "2024-09-02"])
        #expect(try NoticeStore.list(scene.officer("INNO")) == [])
    }

    @Test func `leaving the queue frees no seat, and coming back means the end of the queue`() throws {
        let cohort = try scene.cohort(.seats(1))
        for index in 1...3 { try scene.enroll(index, in: cohort) }
        let officer = try scene.officer("INNO")
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E2"), reason: nil)).promoted == nil)
        let again = try officer.perform(EnrollmentStore.add(cohort: cohort, person: Code("INNO-2"), code: nil))
        #expect(again.queueNumber == 3)
        #expect(try RosterStore.waitlist(officer, cohort).map(\.enrollment.text) == ["E3", again.code])
        #expect(try RosterStore.waitlist(officer, cohort).map(\.queuePosition) == [1, 2])
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil)).promoted == "E3")
    }

    @Test func `after the last day nobody comes or goes`() throws {
        let cohort = try scene.cohort(.seats(5))
        try scene.enroll(1, in: cohort)
        let person = try scene.person(2)
        let lastDay = try scene.officer("INNO", at: Scene.lastEvening)
        try lastDay.perform(EnrollmentStore.add(cohort: cohort, person: person, code: Code("E2")))
        let late = try scene.officer("INNO", at: "2024-09-04T00:00")
        let over = EnrollmentRejection.cohortOver(cohort: "NIGHT-1", lastDay: "2024-09-03")
        #expect(
            try refusal { try late.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil)) } == over
        )
        #expect(try refusal { try late.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil)) } == over)
    }

    @Test func `who has left cannot leave again, and other zones' people are not there`() throws {
        let cohort = try scene.cohort(.seats(5))
        try scene.enroll(1, in: cohort)
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil))
        let again: EnrollmentRejection? = try refusal {
            try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil))
        }
        #expect(again == .stepUnknown(enrollment: "E1", state: "withdrawn", step: "withdraw"))
        try scene.enroll(2, "ETDZ", in: cohort)
        let foreign: CoreRejection? = try refusal {
            try officer.perform(EnrollmentStore.withdraw(Code("E2"), reason: nil))
        }
        #expect(foreign == .missing(noun: "enrollment", key: "E2"))
        let nobody: CoreRejection? = try refusal {
            try officer.perform(EnrollmentStore.add(cohort: cohort, person: Code("ETDZ-2"), code: nil))
        }
        #expect(nobody == .missing(noun: "person", key: "ETDZ-2"))
    }

    @Test func `a request that is repeated takes one seat and answers the same`() throws {
        let cohort = try scene.cohort(.seats(5))
        let officer = try scene.officer("INNO")
        let verb = EnrollmentStore.add(cohort: cohort, person: try scene.person(1), code: nil)
        let request = officer.request("enrollment add")
        #expect(try officer.perform(verb, as: request) == officer.perform(verb, as: request))
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `every change leaves one event, with codes and without names`() throws {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, in: cohort)
        try scene.enroll(2, in: cohort)
        let officer = try scene.officer("INNO")
        try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: "搬家"))
        let events = try EventStore.list(officer, EventStore.Filter(noun: "enrollment"))
        #expect(
            events.map { "\($0.subject) \($0.seq) \($0.verb)" } == [
                "enrollment:E1 2 withdraw", "enrollment:E2 1 add", "enrollment:E1 1 add",
            ]
        )
        #expect(events.first?.change.contains("\"promoted\": \"E2\"") == true)
        #expect(events.allSatisfy { !$0.change.contains("样例") })
    }

    @Test func `the list shows the own zone's people, filtered, and refuses a cohort that is not there`() throws {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, in: cohort)
        try scene.enroll(2, in: cohort)
        try scene.enroll(3, "ETDZ", in: cohort)
        let officer = try scene.officer("INNO")
        func listed(_ filter: EnrollmentStore.Filter) throws -> [String] {
            var codes: [String] = []
            try EnrollmentStore.list(officer, filter) { codes.append($0.code.text) }
            return codes
        }
        #expect(try listed(.init()) == ["E1", "E2"])
        #expect(try listed(.init(state: .waitlisted)) == ["E2"])
        #expect(try listed(.init(cohort: cohort, person: Code("INNO-1"))) == ["E1"])
        #expect(
            try refusal { _ = try listed(.init(cohort: Code("X"))) } == CoreRejection.missing(noun: "cohort", key: "X")
        )
        #expect(
            try refusal { _ = try listed(.init(person: Code("X"))) } == CoreRejection.missing(noun: "person", key: "X")
        )
        #expect(try EnrollmentStore.show(officer, Code("E2"))?.queueNumber == 1)
        #expect(try EnrollmentStore.show(officer, Code("E3")) == nil)
    }
}
