import Glibc

extension Bench {
    /// Settings that every subject has.
    private static let common: [Subject.Setting] = [
        .init("rounds", 7, "how often both sides of a comparison run in turn"),
        .init("fsync", 1, "0: the throw-away server does not wait for its disk"),
    ]

    /// Measures the subjects that the arguments name; exit 1 when a bar was missed, 70 when a subject broke down.
    static func main() -> Never {
        var names: [String] = []
        var operands: [String: String] = [:]
        var given: [String: Int] = [:]
        var rest = CommandLine.arguments.dropFirst()
        while let word = rest.popFirst() {
            if word == "--help" || word == "-h" { help() }
            guard word.hasPrefix("--") else {
                if let last = names.last, operands[last] == nil,
                    Subject.all.first(where: { $0.name == last })?.operand != nil
                {
                    operands[last] = word
                } else {
                    names.append(word)
                }
                continue
            }
            guard let text = rest.popFirst(), let value = Int(text) else { fail("\(word) wants a number") }
            given[String(word.dropFirst(2))] = value
        }
        if names.isEmpty { help() }
        let chosen = names == ["all"] ? Subject.all.filter { $0.operand == nil } : names.map(subject)
        let known = (common + chosen.flatMap(\.settings)).map(\.name)
        if let unknown = given.keys.first(where: { !known.contains($0) }) { fail("no such setting: --\(unknown)") }
        let report = Report()
        let shared = Shared()
        var isBroken = false
        for subject in chosen {
            var settings: [String: Int] = [:]
            for setting in common + subject.settings { settings[setting.name] = given[setting.name] ?? setting.value }
            do {
                try subject.run(
                    Bench(settings: settings, operand: operands[subject.name], report: report, shared: shared)
                )
            } catch {
                Report.complain("zonebench: \(subject.name): \(error)\n")
                isBroken = true
            }
            report.finish(subject)
        }
        if isBroken {
            print("not everything could be measured")
            exit(70)
        }
        print(report.missed == 0 ? "every bar is met" : "\(report.missed) bars missed")
        exit(report.missed == 0 ? 0 : 1)
    }

    private static func subject(_ name: String) -> Subject {
        guard let subject = Subject.all.first(where: { $0.name == name }) else { fail("no such subject: \(name)") }
        return subject
    }

    private static func help() -> Never {
        print("zonebench SUBJECT… | all  [--setting number]…\n")
        for subject in Subject.all {
            print("  \(subject.name)\(subject.operand.map { " " + $0 } ?? ""): \(subject.summary)")
            for setting in subject.settings { describe(setting) }
        }
        print("  every subject:")
        common.forEach(describe)
        exit(0)
    }

    private static func describe(_ setting: Subject.Setting) {
        print("      --\(setting.name) \(setting.value)   \(setting.meaning)")
    }

    private static func fail(_ text: String) -> Never {
        Report.complain("zonebench: \(text); see zonebench --help\n")
        exit(64)
    }
}
