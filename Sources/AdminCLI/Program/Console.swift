import Glibc

/// The two streams that a person or a program reads, and how they are written.
final class Console {
    /// Results.
    let output: ByteSink
    /// Messages.
    let errors: ByteSink
    var language: Language
    let outputIsTerminal: Bool
    let errorsAreTerminal: Bool
    private let mayColor: Bool

    init(output: Int32 = 1, errors: Int32 = 2, language: Language, environment: [String: String]) {
        self.output = ByteSink(descriptor: output)
        self.errors = ByteSink(descriptor: errors)
        self.language = language
        outputIsTerminal = isatty(output) == 1
        errorsAreTerminal = isatty(errors) == 1
        mayColor = environment["NO_COLOR"].map(\.isEmpty) ?? true && environment["TERM"] != "dumb"
    }

    /// A writer of an output form for a sink, which is standard output or will be copied there.
    func writer(_ options: Options, to sink: ByteSink) -> any RowWriter {
        switch options.form {
        case .automatic where outputIsTerminal: TableWriter(sink: sink, language: language, hasColor: mayColor)
        case .automatic, .tsv: TSVWriter(sink: sink, hasHeader: options.header)
        case .csv: CSVRowWriter(sink: sink, hasBOM: options.bom)
        case .json: JSONWriter(sink: sink)
        }
    }

    /// One line for people, at once. A message that cannot be written is lost: there is nobody to tell.
    func tell(_ text: Text) {
        write(text[language])
    }

    /// One error: `PLACE: error[CODE]: what; hint: …`
    func report(_ error: any Error, at place: Place? = nil) {
        let told = ToldError(error)
        let label = errorsAreTerminal && mayColor ? "\u{1B}[31merror\u{1B}[0m" : "error"
        var line = "\(place?.text ?? "zonectl"): \(label)[\(told.code)]: \(told.what[language])"
        if let hint = told.hint { line += "; hint: " + hint[language] }
        write(line)
    }

    /// How far something is, on a line of its own that the next one writes over; nil clears it. Only on a terminal.
    func progress(_ text: Text?) {
        guard errorsAreTerminal else { return }
        try? errors.write("\r" + (text?[language] ?? "") + "\u{1B}[K")
        try? errors.flush()
    }

    /// Words without a line end, before an answer is read.
    func prompt(_ text: String) {
        try? errors.write(text)
        try? errors.flush()
    }

    private func write(_ line: String) {
        try? errors.write(line + "\n")
        try? errors.flush()
    }
}
