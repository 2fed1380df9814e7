/// Rows of CSV or TSV (RFC 4180), cell by cell from UTF-8 blocks, in memory that one row bounds.
struct CSVReader {
    /// One row: its number (1 is the header), the line of the file where it begins, and its cells.
    struct Row: Sendable, Hashable {
        let number: Int
        let line: Int
        let cells: [String]

        /// True if all cells are empty, as spreadsheets leave them below a table.
        var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

        /// The row with so many cells, as far as what it lacks or has too many are empty ones.
        func padded(to width: Int) -> Row {
            let kept = cells.prefix(max(width, (cells.lastIndex { !$0.isEmpty } ?? -1) + 1))
            return Row(
                number: number,
                line: line,
                cells: kept + Array(repeating: "", count: max(width - kept.count, 0))
            )
        }
    }

    /// What is wrong with the form of the file.
    enum Failure: Error, Hashable {
        case textAfterQuote(line: Int, column: Int)
        case unterminatedQuote(line: Int)
        case loneCarriageReturn(line: Int)
        case nul(line: Int)
        case rowTooLong(line: Int, limit: Int)
        case tooManyColumns(line: Int, limit: Int)
    }

    static let rowLimit = 1 << 20
    static let columnLimit = 1_000

    private enum State { case cellStart, plain, quoted, quoteInQuoted, carriageReturn }

    private let separator: UInt8
    private var state = State.cellStart
    private var cells: [String] = []
    private var cell: [UInt8] = []
    private var rowBytes = 0
    private var row = 1
    private var line = 1
    private var rowLine = 1
    private var quoteLine = 1

    /// The line of the file that is being read.
    var currentLine: Int { line }

    init(separator: UInt8 = UInt8(ascii: ",")) {
        self.separator = separator
    }

    /// Takes a block and gives each row that it completes.
    mutating func read(_ block: [UInt8], _ body: (Row) throws -> Void) throws {
        for byte in block {
            if byte == 0 { throw Failure.nul(line: line) }
            rowBytes += 1
            guard rowBytes <= Self.rowLimit else { throw Failure.rowTooLong(line: rowLine, limit: Self.rowLimit) }
            if try take(byte) {
                try body(finishRow())
            }
        }
    }

    /// Says that no block follows, and gives a last row without a line end.
    mutating func finish(_ body: (Row) throws -> Void) throws {
        switch state {
        case .quoted: throw Failure.unterminatedQuote(line: quoteLine)
        case .carriageReturn: try body(finishRow())
        case .cellStart where cells.isEmpty && cell.isEmpty: return
        case .cellStart, .plain, .quoteInQuoted:
            try endCell()
            try body(finishRow())
        }
    }

    /// Takes one byte; true if it ends the row.
    private mutating func take(_ byte: UInt8) throws(Failure) -> Bool {
        switch (state, byte) {
        case (.carriageReturn, 0x0A):
            line += 1
            return true
        case (.carriageReturn, _):
            throw .loneCarriageReturn(line: line)
        case (.quoted, 0x22):
            state = .quoteInQuoted
        case (.quoted, _):
            if byte == 0x0A { line += 1 }
            cell.append(byte)
        case (.quoteInQuoted, 0x22):
            cell.append(byte)
            state = .quoted
        case (.cellStart, 0x22):
            state = .quoted
            quoteLine = line
        case (_, separator):
            try endCell()
        case (_, 0x0D):
            try endCell()
            state = .carriageReturn
        case (_, 0x0A):
            try endCell()
            line += 1
            return true
        case (.quoteInQuoted, _):
            throw .textAfterQuote(line: line, column: cells.count + 1)
        case (.cellStart, _), (.plain, _):
            cell.append(byte)
            state = .plain
        }
        return false
    }

    private mutating func endCell() throws(Failure) {
        guard cells.count < Self.columnLimit else {
            throw .tooManyColumns(line: rowLine, limit: Self.columnLimit)
        }
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        state = .cellStart
    }

    private mutating func finishRow() -> Row {
        let finished = Row(number: row, line: rowLine, cells: cells)
        cells.removeAll(keepingCapacity: true)
        state = .cellStart
        rowBytes = 0
        row += 1
        rowLine = line
        return finished
    }
}
