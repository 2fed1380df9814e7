import Store
import StoreTesting
import Testing
import Zones

@testable import TalentEnrollment

/// A sheet goes in part by part; what becomes of each row is what would become of it alone.
@Suite(.database)
struct ApplicationImportTests {
    let scene = Scene()

    private func importing(_ rows: [ApplicationStore.ImportRow], into cohort: Code, sheet: String = "sheet") throws
        -> [ApplicationStore.Imported]
    {
        try scene.officer("INNO").perform(
            ApplicationStore.import(cohort: cohort, file: SHA256.digest(of: sheet), rows)
        )
    }

    /// What the single verb makes of a row.
    private func enrolling(_ row: ApplicationStore.ImportRow, into cohort: Code) throws -> ApplicationStore.Imported {
        let officer = try scene.officer("INNO")
        do {
            let placed = try officer.perform(
                EnrollmentStore.add(
                    cohort: cohort,
                    person: row.person,
                    code: nil,
                    award: row.award,
                    postLevel: row.postLevel
                )
            )
            return .entered(placed.state, code: placed.code)
        } catch let rejection as EnrollmentRejection {
            var known: Enrollment?
            try EnrollmentStore.list(officer, .init(cohort: cohort, person: row.person)) { known = $0 }
            return known.map { .unchanged(code: $0.code.text) } ?? .refused(rejection)
        }
    }

    /// An outcome without codes, which differ between two cohorts.
    private func plain(_ outcome: ApplicationStore.Imported) -> String {
        switch outcome {
        case .entered(let state, _): state.rawValue
        case .unchanged: "unchanged"
        case .refused(let rejection): rejection.code
        }
    }

    @Test func `a hundred and twenty random rows in parts become what they would have become one by one`() throws {
        // A linear congruential generator (Knuth's MMIX constants): the same rows in every run.
        var state: UInt64 = 20_240_820
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let parts = try scene.cohort(.seats(9), "PARTS", prerequisites: Prerequisites(awards: ["市级", "省级"]))
        let single = try scene.cohort(
            .seats(9),
            "SINGLE",
            number: 2,
            prerequisites: Prerequisites(awards: ["市级", "省级"])
        )
        let people = try (0..<30).map { try scene.person($0) }
        for index in 26..<30 {
            let other = try scene.person(index, "ETDZ")
            for cohort in [parts, single] {
                try scene.officer("ETDZ").perform(
                    EnrollmentStore.add(cohort: cohort, person: other, code: nil, award: "市级")
                )
            }
        }
        let rows = (0..<120).map { _ in
            ApplicationStore.ImportRow(
                person: people[random(30)],
                award: [nil, "市级", "区级", "省级"][random(4)],
                postLevel: nil
            )
        }
        var imported: [ApplicationStore.Imported] = []
        for start in stride(from: 0, to: 120, by: 24) {
            imported += try importing(Array(rows[start..<start + 24]), into: parts, sheet: "part \(start)")
        }
        let expected = try rows.map { try enrolling($0, into: single) }
        #expect(imported.map(plain) == expected.map(plain))
        #expect(Set(imported.map(plain)) == ["enrolled", "waitlisted", "unchanged", "ENR02", "ENR26"])
        #expect(try scene.counts(parts).row == scene.counts(single).row)
        #expect(try scene.counts(parts).row == scene.counts(parts).enrollments)
    }

    @Test
    func `a person who stands twice in a part comes in once, and the second row names the first row's enrollment`()
        throws
    {
        let cohort = try scene.cohort(.seats(1))
        let rows = try [1, 2, 1, 2, 1].map {
            ApplicationStore.ImportRow(person: try Code("INNO-\($0)"), award: nil, postLevel: nil)
        }
        for index in 1...2 { try scene.person(index) }
        let outcomes = try importing(rows, into: cohort)
        guard case .entered(.enrolled, let first) = outcomes[0], case .entered(.waitlisted, let second) = outcomes[1]
        else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(
            outcomes.dropFirst(2).map(\.self) == [
                .unchanged(code: first), .unchanged(code: second), .unchanged(code: first),
            ]
        )
        #expect(try scene.counts(cohort) == ([1, 1], [1, 1]))
    }

    @Test func `a file that asks for a person who is not there changes nothing`() throws {
        let cohort = try scene.cohort(.seats(3))
        let person = try scene.person(1)
        let rows = [person, try Code("NOBODY")].map {
            ApplicationStore.ImportRow(person: $0, award: nil, postLevel: nil)
        }
        #expect(throws: CoreRejection.missing(noun: "person", key: "NOBODY")) { _ = try importing(rows, into: cohort) }
        #expect(try scene.counts(cohort) == ([0, 0], [0, 0]))
    }
}
