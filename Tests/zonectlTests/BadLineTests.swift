import Foundation
import Postgres
import StoreTesting
import Testing

/// What a user gets for a wrong line: one clear line in their language, a stable exit status, and nothing changed.
@Suite(.database)
struct BadLineTests {
    private let zonectl = Zonectl(database: TestDatabase.current)

    private static let quote = ["--rate", "3.10", "--method", "equal-installment"]

    /// A wrong command, its code and exit status.
    private static let wrong: [([String], String, Int32)] = [
        (["persn", "list"], "CLI20", 64), (["add", "person"], "CLI20", 64), (["person", "lst"], "CLI21", 64),
        (["person"], "CLI22", 64), (["person", "add", "--nmae", "x"], "CLI23", 64),
        (["person", "add", "--name", "样例一", "--name", "样例二"], "CLI24", 64), (["person", "add"], "CLI25", 64),
        (["person", "add", "--name"], "CLI26", 64), (["person", "show", "A", "B"], "CLI28", 64),
        (["--bogus", "zone", "list"], "CLI29", 64), (["--json", "--csv", "zone", "list"], "CLI31", 64),
        (["--tx=some", "zone", "list"], "CLI32", 64), (["explain", "FOO"], "CLI38", 64),
        (["person", "add", "--name", "a\u{1B}[31mb"], "CLI06", 65),
        (["person", "add", "--name", "a\u{202E}b"], "CLI08", 65),
        (["person", "add", "--name", "a\u{200B}b"], "CLI41", 65),
        (["person", "add", "--name", "样例一", "--birth-on", "2024-02-30"], "CLI42", 65),
        (["person", "add", "--name", "样例一", "--birth-on", "2024-10-20"], "CLI42", 65),
        (["person", "add", "--name", "样例一", "--id-number", "320602198501095173"], "CLI48", 65),
        (["person", "add", "--name", "样例一", "--id-number", "320602850109517"], "CLI48", 65),
        (["person", "add", "--name", "样例一", "--phone", "138000000012"], "CLI50", 65),
        (["loan", "quote", "--principal", "0.001", "--months", "12"] + quote, "CLI44", 65),
        (["loan", "quote", "--principal", "1,000.00", "--months", "12"] + quote, "CLI44", 65),
        (["loan", "quote", "--principal", "92233720368547758.08", "--months", "12"] + quote, "CLI44", 65),
        (["--zone", "NOPE", "person", "list"], "COR02", 77), (["person", "show", "NOBODY"], "COR01", 65),
        (["run", "/nonexistent.zctl"], "CLI60", 66), (["run", "/tmp"], "CLI61", 66),
        (["run", "/dev/null"], "CLI62", 66),
    ]

    @Test(arguments: ["zh", "en"])
    func `each wrong line is one line of its language with a code and an exit status`(language: String) throws {
        for (words, code, status) in Self.wrong {
            let answer = try zonectl.run(["--lang", language] + words)
            let lines = answer.errors.split(separator: "\n")
            #expect(answer.status == status && answer.output.isEmpty, "\(words): \(answer.status) \(answer.errors)")
            #expect(lines.count == 1 && answer.errors.contains("error[\(code)]: "), "\(words): \(answer.errors)")
            // What was typed may stand in it, in quotes.
            let told = answer.errors.replacing(/“[^”]*”/, with: "")
            let hasChinese = told.unicodeScalars.contains { $0.properties.isIdeographic }
            #expect(hasChinese == (language == "zh"), "\(words): \(answer.errors)")
        }
        let people: Int? = try TestDatabase.current.connection().value("select count(*) from core.person")
        #expect(people == 0)
    }

    @Test func `a birth date that lies ahead is compared with business time`() throws {
        let day = ["person", "add", "--name", "样例一", "--birth-on", "2024-10-19"]
        #expect(try zonectl.run(day).status == 0)
        #expect(try zonectl.run(["--clock", "2024-10-18T12:00"] + day).errors.contains("2024-10-18"))
    }

    @Test func `a zone that is none, or another's, is refused for reading too, and not answered with an empty list`()
        throws
    {
        var officer = zonectl
        officer.login = "officer_etdz"
        for zone in ["NOPE", "INNO"] {
            officer.options = ["--zone", zone, "--clock", "2024-10-19T12:00"]
            let answer = try officer("person", "list")
            #expect(answer.status == 77 && answer.errors.contains("COR02"), "\(answer.errors)")
        }
        officer.options = ["--zone", "ETDZ", "--clock", "2024-10-19T12:00"]
        #expect(try officer("person", "list").status == 0)
    }

    @Test(arguments: ["--tx=all", "--tx=line"])
    func `a file whose results cannot be written says whether it was committed`(form: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (text, isCommitted, options) in [
            ("person add --code F1 --name 样例一\n", true, ""), ("zone list\n", false, ""),
            ("person add --code F2 --name 样例一\n", false, "--dry-run"),
        ] {
            let file = folder.appendingPathComponent("file.zctl")
            try Data(text.utf8).write(to: file)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = [
                "-c",
                "\(Zonectl.binary.path) --lang en --zone INNO --clock 2024-10-19T12:00 \(form) \(options) run \(file.path) >/dev/full",
            ]
            process.environment = [
                "PATH": "/usr/bin:/bin", "PGHOST": ThrowawayCluster.shared.folder ?? "/tmp", "PGPORT": "5432",
                "PGUSER": "tester", "PGDATABASE": TestDatabase.current.name, "ZONECTL_KEYS": TestKeys.path,
            ]
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            let told = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 73, "\(told)")
            #expect(told.contains("changes are committed") == isCommitted, "\(text) \(told)")
        }
        let codes = try TestDatabase.current.connection().rows("select code from core.person", as: String.self)
        #expect(codes == ["F1"])
    }

    @Test func `what libpq asks about a connection stays out of the one line`() throws {
        let answer = try zonectl.bare(["--dsn", "host=/nonexistent", "--lang", "en", "zone", "list"])
        #expect(answer.status == 69 && answer.errors.split(separator: "\n").count == 1)
        #expect(!answer.errors.contains("\\t") && !answer.errors.contains("Is the server running"), "\(answer.errors)")
    }
}
