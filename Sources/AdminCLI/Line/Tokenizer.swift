/// Splits one line into words: blanks separate; `'…'` is literal; in `"…"` a backslash escapes `"` and `\`; outside
/// quotes it escapes any character; `#` at the start of a word begins a comment.
///
/// The bytes are checked first, comments too: strict UTF-8, no control or bidi characters.
enum Tokenizer {
    private static let blank = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")
    private static let backslash = UInt8(ascii: "\\")
    private static let single = UInt8(ascii: "'")
    private static let double = UInt8(ascii: "\"")

    /// The words of a line without its line end (a CR at the end belongs to it).
    static func words(_ line: UnsafeBufferPointer<UInt8>) throws(LineError) -> [Word] {
        let end = line.last == UInt8(ascii: "\r") ? line.count - 1 : line.count
        let bytes = UnsafeBufferPointer(rebasing: line[0..<end])
        try check(bytes)
        var words: [Word] = []
        var offset = 0
        while true {
            while offset < end, bytes[offset] == blank || bytes[offset] == tab { offset += 1 }
            guard offset < end, bytes[offset] != UInt8(ascii: "#") else { return words }
            let start = offset
            let plainEnd = endOfPlain(bytes, from: offset)
            if plainEnd == end || bytes[plainEnd] == blank || bytes[plainEnd] == tab {
                words.append(Word(text: text(bytes[start..<plainEnd]), offset: start))
                offset = plainEnd
            } else {
                var collected = [UInt8](bytes[start..<plainEnd])
                offset = try collect(bytes, from: plainEnd, into: &collected)
                words.append(Word(text: collected.withUnsafeBufferPointer { text($0[...]) }, offset: start))
            }
        }
    }

    /// The words of a string; for tests and for lines that come from the program itself.
    static func words(_ line: String) throws(LineError) -> [Word] {
        let result: Result<[Word], LineError> = Array(line.utf8).withUnsafeBufferPointer { bytes in
            do throws(LineError) { return .success(try words(bytes)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Bytes that were checked as UTF-8 before.
    private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    /// The first offset of a blank, a quote or a backslash.
    private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            switch bytes[offset] {
            case blank, tab, backslash, single, double: return offset
            default: offset += 1
            }
        }
        return offset
    }

    /// The slow path: a word with quotes or backslashes. Returns the offset after it.
    private static func collect(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        into word: inout [UInt8]
    ) throws(LineError) -> Int {
        var offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case blank, tab:
                return offset
            case backslash:
                guard offset + 1 < bytes.count else { throw LineError(fault: .backslashAtEnd, offset: offset) }
                word.append(bytes[offset + 1])
                offset += 2
            case single, double:
                offset = try quoted(bytes, from: offset, into: &word)
            default:
                word.append(byte)
                offset += 1
            }
        }
        return offset
    }

    /// A quoted part, from its opening quote. Returns the offset after the closing one.
    private static func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        into word: inout [UInt8]
    ) throws(LineError) -> Int {
        let quote = bytes[start]
        var offset = start + 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == quote { return offset + 1 }
            let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            if quote == double, byte == backslash, next == double || next == backslash {
                word.append(next)
                offset += 2
            } else {
                word.append(byte)
                offset += 1
            }
        }
        throw LineError(fault: .unterminatedQuote(quote == single ? "'" : "\""), offset: start)
    }
}
