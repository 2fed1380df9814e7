import Foundation
import StoreTesting
import Testing

/// The scripts as shells read them: sourced, and asked through the shell's own means.
@Suite(.database, .serialized)
struct ShellCompletionTests {
    private static func has(_ shell: String) -> Bool { access("/usr/bin/\(shell)", X_OK) == 0 }

    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zb-\(UUID().uuidString)")

    private var environment: [String: String] {
        [
            "PATH": folder.path + ":/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "xterm",
            "PGHOST": ThrowawayCluster.shared.folder ?? "/tmp", "PGPORT": "5432", "PGUSER": "officer_inno",
            "PGDATABASE": TestDatabase.current.name,
        ]
    }

    /// A zone's own person, another zone's, and the program on the path.
    private func prepare() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("zonectl"),
            withDestinationURL: Zonectl.binary
        )
        let zonectl = Zonectl(database: TestDatabase.current)
        #expect(try zonectl("person", "add", "--code", "QX-17", "--name", "样例一").status == 0)
        var other = zonectl
        other.options = ["--zone", "ETDZ", "--clock", "2024-10-19T12:00"]
        #expect(try other("person", "add", "--code", "QX-99", "--name", "样例二").status == 0)
    }

    private func run(_ command: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// What bash would offer for a line with the cursor at its end.
    private func bash(_ line: String) throws -> [String] {
        try run([
            "/bin/bash", "--norc", "-c",
            #"""
            source <(zonectl completion bash)
            complete -p zonectl >/dev/null || exit 1
            COMP_LINE=$1; COMP_POINT=${#1}
            read -ra COMP_WORDS <<<"${1//=/ = }"
            [[ $1 == *[\ =] ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _zonectl zonectl
            printf '%s\n' "${COMPREPLY[@]}"
            """#,
            "bash", line,
        ])
    }

    @Test func `bash completes nouns, verbs, fields, words, files, and the codes that the caller may see`() throws {
        try prepare()
        #expect(try bash("zonectl pers") == ["person"])
        #expect(try bash("zonectl person sh") == ["show"])
        #expect(try bash("zonectl person show Q") == ["QX-17"])
        #expect(try bash("zonectl person add --id") == ["--id-number"])
        #expect(try bash("zonectl person add --sex ") == ["female", "male"])
        #expect(try bash("zonectl --zone=IN") == ["INNO"])
        #expect(try bash("zonectl run zo") == ["zonectl"])
        #expect(try bash("zonectl explain ENR02") == ["ENR02"])
        #expect(try bash("zonectl person show 'unfinished") == [])
        try? FileManager.default.removeItem(at: folder)
    }

    @Test(.enabled(if: has("fish"), "fish is not installed"))
    func `fish completes the same`() throws {
        try prepare()
        func fish(_ line: String) throws -> [String] {
            try run([
                "/usr/bin/fish", "--no-config", "-c", "zonectl completion fish | source; complete -C '\(line)'",
            ]).map { String($0.prefix { $0 != "\t" }) }
        }
        #expect(try fish("zonectl pers") == ["person"])
        #expect(try fish("zonectl person show Q") == ["QX-17"])
        #expect(try Set(fish("zonectl person add --sex ")) == ["female", "male"])
        #expect(try fish("zonectl --zone=IN") == ["--zone=INNO"])
        try? FileManager.default.removeItem(at: folder)
    }

    @Test(.enabled(if: has("zsh"), "zsh is not installed"))
    func `zsh completes at its own prompt`() throws {
        try prepare()
        let terminal = try PseudoTerminal(["/usr/bin/zsh", "-f", "-i"], environment: environment)
        terminal.type("autoload -U compinit; compinit -u -D; source <(zonectl completion zsh); echo rea''dy\r")
        #expect(terminal.shows("ready"), "\(terminal.screen)")
        terminal.type("zonectl --lang en --json pers\tsho\tQ\t\r")
        #expect(terminal.shows("\"code\":\"QX-17\""), "\(terminal.screen)")
        terminal.type("exit\r")
        _ = terminal.status()
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func `without a server there are words but no codes, soon, and nothing is started`() throws {
        let zonectl = Zonectl(database: TestDatabase.current)
        let home = folder.path + "/home"
        let began = Date()
        let answer = try zonectl.bare(
            ["completion", "bash", "--line=zonectl person show "],
            environment: ["ZONECTL_HOME": home]
        )
        #expect(answer.status == 0 && answer.output.isEmpty && answer.errors.isEmpty, "\(answer.errors)")
        #expect(Date().timeIntervalSince(began) < 2)
        #expect(!FileManager.default.fileExists(atPath: home))
        let words = try zonectl.bare(
            ["completion", "bash", "--line=zonectl person a"],
            environment: ["ZONECTL_HOME": home]
        )
        #expect(words.lines.map { String($0.prefix { $0 != "\t" }) } == ["add"])
    }
}
