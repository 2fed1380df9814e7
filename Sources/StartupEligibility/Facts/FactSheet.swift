import Zones

/// What is known about one person or organization, by the slots of a catalogue.
public struct FactSheet: Sendable, Hashable {
    public var values: [FactValue]

    /// Nothing known.
    public init(_ catalogue: FactCatalogue) {
        values = Array(repeating: .unknown, count: catalogue.facts.count)
    }
}

extension FactSheet {
    /// FactSheet written as `name=value; name=value; hires={start_on=2024-01-01, contract_months=12}{…}`.
    ///
    /// `?` is unknown, `hires=none` an empty list, `3*{…}` the same row three times.
    ///
    /// - Throws: `FactRefusal`
    public init(_ text: String, _ catalogue: FactCatalogue) throws(FactRefusal) {
        self.init(catalogue)
        for part in text.split(separator: ";") {
            let (name, value) = try Self.pair(part)
            guard let slot = catalogue.slot(name) else { throw .unknownFact(name) }
            let definition = catalogue.facts[slot]
            values[slot] =
                definition.type == .rows
                ? try Self.rows(value, name, catalogue) : try FactValue(value, as: definition.type)
        }
    }

    private static func pair(_ text: Substring) throws(FactRefusal) -> (String, String) {
        guard let equals = text.firstIndex(of: "=") else { throw .form(String(text)) }
        return (trimmed(text[..<equals]), trimmed(text[text.index(after: equals)...]))
    }

    static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// The most rows that `N*{…}` makes.
    private static let repeatLimit = 10_000

    /// `none`, `?`, or rows in braces.
    static func rows(_ text: String, _ list: String, _ catalogue: FactCatalogue) throws(FactRefusal) -> FactValue {
        guard text != "?" else { return .unknown }
        guard text != "none" else { return .rows([]) }
        var rows: [[FactValue]] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}"), open < close else {
                throw .form(text)
            }
            let row = try row(rest[rest.index(after: open)..<close], list, catalogue)
            let count = try count(trimmed(rest[..<open]))
            guard rows.count + count <= repeatLimit else { throw .form(text) }
            rows += Array(repeating: row, count: count)
            rest = rest[rest.index(after: close)...].drop { $0 == " " }
        }
        return .rows(rows)
    }

    private static func count(_ prefix: String) throws(FactRefusal) -> Int {
        guard !prefix.isEmpty else { return 1 }
        guard prefix.last == "*", let count = Int(prefix.dropLast()), count > 0 else { throw .form(prefix) }
        return count
    }

    /// The cells of `column=value, column=value`; a column that is left out is unknown.
    static func row(_ text: Substring, _ list: String, _ catalogue: FactCatalogue) throws(FactRefusal) -> [FactValue] {
        let columns = catalogue.columns[list] ?? []
        var cells = [FactValue](repeating: .unknown, count: columns.count)
        for part in text.split(separator: ",") {
            let (name, value) = try pair(part)
            guard let index = columns.firstIndex(where: { $0.column == name }) else {
                throw .unknownFact(list + "." + name)
            }
            cells[index] = try FactValue(value, as: columns[index].type)
        }
        return cells
    }
}

extension FactSheet {
    /// The same text for the same facts: names in the catalogue's order, unknown ones left out, so that a digest of it
    /// names an input and a stored input can be assessed again.
    public func text(_ catalogue: FactCatalogue) -> String {
        var parts: [String] = []
        for (definition, value) in zip(catalogue.facts, values) {
            switch value {
            case .unknown: continue
            case .rows(let rows):
                let columns = catalogue.columns[definition.name] ?? []
                let texts = rows.map { row in
                    "{"
                        + zip(columns, row).compactMap { column, cell in
                            cell.text(as: column.type).map { column.column + "=" + $0 }
                        }.joined(separator: ", ") + "}"
                }
                parts.append(definition.name + "=" + (texts.isEmpty ? "none" : texts.joined()))
            default:
                if let text = value.text(as: definition.type) { parts.append(definition.name + "=" + text) }
            }
        }
        return parts.joined(separator: "; ")
    }
}
