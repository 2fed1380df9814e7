import Foundation
import StoreTesting
import Testing

/// Packs with mistakes: each is told with its line, and none comes into force.
@Suite(.database)
struct BadPackTests {
    private let scene = EligibilityScene()

    /// The sample pack with one line more, which is line 8.
    private func mistakes(_ line: String) throws -> [String] {
        try scene.mistakes(EligibilityScene.pack + line.replacing("…", with: "--policy P --version 1") + "\n")
    }

    @Test func `the sample pack has no mistakes`() throws {
        #expect(try scene.mistakes(EligibilityScene.pack) == [])
    }

    @Test func `an unknown fact is told with its line`() throws {
        let found = try mistakes("clause add … --code X --when shoe_size --article 第三条 --zh 鞋码 --cure nobody")
        #expect(found == ["ELG07 8 clause X: the catalogue has no fact shoe_size"])
    }

    @Test func `types that do not go together are told`() throws {
        let found = try mistakes("clause add … --code X --when \"student >= 3\" --article 第三条 --zh 学生 --cure nobody")
        #expect(found.count == 1 && found[0].hasPrefix("ELG07 8 clause X: boolean"), "\(found)")
    }

    @Test func `a threshold without its unit is told`() throws {
        let found = try mistakes("clause add … --code X --when \"staff >= 3\" --article 第三条 --zh 人数 --cure nobody")
        #expect(found == ["ELG07 8 clause X: the unit people is missing"])
    }

    @Test func `a missing article is told`() throws {
        let none = try mistakes("clause add … --code X --when student --zh 学生 --cure nobody")
        #expect(none.count == 1 && none[0].hasPrefix("CLI") && none[0].contains(" 8 "), "\(none)")
        let empty = try mistakes("clause add … --code X --when student --article \"\" --zh 学生 --cure nobody")
        #expect(empty.count == 1 && empty[0].contains(" 8 "), "\(empty)")
    }

    @Test func `a negative cap is told`() throws {
        let found = try mistakes(
            "benefit add … --code X --zh 补贴 --article 第三条 --amount \"5 yuan\" --cap \"1 yuan - $each\" --cap-scope person"
        )
        #expect(found == ["ELG07 8 benefit X: the cap is negative"])
    }

    @Test func `a window that ends before it starts is told`() throws {
        let pack = EligibilityScene.pack.replacing("--until 2024-12-31", with: "--until 2023-12-31")
        let found = try scene.mistakes(pack)
        #expect(found.first == "ELG04 2 the last day lies before the first", "\(found)")
    }

    @Test func `a worked case that contradicts the clauses is told`() throws {
        let found = try mistakes(
            "case add … --code X --as-of 2024-10-19 --facts \"student=no; registered_on=2024-01-01\" --expect yes"
        )
        #expect(found == ["ELG08 8 case X: yes expected, no found"])
    }

    @Test func `payers that do not make the whole are told`() throws {
        let found = try mistakes(
            "benefit add … --code X --zh 补贴 --article 第三条 --amount \"5 yuan\" --payers city=50,zone=49"
        )
        #expect(found == ["ELG07 8 benefit X: the payers do not make 100 %"])
    }

    @Test func `all mistakes come in one run, and nothing of the pack is kept`() throws {
        let pack = EligibilityScene.pack.replacing("--when student ", with: "--when shoe_size ")
            .replacing("(count hires) * $each", with: "(count hires) * $every")
        let found = try scene.mistakes(pack + "policy list\nclause add --policy P\n")
        #expect(found.map { $0.split(separator: " ")[1] } == ["8", "9", "4", "6"], "\(found)")
        #expect(try scene.zonectl("policy", "list").lines.isEmpty)
    }

    @Test func `versions that overlap and exclusions in a circle are not published`() throws {
        let other = EligibilityScene.pack.replacing("--code P ", with: "--code Q ").replacing(" P ", with: " Q ")
        try scene.prepare()
        let second = EligibilityScene.pack.split(separator: "\n").dropFirst().joined(separator: "\n")
            .replacing(
                "policy version P --code 1 --from 2024-01-01",
                with: "policy version P --code 2 --from 2024-12-31"
            )
            .replacing("--until 2024-12-31", with: "--until 2025-12-31").replacing("--version 1", with: "--version 2")
            .replacing("2024-10-19", with: "2025-01-19")
        let files = [try EligibilityScene.write(second + "\n"), try EligibilityScene.write(other)]
        defer { files.forEach { try? FileManager.default.removeItem(atPath: $0) } }
        try scene.play(
            """
            policy load \(files[0])
            expect ELG03 policy publish P 2
            policy load \(files[1])
            exclusion add --policy Q --version 1 --with P --mode deduct-earlier --article 第三条
            policy publish Q 1
            exclusion add --policy P --version 2 --with Q --mode deduct-earlier --article 第三条
            expect ELG07 policy publish P 2
            expect ELG21 exclusion add --policy P --version 2 --with P --mode not-both --article 第三条

            """
        )
    }
}
