import Foundation

/// Plain `psql` as a login, not our own client: what anybody with a shell on the server may do.
public struct Psql: Sendable {
    public struct Answer: Sendable, Hashable {
        public let status: Int32
        /// Rows, fields separated by `|`.
        public let output: String
        public let errors: String

        public var rows: [String] { output.split(separator: "\n").map(String.init) }
    }

    private let database: TestDatabase
    private let login: String

    public init(_ database: TestDatabase, as login: String) {
        self.database = database
        self.login = login
    }

    /// Runs a script, to the first error.
    public func callAsFunction(_ script: String) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", ThrowawayCluster.shared.folder ?? "/tmp",
            "-U",
            login, "-d", database.name, "-f", "-",
        ]
        process.environment = ["PATH": "/usr/bin:/bin:/usr/lib/postgresql/15/bin", "LC_ALL": "C.UTF-8"]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        input.fileHandleForWriting.write(Data(script.utf8))
        try input.fileHandleForWriting.close()
        // Scripts here answer with less than a pipe holds, so one may be read after the other.
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let said = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus,
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: said, as: UTF8.self)
        )
    }
}
