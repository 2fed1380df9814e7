/// One output form: rows of one command, written to a sink.
protocol RowWriter {
    /// Before the first row.
    mutating func begin(_ columns: [Column]) throws
    mutating func row(_ cells: [Cell]) throws
    /// After the last row.
    mutating func end() throws
    /// A line that has no columns.
    mutating func line(_ text: String) throws
    /// A document, octet by octet.
    mutating func document(_ text: String) throws
    /// The lines of a picture; false if rows are wanted instead.
    mutating func picture(_ lines: (Language) -> [String]) throws -> Bool
}

extension RowWriter {
    mutating func picture(_ lines: (Language) -> [String]) -> Bool { false }
}

/// Tab-separated, escaped as PostgreSQL's COPY text: `\t`, `\n`, `\\` …, NULL as `\N`.
struct TSVWriter: RowWriter {
    let sink: ByteSink
    let hasHeader: Bool

    func begin(_ columns: [Column]) throws {
        if hasHeader { try sink.write(columns.map(\.name).joined(separator: "\t") + "\n") }
    }

    func row(_ cells: [Cell]) throws {
        var line = ""
        for (position, cell) in cells.enumerated() {
            if position > 0 { line += "\t" }
            line += cell.machineText.map(Self.escaped) ?? "\\N"
        }
        try sink.write(line + "\n")
    }

    func end() {}

    func line(_ text: String) throws { try sink.write(Self.escaped(text) + "\n") }

    func document(_ text: String) throws { try sink.write(text) }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\t": escaped += "\\t"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\u{8}": escaped += "\\b"
            case "\u{B}": escaped += "\\v"
            case "\u{C}": escaped += "\\f"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// RFC 4180 with a header; a text that a spreadsheet could take for a formula gets an apostrophe before it.
struct CSVRowWriter: RowWriter {
    let sink: ByteSink
    let hasBOM: Bool

    func begin(_ columns: [Column]) throws {
        if hasBOM, sink.written == 0 { try sink.write("\u{FEFF}") }
        try sink.write(CSV.line(columns.map(\.name)))
    }

    func row(_ cells: [Cell]) throws {
        try sink.write(
            CSV.line(cells.map { $0.isText ? CSV.guarded($0.machineText ?? "") : $0.machineText ?? "" })
        )
    }

    func end() {}

    func line(_ text: String) throws { try sink.write(CSV.line([CSV.guarded(text)])) }

    func document(_ text: String) throws { try sink.write(text) }
}

/// NDJSON: an object a row with the columns' names as keys. Amounts and rates are strings: they are exact.
struct JSONWriter: RowWriter {
    let sink: ByteSink
    private var columns: [Column] = []

    init(sink: ByteSink) { self.sink = sink }

    mutating func begin(_ columns: [Column]) { self.columns = columns }

    func row(_ cells: [Cell]) throws {
        var object = JSONObject()
        for (column, cell) in zip(columns, cells) {
            switch cell {
            case .null: object.set(column.name, .null)
            case .integer(let value): object.set(column.name, .integer(value))
            case .flag(let flag): object.set(column.name, .bool(flag))
            case .json(let value): object.set(column.name, value)
            default: object.set(column.name, .string(cell.machineText ?? ""))
            }
        }
        try sink.write(object.text + "\n")
    }

    func end() {}

    func line(_ text: String) throws {
        var object = JSONObject()
        object.set("line", .string(text))
        try sink.write(object.text + "\n")
    }

    func document(_ text: String) throws {
        var object = JSONObject()
        object.set("document", .string(text))
        try sink.write(object.text + "\n")
    }
}
