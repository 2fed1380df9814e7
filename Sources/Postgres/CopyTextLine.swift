/// Reads a line of COPY's text form.
enum CopyTextLine {
    /// The fields of one line, with or without its newline; nil is NULL.
    ///
    /// - Throws: kind `.decoding` for octets that are not UTF-8.
    static func fields(_ line: UnsafeRawBufferPointer) throws(PostgresError) -> [String?] {
        var rest = line[...]
        if rest.last == 0x0A { rest.removeLast() }
        var fields: [String?] = []
        for part in rest.split(separator: 0x09, omittingEmptySubsequences: false) {
            if part.elementsEqual([0x5C, 0x4E]) {
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
            } else if octet == 0x5C {
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
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: letter
        }
    }
}
