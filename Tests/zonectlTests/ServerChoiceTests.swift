import Foundation
import StoreTesting
import Testing

/// A server of one's own is named in any way that libpq knows.
@Suite(.database)
struct ServerChoiceTests {
    private var database: TestDatabase { TestDatabase.current }
    private var host: String { ThrowawayCluster.shared.folder ?? "/var/run/postgresql" }

    private func list(_ options: [String], _ environment: [String: String] = [:]) throws -> Zonectl.Answer {
        try Zonectl(database: database, options: []).bare(options + ["zone", "list"], environment: environment)
    }

    @Test func `variables, a service file, keywords and a URI lead to the same database`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString).conf")
        try Data("[zb]\nhost=\(host)\nport=5432\ndbname=\(database.name)\nuser=tester\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let encoded = host.replacingOccurrences(of: "/", with: "%2F")
        let service = ["PGSERVICEFILE": file.path]
        let answers = [
            try list(["--dsn", "host=\(host) port=5432 dbname=\(database.name) user=tester"]),
            try list(["--dsn", "postgresql://tester@/\(database.name)?host=\(encoded)&port=5432"]),
            try list([], ["PGHOST": host, "PGPORT": "5432", "PGDATABASE": database.name, "PGUSER": "tester"]),
            try list([], service.merging(["PGSERVICE": "zb"]) { $1 }), try list(["--dsn", "service=zb"], service),
            try list([
                "--dsn",
                "host=/nonexistent,\(host) port=5432,5432 dbname=\(database.name) user=tester target_session_attrs=read-write",
            ]),
        ]
        for (index, answer) in answers.enumerated() {
            #expect(answer.status == 0, "\(index): \(answer.errors)")
            #expect(answer.output == answers[0].output)
        }
        #expect(answers[0].lines.count == 3)
    }

    @Test func `a server that is not there is exit 69, one that refuses the login another, and no password is shown`()
        throws
    {
        let absent = try list(["--dsn", "host=/nonexistent dbname=x password=geheim42"])
        #expect(absent.status == 69)
        let stranger = try list([
            "--dsn", "host=\(host) port=5432 dbname=\(database.name) user=nobody_here password=geheim42",
        ])
        #expect([69, 77].contains(stranger.status), "\(stranger.errors)")
        let broken = try list(["--dsn", "host=\(host) password=my geheim42"])
        #expect(broken.status != 0)
        for answer in [absent, stranger, broken] { #expect(!answer.errors.contains("geheim42"), "\(answer.errors)") }
    }
}
