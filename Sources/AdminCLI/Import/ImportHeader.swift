/// The columns of an import file, found by their headings.
struct ImportHeader: Sendable {
    /// The headings as the file has them.
    let headings: [String]
    /// Our names to positions.
    let positions: [String: Int]
    /// The heading of each of our names, for messages.
    let headingOf: [String: String]

    init(_ row: CSVReader.Row, _ columns: [ImportColumn]) throws(ImportFault) {
        var positions: [String: Int] = [:]
        var headingOf: [String: String] = [:]
        for (position, cell) in row.cells.enumerated() {
            let heading = Self.plain(cell)
            guard !heading.isEmpty, heading != ImportTable.errorsColumn else { continue }
            guard let column = columns.first(where: { $0.name == heading || $0.headings.contains(heading) }) else {
                let known = columns.flatMap { [$0.name] + $0.headings }
                throw .unknownColumn(heading, Suggestion.nearest(to: heading, in: known))
            }
            guard positions[column.name] == nil else { throw .doubledColumn(heading) }
            positions[column.name] = position
            headingOf[column.name] = heading
        }
        let missing = columns.filter { $0.isRequired && positions[$0.name] == nil }
        guard missing.isEmpty else {
            throw .missingColumns(missing.map { $0.headings.first.map { "\($0)" } ?? $0.name })
        }
        headings = row.cells
        self.positions = positions
        self.headingOf = headingOf
    }

    /// A heading without blanks around it and without the remark in brackets that forms add: `姓名（必填）`.
    private static func plain(_ cell: String) -> String {
        var text = Substring(cell)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        if let bracket = text.firstIndex(where: { $0 == "（" || $0 == "(" }), bracket > text.startIndex {
            text = text[..<bracket]
        }
        return String(text)
    }

    /// The cells of a row, as many as there are headings; nil cells cannot be, so a short row is filled up.
    func fit(_ row: CSVReader.Row) throws(ImportFault) -> [String] {
        let extra = row.cells.dropFirst(headings.count)
        guard extra.allSatisfy(\.isEmpty), row.cells.count >= headings.count else {
            throw .width(row: row.number, line: row.line, cells: row.cells.count, headings: headings.count)
        }
        return Array(row.cells.prefix(headings.count))
    }
}
