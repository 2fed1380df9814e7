/// Why an import file is refused as a whole.
enum ImportFault: Error, Hashable {
    case noHeader
    case unknownColumn(String, [String])
    case doubledColumn(String)
    case missingColumns([String])
    case width(row: Int, line: Int, cells: Int, headings: Int)
    case malformed(CSVReader.Failure)
    case undecodable(TextEncoding, TextDecoder.Failure, line: Int)
    /// A workbook, and no `xlsx2csv` to read it.
    case noWorkbookReader
    /// A ZIP archive that is no workbook.
    case unreadableWorkbook(String)
}
