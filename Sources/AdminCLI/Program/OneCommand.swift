import Postgres
import Store

/// One command given in the arguments: asked about, done, printed.
struct OneCommand {
    let performer: Performer
    let line: ParsedLine

    /// - Throws: everything that can go wrong; nothing is left behind then, but for `FileFault.outputFailed`
    func run(_ made: (String) -> Void = { _ in }) throws -> ExitCode {
        let options = line.options
        let request = try request()
        try performer.confirm(line, request)
        let output: Output
        do {
            output = try perform(request)
        } catch {
            performer.noteDenial(error, line)
            throw performer.suggesting(error, line, request)
        }
        if let id = output.made { made(id) }
        let results = try Results(performer.console, options, untilCommit: false)
        do {
            // A file has echoed its own lines.
            if options.echo, line.command.name != HelpCommands.run.name {
                try results.line("> " + line.canonical.replacingSeparators)
            }
            try results.add(output, line.command.columns)
        } catch SinkFault.failed(let error) {
            throw FileFault.outputFailed(error, committed: line.command.effect != .read && !options.isDryRun)
        }
        if options.isDryRun, line.command.effect != .read {
            performer.console.tell(Text("试运行：没有保留任何改动", "dry run: nothing was changed"))
        }
        return output.exit
    }

    private func perform(_ request: Request) throws -> Output {
        guard line.options.isDryRun, line.command.effect != .read, line.command.inFiles else {
            return try performer.perform(line, request, isDryRun: line.options.isDryRun)
        }
        let session = try performer.source.session(line.options)
        return try session.rehearse { session in
            let output = try performer.perform(line, request, isDryRun: true)
            guard session.connection.status == .inTransaction else {
                throw RunFault.leftTransaction(command: line.command.name)
            }
            return output
        }
    }

    /// The request that `--request` names, else one with a random id.
    private func request() throws -> Request {
        let clock = line.options.clock.map(BusinessClock.fixed) ?? .machine
        let zone = line.options.zone.map { "\u{1F}zone=" + $0.text } ?? ""
        let canonical = line.canonical + zone
        if let id = line.options.request.flatMap(UUID128.init) {
            return Request(id: id, digest: SHA256.digest(of: canonical), at: clock.now)
        }
        var generator = SystemRandomNumberGenerator()
        return Request(canonical, at: clock.now, using: &generator)
    }
}

extension String {
    /// A canonical line as a person would write it.
    fileprivate var replacingSeparators: String {
        split(separator: "\u{1F}").joined(separator: " --")
    }
}
