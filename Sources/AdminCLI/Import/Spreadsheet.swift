import Glibc
import Store

/// XLSX workbooks: their first sheet as CSV, by Debian's `xlsx2csv`, which reads shared strings and dates as a spreadsheet
/// shows them. Numbers come as they are stored: formatted ones would give an id that was turned into `3.20602E+17` eighteen
/// digits again, other ones. A workbook is an archive of XML, which is not ours to parse.
enum Spreadsheet {
    /// The first octets of every workbook, and of any other ZIP archive.
    static let mark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    /// The file itself, or for a workbook its first sheet as a CSV file without a name.
    /// - Throws: `FileFault`, `ImportFault.unreadableWorkbook`
    static func opened(path: String, limit: Int) throws -> (file: InputFile, isWorkbook: Bool) {
        let file = try InputFile(path: path, limit: limit)
        var head = [UInt8](repeating: 0, count: 4)
        guard pread(file.descriptor, &head, 4, 0) == 4, head == mark else { return (file, false) }
        let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((directory + "/zonectl-sheet-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw FileFault.unwritable(directory, SystemError(number: errno)) }
        close(descriptor)
        let target = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(target) }
        let result = ChildProcess.run([
            "xlsx2csv", "--ignore-formats", "float", "--delimiter", ",", "--dateformat", "%Y-%m-%d", "--ignoreempty",
            path,
            target,
        ])
        switch result.status {
        case 0: return (try InputFile(path: target, limit: limit), true)
        case 127: throw ImportFault.noWorkbookReader
        default: throw ImportFault.unreadableWorkbook(path)
        }
    }
}
