import Glibc

/// Turns bytes of an encoding into UTF-8, block by block and strictly: nothing is replaced or dropped.
final class TextDecoder {
    /// The first byte that cannot be read, counted from the start of the file.
    struct Failure: Error, Hashable {
        let offset: Int
        let byte: UInt8
        /// True if the file ends within a character.
        let isCut: Bool
    }

    /// What `iconv` returns when it stops: (size_t)-1.
    static let failure = Int(bitPattern: UInt.max)

    private let encoding: TextEncoding
    private let converter: iconv_t?
    /// Bytes at the end of a block that belong to a character not complete yet.
    private var pending: [UInt8] = []
    private var consumed: Int

    /// - Parameter start: the offset in the file of the first byte that will come
    init(_ encoding: TextEncoding, start: Int) throws(SystemError) {
        self.encoding = encoding
        consumed = start
        guard encoding != .utf8 else {
            converter = nil
            return
        }
        // iconv_open answers (iconv_t)-1, not NULL.
        guard let opened = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: opened) != -1 else {
            throw SystemError(number: errno)
        }
        converter = opened
    }

    deinit {
        if let converter { iconv_close(converter) }
    }

    /// Appends the text of a block to `text`.
    func decode(_ block: UnsafeRawBufferPointer, into text: inout [UInt8]) throws(Failure) {
        pending.append(contentsOf: block)
        let used = try converter == nil ? copyValid(into: &text) : convert(into: &text)
        consumed += used
        pending.removeFirst(used)
    }

    /// Says that no block follows.
    func finish() throws(Failure) {
        guard let first = pending.first else { return }
        throw Failure(offset: consumed, byte: first, isCut: true)
    }

    private func copyValid(into text: inout [UInt8]) throws(Failure) -> Int {
        let invalid = pending.withUnsafeBufferPointer(UTF8Scan.firstInvalid)
        let valid = invalid ?? pending.count
        text.append(contentsOf: pending[..<valid])
        if invalid != nil, pending.count - valid >= 4 || !isBeginning(pending[valid...]) {
            throw Failure(offset: consumed + valid, byte: pending[valid], isCut: false)
        }
        return valid
    }

    /// True for the first bytes of a character whose rest may still come.
    private func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        return bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }

    private func convert(into text: inout [UInt8]) throws(Failure) -> Int {
        var used = 0
        var failed = false
        var output = [UInt8](repeating: 0, count: pending.count * 3 + 16)
        pending.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = output.count
                // A block of n bytes never needs more than 3n bytes of UTF-8, so E2BIG cannot come.
                let result = iconv(converter, &from, &left, &to, &room)
                failed = result == Self.failure && errno == EILSEQ
                used = input.count - left
                text.append(contentsOf: output[..<(output.count - room)])
            }
        }
        if failed { throw Failure(offset: consumed + used, byte: pending[used], isCut: false) }
        return used
    }
}

/// Turns text into an encoding, for files that go back to the program that made them.
enum TextEncoder {
    /// The bytes of a text; nil if the encoding has no such character.
    static func encode(_ text: String, as encoding: TextEncoding) -> [UInt8]? {
        guard encoding != .utf8 else { return Array(text.utf8) }
        guard let converter = iconv_open(encoding.rawValue, "UTF-8"), Int(bitPattern: converter) != -1 else {
            return nil
        }
        defer { iconv_close(converter) }
        var input = Array(text.utf8)
        var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
        let length: Int? = input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = output.count
                let result = iconv(converter, &from, &left, &to, &room)
                return result == TextDecoder.failure ? nil : output.count - room
            }
        }
        return length.map { Array(output[..<$0]) }
    }
}
