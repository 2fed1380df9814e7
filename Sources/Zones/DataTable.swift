/// Why a data file of ours cannot be loaded.
public struct DataRefusal: Error, Sendable, Hashable {
    /// The line in the file, from 1; 0 where the file as a whole is wrong.
    public let line: Int
    /// What is wrong there.
    public let problem: Problem

    /// What can be wrong in a line.
    public enum Problem: Sendable, Hashable {
        /// The first line is not the header that the file must have.
        case header(expected: String)
        /// There are no rows below the header.
        case noRows
        /// The line has another number of columns than the header.
        case columns(expected: Int, found: Int)
        /// A day is none.
        case day(DayRefusal)
        /// A rate is none.
        case rate(DecimalRefusal)
        /// A word that the column does not know.
        case word(String)
        /// A year or another number that is none.
        case number(String)
        /// A row for a key that an earlier row has.
        case duplicate
        /// A row that belongs before an earlier one.
        case order
        /// A month is missing between this row and the one before.
        case gap
    }
}

/// The rows of a data file: a header that must be as expected, then rows of as many columns, without quoting.
struct DataTable {
    let rows: [(line: Int, cells: [String])]

    init(_ csv: String, header: String) throws(DataRefusal) {
        // By bytes: "\r\n" is one Character, so splitting characters at "\n" would not split.
        let lines = csv.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        guard let first = lines.first, String(first) == header else {
            throw DataRefusal(line: 1, problem: .header(expected: header))
        }
        let width = DataTable.cells(first).count
        var rows: [(line: Int, cells: [String])] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let cells = DataTable.cells(line)
            guard cells.count == width else {
                throw DataRefusal(line: index + 1, problem: .columns(expected: width, found: cells.count))
            }
            rows.append((index + 1, cells))
        }
        guard !rows.isEmpty else { throw DataRefusal(line: 0, problem: .noRows) }
        self.rows = rows
    }

    private static func cells(_ line: Substring.UTF8View) -> [String] {
        line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    /// The day in a cell; refuses by line.
    static func day(_ cell: String, line: Int) throws(DataRefusal) -> Day {
        do { return try Day(iso: cell) } catch { throw DataRefusal(line: line, problem: .day(error)) }
    }

    /// The rate in a cell; refuses by line.
    static func rate(_ cell: String, line: Int) throws(DataRefusal) -> Rate {
        do { return try Rate(percent: cell) } catch { throw DataRefusal(line: line, problem: .rate(error)) }
    }
}
