import Postgres
import Store
import Zones

/// Does one understood line: asks first where that is due, calls the command's action, gives its output.
struct Performer {
    let registry: Registry
    let console: Console
    let source: SessionSource
    let database: DatabaseChoice
    /// Reads the answer to a question; nil without a terminal.
    let ask: ((Text) -> Bool)?
    /// True after ^C.
    var isInterrupted: () -> Bool = { false }
    /// Runs a session file (`run`).
    var runFile: (String) throws -> ExitCode = { _ in throw RunFault.needsCommand }

    /// The line as the action sees it, under a request.
    func invocation(_ line: ParsedLine, _ request: Request) -> Invocation {
        Invocation(command: line.command, values: line.values, request: request, language: console.language)
    }

    /// Does the line now, alone.
    func perform(_ line: ParsedLine, _ request: Request, isDryRun: Bool) throws -> Output {
        let invocation = invocation(line, request)
        switch line.command.action {
        case .query(let query):
            let session = try source.session(line.options)
            try session.checkZone()
            return try query(invocation, session)
        case .write(let write):
            let session = try source.session(line.options)
            return try write(invocation, session).perform(session, request)
        case .act(let act):
            return try act(invocation, context(line, isDryRun: isDryRun))
        }
    }

    private func context(_ line: ParsedLine, isDryRun: Bool) -> Context {
        Context(
            language: console.language,
            registry: registry,
            database: database,
            isDryRun: isDryRun,
            tell: console.tell,
            progress: console.progress,
            isInterrupted: isInterrupted,
            run: runFile,
            open: { try source.session(line.options) }
        )
    }

    /// Before a destructive command: counts what it touches and asks, as far as the options leave that open.
    /// - Throws: `RunFault`
    func confirm(_ line: ParsedLine, _ request: Request) throws {
        guard line.command.effect == .destructive else {
            guard line.options.expected == nil else { throw RunFault.nothingToCount(command: line.command.name) }
            return
        }
        var touched: [[Cell]] = []
        if let touches = line.command.touches, line.options.expected != nil || !line.options.yes {
            touched = try touches(invocation(line, request), source.session(line.options)).collected()
        }
        if let expected = line.options.expected {
            guard line.command.touches != nil else { throw RunFault.nothingToCount(command: line.command.name) }
            guard touched.count == expected else { throw RunFault.otherCount(expected: expected, found: touched.count) }
        }
        guard !line.options.yes else { return }
        guard let ask else { throw RunFault.needsYes(command: line.command.name) }
        for row in touched.prefix(20) {
            let shown = row.map { $0.shown(console.language) }.joined(separator: "  ")
            console.tell(Text("  " + shown, "  " + shown))
        }
        if touched.count > 20 { console.tell(Text("  …共 \(touched.count) 行", "  … \(touched.count) rows in all")) }
        let name = line.command.name
        guard ask(Text("确定执行 \(name) 吗？输入 yes：", "Do \(name)? Type yes: ")) else { throw RunFault.declined }
    }
}

extension Output {
    /// All rows, streamed ones too.
    func collected() throws -> [[Cell]] {
        switch body {
        case .none: return []
        case .lines(let lines): return lines.map { [.text($0)] }
        case .document(let text): return [[.text(text)]]
        case .rows(let rows), .picture(let rows, _): return rows
        case .stream(let stream):
            var rows: [[Cell]] = []
            try stream { rows.append($0) }
            return rows
        }
    }

    /// Writes what is to be printed in one form.
    func write(_ columns: [Column], to writer: any RowWriter, _ language: Language) throws {
        var writer = writer
        switch body {
        case .none: return
        case .lines(let lines):
            for line in lines { try writer.line(line) }
        case .document(let text):
            try writer.document(text)
        case .picture(let rows, let lines):
            guard try !writer.picture(lines) else { return }
            try Output.rows(rows).write(columns, to: writer, language)
        case .rows(let rows):
            try writer.begin(columns)
            for row in rows { try writer.row(row.map { $0.resolved(language) }) }
            try writer.end()
        case .stream(let stream):
            try writer.begin(columns)
            try stream { row in try writer.row(row.map { $0.resolved(language) }) }
            try writer.end()
        }
    }
}
