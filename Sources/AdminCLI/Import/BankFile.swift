import Glibc
import Store
import Zones

/// Files for banks: CSV as their programs read it, in UTF-8 with a byte order mark or in GB18030.
enum BankFile {
    static let encoding = Field.defaulted(
        "encoding",
        .choice(["utf-8", "gb18030"]),
        to: "utf-8",
        "编码",
        "the file's encoding"
    )

    /// The octets of a file; formulas are guarded where a spreadsheet would run them.
    ///
    /// - Throws: `FileFault` where the encoding lacks a character, which GB18030 and UTF-8 never do
    static func octets(_ rows: [[String]], _ encoding: String) -> [UInt8]? {
        let text = rows.map { CSV.line($0.map(CSV.guarded)) }.joined()
        return encoding == "gb18030"
            ? TextEncoder.encode(text, as: .gb18030) : [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }

    /// Writes a new file, whole or not at all; a rehearsal writes none. Returns its octets.
    @discardableResult
    static func write(_ rows: [[String]], to path: String, _ invocation: Invocation, isDryRun: Bool) throws -> [UInt8] {
        guard let octets = octets(rows, try invocation.choice("encoding")) else {
            throw FileFault.unwritable(path, SystemError(number: EILSEQ))
        }
        if !isDryRun { try NewFile.writeWhole(octets, to: path) }
        return octets
    }

    /// An amount as banks write it: with separators of thousands and the sign of the yuan, or without.
    static func money(_ text: String?, _ field: String) throws -> Money {
        let plain = (text ?? "").filter { !",，¥￥ ".contains($0) }
        do throws(DecimalRefusal) { return try Money(yuan: plain) } catch {
            throw ValueFault.money(field: field, text ?? "", error)
        }
    }

    static func day(_ text: String?, _ field: String) throws -> Day {
        do throws(DayRefusal) { return try Day.lenient(text ?? "").value } catch {
            throw ValueFault.day(field: field, text ?? "", error)
        }
    }
}
