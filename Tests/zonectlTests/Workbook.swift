import Foundation

/// A workbook of one sheet as spreadsheets write it, stored without compression.
struct Workbook {
    enum Value {
        case text(String)
        /// A number as the file has it.
        case number(String)
        /// A day's serial number under a date format.
        case date(Int)
        case empty
    }

    var rows: [[Value]]

    /// The file's bytes: a ZIP archive of its parts.
    var data: Data {
        var archive = Data()
        var directory = Data()
        for (name, text) in parts {
            let content = Data(text.utf8)
            let path = Data(name.utf8)
            let crc = Self.crc32(content)
            // Version, flags, method (stored), time, day; checksum, sizes, length of the name, of the extra field.
            let common =
                Self.octets(20, 0, 0, 0, 0x21) + Self.long(crc) + Self.long(UInt32(content.count))
                + Self.long(UInt32(content.count)) + Self.octets(UInt16(path.count), 0)
            let offset = UInt32(archive.count)
            archive += Self.long(0x0403_4B50) + common + path + content
            directory += Self.long(0x0201_4B50) + Self.octets(20) + common + Self.octets(0, 0, 0) + Self.long(0)
            directory += Self.long(offset) + path
        }
        let start = UInt32(archive.count)
        let count = UInt16(parts.count)
        archive += directory + Self.long(0x0605_4B50) + Self.octets(0, 0, count, count)
        return archive + Self.long(UInt32(directory.count)) + Self.long(start) + Self.octets(0)
    }

    private var parts: [(name: String, text: String)] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let packages = "http://schemas.openxmlformats.org/package/2006"
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        return [
            (
                "[Content_Types].xml",
                """
                <Types xmlns="\(packages)/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(types).worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="\(packages)/relationships">
                <Relationship Id="r1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns="\(packages)/relationships">
                <Relationship Id="r1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="r2" Type="\(office)/styles" Target="styles.xml"/></Relationships>
                """
            ),
            (
                "xl/styles.xml",
                """
                <styleSheet xmlns="\(main)"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>
                """
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(sheetRows)</sheetData></worksheet>"
            ),
        ].map { ($0.0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + $0.1) }
    }

    private var sheetRows: String {
        rows.enumerated().map { number, row in
            let cells = row.enumerated().map { column, value in
                let place = String(UnicodeScalar(UInt8(65 + column))) + "\(number + 1)"
                return switch value {
                case .text(let text): "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
                case .number(let number): "<c r=\"\(place)\" s=\"0\"><v>\(number)</v></c>"
                case .date(let serial): "<c r=\"\(place)\" s=\"1\"><v>\(serial)</v></c>"
                case .empty: ""
                }
            }
            return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
        }.joined()
    }

    private static func octets(_ words: UInt16...) -> Data {
        Data(words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
    }

    private static func long(_ value: UInt32) -> Data {
        octets(UInt16(truncatingIfNeeded: value), UInt16(value >> 16))
    }

    private static func crc32(_ data: Data) -> UInt32 {
        ~data.reduce(~0) { crc, octet in
            (0..<8).reduce(crc ^ UInt32(octet)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
