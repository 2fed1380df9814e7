import Foundation
import StoreTesting
import Testing

/// The rules of other cities as packs: whether the rule language can say them, by the cases of their texts.
@Suite(.database)
struct ReferencePolicyTests {
    private let zonectl = Zonectl(database: TestDatabase.current)
    private static let folder = "Tests/zonectlTests/Policies"

    private func packs() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".zctl") }.sorted()
    }

    /// What a pack's `policy version` lines name.
    private func versions(_ pack: String) throws -> [(policy: String, version: String)] {
        try String(contentsOfFile: Self.folder + "/" + pack, encoding: .utf8).split(separator: "\n").compactMap {
            line in
            let words = line.split(separator: " ")
            return words.starts(with: ["policy", "version"]) ? (String(words[2]), String(words[4])) : nil
        }
    }

    @Test func `every pack is published with all its worked cases, and together they use all features`() throws {
        let packs = try packs()
        #expect(packs.count >= 20)
        var lines = ""
        for pack in packs {
            lines += "policy load \(Self.folder)/\(pack)\n"
            for (policy, version) in try versions(pack) { lines += "policy publish \(policy) \(version)\n" }
        }
        let played = try zonectl.session(lines, "--keep-going")
        #expect(played.status == 0, "\(played.errors)")
        let coverage = try zonectl("policy", "coverage")
        var seen: Set<String> = []
        for line in coverage.lines {
            let features = line.split(separator: "\t")[2]
            seen.formUnion(features.split(separator: ",").map(String.init))
        }
        #expect(seen == Set((1...19).map { "F\($0)" }), "\(coverage.text)")
    }

    @Test func `a pack whose worked case contradicts its clauses is not published`() throws {
        let text = try String(contentsOfFile: Self.folder + "/wuhan-startup.zctl", encoding: .utf8)
        let wrong = text.replacing("--expect yes --amount 8000", with: "--expect yes --amount 8001")
        #expect(wrong != text)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString).zctl")
        try Data(wrong.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let answer = try zonectl("policy", "validate", file.path)
        #expect(answer.status == 1)
        let places = answer.lines.filter { $0.contains("ELG08") }
        #expect(places.count == 3 && places.allSatisfy { $0.contains("8001.00") && $0.contains(".zctl:") })
        #expect(
            try zonectl.session("policy load \(file.path)\nexpect ELG08 policy publish WH-STARTUP 2020\n").status == 0
        )
    }
}
