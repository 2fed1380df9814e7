import Glibc

/// Questions on the terminal.
enum Question {
    /// True if the answer is yes.
    static func ask(_ question: Text, _ console: Console, _ interrupts: Interrupts) -> Bool {
        console.prompt(question[console.language])
        let answer = interrupts.idle { line() }
        return answer.map { String(decoding: $0, as: UTF8.self) } == "yes"
    }

    /// One line of standard input, without its end, byte by byte: what follows belongs to the next reader.
    static func line() -> [UInt8]? {
        var bytes: [UInt8] = []
        var byte: [UInt8] = [0]
        while true {
            let count = try? byte.filling { buffer throws(SystemError) in try Descriptor.read(0, into: buffer) }
            guard count == 1 else { return bytes.isEmpty ? nil : bytes }
            if byte[0] == UInt8(ascii: "\n") { return bytes }
            bytes.append(byte[0])
            if bytes.count > LineReader.limit { return bytes }
        }
    }
}
