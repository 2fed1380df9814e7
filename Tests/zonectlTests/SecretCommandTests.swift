import Foundation
import StoreTesting
import Testing

@testable import Store

/// Numbers, keys and erasure by the real binary.
@Suite(.database)
struct SecretCommandTests {
    private let zonectl = Zonectl(database: TestDatabase.current)
    private static let number = "32061119990525189X"
    private let file = "\(TestKeys.path).cli-\(UInt32.random(in: 0 ... .max))"

    private func add() throws {
        let answer = try zonectl(
            "person",
            "add",
            "--code",
            "P1",
            "--name",
            "样例一",
            "--id-number",
            Self.number,
            "--phone",
            "13800000001"
        )
        try #require(answer.status == 0, "\(answer.errors)")
    }

    private func run(_ words: String..., keys: String) throws -> Zonectl.Answer {
        try zonectl.run(words, environment: ["ZONECTL_KEYS": keys])
    }

    private func refuse(_ answer: Zonectl.Answer, _ code: String, _ status: Int32) {
        #expect(answer.status == status, "\(answer.errors)")
        #expect(answer.errors.contains("error[\(code)]"), "\(answer.errors)")
        #expect(answer.output.isEmpty)
    }

    @Test func `numbers are masked in every form of output, and shown by reveal only`() throws {
        try add()
        for words in [["person", "list"], ["--json", "person", "show", "P1"], ["--csv", "person", "find", "样例"]] {
            let answer = try zonectl.run(words)
            #expect(answer.text.contains("3206**********189X") && answer.text.contains("138****0001"))
            #expect(!answer.text.contains(Self.number) && !answer.text.contains("13800000001"))
        }
        let shown = try zonectl("person", "reveal", "P1", "--reason", "核对")
        #expect(shown.lines == ["P1\t\(Self.number)\t13800000001"])
        let events = try zonectl("event", "list", "--noun", "person")
        #expect(events.lines.first?.contains("reveal") == true && !events.text.contains(Self.number))
        refuse(try zonectl("--dry-run", "person", "reveal", "P1", "--reason", "核对"), "PER04", 77)
        #expect(try zonectl("person", "reveal", "P1").status == 64, "a reason is needed")
        let inFile = try zonectl.session("person reveal P1 --reason 核对\n")
        #expect(inFile.status == 64 && !inFile.text.contains(Self.number))
    }

    @Test func `a key file that is missing, cut off, open to others or another database's ends with 78`() throws {
        try add()
        defer { unlink(file) }
        func find(_ keys: String) throws -> Zonectl.Answer {
            try zonectl.run(["person", "find", "--id-number", Self.number], environment: ["ZONECTL_KEYS": keys])
        }
        refuse(try find("/nonexistent/keys"), "KEY01", 78)
        try KeyFile(file).write(text: String(TestKeys.keys.text.dropLast(30)), replacing: true)
        refuse(try find(file), "KEY02", 78)
        try KeyFile(file).write(TestKeys.keys, replacing: true)
        chmod(file, 0o444)
        refuse(try find(file), "KEY03", 78)
        unlink(file)
        try KeyFile(file).write(KeySet(phrase: "another cluster"), replacing: true)
        refuse(try find(file), "KEY04", 78)
        refuse(try run("person", "reveal", "P1", "--reason", "核对", keys: file), "KEY04", 78)
        refuse(try run("person", "add", "--name", "样例二", "--phone", "13900000002", keys: file), "KEY04", 78)
        #expect(try run("person", "add", "--name", "样例二", keys: file).status == 0, "who has no numbers needs no key")
        #expect(try zonectl("event", "list", "--noun", "person").lines.count == 2)
    }

    @Test func `keys are listed, rotated, exported and brought back`() throws {
        try KeyFile(file).write(TestKeys.keys, replacing: false)
        let people = file + ".people"
        let copies = [file, people, "\(file).zone"]
        defer { for copy in copies { unlink(copy) } }
        try add()
        #expect(try run("key", "list", keys: file).lines.count == 1)
        refuse(try run("--dry-run", "key", "rotate", keys: file), "KEY09", 64)
        let rotated = try run("key", "rotate", keys: file)
        #expect(rotated.status == 0 && rotated.text.contains("\tfalse\t1\t0\t1"), "\(rotated.text)\(rotated.errors)")
        let list = try run("key", "list", keys: file)
        #expect(list.lines.count == 2 && list.lines.last?.hasSuffix("\\N\t\\N\t1\ttrue") == true, "\(list.text)")
        refuse(try zonectl("person", "find", "--id-number", Self.number), "KEY05", 78)
        #expect(try run("key", "export", people, "--part", "people", keys: file).text == "people\t1\n")
        #expect(try run("key", "export", people, "--part", "people", keys: file).status == 78, "it is there already")
        #expect(try run("key", "export", file + ".zone", "--part", "zone", keys: file).status == 0)
        try TestDatabase.current.connection().execute("delete from core.person_key")
        refuse(try run("person", "reveal", "P1", "--reason", "核对", keys: file), "KEY08", 78)
        #expect(try run("key", "import", people, keys: file).text == "1\t1\n")
        let shown = try run("person", "reveal", "P1", "--reason", "核对", keys: file + ".zone")
        #expect(shown.text.contains(Self.number), "\(shown.errors)")
    }

    @Test func `an erasure asks first, and leaves nothing to show`() throws {
        try add()
        #expect(try zonectl("person", "erase", "P1", "--reason", "本人申请").status == 64)
        #expect(try zonectl("--yes", "person", "erase", "P1", "--reason", "本人申请").text == "P1\t1\n")
        let shown = try zonectl("--json", "person", "show", "P1")
        #expect(shown.text.contains("***") && !shown.text.contains("样例") && !shown.text.contains("189X"))
        refuse(try zonectl("person", "reveal", "P1", "--reason", "核对"), "PER05", 65)
        #expect(try zonectl("retention", "list", "--by", "2099-01-01").lines.isEmpty)
        #expect(try zonectl("retention", "periods").lines.count == 4)
    }

    @Test func `an administrator sets periods and limits from a day on, never over one that holds`() throws {
        let basis = ["--basis-zh", "本区规定", "--basis-en", "rule of the region"]
        let period = ["retention", "set", "training", "--months", "60"] + basis
        #expect(try zonectl.run(period + ["--from", "2030-01-01"]).text == "training\t2030-01-01\t60\n")
        refuse(try zonectl.run(period + ["--from", "2030-01-01"]), "PER08", 65)
        refuse(
            try zonectl.run(["retention", "set", "nothing", "--months", "6", "--from", "2030-01-01"] + basis),
            "COR01",
            65
        )
        #expect(try zonectl("retention", "periods").lines.filter { $0.hasPrefix("training\t") }.count == 2)
        let limit = ["reveal", "limit", "--per-hour", "3", "--from"]
        #expect(try zonectl.run(limit + ["2099-01-01", "--per-day", "9"]).text == "2099-01-01\t3\t9\n")
        refuse(try zonectl.run(limit + ["2099-01-02", "--per-day", "2"]), "COR07", 65)
        refuse(try zonectl.run(limit + ["2020-01-01", "--per-day", "9"]), "PER08", 65)
        #expect(try zonectl("reveal", "limits").lines.count == 2)
    }
}
