import Store
import StoreTesting
import TalentEnrollment
import Testing
import Zones

/// Nested limits: quotas of zones, the open pool, the cohort.
@Suite(.database)
struct QuotaTests {
    let scene = Scene()

    @Test func `a zone fills its quota, then the pool, and is told which limits were full`() throws {
        let cohort = try scene.cohort(.seats(4), guests: ["ETDZ", "TZBA"])
        try scene.quota("INNO", 1, of: cohort)
        try scene.quota("ETDZ", 2, of: cohort)
        #expect(try scene.enroll(1, "INNO", in: cohort).state == .enrolled)
        #expect(try scene.enroll(2, "INNO", in: cohort).state == .enrolled)
        #expect(try scene.enroll(3, "INNO", in: cohort).full == "quota 1/1,pool 1/1")
        #expect(try scene.enroll(4, "TZBA", in: cohort).full == "pool 1/1")
        #expect(try scene.enroll(5, "ETDZ", in: cohort).state == .enrolled)
        #expect(try scene.enroll(6, "ETDZ", in: cohort).state == .enrolled)
        #expect(try scene.enroll(7, "ETDZ", in: cohort).full == "cohort 4/4")
        #expect(try scene.board(cohort) == ["INNO 1 2 0 1", "ETDZ 2 2 0 1", "TZBA 0 0 0 1", "pool 1 1 0 3"])
        #expect(try scene.counts(cohort) == ([4, 3], [4, 3]))
    }

