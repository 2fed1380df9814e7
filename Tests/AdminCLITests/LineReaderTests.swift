import Glibc
import Testing

@testable import AdminCLI

@Suite struct LineReaderTests {
    /// Lines of the bytes, read in pieces; nil for a line that is too long.
    private func lines(_ bytes: [UInt8], piece: Int = 7, limit: Int = 100) throws -> [String?] {
        var rest = bytes[...]
        let reader = LineReader(limit: limit) { buffer in
            let part = rest.prefix(min(piece, buffer.count))
            buffer.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
        var lines: [String?] = []
        while let line = try reader.next({ line -> String? in
            guard case .bytes(let bytes) = line else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }) { lines.append(line) }
        return lines
    }

    @Test(arguments: [1, 2, 7, 4096])
    func `lines are the same whatever pieces they arrive in`(piece: Int) throws {
        #expect(try lines(Array("a\n\nbcd\r\n样例\nlast".utf8), piece: piece) == ["a", "", "bcd\r", "样例", "last"])
    }

    @Test func `an empty file has no lines and a final line feed adds none`() throws {
        #expect(try lines([]) == [])
        #expect(try lines(Array("a\n".utf8)) == ["a"])
    }

    @Test func `a line of exactly the limit passes and one byte more does not`() throws {
        let full = String(repeating: "x", count: 100)
        #expect(try lines(Array("\(full)\nb".utf8)) == [full, "b"])
        #expect(try lines(Array("\(full)\r\nb".utf8)) == [full + "\r", "b"])
        #expect(try lines(Array("\(full)x\nb".utf8)) == [nil, "b"])
        #expect(try lines(Array("\(full)x".utf8)) == [nil])
    }

    @Test func `a line of 64 MiB is skipped in constant memory and the next one is read`() throws {
        var remaining = 64 << 20
        var tail = Array("\nvenue list\n".utf8)[...]
        var largest = 0
        let reader = LineReader { buffer in
            largest = max(largest, buffer.count)
            if remaining > 0 {
                let count = min(remaining, buffer.count)
                if let base = buffer.baseAddress { memset(base, 0x78, count) }
                remaining -= count
                return count
            }
            let part = tail.prefix(buffer.count)
            buffer.copyBytes(from: part)
            tail = tail.dropFirst(part.count)
            return part.count
        }
        var seen: [Bool] = []
        while let tooLong = try reader.next({ if case .tooLong = $0 { true } else { false } }) { seen.append(tooLong) }
        #expect(seen == [true, false])
        #expect(reader.number == 2)
        #expect(largest <= 2 << 20)
    }
}
