import Testing

@testable import Postgres

struct CopyTests {
    /// Every character below U+0080 but NUL, and what the format itself uses.
    private static let hostile =
        (1..<128).map { String(UnicodeScalar(UInt8($0))) } + [
            "", "\\N", "\\.", "\\", "\\\\", "a\tb", "a\nb", "a\r\nb", "\u{8}\u{b}\u{c}\u{1b}\u{7f}", "\u{85}\u{2028}",
            "样例", "𠮷", "\u{FEFF}", "\u{202E}", "NULL", "\"", "'", "{}", "\\x41", "\\101", " ",
        ]

    private typealias EveryType = (
        Bool?, Int16?, Int32?, Int64?, Double?, String?, String?, Bytes?, UUID128?, JSONText?, [Int64]?, [String?]?,
        [Bytes]?
    )
    private static let columns: Statement = """
        create temp table every_type (a bool, b int2, c int4, d int8, e float8, f text, g varchar, h bytea, i uuid,
            j jsonb, k int8[], l text[], m bytea[])
        """

    private static func rows() -> [EveryType] {
        let octets = Bytes((0...255).map { UInt8($0) })
        let id = UUID128(octets: (0..<16).map { UInt8($0 * 16) })
        var rows: [EveryType] = [
            (nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil),
            (
                true, .min, .min, .min, -.infinity, "", "", Bytes([]), id, JSONText("{}"), [], [], []
            ),
            (
                false, .max, .max, .max, 0.1, "x", "x", octets, id, JSONText("[1, \"\\t\"]"), [.min, .max], [nil, ""],
                [octets]
            ),
        ]
        for text in hostile {
            rows.append(
                (true, 0, 0, 0, 0, text, text, Bytes(Array(text.utf8)), id, JSONText("null"), [0], [text, nil], [])
            )
        }
        return rows
    }

