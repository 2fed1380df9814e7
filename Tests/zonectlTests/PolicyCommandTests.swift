import Foundation
import StoreTesting
import Testing

/// The commands that read and compare policies, through the real binary.
@Suite(.database)
struct PolicyCommandTests {
    private let scene = EligibilityScene()
    private static let nantong = "deploy/policies/nantong"

    private func lines(_ pack: String) throws -> [String] {
        try String(contentsOfFile: pack, encoding: .utf8).split(separator: "\n").map(String.init).filter {
            !$0.hasPrefix("#") && !$0.isEmpty
        }
    }

    /// A line up to its code, whatever quotes it has; export writes out what a policy's lines leave to the default.
    private func head(_ line: String) -> String {
        let words = line.replacing("\"", with: "'").split(separator: " ")
        return words.prefix(line.hasPrefix("policy ") ? 4 : 8).joined(separator: " ")
    }

    @Test func `export prints the same lines back, and they make the same version again`() throws {
        let packs = ["startup-grant", "startup-loan", "job-creation-grant"].map { Self.nantong + "/\($0).zctl" }
        for zone in ["ETDZ", "INNO"] {
            _ = try scene.zonectl("zone", "add", zone, "--name-zh", zone, "--name-en", zone)
        }
        try scene.play(packs.map { "policy load \($0)\n" }.joined())
        for (pack, key) in zip(packs, [["NT-STARTUP", "2024"], ["NT-LOAN", "2024-03"], ["NT-JOBS", "2024"]]) {
            let exported = try scene.zonectl.run(["policy", "export"] + key).lines
            let shipped = try lines(pack)
            #expect(exported.count == shipped.count, "\(pack)")
            #expect(Set(exported.map(head)) == Set(shipped.map(head)), "\(pack)")
            let copied = exported.map { $0.replacing(key[0], with: "COPY-" + key[0]) }
            let file = try EligibilityScene.write(copied.joined(separator: "\n") + "\n")
            defer { try? FileManager.default.removeItem(atPath: file) }
            try scene.play("policy load \(file)\npolicy publish COPY-\(key[0]) \(key[1])\n")
            #expect(try scene.zonectl("policy", "export", "COPY-" + key[0], key[1]).lines == copied, "\(pack)")
        }
    }

    @Test func `diff shows the lines in which two versions differ, and no others`() throws {
        try scene.prepare()
        let exported = try scene.zonectl("policy", "export", "P", "1").lines.dropFirst()
        let second = exported.map {
            $0.replacing("--version 1", with: "--version 2").replacing(
                "--code 1 --from 2024",
                with: "--code 2 --from 2025"
            )
            .replacing("--until 2024", with: "--until 2025").replacing("--value 2000.00", with: "--value 2500")
            .replacing("--value 2000", with: "--value 2500")
            .replacing("--amount 2000.00", with: "--amount 2500.00").replacing("2024-10-19", with: "2025-10-19")
        }
        let file = try EligibilityScene.write(second.joined(separator: "\n") + "\n")
        defer { try? FileManager.default.removeItem(atPath: file) }
        try scene.play("policy load \(file)\n")
        let diff = try scene.zonectl("policy", "diff", "P", "1", "2").lines
        let parts = diff.map { line in
            line.split(separator: "\t").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        }
        #expect(parts.filter { $0[0] == "1" }.count == parts.filter { $0[0] == "2" }.count)
        #expect(Set(parts.map { $0[1] }) == ["policy version", "parameter add", "case add"], "\(diff)")
        #expect(try scene.zonectl("policy", "diff", "P", "1", "1").lines == [])
    }

    @Test func `simulate tells gainers, losers and cost of a draft and changes nothing`() throws {
        try scene.prepare()
        let draft = """
            policy version P --code 2 --from 2024-10-01
            clause add --policy P --version 2 --code HALF-YEAR --when "at least 6 months since registered_on" --article 第一条 --zh 登记满6个月 --cure time
            clause add --policy P --version 2 --code NO-STUDENT --when "not student" --article 第一条 --zh 不是在校学生 --cure nobody
            benefit add --policy P --version 2 --code GRANT --zh 补贴 --article 第二条 --amount "3000 yuan"

            """
        try scene.play(draft)
        let before = try scene.zonectl("policy", "list").text
        let answer = try scene.zonectl("policy", "simulate", "P", "2", "--as-of", "2024-10-19")
        // YES loses 2000, NO gains 3000, OPEN cannot be told, LATER has nothing either way.
        #expect(answer.lines == ["INNO\t4\t1\t1\t1\t1000.00\tfalse"], "\(answer.text)\(answer.errors)")
        #expect(try scene.zonectl("policy", "list").text == before)
        #expect(try scene.zonectl("policy", "simulate", "P", "9").status == 65)
    }

    @Test func `coverage lists the features that a version uses`() throws {
        try scene.prepare()
        #expect(try scene.zonectl("policy", "coverage").lines == ["P\t1\tF2,F8,F18\t3"])
    }

    @Test func `list and show say everything about a version`() throws {
        try scene.prepare()
        let list = try scene.zonectl("policy", "list").lines
        #expect(list.count == 1 && list[0].hasPrefix("P\t样例政策\tperson\t1\tpublished\t2024-01-01\t2024-12-31\tINNO"))
        let show = try scene.zonectl("policy", "show", "P").lines.map {
            $0.split(separator: "\t").prefix(2).joined(separator: " ")
        }
        #expect(
            show == ["policy P", "version 1", "parameter each", "clause STUDENT", "clause HALF-YEAR", "benefit GRANT"]
        )
        #expect(try scene.zonectl("policy", "show", "NONE").status == 65)
    }
}
