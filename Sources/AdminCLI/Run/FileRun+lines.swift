import Postgres
import Store

/// A write that waits for its batch to be sent.
struct BatchedLine {
    let line: Int
    let text: String
    let parsed: ParsedLine
    let request: Request
    let write: PendingWrite
    let isSilent: Bool
}

extension FileRun {
    /// Takes one line of the file.
    /// - Throws: `Placed` if it or an earlier line of its batch failed
    func take(_ line: Int, _ text: String, _ given: Result<[Word], Located>) throws {
        let words: [Word]
        do throws(Located) {
            words = try given.get()
        } catch {
            throw Placed(error: error, place: file.place(line, error.offset))
        }
        let parser = LineParser(registry: performer.registry, isArgv: false) { [self] noun in
            try flush()
            return made[noun]
        }
        do {
            switch try FileLine(words, parser, current) {
            case .blank:
                if options.echo, !text.isEmpty { try flush(); try echo(text) }
            case .use(let changed):
                try flush()
                current = changed
                if options.echo { try echo(text) }
            case .command(let words, let expected?):
                try flush()
                try expect(expected, line, text, words, parser)
            case .command(let words, nil):
                try command(line, text, try parser.parse(words, options: current))
            }
        } catch let error as Located {
            let column = Array(text.utf8).withUnsafeBufferPointer { UTF8Scan.column(of: error.offset, in: $0) }
            throw Placed(error: error, place: file.place(line, column))
        }
    }

    /// Prints the line itself.
    func echo(_ text: String) throws {
        try results.line(text.utf8.first == UInt8(ascii: "#") ? text : "> " + text)
    }

    private func command(_ line: Int, _ text: String, _ parsed: ParsedLine) throws {
        try checkFits(parsed, line)
        if try parsed.options.zone != session.zone || parsed.command.effect == .destructive { try flush() }
        let session = try performer.source.session(parsed.options)
        let request = request(line, parsed, session)
        let isSilent = isDoneBefore(line)
        guard isOneTransaction, case .write(let write) = parsed.command.action else {
            try flush()
            return try alone(line, text, parsed, request)
        }
        do {
            if !isSilent { try performer.confirm(parsed, request) }
            let pending = try write(performer.invocation(parsed, request), session)
            batch.append(
                BatchedLine(
                    line: line,
                    text: text,
                    parsed: parsed,
                    request: request,
                    write: pending,
                    isSilent: isSilent
                )
            )
        } catch {
            try flush()
            throw Placed(error: error, place: file.place(line, nil))
        }
        if batch.count == Self.batchSize { try flush() }
    }

    private func checkFits(_ parsed: ParsedLine, _ line: Int) throws {
        guard parsed.command.inFiles else {
            throw Placed(error: GrammarFault.notInFiles(command: parsed.command.name), place: file.place(line, 1))
        }
        guard !isOneTransaction || parsed.options.role == options.role else {
            throw Placed(error: RunFault.oneAuthor, place: file.place(line, 1))
        }
    }

    /// Does a line that is no batched write: a query, an act, or anything with `--tx=line`.
    private func alone(_ line: Int, _ text: String, _ parsed: ParsedLine, _ request: Request) throws {
        let isSilent = isDoneBefore(line)
        if isSilent, parsed.command.effect == .read { return }
        do {
            if !isSilent { try performer.confirm(parsed, request) }
            let output = try keepingTransaction(parsed) {
                try performer.perform(parsed, request, isDryRun: options.isDryRun)
            }
            try finish(text, parsed, output, isSilent: isSilent)
        } catch let error as PostgresError where error.endsTransaction {
            throw error
        } catch let error as Placed {
            // A line of a file that the command read: its own place says more.
            throw error
        } catch let error as SinkFault {
            throw error
        } catch {
            throw Placed(error: suggesting(error, parsed, request), place: file.place(line, nil))
        }
    }

    /// Runs the body so that it may fail alone, and checks that it did not end the transaction.
    private func keepingTransaction(_ parsed: ParsedLine, _ body: () throws -> Output) throws -> Output {
        guard isOneTransaction else { return try body() }
        let session = try session
        let output = try session.attempt { _ in
            let output = try body()
            guard session.connection.status == .inTransaction else {
                throw RunFault.leftTransaction(command: parsed.command.name)
            }
            return output
        }
        return output
    }

    /// Keeps what a line printed and made.
    func finish(_ text: String, _ parsed: ParsedLine, _ output: Output, isSilent: Bool) throws {
        if let id = output.made { made[parsed.command.noun] = id }
        done += 1
        if parsed.command.effect != .read { hasWritten = true }
        guard !isSilent else { return }
        if options.echo { try echo(text) }
        try results.add(output, parsed.command.columns)
    }

    /// In a transaction that goes on (`attempt`) or without one, looks for a similar key.
    private func suggesting(_ error: any Error, _ parsed: ParsedLine, _ request: Request) -> any Error {
        performer.suggesting(error, parsed, request)
    }
}
