import Foundation
import StoreTesting

/// The real binary, run on the database of the test.
struct Zonectl {
    struct Answer {
        let status: Int32
        let output: Data
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }
    }

    let database: TestDatabase
    /// Options before the command, such as `--zone`.
    var options: [String] = ["--zone", "INNO", "--clock", "2024-10-19T12:00"]
    var login = "tester"

    /// The folder of the build, where the test bundle and the binary lie side by side.
    static let binary: URL = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        return bundle.deletingLastPathComponent().appendingPathComponent("zonectl")
    }()

    /// The repository, from where the paths of sample files are read.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Runs one command line.
    func callAsFunction(_ arguments: String..., input: Data? = nil) throws -> Answer {
        try run(arguments, input: input)
    }

    func run(_ arguments: [String], input: Data? = nil, environment: [String: String] = [:]) throws -> Answer {
        try launch(
            [
                "--dsn",
                "host=\(ThrowawayCluster.shared.folder ?? "/tmp") port=5432 dbname=\(database.name) user=\(login)",
            ]
                + options + arguments,
            input: input,
            environment: environment
        )
    }

    /// Runs the program with nothing but these arguments and this environment.
    func bare(_ arguments: [String], environment: [String: String] = [:]) throws -> Answer {
        try launch(arguments, input: nil, environment: environment)
    }

    /// Runs a session given as text.
    func session(_ text: String, _ arguments: String...) throws -> Answer {
        try run(arguments + ["run", "-"], input: Data(text.utf8))
    }

    private func launch(_ arguments: [String], input: Data?, environment: [String: String]) throws -> Answer {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = Self.repository
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C", "ZONECTL_KEYS": TestKeys.path,
        ].merging(environment) { $1 }
        let files = try (0..<2).map { _ in try temporaryFile() }
        defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        let inputFile = try temporaryFile()
        defer { try? FileManager.default.removeItem(at: inputFile) }
        try (input ?? Data()).write(to: inputFile)
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        try process.run()
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Answer(
            status: status,
            output: try Data(contentsOf: files[0]),
            errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        )
    }

    private func temporaryFile() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("zonectl-test-\(UUID().uuidString)")
        try Data().write(to: url)
        return url
    }
}
