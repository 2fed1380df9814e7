import AdminCLI

/// Runs command lines on the benchmark's database with the real binary.
struct CommandScene {
    enum Outcome {
        /// The line that was run, and its time.
        case took(String, Double)
        case refused(String, String)
    }

    let database: BenchDatabase
    let zonectl: String

    /// Names of the examples, and what stands for them among the five years' data.
    private static let typical = [
        "FOUNDER": "P-5000", "ACME": "O-500", "NIGHT-1": "K-100", "LIJIAN-3": "K-100", "E-FOUNDER": "E-5000",
        "ZILANG": "V-10", "TEACHER": "T-10", "SENSOR": "X-150", "H-1": "H-50", "X1": "X-150",
    ]

    /// Exit codes of an answer: done, no, facts missing.
    private static let answers: Set<Int32> = [0, 1, 3]

    /// Runs a session file as one transaction; what went wrong, if anything.
    func play(_ theme: String, _ text: String) throws -> String? {
        let file = try ScratchFile("\(theme).zctl", text)
        let (child, lines) = try run(["run", file.path])
        return child.status == 0 ? nil : lines.last ?? "exit \(child.status)"
    }

    /// Runs lines one by one, whatever becomes of them.
    func playFreely(_ lines: [String]) throws {
        let file = try ScratchFile("examples.zctl", lines.joined(separator: "\n") + "\n")
        _ = try run(["--clock", "2024-10-19T12:00", "--tx=line", "--keep-going", "--yes", "run", file.path])
    }

    /// Times a command's example, on the typical data where that can be asked about: the fastest of its runs, which is
    /// nearest to what it takes on a quiet machine.
    func measure(_ command: Command, rounds: Int) throws -> Outcome {
        let example = Self.words(command.example)
        let adapted = example.map { Self.typical[$0] ?? $0 }
        var reason = ""
        for words in adapted == example ? [example] : [adapted, example] {
            let (child, lines) = try run(["--clock", "2024-10-19T12:00"] + words)
            let line = words.joined(separator: " ")
            guard Self.answers.contains(child.status) else {
                if reason.isEmpty { reason = lines.last ?? "exit \(child.status)" }
                continue
            }
            let times = try (0..<rounds).map { _ in try run(["--clock", "2024-10-19T12:00"] + words).0.seconds }
            return .took(line, times.min() ?? .infinity)
        }
        return .refused(command.example, reason)
    }

    private func run(_ words: [String]) throws -> (Child, [String]) {
        let output = try ScratchFile("output")
        let child = try Child.run(
            [zonectl, "--dsn", database.dsn(), "--zone", "INNO"] + words,
            environment: database.cluster.environment,
            output: output.path
        )
        return (child, child.status == 0 ? [] : output.lines())
    }

    /// The words of an example; its quotes are plain ones around blanks.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in line + " " {
            switch character {
            case quote: quote = nil
            case "'" where quote == nil, "\"" where quote == nil: quote = character
            case " " where quote == nil:
                if !word.isEmpty { words.append(word) }
                word = ""
            default: word.append(character)
            }
        }
        return words
    }
}
