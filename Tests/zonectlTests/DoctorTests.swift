import Foundation
import StoreTesting
import Testing

@Suite(.database)
struct DoctorTests {
    private let zonectl = Zonectl(database: TestDatabase.current)

    @Test func `a program gets rows, and an exit status by the findings`() throws {
        let answer = try zonectl("doctor", "--json")
        #expect(answer.status == 1, "a throw-away server does not reach the disk")
        #expect(answer.lines.contains { $0.contains("\"check\":\"fsync\",\"ok\":false,\"value\":\"off\"") })
        #expect(answer.lines.contains { $0.contains("\"check\":\"keys\",\"ok\":true") }, "\(answer.text)")
    }

    @Test(arguments: [
        ("en", "✗ writes reach the disk", "→ set fsync = on", "✓ time zone"),
        ("zh", "✗ 写入落盘", "→ 把 fsync 设为 on", "✓ 时区"),
    ])
    func `a person gets a line a finding, with what to do about the bad ones`(
        language: String,
        bad: String,
        advice: String,
        good: String
    ) throws {
        let terminal = try PseudoTerminal(
            [Zonectl.binary.path, "--lang", language, "--zone", "INNO", "doctor"],
            environment: [
                "PATH": "/usr/bin:/bin", "PGHOST": ThrowawayCluster.shared.folder ?? "/tmp", "PGPORT": "5432",
                "PGUSER": "tester", "PGDATABASE": TestDatabase.current.name, "ZONECTL_KEYS": TestKeys.path,
            ]
        )
        #expect(terminal.status() == 1)
        for text in [bad, advice, good] { #expect(terminal.screen.contains(text), "\(terminal.screen)") }
        #expect(!terminal.screen.contains(language == "en" ? "磁盘" : "free on"), "\(terminal.screen)")
    }

    @Test func `a key file that others may read is a finding`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString).key")
        try Data(contentsOf: URL(fileURLWithPath: TestKeys.path)).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        chmod(file.path, 0o644)
        let exposed = try zonectl.run(["doctor", "--json"], environment: ["ZONECTL_KEYS": file.path])
        #expect(exposed.lines.contains { $0.contains("\"check\":\"keys\",\"ok\":false") && $0.contains("0644") })
        chmod(file.path, 0o400)
        let closed = try zonectl.run(["doctor", "--json"], environment: ["ZONECTL_KEYS": file.path])
        #expect(closed.lines.contains { $0.contains("\"check\":\"keys\",\"ok\":true") && $0.contains("0400") })
    }
}
