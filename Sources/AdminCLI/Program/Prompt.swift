import Store

/// The session on a terminal: what is due, then one line after the other. Every line is committed by itself.
struct Prompt {
    private let program: Program
    private let console: Console
    private var options: Options
    private let performer: Performer
    private let history = HistoryFile.current

    init(_ program: Program, _ options: Options) {
        self.program = program
        self.options = options
        console = program.console
        performer = program.performer(options)
    }

    /// The keys of a session, for the manual.
    static let keys: [(term: String, meaning: Text)] = [
        ("Tab", Text("补全名词、动词、字段、编号", "completes nouns, verbs, fields, codes")),
        ("↑ ↓", Text("以前的行", "earlier lines")),
        ("^R", Text("查找以前的行", "searches earlier lines")),
        ("^C", Text("放弃这一行；执行中则取消", "gives the line up; cancels what is being done")),
        ("^D, exit, quit", Text("离开", "leave")),
    ]

    /// Until `exit`, `quit` or the end of input.
    func run() throws -> ExitCode {
        let state = State(options: options)
        try greet()
        let editor = console.outputIsTerminal ? makeEditor(state) : nil
        while true {
            program.interrupts.forget()
            switch read(promptText(state), editor) {
            case .givenUp: continue
            case .end:
                console.tell(Text("", ""))
                return .done
            case .line(let line):
                do {
                    guard try take(line, state, editor) else { return .done }
                } catch SinkFault.closed {
                    throw SinkFault.closed
                } catch {
                    _ = program.report(error)
                }
            }
        }
    }

    /// What earlier lines of the session left behind.
    private final class State {
        var options: Options
        var made: [String: String] = [:]

        init(options: Options) { self.options = options }
    }

    /// The editor with the lines of earlier sessions; its completion asks through this session.
    private func makeEditor(_ state: State) -> LineEditor? {
        let source = performer.source
        let completer = Completer(registry: program.registry, isArgv: false) { table, beginning, options in
            source.current.map { LiveCodes.ask($0, table, beginning, options) } ?? []
        }
        guard let editor = LineEditor(completions: { completer.completions(PartialLine($0), options: state.options) })
        else { return nil }
        history?.trim()
        for line in history?.lines() ?? [] { editor.remember(line) }
        return editor
    }

    private func read(_ prompt: String, _ editor: LineEditor?) -> LineEditor.Answer {
        if let editor { return program.interrupts.idle { editor.line(prompt: prompt) } }
        console.prompt(prompt)
        return program.interrupts.idle { Question.line() }.map(LineEditor.Answer.line) ?? .end
    }

    private func greet() throws {
        if case .privateCluster = performer.database {
            console.tell(Text("本机私有库，一人试用", "this is a private database, one person's trial"))
        }
        guard let todo = program.registry.command("todo", "") else { return }
        let words = [Word(text: todo.noun, offset: 1)]
        let line = try LineParser(registry: program.registry, isArgv: false).parse(words[...], options: options)
        do {
            _ = try OneCommand(performer: performer, line: line).run()
        } catch {
            _ = program.report(error)
        }
    }

    private func promptText(_ state: State) -> String {
        (state.options.zone.map { "zonectl \($0)" } ?? "zonectl") + (options.sample ? " (sample)> " : "> ")
    }

    /// Does one line; false to leave.
    private func take(_ bytes: [UInt8], _ state: State, _ editor: LineEditor?) throws -> Bool {
        // Whatever it holds, the arrow key brings it back while the session lasts.
        if let text = Self.text(bytes) { editor?.remember(text) }
        let words: [Word] = try bytes.withUnsafeBufferPointer { buffer in
            do throws(LineError) {
                return try Tokenizer.words(buffer)
            } catch {
                let column = UTF8Scan.column(of: error.offset, in: buffer)
                throw Placed(error: error.fault, place: Place(source: "zonectl", line: nil, column: column))
            }
        }
        if words.count == 1, ["exit", "quit"].contains(words[0].text) { return false }
        let made = state.made
        let parser = LineParser(registry: program.registry, isArgv: false) { made[$0] }
        do {
            switch try FileLine(words, parser, state.options) {
            case .blank: break
            case .use(let changed):
                state.options = changed
                keep(bytes, editor)
            case .command(_, expected: .some): throw Located(GrammarFault.notInPrompt, at: words[0].offset)
            case .command(let words, nil):
                let line = try parser.parse(words, options: state.options)
                if Secrecy.mayKeep(line, words: Array(words)) { keep(bytes, editor) }
                let command = OneCommand(performer: performer, line: line)
                _ = try command.run { state.made[line.command.noun] = $0 }
            }
        } catch let error as Located {
            let column = bytes.withUnsafeBufferPointer { UTF8Scan.column(of: error.offset, in: $0) }
            throw Placed(error: error, place: Place(source: "zonectl", line: nil, column: column))
        }
        return true
    }

    /// Writes a line that was edited to the history.
    private func keep(_ bytes: [UInt8], _ editor: LineEditor?) {
        guard editor != nil, let text = Self.text(bytes) else { return }
        history?.append(text)
    }

    /// A line without the blanks at its end; nil for an empty one and for bytes that are no text.
    private static func text(_ bytes: [UInt8]) -> String? {
        var text = bytes[...]
        while text.last == UInt8(ascii: " ") { text.removeLast() }
        return text.isEmpty ? nil : String(validating: text, as: UTF8.self)
    }
}
