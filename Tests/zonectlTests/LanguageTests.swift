import Foundation
import StoreTesting
import Testing

@testable import AdminCLI

/// One language at a time: what people wrote stays as it is, what the program says is in theirs.
@Suite(.database, .serialized)
struct LanguageTests {
    private let zonectl = Zonectl(database: TestDatabase.current)

    /// Everything that users, policies and public data bring along.
    private static let given: String = {
        var text = ExampleTests.world + Registry.all.commands.map(\.example).joined(separator: "\n")
        for folder in ["sql", "deploy", "Tests/StoreTesting"] {
            let root = Zonectl.repository.appendingPathComponent(folder)
            for path in (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? [] {
                let octets = (try? Data(contentsOf: root.appendingPathComponent(path))) ?? Data()
                text += String(decoding: octets, as: UTF8.self)
            }
        }
        return text
    }()

    private func prepare() throws {
        #expect(try zonectl.session(ExampleTests.world).status == 0)
        let lines = Registry.all.commands.filter { !ExampleTests.outside.contains($0.name) && $0.inFiles }.map(
            \.example
        )
        _ = try zonectl.session(lines.joined(separator: "\n") + "\n", "--keep-going", "--tx=line", "--yes")
    }

    /// Every read command in a language as it stands on a terminal, errors too.
    private func read(_ language: String) throws -> [Substring] {
        // Help and explanations are texts; they are compared as such in `MessageTests`. A template is a Chinese sheet.
        let reads = Registry.all.commands.filter {
            $0.effect == .read && $0.inFiles && !["completion", "commands"].contains($0.noun) && $0.verb != "template"
        }
        let lines = reads.map(\.example).filter { !$0.hasPrefix("manual") }
        #expect(lines.count > 60)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString).zctl")
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let terminal = try PseudoTerminal(
            [
                Zonectl.binary.path, "--zone", "INNO", "--clock", "2024-10-19T12:00", "--lang", language,
                "--keep-going",
                "--tx=line", "run", file.path,
            ],
            environment: [
                "PATH": "/usr/bin:/bin", "PGHOST": ThrowawayCluster.shared.folder ?? "/tmp", "PGPORT": "5432",
                "PGUSER": "tester", "PGDATABASE": TestDatabase.current.name, "ZONECTL_KEYS": TestKeys.path,
                "NO_COLOR": "1",
            ]
        )
        #expect([0, 2].contains(terminal.status()))
        return terminal.screen.split(whereSeparator: \.isNewline)
    }

    @Test func `under English there is no Chinese but what was given`() throws {
        try prepare()
        let lines = try read("en")
        #expect(lines.count > 150)
        // A paper that is printed is a Chinese paper.
        for line in lines where !line.hasPrefix("<") {
            for run in line.split(whereSeparator: { !$0.unicodeScalars.allSatisfy(\.properties.isIdeographic) }) {
                let isGiven = Self.given.contains(run)
                #expect(isGiven, "\(run) in: \(line)")
            }
        }
    }

    @Test func `under Chinese there is no English sentence but what was given`() throws {
        try prepare()
        let lines = try read("zh")
        #expect(lines.count > 150)
        for line in lines {
            for match in line.matches(of: /[A-Za-z]{2,}( [a-z]{2,}){2,}/) {
                let isGiven = match.output.0.hasPrefix("zonectl ") || Self.given.contains(match.output.0)
                #expect(isGiven, "\(match.output.0) in: \(line)")
            }
        }
    }

    @Test func `every code has one explanation in each language, and every code of a refusal has one`() throws {
        let all = Explanations.all
        #expect(Set(all.map(\.code)).count == all.count)
        for explanation in all {
            #expect(explanation.text.zh.unicodeScalars.contains { $0.properties.isIdeographic }, "\(explanation.code)")
            #expect(!explanation.text.en.unicodeScalars.contains { $0.properties.isIdeographic }, "\(explanation.code)")
            #expect(!explanation.text.en.isEmpty)
        }
        // Every code that stands in the source of a refusal.
        let codes = Set(all.map(\.code))
        let sources = Zonectl.repository.appendingPathComponent("Sources")
        var found: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where path.hasSuffix(".swift") {
            guard !path.hasPrefix("zonebench") else { continue }
            let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
            found.formUnion(text.matches(of: /"([A-Z]{2,3}[0-9]{2})"/).map { String($0.1) })
        }
        #expect(found.count > 150)
        #expect(found.subtracting(codes) == [])
    }

    @Test(arguments: Language.allCases)
    func `help of every noun and command is complete in its language`(language: Language) throws {
        let help = Help(registry: .all, language: language)
        for noun in Registry.all.nouns { #expect(!(try help.about(noun, verb: nil)).isEmpty) }
        for command in Registry.all.commands {
            let lines = help.about(command)
            let text = lines.joined(separator: "\n")
            #expect(text.contains(command.summary[language]) && text.contains("zonectl " + command.usage))
            for field in command.fields {
                #expect(text.contains(field.meaning[language]), "\(command.name) \(field.label)")
            }
            for column in command.columns { #expect(text.contains(column.name), "\(command.name) \(column.name)") }
            if language == .en {
                for line in lines.dropLast() {
                    #expect(!line.unicodeScalars.contains { $0.properties.isIdeographic }, "\(line)")
                }
            } else {
                for field in command.fields {
                    #expect(
                        field.meaning.zh.unicodeScalars.contains { $0.properties.isIdeographic },
                        "\(command.name) \(field.label)"
                    )
                }
            }
        }
    }
}
