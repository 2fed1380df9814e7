/// Writing CSV as RFC 4180 has it.
enum CSV {
    /// Cells as one line with CRLF.
    static func line(_ cells: [String], separator: Character = ",") -> String {
        // A lone empty cell would read as an empty line, so it is quoted.
        if cells.count == 1, cells[0].isEmpty { return "\"\"\r\n" }
        return cells.map { quoted($0, separator) }.joined(separator: String(separator)) + "\r\n"
    }

    private static func quoted(_ cell: String, _ separator: Character) -> String {
        let mark = separator.asciiValue ?? UInt8(ascii: ",")
        let needsQuotes = cell.utf8.contains { $0 == mark || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// A text with an apostrophe before it if a spreadsheet would take it for a formula.
    static func guarded(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + text
        default: text
        }
    }
}
