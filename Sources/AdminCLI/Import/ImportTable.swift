import Glibc
import Postgres
import Store

/// One column that an import knows, under the headings that offices give it.
public struct ImportColumn: Sendable {
    /// Our name, which is also a heading.
    public let name: String
    /// Further headings: `姓名`.
    public let headings: [String]
    /// True if the file must have it.
    public let isRequired: Bool

    public init(_ name: String, _ headings: [String], isRequired: Bool = false) {
        self.name = name
        self.headings = headings
        self.isRequired = isRequired
    }
}

/// One row of an import by the names of its columns.
public struct ImportRow: Sendable {
    /// The row as a spreadsheet numbers it: the header is 1.
    public let number: Int
    /// The line of the file where it begins.
    public let line: Int
    /// All cells as the file has them.
    public let cells: [String]
    let columns: ImportHeader

    /// The cell of a column, nil if it is empty or the file has no such column.
    public subscript(_ name: String) -> String? {
        guard let position = columns.positions[name], cells[position].contains(where: { !$0.isWhitespace }) else {
            return nil
        }
        return cells[position]
    }
}

/// A CSV or TSV file with a header, in any encoding that offices use.
public final class ImportTable {
    /// The largest file, in bytes.
    public static let sizeLimit = 256 << 20
    /// The column that a rejects file adds and an import skips.
    public static let errorsColumn = "_errors"

    private let file: InputFile
    /// A workbook keeps no empty cells at the end of a row: there they do not tell that the row is broken.
    private let isWorkbook: Bool
    private let guess: EncodingGuess
    let separator: UInt8
    let header: ImportHeader

    /// The encoding that was found or given.
    public var encoding: TextEncoding { guess.encoding }

    /// Opens the file and reads its header.
    /// - Throws: `FileFault`, `ImportFault`: before any row is read, for unknown, doubled or missing columns
    public init(path: String, columns: [ImportColumn]) throws {
        (file, isWorkbook) = try Spreadsheet.opened(path: path, limit: Self.sizeLimit)
        do throws(SystemError) {
            guess = try EncodingGuess(of: file.descriptor)
        } catch { throw FileFault.unreadable(path, error) }
        let first = try Self.firstLine(file, guess)
        separator = first.tabs > first.commas ? UInt8(ascii: "\t") : UInt8(ascii: ",")
        var found: CSVReader.Row?
        do {
            try Self.read(file, guess, separator) { row in
                found = row
                throw Stop()
            }
        } catch is Stop {}
        guard let found, !found.isBlank else { throw ImportFault.noHeader }
        header = try ImportHeader(found, columns)
    }

    /// Gives every row below the header; blank rows are left out.
    /// - Parameter misfit: takes a row of another width than the header's; without it such a row ends the import
    /// - Throws: `ImportFault` for a file that cannot be read to its end, and what the bodies throw
    func forEach(_ body: (ImportRow) throws -> Void, misfit: ((ImportRow, ImportFault) throws -> Void)? = nil) throws {
        try Self.read(file, guess, separator) { [header, isWorkbook] row in
            guard row.number > 1, !row.isBlank else { return }
            let cells: [String]
            do throws(ImportFault) {
                cells = try header.fit(isWorkbook ? row.padded(to: header.headings.count) : row)
            } catch {
                guard let misfit else { throw error }
                let missing = max(header.headings.count - row.cells.count, 0)
                let padded = row.cells + Array(repeating: "", count: missing)
                return try misfit(ImportRow(number: row.number, line: row.line, cells: padded, columns: header), error)
            }
            try body(ImportRow(number: row.number, line: row.line, cells: cells, columns: header))
        }
    }

    /// SHA-256 of the file's bytes, for the event that records the import.
    public func digest() throws -> Bytes {
        var hasher = SHA256()
        try file.rewind()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try buffer.filling { bytes throws(FileFault) in try file.read(into: bytes) }
            if count == 0 { return hasher.finish() }
            hasher.update(buffer[..<count])
        }
    }

    private struct Stop: Error {}

    /// Tabs and commas outside quotes in the first line.
    private static func firstLine(_ file: InputFile, _ guess: EncodingGuess) throws -> (tabs: Int, commas: Int) {
        var tabs = 0
        var commas = 0
        var isQuoted = false
        do {
            try blocks(file, guess) { block in
                for byte in block {
                    switch byte {
                    case 0x22: isQuoted.toggle()
                    case 0x09 where !isQuoted: tabs += 1
                    case 0x2C where !isQuoted: commas += 1
                    case 0x0A where !isQuoted: throw Stop()
                    default: break
                    }
                }
            }
        } catch is Stop {}
        return (tabs, commas)
    }

    private static func read(
        _ file: InputFile,
        _ guess: EncodingGuess,
        _ separator: UInt8,
        _ body: (CSVReader.Row) throws -> Void
    ) throws {
        var reader = CSVReader(separator: separator)
        do {
            try blocks(file, guess) { try reader.read($0, body) }
            try reader.finish(body)
        } catch let failure as CSVReader.Failure {
            throw ImportFault.malformed(failure)
        } catch let failure as TextDecoder.Failure {
            throw ImportFault.undecodable(guess.encoding, failure, line: reader.currentLine)
        }
    }

    /// The file as UTF-8, block by block.
    private static func blocks(_ file: InputFile, _ guess: EncodingGuess, _ body: ([UInt8]) throws -> Void) throws {
        try file.rewind()
        let decoder = try TextDecoder(guess.encoding, start: guess.markLength)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var skip = guess.markLength
        while true {
            let count = try buffer.filling { bytes throws(FileFault) in try file.read(into: bytes) }
            if count == 0 { break }
            var text: [UInt8] = []
            let failure = buffer.using(first: count) { bytes -> TextDecoder.Failure? in
                do throws(TextDecoder.Failure) {
                    try decoder.decode(UnsafeRawBufferPointer(rebasing: bytes[min(skip, count)...]), into: &text)
                    return nil
                } catch { return error }
            }
            skip = 0
            // What could be read before the failure is read first: an earlier mistake is told first.
            try body(text)
            if let failure { throw failure }
        }
        try decoder.finish()
    }
}