    private func compare(_ row: EveryType, _ back: EveryType, _ comment: String) {
        #expect(
            row.0 == back.0 && row.1 == back.1 && row.2 == back.2 && row.3 == back.3 && row.4 == back.4,
            "\(comment)"
        )
        #expect(row.5.map { Array($0.utf8) } == back.5.map { Array($0.utf8) }, "\(comment)")
        #expect(row.6 == back.6 && row.7 == back.7 && row.8 == back.8 && row.9 == back.9, "\(comment)")
        #expect(row.10 == back.10 && row.11 == back.11 && row.12 == back.12, "\(comment)")
    }

    @Test func `every type and every control character goes in and out in the binary format`() throws {
        let connection = try connect()
        try connection.execute(Self.columns)
        let rows = Self.rows()
        let count = try connection.copyIn("copy every_type from stdin (format binary)") { writer in
            for row in rows {
                try writer.row(
                    row.0,
                    row.1,
                    row.2,
                    row.3,
                    row.4,
                    row.5,
                    row.6,
                    row.7,
                    row.8,
                    row.9,
                    row.10,
                    row.11,
                    row.12
                )
            }
        }
        #expect(count == rows.count)
        // The server's own reading of the same rows, and COPY's.
        let selected = try connection.rows("select * from every_type", as: EveryType.self)
        var copied: [EveryType] = []
        try connection.copyRows("copy every_type to stdout (format binary)", as: EveryType.self) {
            copied.append(($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))
        }
        #expect(selected.count == rows.count && copied.count == rows.count)
        for (index, row) in rows.enumerated() {
            compare(row, selected[index], "select, row \(index)")
            compare(row, copied[index], "copy, row \(index)")
        }
    }

    @Test func `every control character goes in and out in the text format`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (id int, x text, y text)")
        let rows = Self.hostile.enumerated().map { ["\($0)", $1, $0 % 2 == 0 ? nil : $1] }
        #expect(
            try connection.copyIn("copy t from stdin") { copy in
                for row in rows { try copy.line(row[0], row[1], row[2]) }
            } == rows.count
        )
        let selected = try connection.rows("select id, x, y from t order by id", as: (Int, String, String?).self)
        var copied: [[String?]] = []
        try connection.copyLines("copy t to stdout") { copied.append($0) }
        #expect(selected.count == rows.count && copied.count == rows.count)
        for (index, row) in rows.enumerated() {
            let octets = row.map { $0.map { Array($0.utf8) } }
            #expect(
                [selected[index].1, selected[index].2].map { $0.map { Array($0.utf8) } } == Array(octets.dropFirst())
            )
            #expect(copied[index].map { $0.map { Array($0.utf8) } } == octets)
        }
    }

    @Test func `a table of types in text is what the server writes`() throws {
        let connection = try connect()
        try connection.execute(Self.columns)
        try connection.copyIn("copy every_type (a, b, d, e, h, i, j, k, l) from stdin") { writer in
            try writer.line(
                "t",
                "-32768",
                "9223372036854775807",
                "Infinity",
                "\\x00ff",
                "00112233-4455-6677-8899-aabbccddeeff",
                "{\"a\": 1}",
                "{1,2}",
                "{\"a,b\",NULL}"
            )
        }
        var row: [String?] = []
        try connection.copyLines("copy every_type to stdout") { row = $0 }
        #expect(row[7] == "\\x00ff")
        #expect(row[11] == "{\"a,b\",NULL}")
        #expect(row[2] == nil && row[12] == nil)
    }

    @Test func `a NUL, a wrong value and a body that throws copy nothing and leave the connection usable`() throws {
        struct Stop: Error {}
        let connection = try connect()
        try connection.execute("create temp table t (x int, y text)")
        let text: Statement = "copy t from stdin"
        let binary: Statement = "copy t from stdin (format binary)"
        #expect(failure { try connection.copyIn(text) { try $0.line("1", "a\u{0}") } }?.kind == .encoding)
        #expect(failure { try connection.copyIn(binary) { try $0.row(Int32(1), "a\u{0}") } }?.kind == .encoding)
        let wrong = failure {
            try connection.copyIn(text) {
                try $0.line("1", "a"); try $0.line("x", "a")
            }
        }
        #expect(wrong?.sqlState?.rawValue == "22P02")
        #expect(
            failure { try connection.copyIn(binary) { try $0.row(Int64(1), "a") } }?.sqlState?.class == .data
        )
        #expect(throws: Stop.self) {
            try connection.copyIn(text) {
                try $0.line("1", "a"); throw Stop()
            }
        }
        #expect(throws: Stop.self) {
            try connection.copyLines("copy (select generate_series(1, 100000)) to stdout") { _ in throw Stop() }
        }
        #expect(connection.status == .idle)
        #expect(try connection.value("select count(*) from t", as: Int.self) == 0)
    }

    @Test func `a COPY sent as something else, and something else sent as COPY, are refused and do not hang`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int)")
        #expect(failure { try connection.execute("copy t to stdout") }?.kind == .encoding)
        #expect(failure { try connection.execute("copy t from stdin") } != nil)
        #expect(failure { try connection.copyIn("select 1") { _ in } }?.kind == .encoding)
        #expect(failure { try connection.copyIn("copy t to stdout") { _ in } }?.kind == .encoding)
        #expect(failure { try connection.copyLines("copy t from stdin") { _ in } }?.kind == .encoding)
        #expect(failure { try connection.copyIn("copy t from stdin") { try $0.row(Int32(1)) } }?.kind == .encoding)
        let binary: Statement = "copy t from stdin (format binary)"
        #expect(failure { try connection.copyIn(binary) { try $0.line("1") } }?.kind == .encoding)
        #expect(failure { try connection.copyLines("copy t to stdout (format binary)") { _ in } }?.kind == .encoding)
        #expect(failure { try connection.copyRows("copy t to stdout", as: Int32.self) { _ in } }?.kind == .encoding)
        #expect(
            failure { try connection.copyIn("copy nowhere from stdin") { _ in } }?.sqlState?.rawValue == "42P01"
        )
        #expect(failure { try connection.copyIn("copy t from \(1)") { _ in } }?.kind == .encoding)
        #expect(try connection.value("select 1", as: Int.self) == 1)
    }

    @Test func `the wrong number or type of columns is an error`() throws {
        let connection = try connect()
        let copy: Statement = "copy (select 1::int4, 'a'::text) to stdout (format binary)"
        #expect(failure { try connection.copyRows(copy, as: Int32.self) { _ in } }?.kind == .decoding)
        #expect(
            failure { try connection.copyRows(copy, as: (Int64, String).self) { _, _ in } }?.kind == .decoding
        )
        var rows = 0
        try connection.copyRows(copy, as: (Int32, String).self) { number, text in
            rows += 1
            #expect(number == 1 && text == "a")
        }
        #expect(rows == 1)
    }

    @Test func `an empty COPY copies nothing`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int)")
        #expect(try connection.copyIn("copy t from stdin") { _ in } == 0)
        #expect(try connection.copyIn("copy t from stdin (format binary)") { _ in } == 0)
        try connection.copyRows("copy t to stdout (format binary)", as: Int32.self) { _ in Issue.record("a row")
        }
        try connection.copyLines("copy t to stdout") { _ in Issue.record("a row") }
    }

    @Test func `a COPY of many rows is of one transaction, and larger than any buffer`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int8, y text)")
        let padding = String(repeating: "x", count: 200)
        let count = try connection.copyIn("copy t from stdin (format binary)") { writer in
            for number in 0..<40_000 { try writer.row(number, padding) }
        }
        #expect(count == 40_000)
        #expect(try connection.value("select sum(x)::int8 from t", as: Int.self) == 40_000 * 39_999 / 2)
        var sum = 0
        try connection.copyRows("copy t to stdout (format binary)", as: (Int, String).self) {
            sum += $1.count + $0 * 0
        }
        #expect(sum == 40_000 * 200)
    }
}
