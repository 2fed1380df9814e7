extension Tokenizer {
    /// Refuses what must not be in any line: bytes that are no UTF-8, control and bidi characters, separators that
    /// only some programs take for a line end, and spaces that look like a blank but separate nothing.
    static func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(LineError) {
        var offset = 0
        var quote: UInt8 = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte >= 0x20 && byte < 0x7F {
                // Only to know whether a wide space is quoted; the tokenizer proper judges the quotes.
                if byte == quote { quote = 0 } else if quote == 0, byte == 0x22 || byte == 0x27 { quote = byte }
                let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
                let escapesNext = byte == 0x5C && quote != 0x27 && (next == 0x22 || next == 0x27 || next == 0x5C)
                offset += escapesNext ? 2 : 1
                continue
            }
            guard let (value, length) = UTF8Scan.scalar(bytes, at: offset) else {
                throw LineError(fault: invalid(bytes, at: offset), offset: offset)
            }
            if let fault = fault(value, isQuoted: quote != 0) { throw LineError(fault: fault, offset: offset) }
            offset += length
        }
    }

    /// The same for one argument of the command line, which a shell has unquoted already.
    static func checkArgument(_ bytes: UnsafeBufferPointer<UInt8>) throws(LineError) {
        var offset = 0
        while offset < bytes.count {
            guard let (value, length) = UTF8Scan.scalar(bytes, at: offset) else {
                throw LineError(fault: invalid(bytes, at: offset), offset: offset)
            }
            if let fault = fault(value, isQuoted: true) { throw LineError(fault: fault, offset: offset) }
            offset += length
        }
    }

    private static func fault(_ value: UInt32, isQuoted: Bool) -> LineFault? {
        switch ScalarKind(value) {
        case .plain: nil
        case .control where value == 0: .nul
        case .control where value == 0x09: nil
        case .control where value == 0x0D: .loneCarriageReturn
        case .control: .control(value)
        case .bidi: .bidi(value)
        case .separator: .separator(value)
        case .byteOrderMark: .byteOrderMark
        case .wideSpace: isQuoted ? nil : .wideSpace(value)
        }
    }

    private static func invalid(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> LineFault {
        looksLikeGBK(bytes, failingAt: offset) ? .looksLikeGBK : .notUTF8(byte: bytes[offset])
    }

    /// True if all bytes pair up as GBK, with a frequent ideograph among them, and nothing before the failure was a
    /// three-byte UTF-8 sequence (which a text in GBK hardly ever shows by chance).
    static func looksLikeGBK(_ bytes: UnsafeBufferPointer<UInt8>, failingAt failure: Int) -> Bool {
        var offset = 0
        while offset < failure {
            let length = UTF8Scan.scalar(bytes, at: offset)?.length ?? 1
            if length > 2 { return false }
            offset += length
        }
        var hasIdeograph = false
        offset = 0
        while offset < bytes.count {
            let lead = bytes[offset]
            if lead < 0x80 {
                offset += 1
                continue
            }
            guard lead > 0x80, lead < 0xFF, offset + 1 < bytes.count else { return false }
            let trail = bytes[offset + 1]
            if (0x30...0x39).contains(trail) {
                offset += 4
                continue
            }
            guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return false }
            if (0xB0...0xF7).contains(lead), trail >= 0xA1 { hasIdeograph = true }
            offset += 2
        }
        return hasIdeograph
    }
}
