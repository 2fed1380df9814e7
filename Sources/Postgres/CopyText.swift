/// The text format of COPY: fields divided by tabs, rows by newlines, `\N` for NULL.
enum CopyText {
    /// Appends a field with what the format needs escaped.
    static func append(_ field: String?, to buffer: inout [UInt8]) {
        guard let field else {
            buffer += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
            return
        }
        for octet in field.utf8 {
            if let letter = letter(of: octet) {
                buffer.append(UInt8(ascii: "\\"))
                buffer.append(letter)
            } else {
                buffer.append(octet)
            }
        }
    }

    private static func letter(of octet: UInt8) -> UInt8? {
        switch octet {
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0a: UInt8(ascii: "n")
        case 0x0b: UInt8(ascii: "v")
        case 0x0c: UInt8(ascii: "f")
        case 0x0d: UInt8(ascii: "r")
        case UInt8(ascii: "\\"): octet
        default: nil
        }
    }

    /// The fields of one row, with or without its newline.
    ///
    /// - Throws: kind `.decoding` for octets that are not UTF-8.
    static func fields(_ row: UnsafeRawBufferPointer) throws(PostgresError) -> [String?] {
        var line = row[...]
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
        var fields: [String?] = []
        for part in line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false) {
            if part.elementsEqual([UInt8(ascii: "\\"), UInt8(ascii: "N")]) {
                fields.append(nil)
                continue
            }
            guard let text = String(validating: unescaped(part), as: UTF8.self) else {
                throw PostgresError(.decoding, "field \(fields.count + 1) of a COPY is not UTF-8")
            }
            fields.append(text)
        }
        return fields
    }

    private static func unescaped(_ part: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(part.count)
        var isEscaped = false
        for octet in part {
            if isEscaped {
                octets.append(meaning(of: octet))
                isEscaped = false
            } else if octet == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                octets.append(octet)
            }
        }
        return octets
    }

    private static func meaning(of letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "v"): 0x0b
        case UInt8(ascii: "f"): 0x0c
        case UInt8(ascii: "r"): 0x0d
        default: letter
        }
    }
}

/// Writes rows in the text format of COPY.
public final class CopyTextWriter {
    let sink: CopySink

    init(_ connection: Connection, deadline: ContinuousClock.Instant?) {
        sink = CopySink(connection, isBinary: false, deadline: deadline)
    }

    /// Writes one row; nil is NULL.
    ///
    /// - Throws: kind `.encoding` for a field with NUL.
    public func row(_ fields: [String?]) throws(PostgresError) {
        for (index, field) in fields.enumerated() {
            if let field, field.containsNUL { throw PostgresError(.encoding, "field \(index + 1) contains NUL") }
            if index > 0 { sink.buffer.append(UInt8(ascii: "\t")) }
            CopyText.append(field, to: &sink.buffer)
        }
        sink.buffer.append(UInt8(ascii: "\n"))
        try sink.rowDone()
    }
}
