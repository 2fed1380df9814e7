import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

/// Every atomic verb of enrolling under at least eight connections, with exact counts.
@Suite(.database)
struct EnrollmentRaceTests {
    let scene = Scene()

    @Test func `twelve officers of two zones fill twenty seats exactly and number the queue without a gap`() throws {
        let cohort = try scene.cohort(.seats(20))
        let scene = scene
        let answers = race(12) { thread in
            let zone = thread.isMultiple(of: 2) ? "INNO" : "ETDZ"
            let officer = try scene.officer(zone)
            return try (0..<5).map { turn in
                let person = try scene.person(thread * 5 + turn, zone)
                return try officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
            }
        }
        let placed = successes(answers).flatMap(\.self)
        #expect(placed.count == 60)
        #expect(placed.count { $0.state == .enrolled } == 20)
        #expect(placed.compactMap(\.queueNumber).sorted() == Array(1...40))
        #expect(try scene.counts(cohort) == ([20, 40], [20, 40]))
    }

    @Test func `one natural person entered by three zones on twelve connections gets one seat`() throws {
        let cohort = try scene.cohort(.seats(20), guests: ["ETDZ", "TZBA"])
        for zone in ["INNO", "ETDZ", "TZBA"] { try scene.person(1, zone) }
        let scene = scene
        let answers = race(12) { thread in
            let zone = ["INNO", "ETDZ", "TZBA"][thread % 3]
            return try scene.officer(zone).perform(
                EnrollmentStore.add(cohort: cohort, person: Code("\(zone)-1"), code: nil)
            )
        }
        #expect(successes(answers).count == 1)
        #expect(refusals(answers).map(\.code) == Array(repeating: "ENR02", count: 11))
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `ten leave while eight come: no seat stays empty, and the queue moves up in its order`() throws {
        let cohort = try scene.cohort(.seats(10))
        for index in 0..<20 { try scene.enroll(index, in: cohort) }
        for index in 20..<28 { try scene.person(index) }
        let scene = scene
        let answers = race(18) { thread in
            let officer = try scene.officer("INNO")
            if thread < 10 {
                return try officer.perform(EnrollmentStore.withdraw(Code("E\(thread)"), reason: nil)).promoted
            }
            let person = try Code("INNO-\(thread + 10)")
            _ = try officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
            return nil
        }
        #expect(successes(answers).count == 18)
        #expect(Set(successes(answers).compactMap(\.self)) == Set((10..<20).map { "E\($0)" }))
        #expect(try scene.counts(cohort) == ([10, 8], [10, 8]))
        let waiting = try RosterStore.waitlist(scene.officer("INNO"), cohort)
        #expect(waiting.compactMap(\.queueNumber) == Array(11...18))
    }

    @Test func `one enrollment withdrawn by eight connections is withdrawn once and promotes one`() throws {
        let cohort = try scene.cohort(.seats(1))
        for index in 1...4 { try scene.enroll(index, in: cohort) }
        let scene = scene
        let answers = race(8) { _ in
            try scene.officer("INNO").perform(EnrollmentStore.withdraw(Code("E1"), reason: nil))
        }
        #expect(successes(answers) == [.init(code: "E1", promoted: "E2")])
        let twice = EnrollmentRejection.stepUnknown(enrollment: "E1", state: "withdrawn", step: "withdraw")
        #expect(refusals(answers) == Array(repeating: twice, count: 7))
        #expect(try scene.counts(cohort) == ([1, 2], [1, 2]))
    }
}
