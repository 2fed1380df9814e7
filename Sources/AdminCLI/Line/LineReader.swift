import Glibc

/// Lines of a file, in memory that does not grow with the file: a line above the limit is skipped and reported.
final class LineReader {
    /// What stands between two line feeds.
    enum Line {
        /// Without the line feed; valid only inside the closure of `next`.
        case bytes(UnsafeBufferPointer<UInt8>)
        case tooLong
    }

    static let limit = 1 << 20

    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    private let limit: Int
    private var buffer: [UInt8]
    private var start = 0
    private var end = 0
    private var atEnd = false
    /// The number of the line last given, from 1.
    private(set) var number = 0

    /// - Parameter read: fills the buffer, returns 0 at the end
    init(limit: Int = LineReader.limit, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        self.read = read
        self.limit = limit
        buffer = [UInt8](repeating: 0, count: 1 << 16)
    }

    /// Reads from an open descriptor.
    convenience init(descriptor: Int32, limit: Int = LineReader.limit) {
        self.init(limit: limit) { try Descriptor.read(descriptor, into: $0) }
    }

    /// Calls the body with the next line; nil at the end. A last line without a line feed counts.
    func next<R>(_ body: (Line) throws -> R) throws -> R? {
        var searched = 0
        while true {
            if let length = lineFeed(from: start + searched) {
                number += 1
                defer { start += length + searched + 1 }
                return try give(length + searched, body)
            }
            searched = end - start
            // One byte of grace for the CR of a line that has exactly the length allowed.
            if searched > limit + 1 { return try skipLine(body) }
            if atEnd {
                guard searched > 0 else { return nil }
                number += 1
                defer { start = end }
                return try give(searched, body)
            }
            try fill()
        }
    }

    private func give<R>(_ length: Int, _ body: (Line) throws -> R) throws -> R {
        let content = length > 0 && buffer[start + length - 1] == 0x0D ? length - 1 : length
        if content > limit { return try body(.tooLong) }
        return try buffer.withUnsafeBufferPointer {
            try body(.bytes(UnsafeBufferPointer(rebasing: $0[start..<(start + length)])))
        }
    }

    private func lineFeed(from position: Int) -> Int? {
        guard position < end else { return nil }
        return buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + position, 0x0A, end - position) else {
                return nil
            }
            return UnsafeRawPointer(found) - (base + position)
        }
    }

    private func fill() throws {
        if start > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                if let base = bytes.baseAddress { memmove(base, base + start, end - start) }
            }
            end -= start
            start = 0
        }
        if end == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
        let count = try buffer.withUnsafeMutableBytes { try read(UnsafeMutableRawBufferPointer(rebasing: $0[end...])) }
        atEnd = count == 0
        end += count
    }

    /// Drops the rest of a line that is too long, buffer by buffer.
    private func skipLine<R>(_ body: (Line) throws -> R) throws -> R {
        number += 1
        while true {
            if let length = lineFeed(from: start) {
                start += length + 1
                break
            }
            start = end
            if atEnd { break }
            try fill()
        }
        return try body(.tooLong)
    }
}
