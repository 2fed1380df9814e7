import StoreTesting
import TalentEnrollment
import Testing
import Zones

@Suite(.database)
struct ProgramTests {
    let scene = Scene()

    @Test func `a program is published to every zone`() throws {
        try scene.program()
        let seen = try ProgramStore.list(scene.officer("TZBA"))
        #expect(seen.map(\.code.text) == ["NIGHT"])
        #expect(seen.first?.publishedBy.text == "INNO")
        #expect(seen.first?.audience == .founders)
    }

    @Test func `a code serves one program in the whole region, also under eight connections at once`() throws {
        let scene = scene
        let answers = race(8) { index in
            try scene.officer(index.isMultiple(of: 2) ? "INNO" : "ETDZ").perform(
                ProgramStore.add(code: Code("LIJIAN"), nameZh: "砺剑班", nameEn: "Sword", audience: .promotionStaff)
            )
        }
        #expect(successes(answers) == ["LIJIAN"])
        #expect(refusals(answers) == Array(repeating: .codeTaken(rule: "program_code_once"), count: 7))
    }

    @Test func `audiences in the program and in the database are the same`() throws {
        let stored = try scene.officer("INNO").connection.rows(
            "select code from enrollment.audience",
            as: Audience.self
        )
        #expect(Set(stored) == Set(Audience.allCases))
    }
}
