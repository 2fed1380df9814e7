/// Where in the input something stands, for messages.
struct Place: Sendable, Hashable {
    /// The file as named, `stdin`, or `argv`.
    let source: String
    /// From 1; nil for argv.
    let line: Int?
    /// Characters from 1; in argv the number of the argument. Nil for the whole line.
    let column: Int?

    /// `FILE:LINE:COLUMN`, `FILE:LINE` or `argv:ARGUMENT`.
    var text: String {
        ([TerminalText.escaped(source)] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}

/// An error and the place that it is about.
struct Placed: Error {
    let error: any Error
    let place: Place
}
