import Foundation

/// Python's `icalendar` and `recurring-ical-events`: a reader of calendars that is not ours. Taken as it is where it is
/// installed, else installed into a folder of the temporary directory; where neither works, its tests are skipped.
enum IndependentReader {
    static let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zonebridge-icalendar-reader")

    static let isThere: Bool = {
        if (try? python("import icalendar, recurring_ical_events")) != nil { return true }
        let install = [
            "120", "python3", "-m", "pip", "install", "--quiet", "--target", folder.path, "icalendar",
            "recurring-ical-events",
        ]
        guard (try? run("timeout", install, input: Data())) != nil else { return false }
        return (try? python("import icalendar, recurring_ical_events")) != nil
    }()

    struct Failed: Error {
        let status: Int32
        let errors: String
    }

    /// What a script prints for an input.
    static func python(_ script: String, input: Data = Data()) throws -> String {
        try run("python3", ["-c", script], input: input)
    }

    private static func run(_ program: String, _ arguments: [String], input: Data) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "PYTHONPATH": folder.path, "PYTHONUTF8": "1",
        ]) {
            $1
        }
        let name = "zonebridge-\(UUID().uuidString)"
        let files = ["in", "out", "err"].map {
            FileManager.default.temporaryDirectory.appendingPathComponent("\(name).\($0)")
        }
        defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(
                status: process.terminationStatus,
                errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
            )
        }
        return String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    }
}
