import Foundation
import Postgres
import StoreTesting
import Testing

/// Every wrong line is answered by one line with code and hint, exit 64, 65 or 66, and nothing changes.
@Suite(.database)
struct BadInputTests {
    let zonectl = Zonectl(database: TestDatabase.current)

    private func refuse(_ answer: Zonectl.Answer, _ code: String, _ status: Int32, _ comment: String) {
        #expect(answer.status == status, "\(comment): \(answer.errors)")
        let errors = answer.errors.split(separator: "\n")
        #expect(errors.count == 1, "\(comment): \(answer.errors)")
        #expect(answer.errors.contains("error[\(code)"), "\(comment): \(answer.errors)")
        #expect(answer.output.isEmpty, "\(comment)")
    }

    private func expectNothingChanged() throws {
        let people: Int? = try TestDatabase.current.connection().value("select count(*) from core.person")
        #expect(people == 0)
    }

    @Test func `a mistyped noun, verb or field gets a suggestion`() throws {
        refuse(try zonectl("persn", "list"), "CLI", 64, "noun")
        #expect(try zonectl("persn", "list").errors.contains("person"))
        #expect(try zonectl("person", "lst").errors.contains("list"))
        #expect(try zonectl("person", "add", "--nmae", "样例一").errors.contains("--name"))
        try expectNothingChanged()
    }

    @Test func `a missing or doubled field is refused`() throws {
        refuse(try zonectl("person", "add"), "CLI", 64, "missing")
        refuse(try zonectl("person", "add", "--name", "样例一", "--name", "样例二"), "CLI", 64, "doubled")
        try expectNothingChanged()
    }

    @Test(arguments: [
        ("--id-number", "320602198501095173"), ("--id-number", "320623990101001"), ("--id-number", "32060219850109517"),
        ("--id-number", "990101200105100129"), ("--birth-on", "2024-02-30"), ("--birth-on", "2023-02-29"),
        ("--birth-on", "2024-2-3"), ("--birth-on", "20240203"), ("--birth-on", "today"), ("--birth-on", "infinity"),
        ("--phone", "138000000012"), ("--sex", "女"), ("--unit", "-x"), ("--post", "a\u{202E}b"),
        ("--post", "a\u{200B}b"),
        ("--post", "a\u{1B}[31mb"), ("--code", "a b"), ("--code", ""), ("--post", String(repeating: "字", count: 201)),
    ])
    func `a field takes its one form only`(field: String, value: String) throws {
        let answer = try zonectl("person", "add", "--name", "样例一", field, value)
        refuse(answer, "CLI", 65, "\(field) \(value)")
        try expectNothingChanged()
    }

    @Test func `hostile but legal text is stored as it is`() throws {
        for (index, text) in ["'; drop table person;--", "$1 %s \\N \\x", "=cmd|'/c calc'!A1", "<script>", "null"]
            .enumerated()
        {
            let answer = try zonectl("person", "add", "--name", "样例一", "--code", "P\(index)", "--post", text)
            #expect(answer.status == 0, "\(answer.errors)")
            let stored: String? = try TestDatabase.current.connection().value(
                "select post from core.person where code = \("P\(index)")"
            )
            #expect(stored == text)
        }
        let sheet = try zonectl("person", "list", "--csv")
        #expect(sheet.text.contains("'=cmd"))
    }

    private static let noText: [(String, [UInt8])] = [
        ("an unterminated quote", Array("person add --name '样例一\n".utf8)),
        ("NUL", Array("person add --name 样\u{0}例\n".utf8)),
        ("invalid UTF-8", Array("person add --name ".utf8) + [0xff, 0xfe, 0x0a]),
        ("GBK", Array("person add --name ".utf8) + [0xd5, 0xc5, 0xc8, 0xfd, 0x0a]),
        ("a lone CR", Array("person list\rperson list\n".utf8)),
        ("a line above 1 MiB", [UInt8](repeating: 0x61, count: 1 << 21)),
        ("a binary file", [0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x01, 0x00]),
    ]

    @Test(arguments: noText)
    func `a session that is no text of commands is refused with its line`(what: String, octets: [UInt8]) throws {
        let first = Data("person add --name 样例一\n".utf8)
        let answer = try zonectl.run(["run", "-"], input: first + Data(octets))
        #expect([64, 65].contains(answer.status), "\(what): \(answer.status) \(answer.errors)")
        #expect(answer.errors.contains(":2:"), "\(what): \(answer.errors)")
        #expect(answer.output.isEmpty, "\(what)")
        try expectNothingChanged()
    }

    @Test func `CRLF, a byte order mark and a missing last newline are taken`() throws {
        let text = "\u{FEFF}# 注释\r\nperson add --name 样例一 --code P1\r\nperson list"
        let answer = try zonectl.session(text)
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.lines.count == 2)
    }

    @Test func `a directory and a file that is not there are said to be so`() throws {
        #expect(try zonectl("run", "/tmp").status == 66)
        #expect(try zonectl("run", "/nonexistent.zctl").status == 66)
    }

    @Test func `the first refused line stops a file and takes everything back`() throws {
        let answer = try zonectl.session(
            "person add --name 样例一 --code P1\nperson add --name 样例二 --code P1\nperson list\n"
        )
        #expect(answer.status == 65)
        #expect(
            answer.errors.contains(":2: error[COR06]") || answer.errors.contains(":2:1: error[COR06]"),
            "\(answer.errors)"
        )
        #expect(answer.output.isEmpty)
        try expectNothingChanged()
    }

    @Test func `an expected refusal passes, an unexpected success fails and leaves nothing`() throws {
        let good = try zonectl.session(
            "person add --name 样例一 --code P1\nexpect COR06 person add --name 样例二 --code P1\n"
        )
        #expect(good.status == 0, "\(good.errors)")
        let bad = try zonectl.session("expect COR06 person add --name 样例三 --code P9\n")
        #expect(bad.status == 65)
        let count: Int? = try TestDatabase.current.connection().value("select count(*) from core.person")
        #expect(count == 1)
    }

    @Test func `a closed standard output ends quietly`() throws {
        _ = try zonectl("person", "add", "--name", "样例一")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [
            "-o", "pipefail", "-c", "\(Zonectl.binary.path) help | head -1 >/dev/null; exit ${PIPESTATUS[0]}",
        ]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
        #expect([0, 141].contains(process.terminationStatus))
    }

    @Test func `a full disk under standard output is an error and not silence`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "\(Zonectl.binary.path) commands --json > /dev/full"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 73)
        #expect(try errors.fileHandleForReading.readToEnd() ?? Data() != Data())
    }

    @Test func `an unreachable server is exit 69 with a hint`() throws {
        var lost = Zonectl(database: TestDatabase.current)
        lost.options = ["--dsn", "host=/nonexistent dbname=x"]
        let answer = try lost("zone", "list")
        #expect(answer.status == 69 || answer.status == 64, "\(answer.errors)")
    }
}
