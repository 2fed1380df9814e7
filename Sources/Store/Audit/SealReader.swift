import Glibc
import Postgres

/// Reads a seal line by line, in memory that does not grow with it.
final class SealReader {
    let path: String
    let header: SealHeader
    private let file: UnsafeMutablePointer<FILE>
    private var hasher = SHA256()
    /// The digest that the lines give; known at the end.
    private(set) var digest = Bytes([])
    private var line = 1
    private var buffer: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    init(path: String) throws(SealFault) {
        self.path = path
        guard let file = fopen(path, "re") else {
            throw .unusable(path: path, reason: String(cString: strerror(errno)))
        }
        self.file = file
        var start: UnsafeMutablePointer<CChar>?
        var size = 0
        let length = getline(&start, &size, file)
        let text = length > 0 ? start.flatMap { String(validatingCString: $0) } : nil
        free(start)
        guard let text, text.hasSuffix("\n"), let header = SealHeader(text.dropLast()) else {
            // Everything but `header` is initialised, so `deinit` does not run.
            fclose(file)
            throw .malformed(path: path, line: 1)
        }
        self.header = header
        hasher.update(text)
    }

    deinit {
        fclose(file)
        free(buffer)
    }

    /// The next subject's line; nil at the end, which is reached only if the digest is right.
    func next() throws(SealFault) -> SealedChain? {
        line += 1
        guard getline(&buffer, &capacity, file) > 0, let buffer, let text = String(validatingCString: buffer),
            text.hasSuffix("\n")
        else { throw .damaged(path: path) }
        let parts = text.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
        if parts.count == 2, parts[0] == "digest" {
            digest = hasher.finish()
            guard digest.hexadecimal == parts[1] else { throw .damaged(path: path) }
            return nil
        }
        hasher.update(text)
        guard parts.count == 4, let count = Int(parts[1]), count > 0, let head = Self.octets(parts[2]),
            let fingerprints = Self.octets(parts[3]), fingerprints.count == count * EventChain.fingerprintLength
        else { throw .malformed(path: path, line: line) }
        return SealedChain(subject: String(parts[0]), count: count, head: head, fingerprints: fingerprints)
    }

    /// The octets behind hexadecimal digits; nil for anything else.
    private static func octets(_ text: Substring) -> [UInt8]? {
        var octets: [UInt8] = []
        octets.reserveCapacity(text.utf8.count / 2)
        var pending: UInt8?
        for digit in text.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            if let first = pending { octets.append(first << 4 | value) }
            pending = pending == nil ? value : nil
        }
        return pending == nil ? octets : nil
    }
}
