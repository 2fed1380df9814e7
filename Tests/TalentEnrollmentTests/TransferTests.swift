import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

/// Moves between cohorts and between zones.
@Suite(.database)
struct TransferTests {
    let scene = Scene()

    private func move(_ code: String, to cohort: Code, _ zone: String = "INNO") throws -> EnrollmentStore.Moved {
        try scene.officer(zone).perform(
            EnrollmentStore.move(Code(code), .cohort(cohort, reason: "时间调整", override: nil))
        )
    }

    @Test func `a transfer keeps the code and gives the seat left behind to the queue`() throws {
        let old = try scene.cohort(.seats(1))
        let new = try scene.cohort(.seats(1), "NIGHT-2", number: 2)
        try scene.enroll(1, in: old)
        try scene.enroll(2, in: old)
        #expect(try move("E1", to: new) == .init(code: "E1", to: "NIGHT-2", promoted: "E2"))
        #expect(try EnrollmentStore.show(scene.officer("INNO"), Code("E1"))?.cohort.text == "NIGHT-2")
        let history = try EnrollmentStore.history(scene.officer("INNO"), person: Code("INNO-1"))
        #expect(history.map(\.event.verb) == ["add", "transfer"])
        #expect(try scene.counts(old) == ([1, 0], [1, 0]))
        #expect(try scene.counts(new) == ([1, 0], [1, 0]))
        let full: EnrollmentRejection? = try refusal { _ = try move("E2", to: new) }
        #expect(full == .noSeatLeft(cohort: "NIGHT-2", full: "cohort 1/1"))
        #expect(try refusal { _ = try move("E2", to: old) } == EnrollmentRejection.sameCohort(cohort: "NIGHT-1"))
        #expect(try scene.counts(old) == ([1, 0], [1, 0]))
    }

    @Test func `eight people moving into three seats: three move, five stay`() throws {
        let old = try scene.cohort(.seats(8))
        let new = try scene.cohort(.seats(3), "NIGHT-2", number: 2)
        for index in 0..<8 { try scene.enroll(index, in: old) }
        let scene = scene
        let answers = race(8) { thread in
            try scene.officer("INNO").perform(
                EnrollmentStore.move(Code("E\(thread)"), .cohort(new, reason: nil, override: nil))
            )
        }
        #expect(successes(answers).count == 3)
        #expect(refusals(answers).map(\.code) == Array(repeating: "ENR29", count: 5))
        #expect(try scene.counts(old) == ([5, 0], [5, 0]))
        #expect(try scene.counts(new) == ([3, 0], [3, 0]))
    }

    @Test func `people crossing between two cohorts at once do not block each other`() throws {
        let one = try scene.cohort(.seats(8))
        let two = try scene.cohort(.seats(8), "NIGHT-2", number: 2)
        for index in 0..<4 { try scene.enroll(index, in: one) }
        for index in 4..<8 { try scene.enroll(index, in: two) }
        let scene = scene
        let answers = race(8) { thread in
            try scene.officer("INNO").perform(
                EnrollmentStore.move(Code("E\(thread)"), .cohort(thread < 4 ? two : one, reason: nil, override: nil))
            )
        }
        #expect(successes(answers).count == 8, "\(answers)")
        #expect(try scene.counts(one) == ([4, 0], [4, 0]))
        #expect(try scene.counts(two) == ([4, 0], [4, 0]))
    }

    @Test func `a zone lets an enrollment go, and the other takes it over for its own record of the same person`()
        throws
    {
        let cohort = try scene.cohort(.seats(2))
        try scene.quota("INNO", 1, of: cohort)
        try scene.quota("ETDZ", 1, of: cohort)
        try scene.enroll(1, "INNO", in: cohort)
        let record = try scene.person(1, "ETDZ")
        let stranger = try scene.person(2, "ETDZ")
        let receiver = try scene.officer("ETDZ")
        let early: CoreRejection? = try refusal {
            try receiver.perform(EnrollmentStore.move(Code("E1"), .takeOver(person: record)))
        }
        #expect(early == .missing(noun: "enrollment", key: "E1"))
        try scene.officer("INNO").perform(
            EnrollmentStore.move(Code("E1"), .release(ZoneCode("ETDZ"), reason: "调动"))
        )
        #expect(
            try refusal { try receiver.perform(EnrollmentStore.move(Code("E1"), .takeOver(person: stranger))) }
                == CoreRejection.missing(noun: "person", key: "ETDZ-2")
        )
        try receiver.perform(EnrollmentStore.move(Code("E1"), .takeOver(person: record)))
        let taken = try EnrollmentStore.show(receiver, Code("E1"))
        #expect(taken?.person == record)
        #expect(taken?.registeredBy.text == "INNO")
        #expect(try EnrollmentStore.show(scene.officer("INNO"), Code("E1")) == nil)
        #expect(try scene.board(cohort) == ["INNO 1 0 1 0", "ETDZ 1 1 0 0", "pool 0 0 0 0"])
    }
}
