/// What a command answers: rows under the command's columns, or lines of text, and notes for people.
public struct Output {
    /// Receives rows one by one.
    public typealias Sink = ([Cell]) throws -> Void

    enum Body {
        case none
        case rows([[Cell]])
        case stream((Sink) throws -> Void)
        case lines([String])
        case document(String)
        case picture([[Cell]], (Language) -> [String])
    }

    let body: Body
    /// Sentences for people, printed on stderr and never in machine output.
    public var notes: [Text] = []
    /// The id that this command made; `@noun` stands for it in later lines of a session.
    public var made: String?
    /// `.done` unless a predicate said no, facts are missing, …
    public var exit: ExitCode = .done

    private init(_ body: Body) { self.body = body }

    /// Nothing to print.
    public static var nothing: Output { Output(.none) }

    /// Rows in the order of the command's columns.
    public static func rows(_ rows: [[Cell]]) -> Output { Output(.rows(rows)) }

    /// One row in the order of the command's columns.
    /// - Parameter made: the id that the command made, for `@noun`
    public static func row(_ cells: Cell..., made: String? = nil) -> Output {
        var output = Output(.rows([cells]))
        output.made = made
        return output
    }

    /// Rows produced while printing, for lists without a bound: memory stays flat.
    public static func streaming(_ body: @escaping (Sink) throws -> Void) -> Output { Output(.stream(body)) }

    /// Lines of text that have no columns (help, a printed policy); in JSON each is an object with the key `line`.
    public static func lines(_ lines: [String]) -> Output { Output(.lines(lines)) }

    /// A whole document (a calendar, a page), written as it is; in JSON an object with the key `document`.
    public static func document(_ text: String) -> Output { Output(.document(text)) }

    /// Rows for programs; on a terminal the lines instead, where a picture says more than columns.
    static func picture(_ rows: [[Cell]], _ lines: @escaping (Language) -> [String]) -> Output {
        Output(.picture(rows, lines))
    }

    /// The same output with a sentence for people.
    public func noting(_ zh: String, _ en: String) -> Output {
        var output = self
        output.notes.append(Text(zh, en))
        return output
    }

    /// The same output with another exit code.
    public func exiting(_ code: ExitCode) -> Output {
        var output = self
        output.exit = code
        return output
    }
}
