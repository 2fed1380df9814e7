import Testing

@testable import Postgres

struct RowTests {
    private let series: Statement = "select i, 'name ' || i, nullif(i % 3, 0) from generate_series(1, 2500) i"

    private func sums(_ read: (Statement, (inout Row) throws -> Void) throws -> Void) throws -> [Int] {
        var (numbers, letters, missing) = (0, 0, 0)
        try read(series) { row in
            numbers += try row.next(Int.self)
            letters += try row.next(String.self).utf8.count
            if try row.next(Int?.self) == nil { missing += 1 }
        }
        return [numbers, letters, missing]
    }

    @Test func `a cursor reads the same from a stream and from a whole result`() throws {
        let connection = try connect()
        let streamed = try sums { try connection.stream($0, $1) }
        #expect(streamed == (try sums { try connection.read($0, $1) }))
        #expect(streamed == [2500 * 2501 / 2, 21_393, 833])
    }

    @Test func `a column of another type, too many and too few columns are errors`() throws {
        let connection = try connect()
        for read in [connection.stream, connection.read] as [(Statement, (inout Row) throws -> Void) throws -> Void] {
            let wrong = failure { try read("select 1, 'x'::text") { row in _ = try row.next(Bool.self) } }
            #expect(wrong?.kind == .decoding)
            let many = failure {
                try read("select 1 from generate_series(1, 2)") { row in
                    _ = try (row.next(Int.self), row.next(Int.self))
                }
            }
            #expect(many?.kind == .decoding)
            let few = failure {
                try read("select 1, 2 from generate_series(1, 2)") { row in _ = try row.next(Int.self) }
            }
            #expect(few?.kind == .decoding)
            #expect(connection.status == .idle)
        }
    }

    @Test func `a later row that is read too far is an error, not a crash`() throws {
        let connection = try connect()
        var seen = 0
        let error = failure {
            try connection.read("select i from generate_series(1, 3) i") { row in
                _ = try row.next(Int.self)
                seen += 1
                if seen == 2 { _ = try row.next(Int.self) }
            }
        }
        #expect(error?.kind == .decoding)
        #expect(seen == 2)
    }

    @Test func `one statement with many values answers every one in order`() throws {
        let connection = try connect()
        var answers: [Int] = []
        try connection.pipeline(
            "select \(0), repeat(\("x"), 100)",
            with: 0..<12_345,
            bind: { value, parameters in
                parameters.append(value)
                parameters.append("样")
            }
        ) { row in
            answers.append(try row.next(Int.self))
            _ = try row.next(String.self)
        }
        #expect(answers == Array(0..<12_345))
        #expect(connection.status == .idle)
    }

    @Test func `an error among many values is thrown, undoes its portion, and leaves the connection usable`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x bigint primary key)")
        let error = failure {
            try connection.pipeline(
                "insert into t values (\(0)) returning x",
                with: [1, 2, 1, 3],
                bind: { $1.append($0) }
            ) { row in _ = try row.next(Int.self) }
        }
        #expect(error?.constraint == "t_pkey")
        #expect(connection.status == .idle)
        #expect(try connection.value("select count(*) from t", as: Int.self) == 0)
    }

    @Test func `values of other types than the statement's are refused before they are sent`() throws {
        let connection = try connect()
        let error = failure {
            try connection.pipeline("select \(0)", with: ["x"], bind: { $1.append($0) }) { _ in }
        }
        #expect(error?.kind == .encoding)
        #expect(connection.status == .idle)
        #expect(try connection.value("select 1", as: Int.self) == 1)
    }

    @Test func `a NUL among many values is refused`() throws {
        let connection = try connect()
        let error = failure {
            try connection.pipeline("select \("")", with: ["a", "b\0c"], bind: { $1.append($0) }) { row in
                _ = try row.next(String.self)
            }
        }
        #expect(error?.kind == .encoding)
        #expect(connection.status == .idle)
    }

    @Test func `rows copied field by field arrive like rows copied whole`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (a bigint, b text, c int)")
        try connection.copyIn("copy t from stdin (format binary)") { copy in
            for id in 1...3 as ClosedRange<Int32> {
                try copy.beginRow(fields: 3)
                try copy.add(Int64(id))
                try copy.add("样\tb" as String?)
                try copy.add(id == 2 ? nil : id)
            }
            try copy.row(Int64(4), "样\tb" as String?, nil as Int32?)
        }
        try connection.copyIn("copy t from stdin") { copy in
            try copy.addText(5)
            try copy.addText("样\tb")
            try copy.addText(nil as Int64?)
            try copy.endLine()
            try copy.line(Int64.min, "样\tb", Int64(7))
        }
        let rows = try connection.rows("select a, b, c from t order by a", as: (Int64, String, Int32?).self)
        #expect(rows.map(\.0) == [.min, 1, 2, 3, 4, 5])
        #expect(rows.map(\.2) == [7, 1, nil, 3, nil, nil])
        #expect(rows.allSatisfy { $0.1 == "样\tb" })
    }

    @Test func `a NUL in a field of a copied row is refused`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (a text)")
        let error = failure {
            try connection.copyIn("copy t from stdin (format binary)") { copy in
                try copy.beginRow(fields: 1)
                try copy.add("a\0b")
            }
        }
        #expect(error?.kind == .encoding)
        #expect(connection.status == .idle)
    }
}
