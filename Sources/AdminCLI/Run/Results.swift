import Glibc

/// What a run will print: kept in a file without a name until the changes are committed, or written at once.
final class Results {
    private let spool: TemporaryFile?
    private let sink: ByteSink
    private let console: Console
    private let options: Options
    /// Sentences for people, told after the results.
    private var notes: [Text] = []

    /// - Parameter untilCommit: true to keep everything until `publish`
    init(_ console: Console, _ options: Options, untilCommit: Bool) throws {
        self.console = console
        self.options = options
        if untilCommit {
            let spool = try TemporaryFile()
            sink = ByteSink(descriptor: spool.descriptor)
            self.spool = spool
        } else {
            spool = nil
            sink = console.output
        }
    }

    /// What one command answered.
    func add(_ output: Output, _ columns: [Column]) throws {
        try output.write(columns, to: console.writer(options, to: sink), console.language)
        if options.echo {
            for note in output.notes { try line(note[console.language]) }
        } else {
            notes += output.notes
        }
        if spool == nil { try publish() }
    }

    /// A line of text between the outputs.
    func line(_ text: String) throws {
        var writer = console.writer(options, to: sink)
        try writer.line(text)
    }

    /// Drops everything, before a transaction is run again.
    func reset() throws {
        guard let spool else { return }
        sink.discard()
        try spool.empty()
        notes = []
    }

    /// Writes everything to standard output, then the notes.
    func publish() throws {
        if let spool {
            try sink.flush()
            try spool.copy { try console.output.write(Array($0)) }
            try reset()
        }
        try console.output.flush()
        for note in notes { console.tell(note) }
        notes = []
    }
}
