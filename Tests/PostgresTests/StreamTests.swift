import Foundation
import Testing

@testable import Postgres

@Suite(.serialized)
struct StreamTests {
    /// Resident memory of this process in KiB.
    private func resident() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS") })
        return try #require(Int(line.filter(\.isNumber)))
    }

    @Test func `a million rows stream through in flat memory`() throws {
        let connection = try connect()
        // 800 octets a row: held at once, they would be a gigabyte.
        let statement: Statement = "select i::int8, repeat('x', 800) from generate_series(1, 1000000) as i"
        var count = 0
        var sum = 0
        var early = 0
        // Other tests run in this process and come and go: rows that were kept would stay to the end.
        var late = Int.max
        try connection.stream(statement, as: (Int64, String).self) { number, _ in
            count += 1
            sum += Int(number)
            if count == 20_000 { early = try resident() }
            if count >= 800_000, count % 10_000 == 0 { late = min(late, try resident()) }
        }
        #expect(count == 1_000_000)
        #expect(sum == 500_000_500_000)
        #expect(late - early < 400_000, "\(early) KiB became \(late) KiB")
    }

    @Test func `a body that throws ends the statement, and the connection goes on`() throws {
        struct Stop: Error {}
        let connection = try connect()
        var seen = 0
        #expect(throws: Stop.self) {
            try connection.stream("select generate_series(1, 10000000)", as: Int.self) { _ in
                seen += 1
                if seen == 100 { throw Stop() }
            }
        }
        #expect(seen == 100)
        #expect(try connection.value("select 1", as: Int.self) == 1)
    }

    @Test func `an error after some rows is thrown, and the rows before it were seen`() throws {
        let connection = try connect()
        var seen = 0
        let refused = failure {
            try connection.stream("select 10 / (50 - i) from generate_series(1, 100) as i", as: Int.self) { _ in
                seen += 1
            }
        }
        #expect(refused?.sqlState?.rawValue == "22012")
        #expect(seen == 49)
        #expect(try connection.value("select 1", as: Int.self) == 1)
    }

    @Test func `a statement without rows streams none`() throws {
        try connect().stream("select 1 where false", as: Int.self) { _ in Issue.record("a row") }
    }
}
