import Foundation
import Testing

/// A private cluster of a test's own, used through the real binary, as this process's user or as another.
final class PrivateHome {
    let folder: String
    /// The user that the program runs as; nil for the tests' own.
    private let user: String?
    private let binary: String

    init(as user: String? = nil) throws {
        self.user = user
        folder = "/tmp/zb-home-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        chmod(folder, 0o755)
        // The build folder may lie where another user cannot go.
        binary = folder + "/zonectl"
        // By another process: a file that is open for writing in a child of ours could not be run.
        _ = try Self.launch(["/bin/cp", Zonectl.binary.path, binary], [:], input: nil)
        if let user { _ = try Self.launch(["/bin/chown", user, folder], [:], input: nil) }
    }

    deinit {
        _ = try? run("db", "stop")
        try? FileManager.default.removeItem(atPath: folder)
    }

    var home: String { folder + "/home" }

    /// The process id of the server, from its own file.
    var server: pid_t? {
        guard let text = try? String(contentsOfFile: home + "/data/postmaster.pid", encoding: .utf8) else { return nil }
        return text.split(separator: "\n").first.flatMap { pid_t($0) }
    }

    func run(_ arguments: String..., input: String? = nil) throws -> Zonectl.Answer {
        try run(arguments, input: input)
    }

    func run(_ arguments: [String], input: String? = nil) throws -> Zonectl.Answer {
        try Self.launch(command(arguments), environment, input: input)
    }

    /// Starts the program and does not wait for it; its standard output goes to a file.
    func start(_ arguments: String..., output: String) throws -> Process {
        let process = Self.process(command(arguments), environment)
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func command(_ arguments: [String]) -> [String] {
        let drop = user.map { ["/usr/bin/setpriv", "--reuid=\($0)", "--regid=nogroup", "--clear-groups"] } ?? []
        return drop + [binary, "--lang", "en"] + arguments
    }

    private var environment: [String: String] { ["ZONECTL_HOME": home] }

    private static func process(_ command: [String], _ environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C"].merging(environment) {
            $1
        }
        return process
    }

    private static func launch(_ command: [String], _ environment: [String: String], input: String?) throws
        -> Zonectl.Answer
    {
        let process = process(command, environment)
        let files = (0..<3).map { _ in "/tmp/zb-io-\(UUID().uuidString)" }
        defer { files.forEach { unlink($0) } }
        for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: files[0]))
        process.standardInput = FileHandle(forReadingAtPath: files[0])
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        process.waitUntilExit()
        return Zonectl.Answer(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: try Data(contentsOf: URL(fileURLWithPath: files[1])),
            errors: try String(contentsOfFile: files[2], encoding: .utf8)
        )
    }
}
