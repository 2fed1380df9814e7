import Foundation
import Postgres
import StoreTesting
import Testing

/// What the options of a run do to a file of commands.
@Suite(.database)
struct SessionFileTests {
    let zonectl = Zonectl(database: TestDatabase.current)

    private func people() throws -> [String] {
        try TestDatabase.current.connection().rows("select code from core.person order by code", as: String.self)
    }

    private static let mixed = """
        person add --code K1 --name 样例一
        person add --code K1 --name 样例二
        persn list
        person add --code K2 --name 样例三
        person add --code K3

        """

    @Test func `keep-going lists every error in the order of the file; one transaction keeps nothing`() throws {
        let answer = try zonectl.session(Self.mixed, "--keep-going")
        #expect(answer.status == 2)
        #expect(answer.errors.split(separator: "\n").map { $0.split(separator: ":")[1] } == ["2", "3", "5"])
        #expect(answer.output.isEmpty)
        #expect(try people() == [])
    }

    @Test func `keep-going line by line keeps what was right`() throws {
        let answer = try zonectl.session(Self.mixed, "--keep-going", "--tx=line")
        #expect(answer.status == 2 && answer.text == "K1\nK2\n")
        #expect(answer.errors.split(separator: "\n").count == 3)
        #expect(try people() == ["K1", "K2"])
    }

    @Test func `without keep-going the first error ends a file, line by line or as a whole`() throws {
        #expect(try zonectl.session(Self.mixed).status == 65)
        #expect(try people() == [])
        #expect(try zonectl.session(Self.mixed, "--tx=line").status == 65)
        #expect(try people() == ["K1"])
    }

    @Test func `resume goes on after the lines that are done, and says how many`() throws {
        let text = "person add --code R1 --name 样例一\nperson add --code R1 --name 样例二\n"
        let first = try zonectl.session(text, "--tx=line")
        #expect(first.status == 65 && first.text == "R1\n")
        let second = try zonectl.session(text, "--tx=line", "--resume")
        #expect(second.status == 65 && second.output.isEmpty)
        #expect(second.errors.contains("1"))
        #expect(second.errors.contains(":2"))
        #expect(try people() == ["R1"])
        #expect(try zonectl.session(text, "--resume").status == 64)
    }

    @Test func `the same file twice is once, and again is twice`() throws {
        let text = "person add --name 样例一\nperson add --name 样例二\n"
        let first = try zonectl.session(text)
        let second = try zonectl.session(text)
        #expect(first.status == 0 && second.status == 0 && first.output == second.output)
        #expect(try people().count == 2)
        #expect(try zonectl.session(text, "--again").status == 0)
        #expect(try people().count == 4)
    }

    @Test func `a request id given twice is done once, and with another content refused`() throws {
        let id = "11111111-2222-4333-8444-555555555555"
        let first = try zonectl("--request", id, "person", "add", "--name", "样例一")
        let second = try zonectl("--request", id, "person", "add", "--name", "样例一")
        #expect(first.status == 0 && first.output == second.output)
        #expect(try zonectl("--request", id, "person", "add", "--name", "样例二").errors.contains("COR04"))
        #expect(try people().count == 1)
    }

    @Test func `a dry run prints what it would and leaves nothing`() throws {
        let one = try zonectl("--dry-run", "person", "add", "--code", "D1", "--name", "样例一")
        #expect(one.status == 0 && one.text == "D1\n")
        let file = try zonectl.session("person add --code D1 --name 样例一\nperson show D1\n", "--dry-run")
        #expect(file.status == 0 && file.lines.count == 2)
        #expect(try people() == [])
        #expect(try zonectl("--dry-run", "person", "show", "D1").status == 65)
    }

    @Test func `echo shows each line before its output, and nothing of its own`() throws {
        let answer = try zonectl.session("# 说明\nperson add --code P1 --name 样例一\n", "--echo")
        #expect(answer.text == "# 说明\n> person add --code P1 --name 样例一\nP1\n")
    }

    @Test func `an expected refusal leaves nothing behind, with its transaction or without`() throws {
        let text = "expect COR06 person add --code P1 --name 样例一\n"
        for form in ["--tx=all", "--tx=line"] {
            let answer = try zonectl.session(text, form)
            #expect(answer.status == 65 && answer.errors.contains(":1"))
            #expect(try people() == [])
        }
        let other = try zonectl.session("expect COR06 person show NOPE\n")
        #expect(other.status == 65 && other.errors.contains("COR01"))
    }

    @Test func `business time holds for the lines after use, and only in a sample database`() throws {
        let text = "use --clock 2020-02-02T08:00\nperson add --code P1 --name 样例一\n"
        #expect(try zonectl.session(text).status == 0)
        let at: String? = try TestDatabase.current.connection().value(
            "select to_char(max(at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from core.event where noun = 'person'"
        )
        #expect(at == "2020-02-02")
        try TestDatabase.current.connection().execute("update core.database set sample = false")
        let refused = try zonectl("person", "add", "--name", "样例二")
        #expect(refused.status == 77 && refused.errors.contains("COR05"))
    }

    @Test func `output has the form asked for, and the byte order mark is for spreadsheets`() throws {
        _ = try zonectl("person", "add", "--code", "P1", "--name", "样例一", "--post", "a\\b")
        #expect(try zonectl("person", "list").text.contains("a\\\\b"))
        #expect(try zonectl("person", "list", "--header").lines.count == 2)
        let sheet = try zonectl("person", "list", "--csv", "--bom")
        #expect(sheet.output.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(sheet.text.split(whereSeparator: \.isNewline).count == 2)
        #expect(try !zonectl("person", "list", "--csv").output.starts(with: [0xEF, 0xBB, 0xBF]))
        for pair in [["--json", "--csv"], ["--bom"], ["--tsv", "--json"]] {
            #expect(try zonectl.run(["person", "list"] + pair).status == 64, "\(pair)")
        }
    }

    @Test func `a temporary folder that is full or missing is an error with its name, and nothing is done`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString).zctl")
        try Data("person add --code T1 --name 样例一\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        for arguments in [["run", file.path], ["run", "-"]] {
            let answer = try zonectl.run(
                arguments,
                input: Data("person add --code T1 --name 样例一\n".utf8),
                environment: ["TMPDIR": "/nonexistent"]
            )
            #expect(answer.status == 73 && answer.errors.contains("CLI65") && answer.errors.contains("/nonexistent"))
        }
        #expect(try people() == [])
    }

    @Test func `a document goes in and comes out, from the database and from a directory`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let octets = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        let plan = folder.appendingPathComponent("plan.pdf")
        try octets.write(to: plan)
        for (code, setting) in [("D1", [:]), ("D2", ["ZONECTL_DOCUMENTS": folder.path + "/store"])] {
            let added = try zonectl.run(
                ["document", "add", "person", code, plan.path, "--title", "计划书", "--code", code],
                environment: setting
            )
            #expect(added.status == 0, "\(added.errors)")
            let copy = folder.appendingPathComponent("copy-\(code).pdf")
            let saved = try zonectl.run(["document", "save", code, copy.path], environment: setting)
            #expect(saved.status == 0, "\(saved.errors)")
            #expect(try Data(contentsOf: copy) == octets)
            let twice = try zonectl.run(["document", "save", code, copy.path], environment: setting)
            #expect(twice.status == 73, "\(twice.errors)")
        }
        #expect(try zonectl("document", "save", "D9", folder.path + "/x").status == 65)
    }
}
