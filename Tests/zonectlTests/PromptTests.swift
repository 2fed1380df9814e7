import Foundation
import StoreTesting
import Testing

/// The session on a terminal, typed key by key.
@Suite(.database, .serialized)
struct PromptTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString)")

    private var history: String { folder.path + "/state/history" }

    private var kept: String { (try? String(contentsOfFile: history, encoding: .utf8)) ?? "" }

    private func start(_ more: [String: String] = [:], _ arguments: String...) throws -> PseudoTerminal {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1",
            "PGHOST": ThrowawayCluster.shared.folder ?? "/tmp", "PGPORT": "5432", "PGUSER": "tester",
            "PGDATABASE": TestDatabase.current.name, "ZONECTL_KEYS": TestKeys.path, "ZONECTL_HISTORY": history,
        ]
        return try PseudoTerminal(
            [Zonectl.binary.path, "--zone", "INNO", "--clock", "2024-10-19T12:00", "--lang", "en"] + arguments,
            environment: environment.merging(more) { $1 }
        )
    }

    private func finish(_ terminal: PseudoTerminal) {
        terminal.type("exit\r")
        #expect(terminal.status() == 0, "\(terminal.screen)")
        try? FileManager.default.removeItem(at: folder)
    }

    private func names() throws -> [String] {
        try TestDatabase.current.connection().rows("select name from core.person order by id", as: String.self)
    }

    @Test(arguments: ["C.UTF-8", "C", "zh_CN.missing"])
    func `typed Chinese arrives whole, whatever the locale, and a key takes it back`(locale: String) throws {
        let terminal = try start(["LC_ALL": locale])
        #expect(terminal.shows("zonectl INNO> "))
        terminal.type("person add --code P1 --name 样例一二\u{7F}\r")
        #expect(terminal.shows("P1\r\n"), "\(terminal.screen)")
        #expect(terminal.shows("zonectl INNO> "))
        finish(terminal)
        #expect(try names() == ["样例一"])
    }

    @Test func `the tab key completes nouns, verbs, and codes of the database`() throws {
        _ = try Zonectl(database: TestDatabase.current)("person", "add", "--code", "QX-17", "--name", "样例一")
        let terminal = try start()
        #expect(terminal.shows("zonectl INNO> "))
        terminal.type("perso\tsho\tQX\t")
        #expect(terminal.shows("-17"), "\(terminal.screen)")
        terminal.type("\r")
        #expect(terminal.shows("样例一"), "\(terminal.screen)")
        #expect(terminal.shows("zonectl INNO> "))
        terminal.type("person \t")
        #expect(terminal.shows("reveal"), "\(terminal.screen)")
        #expect(kept.split(separator: "\n").first == "person show QX-17")
        terminal.type("\u{3}")
        finish(terminal)
    }

    @Test func `a line with a secret, or with what may be one, is never kept`() throws {
        let terminal = try start()
        for line in [
            "person add --code P1 --name 样例一 --id-number 320602198501095172", "person find 样例一",
            "person reveal P1 --reason 核对材料-8731", "certificate verify 0000-1111-2222", "person shw 13800000001",
            "org find 6222 0200 1234 5678", "zone list",
        ] {
            #expect(terminal.shows("zonectl INNO> "), "\(terminal.screen)")
            terminal.type(line + "\r")
        }
        #expect(terminal.shows("zonectl INNO> "))
        #expect(kept == "zone list\n")
        #expect((try FileManager.default.attributesOfItem(atPath: history)[.posixPermissions] as? Int) == 0o600)
        // Within the session the arrow key still brings the line back.
        terminal.type("\u{1B}[A\u{1B}[A")
        #expect(terminal.shows("6222 0200"), "\(terminal.screen)")
        terminal.type("\u{3}")
        finish(terminal)
    }

    @Test func `earlier sessions are remembered, and a history that others may read is not`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/state", withIntermediateDirectories: true)
        for (mode, isRead) in [(0o600, true), (0o644, false)] {
            try Data("zone show ETDZ\n".utf8).write(to: URL(fileURLWithPath: history))
            chmod(history, mode_t(mode))
            let terminal = try start()
            #expect(terminal.shows("zonectl INNO> "))
            terminal.type("\u{1B}[A")
            #expect(terminal.shows("show ETDZ", seconds: isRead ? 10 : 1) == isRead, "\(terminal.screen)")
            terminal.type("\u{3}")
            terminal.type("exit\r")
            #expect(terminal.status() == 0)
        }
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func `control-C gives up a line and not the session`() throws {
        let terminal = try start()
        #expect(terminal.shows("zonectl INNO> "))
        terminal.type("person add --code P1 --name 样例一\u{3}")
        #expect(terminal.shows("^C") && terminal.shows("zonectl INNO> "))
        terminal.type("zone lst\r")
        #expect(terminal.shows("error[CLI21]") && terminal.shows("did you mean list?"), "\(terminal.screen)")
        finish(terminal)
        #expect(try names() == [])
    }

    @Test func `the end of input leaves the session, and the terminal as it was`() throws {
        let terminal = try start()
        #expect(terminal.shows("zonectl INNO> "))
        terminal.type("\u{4}")
        #expect(terminal.status() == 0)
    }
}
