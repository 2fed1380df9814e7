import Foundation
import StoreTesting
import Testing

@testable import AdminCLI

@Suite(.database)
struct MetricsTests {
    private let zonectl = Zonectl(database: TestDatabase.current)

    private static let world = """
        person add --code QZ1 --name 样例机密 --id-number 320602198501095172 --phone 13800000001
        person add --code QZ2 --name 样例二
        program add --code YEKETANG --name-zh 人才夜课堂 --name-en Evening --audience founders
        cohort add --code NIGHT-1 --program YEKETANG --number 1 --starts-on 2024-09-03 --ends-on 2024-09-30 --capacity 1
        use --clock 2024-08-01T08:00
        enrollment add --cohort NIGHT-1 --person QZ1
        enrollment add --cohort NIGHT-1 --person QZ2

        """

    private func read(_ zonectl: Zonectl, _ arguments: String...) throws -> ExpositionReader {
        let answer = try zonectl.run(["ops", "metrics"] + arguments)
        try #require(answer.status == 0, "\(answer.errors)")
        return try ExpositionReader(answer.text)
    }

    private func value(_ page: ExpositionReader, _ name: String, _ labels: [String: String] = [:]) -> Double? {
        page.values[.init(name: name, labels: labels)]
    }

    @Test func `cases are counted by zone, module, kind and state, with the age of the oldest that waits`() throws {
        try #require(try zonectl.session(Self.world).status == 0)
        let page = try read(zonectl)
        func labels(_ state: String) -> [String: String] {
            ["zone": "INNO", "module": "enrollment", "kind": "enrollment", "state": state]
        }
        #expect(value(page, "zonebridge_cases", labels("waitlisted")) == 1)
        #expect(
            value(page, "zonebridge_cases", ["zone": "INNO", "module": "core", "kind": "person", "state": "current"])
                == 2
        )
        // From 2024-08-01T08:00 to 2024-10-19T12:00.
        #expect(
            value(page, "zonebridge_oldest_pending_seconds", labels("waitlisted")) == Double(79 * 86_400 + 4 * 3_600)
        )
        #expect(value(page, "zonebridge_overdue", ["zone": "INNO", "kind": "enrollment_waiting"]) == 1)
        #expect(value(page, "zonebridge_oldest_overdue_days", ["zone": "INNO", "kind": "enrollment_waiting"]) == 46)
        #expect(value(page, "zonebridge_schema_version") == value(page, "zonebridge_schema_version_expected"))
        #expect((value(page, "zonebridge_connections") ?? 0) >= 1)
        #expect(value(page, "zonebridge_sync_standbys_wanted") == 0)
        for name in ["calendar_days_left", "rates_days_left", "database_bytes", "sequence_used_ppm", "archive_failing"]
        {
            #expect(value(page, "zonebridge_" + name) != nil, "\(name)")
        }
    }

    @Test func `figures name nobody, and a login's page has its own zones only`() throws {
        try #require(try zonectl.session(Self.world).status == 0)
        var everything = zonectl
        everything.options = ["--clock", "2024-10-19T12:00"]
        let text = try everything("ops", "metrics").text
        for secret in ["QZ1", "QZ2", "样例", "320602198501095172", "13800000001", "NIGHT-1", "E-2024"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(!text.unicodeScalars.contains { !$0.isASCII })
        for (login, zones) in [("tester", ["ETDZ", "INNO", "TZBA"]), ("officer_etdz", ["ETDZ"]), ("stranger", [])] {
            everything.login = login
            let page = try read(everything)
            let seen = Set(page.values.keys.compactMap { $0.labels["zone"] })
            #expect(seen.isSubset(of: zones), "\(login): \(seen)")
            #expect(seen.contains("INNO") == zones.contains("INNO"), "\(login)")
        }
    }

    @Test func `a file is replaced as a whole, and stays as it was where that fails`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("zonebridge.prom")
        try Data("old\n".utf8).write(to: file)
        #expect(try zonectl("ops", "metrics", "--file", file.path).status == 0)
        _ = try ExpositionReader(String(contentsOf: file, encoding: .utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["zonebridge.prom"])
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o644)
        #expect(try zonectl("ops", "metrics", "--file", folder.path).status == 66)
        let missing = try zonectl("ops", "metrics", "--file", folder.path + "/none/x.prom")
        #expect(missing.status == 73 && missing.errors.contains("CLI65"))
    }

    @Test func `every module that lists what is due is counted too`() {
        #expect(Metrics.sources.map(\.module) == ["core", "enrollment", "schedule", "eligibility", "handoff"])
    }

    @Test(arguments: [
        "a 1", "# TYPE a gauge\na 1\n", "# HELP a x\n# TYPE a gauge\n", "# HELP a x\n# TYPE a gauge\na 1\na 1\n",
        "# HELP a x\n# TYPE a gauge\na{b=\"\\q\"} 1\n", "# HELP a x\n# TYPE a gauge\na{b=\"c} 1\n",
        "# HELP a x\n# TYPE a gauge\na one\n", "# HELP a x\n# TYPE a gauge\n\na 1\n",
        "# HELP a x\n# TYPE a gauge\nb 1\n",
    ])
    func `the reader refuses what the format does not allow`(text: String) {
        #expect(throws: ExpositionReader.Fault.self) { try ExpositionReader(text) }
    }

    @Test func `labels are escaped`() throws {
        var page = Exposition()
        var metric = Exposition.Metric("a", "line\nback\\slash")
        metric.add(-3, ("b", "quote\" back\\slash\nline"))
        page.add(metric)
        page.add(Exposition.Metric("empty", "no samples"))
        let read = try ExpositionReader(page.text)
        #expect(read.values == [.init(name: "a", labels: ["b": "quote\" back\\slash\nline"]): -3])
    }
}
