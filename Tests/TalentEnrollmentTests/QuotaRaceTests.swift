import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// Limits under at least eight connections, with exact counts.
@Suite(.database)
struct QuotaRaceTests {
    let scene = Scene()

    @Test func `twelve officers of three zones fill quotas and pool exactly`() throws {
        let zones = ["INNO", "ETDZ", "TZBA"]
        let cohort = try scene.cohort(.seats(12), guests: ["ETDZ", "TZBA"])
        try scene.quota("INNO", 3, of: cohort)
        try scene.quota("ETDZ", 4, of: cohort)
        let scene = scene
        let answers = race(12) { thread in
            let zone = zones[thread % 3]
            let officer = try scene.officer(zone)
            return try (0..<4).map { turn in
                let person = try scene.person(thread * 4 + turn, zone)
                return try (zone, officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil)))
            }
        }
        let placed = successes(answers).flatMap(\.self)
        #expect(placed.count == 48)
        let seats = zones.map { zone in placed.count { $0.0 == zone && $0.1.state == .enrolled } }
        #expect(seats.reduce(0, +) == 12)
        #expect(seats[0] >= 3 && seats[1] >= 4, "\(seats)")
        #expect(placed.compactMap(\.1.queueNumber).sorted() == Array(1...36))
        #expect(try scene.counts(cohort) == ([12, 36], [12, 36]))
    }

    @Test func `capacity, quotas, comings and goings at once leave nobody before an empty seat`() throws {
        let cohort = try scene.cohort(.seats(6))
        for index in 0..<10 { try scene.enroll(index, index.isMultiple(of: 2) ? "INNO" : "ETDZ", in: cohort) }
        for index in 10..<14 { try scene.person(index, "ETDZ") }
        let scene = scene
        let answers = race(12) { thread in
            let zone = thread.isMultiple(of: 2) ? "INNO" : "ETDZ"
            let officer = try scene.officer(zone)
            switch thread {
            case 0..<6: _ = try officer.perform(EnrollmentStore.withdraw(Code("E\(thread)"), reason: nil))
            case 6: _ = try officer.perform(QuotaStore.set(cohort: cohort, .capacity(8)))
            case 8:
                _ = try? officer.perform(
                    QuotaStore.set(cohort: cohort, .zone(ZoneCode("INNO"), seats: 2, releaseOn: nil))
                )
            default:
                let person = try Code("ETDZ-\([7: 10, 9: 11, 10: 12, 11: 13][thread] ?? 0)")
                let own = try scene.officer("ETDZ")
                _ = try own.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil))
            }
            return true
        }
        #expect(successes(answers).count == 12, "\(answers)")
        // Ten came before and four come now; six leave; eight seats in the end: the constraints kept the rest.
        let counts = try scene.counts(cohort)
        #expect(counts.row == counts.enrollments)
        #expect(counts.row[0] + counts.row[1] == 8)
    }
}
