import Glibc
import Store

/// The session on a terminal: what is due, then one line after the other. Every line is committed by itself.
struct Prompt {
    private let program: Program
    private let console: Console
    private var options: Options
    private let performer: Performer

    init(_ program: Program, _ options: Options) {
        self.program = program
        self.options = options
        console = program.console
        performer = program.performer(options)
    }

    /// Until `exit`, `quit` or the end of input.
    func run() throws -> ExitCode {
        var state = State(options: options)
        try greet()
        while let line = readLine(prompt: promptText(state)) {
            do {
                guard try take(line, &state) else { return .done }
            } catch SinkFault.closed {
                throw SinkFault.closed
            } catch {
                _ = program.report(error)
            }
        }
        console.tell(Text("", ""))
        return .done
    }

    private struct State {
        var options: Options
        var made: [String: String] = [:]
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
    private func take(_ bytes: [UInt8], _ state: inout State) throws -> Bool {
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
            case .use(let changed): state.options = changed
            case .command(_, expected: .some): throw Located(GrammarFault.notInPrompt, at: words[0].offset)
            case .command(let words, nil):
                let line = try parser.parse(words, options: state.options)
                let command = OneCommand(performer: performer, line: line)
                _ = try command.run { state.made[line.command.noun] = $0 }
            }
        } catch let error as Located {
            let column = bytes.withUnsafeBufferPointer { UTF8Scan.column(of: error.offset, in: $0) }
            throw Placed(error: error, place: Place(source: "zonectl", line: nil, column: column))
        }
        return true
    }

    /// A line of the terminal; nil at its end.
    private func readLine(prompt: String) -> [UInt8]? {
        console.prompt(prompt)
        return program.interrupts.idle { Question.line() }
    }
}

/// Questions on the terminal.
enum Question {
    /// True if the answer is yes.
    static func ask(_ question: Text, _ console: Console, _ interrupts: Interrupts) -> Bool {
        console.prompt(question[console.language])
        let answer = interrupts.idle { line() }
        return answer.map { String(decoding: $0, as: UTF8.self) } == "yes"
    }

    /// One line of standard input, without its end, byte by byte: what follows belongs to the next reader.
    static func line() -> [UInt8]? {
        var bytes: [UInt8] = []
        var byte: [UInt8] = [0]
        while true {
            let count = try? byte.filling { buffer throws(SystemError) in try Descriptor.read(0, into: buffer) }
            guard count == 1 else { return bytes.isEmpty ? nil : bytes }
            if byte[0] == UInt8(ascii: "\n") { return bytes }
            bytes.append(byte[0])
            if bytes.count > LineReader.limit { return bytes }
        }
    }
}