    @Test func `a seat of a quota goes to its zone, a seat of the pool to the first in the queue`() throws {
        let cohort = try scene.cohort(.seats(3))
        try scene.quota("INNO", 1, of: cohort)
        try scene.quota("ETDZ", 1, of: cohort)
        try scene.enroll(1, "INNO", in: cohort)
        try scene.enroll(2, "INNO", in: cohort)
        try scene.enroll(3, "ETDZ", in: cohort)
        try scene.enroll(4, "ETDZ", in: cohort)
        try scene.enroll(5, "INNO", in: cohort)
        // ETDZ gives back its quota's seat: E4 gets it. INNO gives back one of two: the pool's, so E5 is next.
        #expect(
            try scene.officer("ETDZ").perform(EnrollmentStore.withdraw(Code("E3"), reason: nil)).promoted == "E4"
        )
        #expect(
            try scene.officer("INNO").perform(EnrollmentStore.withdraw(Code("E1"), reason: nil)).promoted == "E5"
        )
        #expect(try scene.counts(cohort) == ([3, 0], [3, 0]))
    }

    @Test func `on the day of release unused seats join the pool, and the queue gets them before a newcomer`() throws {
        let cohort = try scene.cohort(.seats(2))
        try scene.quota("INNO", 2, of: cohort, releaseOn: "2024-08-30")
        try scene.enroll(1, "INNO", in: cohort)
        let stranger = try scene.person(2, "ETDZ")
        let refused: EnrollmentRejection? = try refusal {
            try scene.officer("ETDZ").perform(EnrollmentStore.add(cohort: cohort, person: stranger, code: nil))
        }
        #expect(refused == .zoneWithoutQuota(cohort: "NIGHT-1", releaseOn: "2024-08-30"))
        let later = try scene.officer("ETDZ", at: "2024-08-30T08:00")
        #expect(
            try later.perform(EnrollmentStore.add(cohort: cohort, person: stranger, code: nil)).state == .enrolled
        )
        #expect(try scene.board(cohort) == ["INNO 2 1 0 0", "ETDZ 0 1 0 0", "pool 2 2 0 0"])
    }

    @Test func `a release seats the queue in its order, before whoever comes then`() throws {
        let cohort = try scene.cohort(.seats(3))
        try scene.quota("INNO", 2, of: cohort, releaseOn: "2024-08-30")
        try scene.enroll(1, "ETDZ", in: cohort)
        try scene.enroll(2, "ETDZ", in: cohort)
        try scene.enroll(3, "ETDZ", in: cohort)
        let late = try scene.person(4, "INNO")
        let placed = try scene.officer("INNO", at: "2024-08-31T08:00")
            .perform(EnrollmentStore.add(cohort: cohort, person: late, code: Code("E4")))
        #expect(placed == .init(code: "E4", state: .waitlisted, queueNumber: 3, full: "cohort 3/3"))
        #expect(try scene.counts(cohort) == ([3, 1], [3, 1]))
    }

    @Test func `a lower quota lets the queue move up, a higher one only takes free seats`() throws {
        let cohort = try scene.cohort(.seats(2))
        try scene.quota("INNO", 1, of: cohort)
        try scene.enroll(1, "ETDZ", in: cohort)
        try scene.enroll(2, "ETDZ", in: cohort)
        let outcomes = try scene.quota("INNO", 0, of: cohort)
        #expect(outcomes.map(\.enrollment) == ["E2"])
        let refused: EnrollmentRejection? = try refusal { try scene.quota("INNO", 1, of: cohort) }
        #expect(refused == .quotaTooLarge(cohort: "NIGHT-1", zone: "INNO", possible: "0"))
        try scene.quota("ETDZ", 2, of: cohort)
        #expect(try scene.board(cohort) == ["INNO 0 0 0 0", "ETDZ 2 2 0 0", "pool 0 0 0 0"])
    }

    @Test func `a capacity is never lowered below who sits, and the refusal names who came last`() throws {
        let cohort = try scene.cohort(.seats(3))
        for index in 1...4 { try scene.enroll(index, in: cohort) }
        let officer = try scene.officer("INNO")
        let refused: EnrollmentRejection? = try refusal {
            try officer.perform(QuotaStore.set(cohort: cohort, .capacity(1)))
        }
        #expect(
            refused
                == .capacityBelowTaken(cohort: "NIGHT-1", seats: "1", taken: "3", leavers: "E3,E2", reserved: "0")
        )
        let raised = try officer.perform(QuotaStore.set(cohort: cohort, .capacity(5)))
        #expect(raised.map(\.enrollment) == ["E4"])
        try officer.perform(QuotaStore.set(cohort: cohort, .capacity(4)))
        #expect(try scene.counts(cohort) == ([4, 0], [4, 0]))
    }

    @Test func `a closed cohort takes nobody and promotes nobody, and on reopening the queue gets the free seats`()
        throws
    {
        let cohort = try scene.cohort(.seats(1))
        try scene.enroll(1, in: cohort)
        try scene.enroll(2, in: cohort)
        let officer = try scene.officer("INNO")
        try officer.perform(CohortStore.setClosed(cohort, true, reason: "教室维修"))
        let person = try scene.person(3)
        let closed = EnrollmentRejection.cohortClosed(cohort: "NIGHT-1")
        #expect(
            try refusal { try officer.perform(EnrollmentStore.add(cohort: cohort, person: person, code: nil)) }
                == closed
        )
        #expect(
            try refusal { try officer.perform(CohortStore.setClosed(cohort, true, reason: "再次")) } == closed
        )
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E1"), reason: nil)).promoted == nil)
        #expect(try scene.counts(cohort) == ([0, 1], [0, 1]))
        let outcomes = try officer.perform(CohortStore.setClosed(cohort, false, reason: "修好了"))
        #expect(outcomes.map(\.enrollment) == ["E2"])
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `limits are the hosts' business, and a change is one thing at a time`() throws {
        let cohort = try scene.cohort(.seats(1))
        let refused: EnrollmentRejection? = try refusal {
            try scene.officer("ETDZ").perform(QuotaStore.set(cohort: cohort, .capacity(9)))
        }
        #expect(refused == .hostsOnly(cohort: "NIGHT-1"))
        let unclear: EnrollmentRejection? = try refusal {
            _ = try QuotaChange(zone: ZoneCode("INNO"), unit: nil, seats: nil, capacity: 3, releaseOn: nil)
        }
        #expect(unclear == .quotaUnclear)
        let none = try scene.cohort(.unlimited, "ALL", number: 2)
        #expect(
            try refusal { try scene.quota("INNO", 1, of: none) } == EnrollmentRejection.quotaWithoutLimit(cohort: "ALL")
        )
    }
}
