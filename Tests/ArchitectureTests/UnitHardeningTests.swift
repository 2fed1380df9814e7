import Foundation
import Testing

/// The timers' units give up all that they do not need; systemd's own score of each says so.
struct UnitHardeningTests {
    private static let analyzer = "/usr/bin/systemd-analyze"
    private static let hasAnalyzer = FileManager.default.isExecutableFile(atPath: analyzer)

    private static func units(_ ending: String) throws -> [SourceFile] {
        try Repository.files(in: "deploy", ending: ending)
    }

    @Test(.enabled(if: hasAnalyzer, "systemd-analyze is not installed"))
    func `no unit is exposed by more than 1.5 of 10`() throws {
        let services = try Self.units(".service")
        #expect(services.count >= 5)
        for unit in services {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Self.analyzer)
            process.arguments = [
                "security", "--offline=true", "--no-pager", "--threshold=15",
                Repository.root.appendingPathComponent(unit.path).path,
            ]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(unit.path): \(text.split(separator: "\n").last ?? "")")
        }
    }

    @Test func `every timer has its unit, and every unit does a verb that the script knows`() throws {
        let script = try #require(try Repository.files(in: "deploy", ending: "zonebridge-run").first).text
        let services = try Self.units(".service")
        let timers = Set(try Self.units(".timer").map { $0.name.dropLast(".timer".count) })
        #expect(timers == Set(services.map { $0.name.dropLast(".service".count) }))
        for unit in services {
            let start = try #require(unit.lines.first { $0.hasPrefix("ExecStart=") })
            let verb = try #require(start.split(separator: " ").last)
            #expect(script.contains("\n\(verb))"), "\(unit.path): \(verb)")
        }
    }
}
