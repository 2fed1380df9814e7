import Glibc
import Postgres
import Store

/// One run of one session file: parses its lines, sends writes in batches, keeps results until the commit.
///
/// `--tx=all` is one transaction, run again from its start when it lost a race; `--tx=line` commits each line.
final class FileRun {
    /// Writes that go out in one pipeline.
    static let batchSize = 500

    let file: SessionFile
    let performer: Performer
    let options: Options
    let run: RunID
    let results: Results
    let interrupted: () -> Bool
    var session: Session { get throws { try performer.source.session() } }

    // What one pass over the file has gathered; `start` forgets it.
    var current: Options
    var made: [String: String] = [:]
    var batch: [BatchedLine] = []
    var failures: [Placed] = []
    var done = 0
    /// True once a line changed something.
    var hasWritten = false
    /// The lines before this one were done in an earlier run (`--resume`): they are repeated silently.
    private var firstNewLine = 1
    /// The number of lines whose request was answered in an earlier run.
    private(set) var repeated = 0

    init(
        _ file: SessionFile,
        _ performer: Performer,
        _ options: Options,
        interrupted: @escaping () -> Bool
    ) throws {
        self.file = file
        self.performer = performer
        self.options = options
        self.interrupted = interrupted
        current = options
        run = try file.runID(salt: options.again ? Self.salt() : [])
        results = try Results(performer.console, options, untilCommit: options.transaction == .all || options.isDryRun)
    }

    private static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return UUID128(random: &generator).octets
    }

    /// True while all lines are one transaction.
    var isOneTransaction: Bool { options.transaction == .all || options.isDryRun }

    /// Runs the file to its end or its first error.
    /// - Returns: `.done`, or `.someRefused` with `--keep-going`
    /// - Throws: `Placed` for a line that failed, `FileFault`, `SinkFault`, `PostgresError`
    func perform() throws -> ExitCode {
        do {
            return try performAll()
        } catch SinkFault.failed(let error) {
            // Whoever reads only the exit status must not take it for undone.
            throw FileFault.outputFailed(error, committed: hasWritten && !isPending && !options.isDryRun)
        }
    }

    /// True until the one transaction of the file is committed.
    private lazy var isPending = isOneTransaction

    private func performAll() throws -> ExitCode {
        let session = try performer.source.session(options)
        try countRepeated(session)
        if isOneTransaction {
            do {
                if options.isDryRun {
                    try session.rehearse { _ in try pass() }
                } else {
                    try session.transaction { _ in try pass() }
                }
            } catch is Doomed {
                reportFailures()
                return .someRefused
            }
        } else {
            try pass()
        }
        isPending = false
        try results.publish()
        reportFailures()
        return failures.isEmpty ? .done : .someRefused
    }

    /// With `--keep-going` some line of the one transaction failed: it must not be committed.
    private struct Doomed: Error {}

    /// Goes once through the file.
    private func pass() throws {
        current = options
        made = [:]
        batch = []
        failures = []
        done = 0
        hasWritten = false
        try results.reset()
        // A rolled back attempt also took back the zone that was set in it.
        _ = try performer.source.session(options)
        try file.forEachLine { line, text, words in
            guard !interrupted() else { throw RunFault.interrupted }
            do {
                try take(line, text, words)
            } catch let error as Placed {
                // The lines before it that still wait may be refused: theirs is the first error.
                try flush()
                try fail(error)
            } catch let error as PostgresError where error.endsTransaction {
                throw error
            } catch let error where !Self.isOfOutput(error) {
                try fail(Placed(error: error, place: file.place(line, nil)))
            }
        }
        try flush()
        if isOneTransaction, !failures.isEmpty { throw Doomed() }
    }

    private static func isOfOutput(_ error: any Error) -> Bool {
        error is SinkFault || error is SystemError || error is FileFault
    }

    /// Ends the run, or with `--keep-going` remembers the error.
    func fail(_ error: Placed) throws {
        guard options.keepGoing, ToldError(error).code != RunFault.interrupted.code else { throw error }
        failures.append(error)
    }

    /// In the order of the file: a batch is refused after the lines behind it were read.
    private func reportFailures() {
        for failure in failures.sorted(by: { ($0.place.line ?? 0) < ($1.place.line ?? 0) }) {
            performer.console.report(failure.error, at: failure.place)
        }
    }

    /// The request of a line: always the same for the same run.
    func request(_ line: Int, _ parsed: ParsedLine, _ session: Session) -> Request {
        let zone = parsed.options.zone.map { "\u{1F}zone=" + $0.text } ?? ""
        let canonical = parsed.canonical + zone
        guard let id = parsed.options.request.flatMap(UUID128.init) else {
            return Request(canonical, at: session.now, run: run, line: line)
        }
        return Request(id: id, digest: SHA256.digest(of: canonical), at: session.now)
    }

    /// True for a line that an earlier run has done, with `--resume`.
    func isDoneBefore(_ line: Int) -> Bool { line < firstNewLine }

    /// Asks which lines of this run were done before, and says so.
    private func countRepeated(_ session: Session) throws {
        guard !options.again else { return }
        var ids: [UUID128] = []
        var lineOf: [UUID128: Int] = [:]
        func ask() throws {
            let answered = try session.answered(ids)
            repeated += answered.count
            for id in answered { firstNewLine = max(firstNewLine, (lineOf[id] ?? 0) + 1) }
            ids.removeAll(keepingCapacity: true)
            lineOf.removeAll(keepingCapacity: true)
        }
        try file.forEachLine { line, _, words in
            guard case .success(let words) = words, !words.isEmpty else { return }
            let id = run.requestID(line: line)
            ids.append(id)
            lineOf[id] = line
            if ids.count == 5_000 { try ask() }
        }
        try ask()
        if !options.resume { firstNewLine = 1 }
        guard repeated > 0 else { return }
        let count = repeated
        performer.console.tell(
            options.resume
                ? Text(
                    "此文件已完成 \(count) 行，从其后继续",
                    "\(Phrase.lines(count)) of this file done before; going on after them"
                )
                : Text(
                    "此文件已有 \(count) 行执行过，只返回当时的结果；要再做一遍请用 --again",
                    "\(Phrase.lines(count)) of this file done before: the first answers are repeated; --again does them anew"
                )
        )
    }
}
