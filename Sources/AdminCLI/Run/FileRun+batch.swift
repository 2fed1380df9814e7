import Postgres
import Store

extension FileRun {
    /// A statement of the batch failed; it is found by doing the lines singly.
    private struct Refused: Error {}

    /// Sends the batch in one pipeline. At a refusal it is undone and its lines are done singly up to the one that is
    /// refused, which then explains itself.
    /// - Throws: `Placed` for that line; `PostgresError` for a lost race or connection
    func flush() throws {
        guard !batch.isEmpty else { return }
        let lines = batch
        batch = []
        let session = try session
        do {
            let outputs = try session.attempt { try send(lines, $0) }
            for (line, output) in zip(lines, outputs) {
                try finish(line.text, line.parsed, output, isSilent: line.isSilent)
            }
        } catch is Refused {
            for line in lines { try singly(line, session) }
        }
    }

    private func send(_ lines: [BatchedLine], _ session: Session) throws -> [Output] {
        let answers: [Result<ResultRows, PostgresError>]
        do {
            answers = try session.connection.pipeline(lines.map { try $0.write.statement(session, $0.request) })
        } catch {
            if let error = error as? PostgresError, error.endsTransaction { throw error }
            throw Refused()
        }
        var outputs: [Output] = []
        outputs.reserveCapacity(lines.count)
        for (line, answer) in zip(lines, answers) {
            switch answer {
            case .success(let rows):
                let columns: [String?] = try rows.decode(0)
                outputs.append(try line.write.output(columns))
            case .failure(let error):
                // What comes after the failing statement is only told as aborted; the failing one comes first.
                if error.endsTransaction { throw error }
                throw Refused()
            }
        }
        return outputs
    }

    private func singly(_ line: BatchedLine, _ session: Session) throws {
        do {
            let output = try session.attempt { try line.write.perform($0, line.request) }
            try finish(line.text, line.parsed, output, isSilent: line.isSilent)
        } catch let error as PostgresError where error.endsTransaction {
            throw error
        } catch let error as SinkFault {
            throw error
        } catch {
            let told = performer.suggesting(error, line.parsed, line.request)
            try fail(Placed(error: told, place: file.place(line.line, nil)))
        }
    }

    /// `expect CODE command`: passes only if the command is refused with the code; whatever it did is undone.
    func expect(
        _ code: String,
        _ line: Int,
        _ text: String,
        _ words: ArraySlice<Word>,
        _ parser: LineParser
    ) throws {
        let found: any Error
        do {
            let parsed = try parser.parse(words, options: current)
            let session = try performer.source.session(parsed.options)
            let request = request(line, parsed, session)
            try undoing(session) {
                if parsed.options.expected != nil { try performer.confirm(parsed, request) }
                _ = try performer.perform(parsed, request, isDryRun: true)
            }
            throw Placed(error: RunFault.notRefused(expected: code), place: file.place(line, 1))
        } catch let error as Placed {
            throw error
        } catch let error as PostgresError where error.endsTransaction {
            throw error
        } catch {
            found = error
        }
        let told = ToldError(found)
        guard told.code == code else {
            let fault = RunFault.refusedOtherwise(expected: code, found: told.code, what: told.what)
            throw Placed(error: fault, place: file.place(line, 1))
        }
        done += 1
        guard options.echo else { return }
        try echo(text)
        let language = performer.console.language
        try results.line(Text("已按预期拒绝", "refused as expected")[language] + " [\(code)] " + told.what[language])
    }

    private struct Undo: Error {}

    /// Runs the body and undoes it, however it ends.
    private func undoing(_ session: Session, _ body: () throws -> Void) throws {
        guard isOneTransaction else { return try session.rehearse { _ in try body() } }
        do {
            try session.attempt { _ in
                try body()
                throw Undo()
            }
        } catch is Undo {}
    }
}

extension PostgresError {
    /// True if the transaction cannot go on: it lost a race, its connection or its user.
    var endsTransaction: Bool { isConflict || kind == .connection || kind == .outcomeUnknown || kind == .cancelled }
}
