import Zones

// Files that are small enough to be read at once.
extension InputFile {
    /// All octets; open the file with a limit.
    func octets() throws(FileFault) -> [UInt8] {
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try buffer.filling { bytes throws(FileFault) in try read(into: bytes) }
            guard count > 0 else { return octets }
            octets += buffer[..<count]
        }
    }

    /// The whole text, which must be UTF-8, with or without a byte order mark.
    func text() throws -> String {
        var octets = try octets()
        if octets.starts(with: [0xef, 0xbb, 0xbf]) { octets.removeFirst(3) }
        return try String(strictUTF8: octets)
    }
}
