import Glibc
import Postgres
import Store
import Zones

/// The program `zonectl`: arguments in, exit code out.
public struct Program {
    let registry: Registry
    let console: Console
    let environment: [String: String]
    let interrupts: Interrupts
    /// Opens a session for options; tests give another database.
    var open: (Options, DatabaseChoice, @escaping (ClusterStep) -> Void) throws -> Session = {
        options,
        database,
        tell in
        try database.open(
            login: options.role,
            zone: options.zone,
            clock: options.clock.map(BusinessClock.fixed) ?? .machine,
            tell: tell
        )
    }
    var inputIsTerminal = isatty(0) == 1

    /// Runs with the arguments of the process and ends it.
    public static func main() -> Never {
        StandardStreams.secure()
        signal(SIGPIPE, SIG_IGN)
        let environment = ProcessEnvironment.all
        let arguments = ProcessEnvironment.arguments
        let language = Language(arguments: arguments, environment: environment)
        let interrupts = Interrupts()
        interrupts.install()
        let program = Program(
            registry: .all,
            console: Console(language: language, environment: environment),
            environment: environment,
            interrupts: interrupts
        )
        let code = program.run(arguments)
        exit(code.rawValue)
    }

    /// Does what the arguments say and reports what went wrong.
    func run(_ arguments: [[UInt8]]) -> ExitCode {
        do {
            guard StandardStreams.isOpen(console.output.descriptor) else { throw FileFault.outputClosed }
            return try perform(arguments)
        } catch {
            return report(error)
        }
    }

    private func perform(_ arguments: [[UInt8]]) throws -> ExitCode {
        let words = try Self.words(arguments)
        var base = Options()
        base.language = console.language
        if let help = helpWords(words) { return try one(help[...], base) }
        let parser = LineParser(registry: registry, isArgv: true)
        var rest = words[...]
        var options = base
        try parser.takeOptions(&rest, &options)
        guard rest.isEmpty else { return try one(words[...], base) }
        try options.checkedTogether(at: words.last?.offset ?? 1)
        if inputIsTerminal { return try Prompt(self, options).run() }
        return try runFile("-", options)
    }

    /// `--help` anywhere, `-h`: the words of the help command that is meant.
    private func helpWords(_ words: [Word]) -> [Word]? {
        guard words.contains(where: { $0.text == "--help" || $0.text == "-h" }) else { return nil }
        let asked = words.filter { !$0.text.hasPrefix("-") && $0.text != "help" }.prefix(2)
        let known = asked.prefix { registry.has(noun: $0.text) || asked.first?.text != $0.text }
        return [Word(text: "help", offset: 1)] + known
    }

    /// One command in the arguments.
    private func one(_ words: ArraySlice<Word>, _ options: Options) throws -> ExitCode {
        let line = try LineParser(registry: registry, isArgv: true).parse(words, options: options)
        var performer = performer(line.options)
        performer.runFile = { try runFile($0, line.options) }
        return try OneCommand(performer: performer, line: line).run()
    }

    /// A session file, or standard input.
    func runFile(_ path: String, _ options: Options) throws -> ExitCode {
        let file = try SessionFile(path: path, encoding: options.encoding)
        return try FileRun(file, performer(options), options, interrupted: { interrupts.isInterrupted }).perform()
    }

    /// What does the lines under these options.
    func performer(_ options: Options) -> Performer {
        let database = DatabaseChoice(dsn: options.dsn, sample: options.sample)
        let source = SessionSource(login: options.role) { login in
            var options = options
            options.role = login
            return try open(options, database) { console.tell($0.text) }
        }
        source.onOpen = { interrupts.cancels($0.connection.makeCanceller()) }
        return Performer(
            registry: registry,
            console: console,
            source: source,
            database: database,
            ask: inputIsTerminal && console.errorsAreTerminal ? { Question.ask($0, console, interrupts) } : nil,
            isInterrupted: { interrupts.isInterrupted }
        )
    }

    /// The arguments as words, checked like a line.
    /// - Throws: `Located` with the number of the argument
    static func words(_ arguments: [[UInt8]]) throws -> [Word] {
        try arguments.enumerated().map { position, bytes in
            try bytes.withUnsafeBufferPointer { buffer in
                do throws(LineError) {
                    try Tokenizer.checkArgument(buffer)
                } catch {
                    throw Located(error.fault, at: position + 1)
                }
                return Word(text: String(decoding: buffer, as: UTF8.self), offset: position + 1)
            }
        }
    }

    /// Tells an error and gives the exit code that belongs to it.
    func report(_ error: any Error) -> ExitCode {
        switch error {
        case SinkFault.closed:
            StandardStreams.dieOfBrokenPipe()
        case SinkFault.failed(let system):
            let fault = FileFault.outputFailed(system, committed: false)
            console.report(fault)
            return fault.exit
        case let error as Located:
            console.report(error, at: Place(source: "argv", line: nil, column: error.offset))
        case let error as Placed:
            console.report(error.error, at: error.place)
        default:
            if interrupts.isInterrupted { return told(RunFault.interrupted) }
            console.report(error)
        }
        return ToldError(error).exit
    }

    private func told(_ fault: RunFault) -> ExitCode {
        console.report(fault)
        return fault.exit
    }
}
