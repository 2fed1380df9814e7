import Foundation
import StoreTesting
import Testing

@testable import AdminCLI

/// What help shows is true: every example is run by the real binary.
@Suite(.database)
struct ExampleTests {
    let zonectl = Zonectl(database: TestDatabase.current)

    /// The examples' own world: a program, a cohort, people, a project.
    private func prepare() throws {
        let answer = try zonectl.session(Self.world)
        try #require(answer.status == 0, "\(answer.errors)")
    }

    static let world = """
        person add --code P2 --name 样例二
        person add --code P3 --name 样例三
        person add --code P4 --name 样例四
        program add --code YEKETANG --name-zh 人才夜课堂 --name-en Evening --audience founders
        cohort add --code NIGHT-1 --program YEKETANG --number 1 --starts-on 2024-09-03 --ends-on 2024-12-31 --capacity 20

        """

    /// Commands that manage the server, or run a file of the user's own.
    static let outside: Set = ["db init", "db start", "db stop", "db status", "db migrate", "run"]

    @Test func `all examples make one session in the order of the help`() throws {
        try prepare()
        let lines = Registry.all.commands.filter { !Self.outside.contains($0.name) && $0.inFiles }.map(\.example)
        #expect(lines.count > 40)
        let answer = try zonectl.session(lines.joined(separator: "\n") + "\n", "--keep-going", "--tx=line", "--yes")
        // What may be refused: files that the reader has not got, and rules that the order of the help breaks.
        let codes = answer.errors.split(separator: "\n").compactMap { line -> String? in
            guard let start = line.range(of: "error[")?.upperBound else { return nil }
            return String(line[start...].prefix { $0 != "]" })
        }
        let mistakes = codes.filter { $0.hasPrefix("CLI") && !["CLI60", "CLI70", "CLI71", "CLI90"].contains($0) }
        #expect(mistakes == [], "\(answer.errors)")
    }

    @Test func `every example parses and names its own command`() throws {
        for command in Registry.all.commands {
            #expect(command.example.hasPrefix(command.name), "\(command.name): \(command.example)")
        }
    }

    @Test func `every list answers JSON objects whose keys are its columns`() throws {
        try prepare()
        var seen = 0
        for command in Registry.all.commands where command.effect == .read && command.verb == "list" {
            let words = command.example.split(separator: " ").map(String.init)
            let answer = try zonectl.run(["--json"] + words)
            guard answer.status == 0 else { continue }
            for line in answer.lines {
                let object = try #require(
                    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                    "\(command.name)"
                )
                #expect(Set(object.keys) == Set(command.columns.map(\.name)), "\(command.name)")
                seen += 1
            }
        }
        #expect(seen > 10)
    }

    @Test func `the registry prints itself with the keys that programs rely on`() throws {
        let answer = try zonectl("commands", "--json")
        #expect(answer.lines.count == Registry.all.commands.count)
        let keys: Set = ["noun", "verb", "fields", "effect", "role", "columns", "example", "summary_zh", "summary_en"]
        for line in answer.lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(Set(object.keys) == keys)
        }
    }
}
