/// Whole small files: data that is loaded at once, documents.
public enum ImportFile {
    /// The text of a file in any encoding that an import reads.
    /// - Throws: `FileFault`, `ImportFault`
    public static func text(at path: String, limit: Int = 16 << 20) throws -> String {
        let octets = try octets(at: path, limit: limit)
        let guess = EncodingGuess(of: octets)
        var text: [UInt8] = []
        do {
            let decoder = try TextDecoder(guess.encoding, start: guess.markLength)
            try octets[guess.markLength...].withUnsafeBytes { try decoder.decode($0, into: &text) }
            try decoder.finish()
        } catch let failure as TextDecoder.Failure {
            let line = text.count { $0 == 0x0A } + 1
            throw ImportFault.undecodable(guess.encoding, failure, line: line)
        }
        if let nul = text.firstIndex(of: 0) {
            throw ImportFault.malformed(.nul(line: text[..<nul].count { $0 == 0x0A } + 1))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a file.
    /// - Throws: `FileFault`
    public static func octets(at path: String, limit: Int) throws -> [UInt8] {
        let file = try InputFile(path: path, limit: limit)
        var octets: [UInt8] = []
        octets.reserveCapacity(file.size)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try buffer.filling { bytes throws(FileFault) in try file.read(into: bytes) }
            if count == 0 { return octets }
            octets.append(contentsOf: buffer[..<count])
        }
    }
}
