import Glibc

/// The rows that an import refused, as a file that can be mended and imported again: the original columns and
/// `_errors`, in the original encoding.
public final class RejectsFile {
    /// Where it is written; made at the first rejected row, readable by its owner only.
    public private(set) var path: String?
    private let base: String
    private let table: ImportTable
    private var sink: ByteSink?

    /// - Parameter path: nil for the import file's own name with `.rejects.csv`, numbered if that exists
    public init(like table: ImportTable, path: String?, of importPath: String) {
        self.table = table
        self.path = path
        base = importPath == "-" ? "import" : importPath
    }

    deinit {
        if let sink { close(sink.descriptor) }
    }

    /// Adds a row with its errors.
    /// - Throws: `FileFault`
    public func add(_ row: ImportRow, errors: [String]) throws {
        let sink = try open()
        try write(row.cells + [errors.joined(separator: "; ")], to: sink)
    }

    /// Writes what is buffered.
    /// - Throws: `FileFault`
    public func finish() throws {
        guard let sink else { return }
        do throws(SinkFault) { try sink.flush() } catch { throw fault(error) }
    }

    private func open() throws -> ByteSink {
        if let sink { return sink }
        let descriptor = try openFile()
        let sink = ByteSink(descriptor: descriptor)
        self.sink = sink
        if table.encoding != .gb18030 {
            try writeBytes(TextEncoder.encode("\u{FEFF}", as: table.encoding) ?? [], to: sink)
        }
        let hasErrors = table.header.headings.last == ImportTable.errorsColumn
        try write(table.header.headings + (hasErrors ? [] : [ImportTable.errorsColumn]), to: sink)
        return sink
    }

    /// A given path must not exist; a name of our own gets the first free number.
    private func openFile() throws(FileFault) -> Int32 {
        var number = 1
        while true {
            let candidate = path ?? base + (number == 1 ? ".rejects.csv" : ".rejects-\(number).csv")
            let descriptor = Glibc.open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if descriptor >= 0 {
                path = candidate
                return descriptor
            }
            guard errno == EEXIST, path == nil, number < 1_000 else {
                throw .unwritable(candidate, SystemError(number: errno))
            }
            number += 1
        }
    }

    private func write(_ cells: [String], to sink: ByteSink) throws {
        var cells = cells
        // A rejects file imported again already ends in `_errors`: the new ones replace the old.
        if table.header.headings.last == ImportTable.errorsColumn, cells.count > table.header.headings.count {
            cells.remove(at: cells.count - 2)
        }
        let separator: Character = table.separator == UInt8(ascii: "\t") ? "\t" : ","
        let line = CSV.line(cells, separator: separator)
        // What the encoding lacks can only be in our own `_errors`.
        let bytes = TextEncoder.encode(line, as: table.encoding) ?? Array(line.utf8)
        try writeBytes(bytes, to: sink)
    }

    private func writeBytes(_ bytes: [UInt8], to sink: ByteSink) throws {
        do throws(SinkFault) { try sink.write(bytes) } catch { throw fault(error) }
    }

    private func fault(_ fault: SinkFault) -> FileFault {
        switch fault {
        case .closed: .unwritable(path ?? base, SystemError(number: EPIPE))
        case .failed(let error): .unwritable(path ?? base, error)
        }
    }
}
