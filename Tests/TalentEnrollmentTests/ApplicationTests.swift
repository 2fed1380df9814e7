import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

/// The four modes of admission, groups, and the applicant's answer.
@Suite(.database)
struct ApplicationTests {
    let scene = Scene()

    @discardableResult
    private func apply(_ indices: [Int], _ zone: String = "INNO", to cohort: Code, splittable: Bool = false)
        throws -> [EnrollmentStore.Placed]
    {
        let persons = try indices.map { try scene.person($0, zone) }
        let code = try Code(indices.count == 1 ? "E\(indices[0])" : "G\(indices[0])")
        return try scene.officer(zone).perform(
            ApplicationStore.add(Application(cohort: cohort, persons: persons, splittable: splittable), code: code)
        )
    }

    @Test func `a group gets seats as a whole or waits as a whole, and a later comer may take what is too few for it`()
        throws
    {
        let cohort = try scene.cohort(.seats(3))
        #expect(try apply([1, 2], to: cohort).map(\.state) == [.enrolled, .enrolled])
        let waiting = try apply([3, 4], to: cohort)
        #expect(waiting.map(\.queueNumber) == [1, 2])
        #expect(try apply([5], to: cohort).map(\.state) == [.enrolled])
        #expect(try scene.counts(cohort) == ([3, 0], [3, 0]))
        let roster = try RosterStore.roster(scene.officer("INNO"), cohort)
        #expect(roster.filter { $0.passedOver == .group }.map(\.enrollment.text) == ["G3-1", "G3-2"])
        let officer = try scene.officer("INNO")
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("E5"), reason: nil)).promoted == nil)
        #expect(try officer.perform(EnrollmentStore.withdraw(Code("G1-1"), reason: nil)).promoted == "G3-1,G3-2")
        #expect(try scene.counts(cohort) == ([3, 0], [3, 0]))
    }

    @Test func `a splittable group fills what is free and queues the rest`() throws {
        let cohort = try scene.cohort(.seats(3))
        let placed = try apply([1, 2, 3, 4, 5], to: cohort, splittable: true)
        #expect(placed.map(\.state) == [.enrolled, .enrolled, .enrolled, .waitlisted, .waitlisted])
        #expect(placed.last?.full == "cohort 3/3")
        #expect(try scene.counts(cohort) == ([3, 2], [3, 2]))
    }

    @Test func `eight groups of five into a cohort of seventeen: three get seats, nobody half`() throws {
        let cohort = try scene.cohort(.seats(17))
        let scene = scene
        let answers = race(8) { thread in
            let persons = try (0..<5).map { try scene.person(thread * 5 + $0) }
            return try scene.officer("INNO").perform(
                ApplicationStore.add(Application(cohort: cohort, persons: persons), code: nil)
            )
        }
        let groups = successes(answers).map { Set($0.map(\.state)) }
        #expect(groups.count { $0 == [.enrolled] } == 3)
        #expect(groups.count { $0 == [.waitlisted] } == 5)
        #expect(try scene.counts(cohort).row == [15, 0])
    }

    @Test func `a group with one who is there already is refused as a whole`() throws {
        let cohort = try scene.cohort(.seats(5))
        try scene.enroll(1, in: cohort)
        let second = try scene.person(2)
        let refused: EnrollmentRejection? = try refusal {
            try scene.officer("INNO").perform(
                ApplicationStore.add(Application(cohort: cohort, persons: [second, Code("INNO-1")]), code: nil)
            )
        }
        #expect(refused == .alreadyInCohort(cohort: "NIGHT-1", person: "INNO-1"))
        #expect(try scene.counts(cohort) == ([1, 0], [1, 0]))
    }

    @Test func `a draw can be repeated by anyone from seed and list, and fills quotas before the pool`() throws {
        let cohort = try scene.cohort(.seats(5), mode: .draw)
        try scene.quota("ETDZ", 2, of: cohort)
        for index in 0..<16 { try apply([index], index < 12 ? "INNO" : "ETDZ", to: cohort) }
        let host = try scene.officer("INNO")
        let drawn = try host.perform(CohortStore.draw(cohort, seed: "2024-08-20"))
        #expect(drawn.map(\.enrollment) == Draw.order((0..<16).map { "E\($0)" }.reversed(), seed: "2024-08-20"))
        #expect(drawn.count { $0.state == .admitted } == 5)
        #expect(drawn.count { $0.zone == "ETDZ" && $0.state == .admitted } >= 2)
        #expect(drawn.compactMap(\.queueNumber) == Array(1...11))
        // Who was drawn earlier than another of the same zone never waits while that one sits.
        for zone in ["INNO", "ETDZ"] {
            let states = drawn.filter { $0.zone == zone }.map(\.state)
            #expect(states == states.sorted { $0 == .admitted && $1 != .admitted })
        }
        #expect(try scene.counts(cohort) == ([5, 11], [5, 11]))
        let again: EnrollmentRejection? = try refusal { try host.perform(CohortStore.draw(cohort, seed: "x")) }
        #expect(again == .drawn(cohort: "NIGHT-1"))
        let late: EnrollmentRejection? = try refusal { try apply([20], to: cohort) }
        #expect(late == .drawn(cohort: "NIGHT-1"))
    }

    @Test func `the draw is the one that sha256sum makes`() {
        // printf '%s' 'seed:E1' | sha256sum, and the same for E2 and E3, sorted.
        #expect(Draw.digest("E1", seed: "seed").prefix(4) == [0x37, 0x45, 0x02, 0xe3])
        #expect(Draw.order(["E1", "E2", "E3"], seed: "seed") == ["E2", "E1", "E3"])
    }

    @Test func `two reviewers who did not enter it score an application, and the highest sum is admitted first`() throws
    {
        let cohort = try scene.cohort(.seats(1), mode: .score)
        for index in 1...3 { try apply([index], to: cohort) }
        let author: EnrollmentRejection? = try refusal {
            try scene.officer("INNO").perform(ApplicationStore.review(Code("E1"), score: 90))
        }
        #expect(author == .reviewerNotFree(rule: "score_by_other_than_author"))
        let first = try scene.database.session(as: "tester", zone: "INNO", at: Instant(iso: Scene.enrolling))
        let second = try reviewer()
        for (code, scores) in [("E1", [70, 80]), ("E2", [90, 95])] {
            #expect(try first.perform(ApplicationStore.review(Code(code), score: scores[0])) == 1)
            let twice: EnrollmentRejection? = try refusal {
                try first.perform(ApplicationStore.review(Code(code), score: 1))
            }
            #expect(twice == .reviewerNotFree(rule: "score_one_per_reviewer"))
            #expect(try second.perform(ApplicationStore.review(Code(code), score: scores[1])) == 2)
        }
        _ = try first.perform(ApplicationStore.review(Code("E3"), score: 100))
        let ranked = try ApplicationStore.list(scene.officer("INNO"), cohort: cohort)
        #expect(ranked.map(\.code.text) == ["E2", "E1", "E3"])
        let admitted = try scene.officer("INNO").perform(ApplicationStore.admit(cohort: cohort))
        #expect(admitted.map { "\($0.enrollment) \($0.state)" } == ["E2 admitted", "E1 waitlisted"])
        #expect(try scene.officer("INNO").perform(ApplicationStore.reject(Code("E3"), reason: "只有一人评分")) == .rejected)
        #expect(try scene.officer("INNO").perform(ApplicationStore.confirm(Code("E2"))) == .enrolled)
        #expect(try scene.counts(cohort) == ([1, 1], [1, 1]))
    }

    /// A second reviewer of INNO.
    private func reviewer() throws -> Session {
        try scene.database.connection().script(
            """
            insert into core.membership (login, role, zone_id, valid_from)
            select 'officer_etdz', 'reviewer', id, '2000-01-01' from core.zone where code = 'INNO';
            """
        )
        return try scene.database.session(as: "officer_etdz", zone: "INNO", at: Instant(iso: Scene.enrolling))
    }

    @Test func `a unit nominates within its places, also from eight connections at once`() throws {
        let cohort = try scene.cohort(.seats(10), mode: .nomination)
        let officer = try scene.officer("INNO")
        let unit = try Code("SAMPLE")
        try officer.perform(
            OrganizationStore.add(code: unit, OrganizationDetails(), name: OrganizationName("样例招商局"), kind: .agency)
        )
        try officer.perform(QuotaStore.set(cohort: cohort, .unit(unit, places: 3)))
        for index in 0..<8 { try scene.person(index) }
        let scene = scene
        let answers = race(8) { thread in
            try scene.officer("INNO").perform(
                ApplicationStore.nominate(cohort: cohort, unit: unit, persons: [Code("INNO-\(thread)")], override: nil)
            )
        }
        #expect(successes(answers).count == 3)
        #expect(refusals(answers) == Array(repeating: .placesTaken(unit: "SAMPLE", places: "3", used: "3"), count: 5))
        #expect(try scene.counts(cohort) == ([3, 0], [3, 0]))
        let open: EnrollmentRejection? = try refusal { try apply([9], to: cohort) }
        #expect(open == .otherMode(cohort: "NIGHT-1", mode: "nomination"))
    }

    @Test func `each mode refuses the doors of the others`() throws {
        let draw = try scene.cohort(.seats(5), mode: .draw)
        let person = try scene.person(1)
        let officer = try scene.officer("INNO")
        let other = EnrollmentRejection.otherMode(cohort: "NIGHT-1", mode: "draw")
        #expect(
            try refusal { try officer.perform(EnrollmentStore.add(cohort: draw, person: person, code: nil)) } == other
        )
        #expect(try refusal { try officer.perform(ApplicationStore.admit(cohort: draw)) } == other)
        #expect(
            try refusal { try apply([2, 3], to: draw) }
                == EnrollmentRejection.groupNotSplittable(cohort: "NIGHT-1", mode: "draw")
        )
        let first = try scene.cohort(.seats(5), "NIGHT-2", number: 2)
        #expect(
            try refusal { try officer.perform(CohortStore.draw(first, seed: "s")) }
                == EnrollmentRejection.otherMode(cohort: "NIGHT-2", mode: "first-come")
        )
    }
}
