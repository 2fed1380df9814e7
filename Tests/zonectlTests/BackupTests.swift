import Foundation
import StoreTesting
import Testing

/// Backups of a private server, through the real binary: taken, drilled, damaged, restored to a moment.
@Suite(.serialized)
struct BackupTests {
    private func home() throws -> PrivateHome {
        let home = try PrivateHome()
        #expect(try home.run("zone", "add", "INNO", "--name-zh", "样例创新区", "--name-en", "Inno").status == 0)
        #expect(try add("BEFORE", home).status == 0)
        return home
    }

    private func add(_ code: String, _ home: PrivateHome) throws -> Zonectl.Answer {
        try home.run("person", "add", "--code", code, "--name", "样例", "--id-number", "11010519491231002X")
    }

    /// Now, to the second, once the second is over: what came before is before it, what comes later after it.
    private func moment() -> String {
        sleep(1)
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyy-MM-dd'T'HH:mm:ss"
        formatter.timeZone = TimeZone(secondsFromGMT: 8 * 3600)
        let text = formatter.string(from: Date())
        sleep(1)
        return text
    }

    private func codes(_ answer: Zonectl.Answer) -> Set<String> {
        Set(answer.lines.compactMap { $0.split(separator: "\t").first.map(String.init) })
    }

    @Test func `a server is restored as it was at a moment, by a drill that finds every promise kept`() throws {
        let home = try home()
        let (backups, keys) = (home.folder + "/backups", home.folder + "/keys-copy")
        let taken = try home.run("--json", "db", "backup", "--to", backups, "--keys", keys)
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(taken.text.contains("\"archived\":true") && taken.text.contains("\"keys\":1"))
        #expect(try home.run("org", "add", "--code", "AFTER", "--name", "样例科技有限公司", "--kind", "company").status == 0)
        let moment = moment()
        #expect(try home.run("org", "add", "--code", "LATE", "--name", "样例制造有限公司", "--kind", "company").status == 0)

        let drill = try home.run("db", "drill", backups, "--keys", keys)
        #expect(drill.status == 0, "\(drill.text)\(drill.errors)")
        for check in ["keys", "pages", "zonebridge.core.event_chain", "zonebridge.enrollment.seats_taken"] {
            #expect(drill.text.contains("\(check)\ttrue\t"), "\(drill.text)")
        }
        #expect(drill.text.contains("rpo_seconds\t") && drill.text.contains("rto_seconds\t"))
        #expect(drill.text.contains("events_missing\ttrue\t2\n"), "what was not archived yet is counted")
        #expect(!FileManager.default.fileExists(atPath: backups + "/scratch"))
        #expect(try String(contentsOfFile: backups + "/drill", encoding: .utf8).hasPrefix("20"))

        let other = try PrivateHome()
        let restored = try home.run(
            "db",
            "restore",
            backups,
            "--into",
            other.home + "/data",
            "--to",
            moment,
            "--keys",
            keys
        )
        #expect(restored.status == 0, "\(restored.errors)")
        try FileManager.default.copyItem(atPath: home.home + "/keys", toPath: other.home + "/keys")
        let organizations = try other.run("org", "list")
        #expect(codes(organizations) == ["AFTER"], "\(organizations.errors)")
        let revealed = try other.run("person", "reveal", "BEFORE", "--reason", "核对")
        #expect(revealed.text.contains("11010519491231002X"), "the keys open what was restored: \(revealed.errors)")
        #expect(try other.run("audit", "verify").text.hasPrefix("true\t"))
    }

