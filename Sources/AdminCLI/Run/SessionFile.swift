import Glibc
import Postgres
import Store

/// The lines of a session file, which can be read several times, in memory that one line bounds.
final class SessionFile {
    let name: String
    private let file: InputFile
    private let encoding: Options.Encoding

    /// - Parameter path: `-` for standard input, which is copied first
    init(path: String, encoding: Options.Encoding) throws(FileFault) {
        name = path == "-" ? "stdin" : path
        file = try InputFile(path: path)
        self.encoding = encoding
    }

    /// SHA-256 of the content; with a salt when the file is meant once more.
    func runID(salt: [UInt8]) throws -> RunID {
        var hasher = SHA256()
        hasher.update(salt)
        try file.rewind()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try buffer.filling { bytes throws(FileFault) in try file.read(into: bytes) }
            if count == 0 { return RunID(digest: hasher.finish()) }
            hasher.update(buffer[..<count])
        }
    }

    /// Gives the words of every line, or why it has none, from the first line on.
    func forEachLine(_ body: (_ line: Int, _ text: String, Result<[Word], Located>) throws -> Void) throws {
        try file.rewind()
        let reader = LineReader { [file] in try file.read(into: $0) }
        while try reader.next({ line -> Void in
            switch line {
            case .tooLong:
                let fault = Located(LineFault.tooLong(limit: LineReader.limit), at: 1)
                try body(reader.number, "", .failure(fault))
            case .bytes(let bytes):
                try withText(bytes, isFirst: reader.number == 1) { text, words in
                    try body(reader.number, text, words)
                }
            }
        }) != nil {}
    }

    /// The place of a fault in a line; faults of this file's lines carry columns.
    func place(_ line: Int, _ column: Int?) -> Place { Place(source: name, line: line, column: column) }

    private func withText(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isFirst: Bool,
        _ body: (String, Result<[Word], Located>) throws -> Void
    ) throws {
        if isFirst, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return try body("", .failure(Located(LineFault.looksLikeUTF16, at: 1)))
        }
        let marked = isFirst && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let line = UnsafeBufferPointer(rebasing: bytes[(marked ? 3 : 0)...])
        guard encoding == .gb18030, !marked else { return try body(Self.text(line), Self.words(line)) }
        var text: [UInt8] = []
        do {
            let decoder = try TextDecoder(.gb18030, start: 0)
            try decoder.decode(UnsafeRawBufferPointer(line), into: &text)
            try decoder.finish()
        } catch let failure as TextDecoder.Failure {
            let fault = LineFault.notGB18030(byte: failure.byte)
            return try body("", .failure(Located(fault, at: failure.offset + 1)))
        }
        try text.withUnsafeBufferPointer { try body(Self.text($0), Self.words($0)) }
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let end = bytes.last == UInt8(ascii: "\r") ? bytes.count - 1 : bytes.count
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// The words; the offset of a fault and of each word becomes a column.
    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<[Word], Located> {
        do throws(LineError) {
            return .success(try Tokenizer.words(bytes))
        } catch {
            return .failure(Located(error.fault, at: UTF8Scan.column(of: error.offset, in: bytes)))
        }
    }
}
