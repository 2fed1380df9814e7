import Glibc

/// The encodings that an import reads.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    /// GBK is a part of it.
    case gb18030 = "GB18030"
}

/// What the first bytes and a strict reading say about a file.
struct EncodingGuess: Sendable, Hashable {
    let encoding: TextEncoding
    /// The bytes of the byte order mark, to be skipped.
    let markLength: Int

    /// A byte order mark decides; else it is UTF-8 if all bytes are, else GB18030. The descriptor must be seekable and
    /// is left at its start.
    init(of descriptor: Int32) throws(SystemError) {
        if let marked = Self(mark: try Self.head(descriptor)) {
            self = marked
        } else {
            self = Self(encoding: try Self.isUTF8(descriptor) ? .utf8 : .gb18030, markLength: 0)
        }
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SystemError(number: errno) }
    }

    /// The same for bytes in memory.
    init(of bytes: [UInt8]) {
        let isUTF8 = bytes.withUnsafeBufferPointer { UTF8Scan.firstInvalid($0) == nil }
        self = Self(mark: bytes.prefix(3)) ?? Self(encoding: isUTF8 ? .utf8 : .gb18030, markLength: 0)
    }

    private init?(mark head: some Sequence<UInt8>) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(encoding: .utf8, markLength: 3)
        } else if head.starts(with: [0xFF, 0xFE]) {
            self.init(encoding: .utf16LittleEndian, markLength: 2)
        } else if head.starts(with: [0xFE, 0xFF]) {
            self.init(encoding: .utf16BigEndian, markLength: 2)
        } else {
            return nil
        }
    }

    private init(encoding: TextEncoding, markLength: Int) {
        self.encoding = encoding
        self.markLength = markLength
    }

    private static func head(_ descriptor: Int32) throws(SystemError) -> [UInt8] {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SystemError(number: errno) }
        var head = [UInt8](repeating: 0, count: 3)
        let count = pread(descriptor, &head, 3, 0)
        guard count >= 0 else { throw SystemError(number: errno) }
        return Array(head.prefix(count))
    }

    private static func isUTF8(_ descriptor: Int32) throws(SystemError) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var kept = 0
        while true {
            let result: Result<Int, SystemError> = buffer.withUnsafeMutableBytes { bytes in
                do throws(SystemError) {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[kept...])
                    return .success(try Descriptor.read(descriptor, into: rest))
                } catch { return .failure(error) }
            }
            let count = try result.get()
            if count == 0 { return kept == 0 }
            let filled = kept + count
            let invalid = buffer.withUnsafeBufferPointer { bytes in
                UTF8Scan.firstInvalid(UnsafeBufferPointer(rebasing: bytes[..<filled]))
            }
            guard let invalid else {
                kept = 0
                continue
            }
            // The last character of the buffer may only be cut.
            guard filled - invalid < 4 else { return false }
            kept = filled - invalid
            buffer.replaceSubrange(0..<kept, with: Array(buffer[invalid..<filled]))
        }
    }
}
