import Testing

@testable import Postgres

/// Every type of the driver, sent and read in binary form, and compared with what the server understood.
struct ValueTests {
    private func returns<Value: PostgresEncodable & PostgresDecodable & Equatable>(_ value: Value, _ comment: String)
        throws
    {
        let back: Value? = try connect().value("select \(value)")
        #expect(back == value, "\(comment)")
    }

    @Test func `the extremes of every number come back`() throws {
        for value in [Int16.min, -1, 0, 1, Int16.max] { try returns(value, "int2") }
        for value in [Int32.min, -1, 0, 1, Int32.max] { try returns(value, "int4") }
        for value in [Int64.min, -1, 0, 1, Int64.max] { try returns(value, "int8") }
        for value in [Int.min, 0, Int.max] { try returns(value, "Int") }
        for value in [0, -0.0, 0.1, .infinity, -.infinity, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude] {
            try returns(value, "float8")
        }
        #expect(try connect().value("select \(Double.nan)", as: Double.self)?.isNaN == true)
        for value in [true, false] { try returns(value, "bool") }
    }

    @Test func `the server reads what was meant`() throws {
        let connection = try connect()
        let texts = try connection.row(
            "select \(Int64.min)::text, \(true)::text, \(Bytes([0, 255]))::text, \(0.5)::text, \([1, nil, 3] as [Int?])::text",
            as: (String, String, String, String, String).self
        )
        #expect(texts?.0 == "-9223372036854775808")
        #expect(texts?.1 == "true")
        #expect(texts?.2 == "\\x00ff")
        #expect(texts?.3 == "0.5")
        #expect(texts?.4 == "{1,NULL,3}")
    }

    @Test func `octets, UUIDs and JSON come back`() throws {
        try returns(Bytes((0...255).map { UInt8($0) }), "bytea")
        try returns(Bytes([]), "empty bytea")
        let id = try #require(UUID128("00112233-4455-6677-8899-aabbccddeeff"))
        try returns(id, "uuid")
        #expect(try connect().value("select \(id)::text", as: String.self) == "00112233-4455-6677-8899-aabbccddeeff")
        #expect(id.description == "00112233-4455-6677-8899-aabbccddeeff")
        #expect(UUID128("00112233-4455-6677-8899-aabbccddeef") == nil)
        let json: JSONText? = try connect().value("select \(JSONText("{\"a\": [1, \"样例\"]}"))")
        #expect(json?.text == "{\"a\": [1, \"样例\"]}")
        #expect(try connect().value("select '[1]'::json", as: JSONText.self)?.text == "[1]")
    }

    @Test func `arrays keep order, NULLs, separators and emptiness`() throws {
        try returns(["a,b", "{}", "\"", "\\", "NULL", ""], "text[]")
        try returns(["x", nil, ""] as [String?], "text[] with NULL")
        try returns([] as [Int64], "empty")
        try returns([Int32.min, 0, Int32.max], "int4[]")
        try returns([true, false], "bool[]")
        try returns([Bytes([0]), Bytes([])], "bytea[]")
        try returns([0.1, -1], "float8[]")
        try returns((0..<10_000).map { Int64($0) }, "long")
    }

    @Test func `an integer of any width reads as Int, and a wider one never as a narrower`() throws {
        let connection = try connect()
        #expect(try connection.value("select 5::int2", as: Int.self) == 5)
        #expect(try connection.value("select 5::int4", as: Int.self) == 5)
        #expect(failure { _ = try connection.value("select 5::int8", as: Int32.self) }?.kind == .decoding)
    }

    @Test func `NULL where a value was asked for is an error, and a value where none was is not`() throws {
        let connection = try connect()
        #expect(failure { _ = try connection.rows("select null::int4", as: Int32.self) }?.kind == .decoding)
        let none: [Int32?] = try connection.rows("select null::int4")
        #expect(none == [nil])
        #expect(failure { _ = try connection.rows("select array[1, null]", as: [Int32].self) }?.kind == .decoding)
    }

    @Test func `an array of two dimensions is refused and not flattened`() throws {
        let connection = try connect()
        #expect(
            failure { _ = try connection.value("select '{{1,2},{3,4}}'::int4[]", as: [Int32].self) }?.kind == .decoding
        )
    }

    @Test func `a NUL is refused before libpq would cut it off`() throws {
        let connection = try connect()
        let statements: [Statement] = [
            "select \("a\u{0}b")", "select \(["a", "\u{0}"])", "select \(["a", nil, "\u{0}"] as [String?])",
            "select \(JSONText("\"\u{0}\""))", "select \("fine"), \("\u{0}" as String?)",
        ]
        for statement in statements {
            let refused = failure { try connection.execute(statement) }
            #expect(refused?.kind == .encoding)
            #expect(refused?.message.contains("parameter") == true)
        }
        #expect(failure { _ = try connection.pipeline([statements[0]]) }?.kind == .encoding)
        #expect(failure { _ = try connect(["user": "a\u{0}b"]) }?.kind == .encoding)
        #expect(try connection.value("select \(Bytes([0]))", as: Bytes.self) == Bytes([0]))
        #expect(connection.status == .idle)
    }
}
