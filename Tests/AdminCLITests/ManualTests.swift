import Foundation
import Testing
import Zones

@testable import AdminCLI

struct ManualTests {
    private static let day = try? Day(iso: "2024-10-19")

    private func page(_ language: Language) throws -> String {
        Manual(registry: .all, language: language, on: try #require(Self.day)).text
    }

    @Test(arguments: Language.allCases)
    func `the page tells every command, field, option and exit status`(language: Language) throws {
        let page = try page(language)
        for command in Registry.all.commands {
            #expect(page.contains(".B \(Roff.escaped(command.usage))\n"), "\(command.name)")
            #expect(page.contains(Roff.escaped(command.summary[language])), "\(command.name)")
            for field in command.fields {
                #expect(page.contains("\n.B \(Roff.escaped(field.label))\n"), "\(field.label)")
            }
        }
        for option in GlobalOption.allCases { #expect(page.contains(Roff.escaped(option.name))) }
        for code in ExitCode.allCases { #expect(page.contains("\n.B \(code.rawValue)\n")) }
    }

    @Test func `the English page has no Chinese but what examples hold`() throws {
        let examples = Registry.all.commands.map { Roff.escaped("example: zonectl " + $0.example) }
        for line in try page(.en).split(separator: "\n") where !examples.contains(String(line)) {
            #expect(!line.unicodeScalars.contains { $0.properties.isIdeographic }, "\(line)")
        }
    }

    @Test func `every variable that the program reads is in the manual`() throws {
        let told = Surroundings.variables.flatMap { $0.name.split(separator: ",").map { $0.filter { $0 != " " } } }
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        var found: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where path.hasSuffix(".swift") {
            guard !path.hasPrefix("zonebench") else { continue }
            let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
            found.formUnion(text.matches(of: /(?:Environment\[|getenv\()"([A-Z_]+)"/).map { String($0.1) })
        }
        #expect(found.count > 5)
        #expect(found.subtracting(told) == [])
    }

    @Test func `no text can command the typesetter`() {
        #expect(Roff.escaped(".SH \\fB") == "\\&.SH \\efB")
        #expect(Roff.escaped("'x") == "\\(aqx")
        #expect(Roff.escaped("a\nb") == "a b")
        #expect(Roff.escaped("样例，一") == "样\\:例，\\:一")
    }

    /// A strict reading of what we use: macros of a fixed list, each level closed, no stray escapes.
    @Test(arguments: Language.allCases)
    func `the page is made of known macros only, and every level is closed`(language: Language) throws {
        let macros: Set = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".br", ".RS", ".RE", ".nf", ".fi", ".nh", ".ad"]
        let escapes: Set<Substring> = ["e", "-", ":", "&", "(aq", "(dq", "(ha", "(ti", "(ga"]
        var depth = 0
        for line in try page(language).split(separator: "\n").dropFirst() {
            if line.hasPrefix(".") {
                let macro = String(line.prefix { $0 != " " })
                #expect(macros.contains(macro), "\(line)")
                depth += macro == ".RS" ? 1 : macro == ".RE" ? -1 : 0
                #expect(depth >= 0)
            }
            for match in line.matches(of: /\\(\(..|.)/) { #expect(escapes.contains(match.1), "\(line)") }
        }
        #expect(depth == 0)
    }

    @Test(.enabled(if: access("/usr/bin/mandoc", X_OK) == 0, "mandoc is not installed"), arguments: Language.allCases)
    func `mandoc finds nothing to warn about`(language: Language) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("zonectl-\(UUID().uuidString).1")
        try Data(page(language).utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/mandoc")
        process.arguments = ["-T", "lint", "-W", "warning", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.isEmpty, "\(text)")
        #expect(process.terminationStatus == 0)
    }
}