    @Test func `what was damaged, is missing or would lie together is refused and leaves nothing`() throws {
        let home = try home()
        let (backups, keys) = (home.folder + "/backups", home.folder + "/keys-copy")
        func expectRefused(_ code: String, _ arguments: String...) throws {
            let answer = try home.run(arguments)
            let said = answer.errors.split(separator: "\n").last ?? ""
            #expect(answer.status != 0 && answer.errors.contains("error[\(code)]"), "\(code): \(said)")
            #expect(!FileManager.default.fileExists(atPath: home.folder + "/new"))
            #expect(!FileManager.default.fileExists(atPath: home.folder + "/new.part"))
        }
        let into = home.folder + "/new"
        try expectRefused("BAK03", "db", "restore", backups, "--into", into)
        try expectRefused("BAK02", "db", "backup", "--to", home.home + "/data/backups")
        try expectRefused("BAK02", "db", "backup", "--to", backups, "--keys", backups + "/keys")
        try expectRefused("BAK01", "db", "backup", "--to", backups + "/a'b")
        #expect(try home.run("db", "backup", "--to", backups, "--keys", keys).status == 0)
        // Some segments more of the log.
        for number in 0..<3 {
            #expect(try home.run("org", "add", "--name", "样例\(number)有限公司", "--kind", "company").status == 0)
            #expect(try switchSegment(home) == 0)
        }
        try expectRefused("BAK04", "db", "restore", backups, "--into", into, "--to", "2020-01-01T00:00")
        try expectRefused("BAK05", "db", "restore", backups, "--into", into, "--to", "2099-01-01T00:00")
        try expectRefused("KEY01", "db", "restore", backups, "--into", into, "--keys", home.folder + "/none")
        try expectRefused("BAK08", "db", "restore", backups, "--into", home.home + "/data")
        try expectRefused("KEY04", "db", "restore", backups, "--into", into, "--keys", TestKeys.path)

        let bases = try FileManager.default.contentsOfDirectory(atPath: backups + "/base").sorted()
        try flipping(backups + "/base/\(bases[bases.count - 1])/data/global/pg_filenode.map") {
            try expectRefused("BAK06", "db", "restore", backups, "--into", into)
        }
        try flipping(backups + "/base/\(bases[bases.count - 1])/record") {
            try expectRefused("BAK06", "db", "restore", backups, "--into", into)
        }
        let segments = try FileManager.default.contentsOfDirectory(atPath: backups + "/wal")
            .filter { $0.count == 27 }.sorted()
        let last = backups + "/wal/" + segments[segments.count - 1]
        try flipping(last) {
            try expectRefused("BAK06", "db", "restore", backups, "--into", into)
        }
        let inner = backups + "/wal/" + segments[segments.count - 2]
        try FileManager.default.moveItem(atPath: inner, toPath: home.folder + "/aside")
        try expectRefused("BAK07", "db", "restore", backups, "--into", into)
    }

    @Test func `an upgrade asks, lists what it would do, and backs up before it does it`() throws {
        let home = try home()
        let backups = home.folder + "/backups"
        let path = "functions/core/find_person.sql"
        #expect(
            try psql(home, "zonebridge", "update core.installed_file set sha256 = 'old' where path = '\(path)'") == 0
        )
        let asked = try home.run("db", "upgrade", "--to", backups)
        #expect(asked.status == 64 && asked.errors.contains("--yes"), "\(asked.errors)")
        let listed = try home.run("--dry-run", "--yes", "db", "upgrade", "--to", backups)
        #expect(listed.text == "function\t\(path)\n", "\(listed.errors)")
        #expect(!FileManager.default.fileExists(atPath: backups), "nothing was done by any of these")
        let done = try home.run("--yes", "db", "upgrade", "--to", backups)
        #expect(done.lines.count == 2 && done.text.hasPrefix("backup\t"), "\(done.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: backups + "/base").count == 1)
        let again = try home.run("--yes", "db", "upgrade", "--to", backups)
        #expect(again.status == 0 && again.text.isEmpty, "\(again.errors)")
    }

    /// Closes the segment that the server writes; psql's status.
    private func switchSegment(_ home: PrivateHome) throws -> Int32 {
        let status = try psql(home, "postgres", "select pg_switch_wal()")
        usleep(300_000)
        return status
    }

    /// Runs a statement as the bootstrap superuser; psql's status.
    private func psql(_ home: PrivateHome, _ database: String, _ statement: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "psql", "-XqAt", "-h", home.home + "/run", "-U", "zb_super", "-d", database, "-c", statement,
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Changes one octet of a file while the body runs: the sixth from the end, of a compressed file its checksum's. In the
    /// midst of compressed zeros a change can be without effect.
    private func flipping(_ path: String, _ body: () throws -> Void) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        let place = whole.count - 6
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        func write(_ octet: UInt8) throws {
            try handle.seek(toOffset: UInt64(place))
            try handle.write(contentsOf: Data([octet]))
        }
        try write(whole[place] ^ 1)
        try body()
        try write(whole[place])
    }
}
