import Glibc
import Postgres
import Store

/// What one writer was about to do and what it was told, in a file of its own that outlives it: a line before the call, a
/// line after the answer.
final class CrashJournal {
    enum Mark: String {
        case intent = "I"
        case answered = "A"
        /// The connection was lost; what happened was asked by the request's id.
        case resolvedDone = "D"
        case resolvedAbsent = "N"
    }

    private let descriptor: Int32

    init(path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BenchFault("cannot write \(path)") }
    }

    deinit { close(descriptor) }

    /// One write call a line: a killed process leaves whole lines.
    func write(_ mark: Mark, _ request: UUID128, _ code: String) {
        let line = "\(mark.rawValue) \(request) \(code)\n"
        Array(line.utf8).withUnsafeBytes { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }

    /// What the journals of a folder say about each request.
    struct Entry {
        var code: String
        var isAnswered = false
        var resolved: Bool?
    }

    static func read(_ folder: String, writers: Int) throws -> [UUID128: Entry] {
        var entries: [UUID128: Entry] = [:]
        for writer in 0..<writers {
            guard let file = fopen("\(folder)/journal-\(writer)", "re") else { continue }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 256)
            while fgets(&line, Int32(line.count), file) != nil {
                let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                let words = text.dropLast().split(separator: " ")
                guard words.count == 3, let mark = Mark(rawValue: String(words[0])), let id = UUID128(String(words[1]))
                else { throw BenchFault("a journal holds \(text)") }
                switch mark {
                case .intent: entries[id] = entries[id] ?? Entry(code: String(words[2]))
                case .answered: entries[id]?.isAnswered = true
                case .resolvedDone: entries[id]?.resolved = true
                case .resolvedAbsent: entries[id]?.resolved = false
                }
            }
        }
        return entries
    }
}
