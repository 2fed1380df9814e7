import Postgres
import StartupEligibility
import Store
import Zones

/// A policy pack: a file of the lines of which policies are made, done one by one in the transaction of one command.
struct PolicyPack {
    let path: String
    let registry: Registry
    private let file: SessionFile

    /// - Throws: `FileFault`
    init(path: String, registry: Registry) throws(FileFault) {
        self.path = path
        self.registry = registry
        file = try SessionFile(path: path, encoding: .utf8)
    }

    /// What the file's lines did.
    struct Outcome {
        /// The versions that were drafted, in order, with the line of each of their parts by part and code.
        var versions: [VersionKey] = []
        var lines: [PolicyFault.Part: [String: Int]] = [:]
        var done = 0
        var failures: [Placed] = []
    }

    /// The commands that a pack may hold.
    private static let allowed: Set = [
        "fact add", "policy add", "policy version", "parameter add", "clause add", "benefit add", "case add",
        "exclusion add", "requirement add", "step add",
    ]

    /// Does the lines; with `keepGoing` those after a refused one too.
    ///
    /// - Throws: `Placed` for the first refused line unless `keepGoing`; `PostgresError` for a lost connection
    func play(_ session: Session, _ request: Request, keepGoing: Bool) throws -> Outcome {
        var outcome = Outcome()
        try file.forEachLine { line, _, words in
            do {
                try take(line, words.get(), session, request, &outcome)
            } catch let error as PostgresError where error.endsTransaction {
                throw error
            } catch {
                let placed = placed(error, line)
                guard keepGoing else { throw placed }
                outcome.failures.append(placed)
            }
        }
        return outcome
    }

    private func placed(_ error: any Error, _ line: Int) -> Placed {
        Placed(error: error, place: file.place(line, (error as? Located)?.offset))
    }

    private func take(
        _ line: Int,
        _ words: [Word],
        _ session: Session,
        _ request: Request,
        _ outcome: inout Outcome
    ) throws {
        guard !words.isEmpty else { return }
        let parsed = try LineParser(registry: registry, isArgv: false).parse(words[...], options: Options())
        guard Self.allowed.contains(parsed.command.name), case .write(let write) = parsed.command.action else {
            throw RunFault.notInPack(command: parsed.command.name)
        }
        let own = Request(
            id: request.part(line).id,
            digest: SHA256.digest(of: parsed.canonical),
            at: request.at
        )
        let invocation = Invocation(command: parsed.command, values: parsed.values, request: own)
        let pending = try write(invocation, session)
        _ = try session.attempt { try pending.perform($0, own) }
        outcome.done += 1
        // Only what is in the register now can be checked as a whole.
        try note(parsed.command.name, invocation, line, &outcome)
    }

    private func note(_ name: String, _ invocation: Invocation, _ line: Int, _ outcome: inout Outcome) throws {
        guard let part = Self.parts[name] else { return }
        let code = try invocation.code(part == .exclusion ? "policy" : "code")
        outcome.lines[part, default: [:]][code.text] = line
        if part == .version {
            outcome.versions.append(VersionKey(policy: try invocation.code("policy"), version: code))
        }
    }

    /// The part of a version that each line is about; the other lines' mistakes show when they are done.
    private static let parts: [String: PolicyFault.Part] = [
        "policy version": .version, "parameter add": .parameter, "clause add": .clause, "benefit add": .benefit,
        "case add": .workedCase, "exclusion add": .exclusion,
    ]

    /// A fault of a version at the line that wrote it.
    func place(_ fault: PolicyFault, _ outcome: Outcome) -> Place {
        file.place(outcome.lines[fault.part]?[fault.code] ?? 1, nil)
    }
}

extension Session {
    /// Runs the body in the transaction that is open, else in one of its own.
    func together<Result>(_ body: (Session) throws -> Result) throws -> Result {
        connection.status == .inTransaction ? try attempt(body) : try transaction(body)
    }
}
