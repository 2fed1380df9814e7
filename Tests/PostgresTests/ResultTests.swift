import Testing

@testable import Postgres

struct ResultTests {
    @Test func `result types are checked against the row type once`() throws {
        let connection = try connect()
        let statement: Statement = "select 1, 'a'::text"
        for _ in 0..<3 { _ = try connection.rows(statement, as: (Int, String).self) }
        let found = connection.prepared.entry(for: statement)
        let entry = try #require(found)
        #expect(entry.checked.count == 1)
        #expect(entry.columns == [.int4, .text])
        _ = try connection.rows(statement, as: (Int32, String).self)
        #expect(entry.checked.count == 2)
    }

    @Test func `a column of another type, too few and too many columns are errors before any row is read`() throws {
        let connection = try connect()
        #expect(failure { _ = try connection.rows("select 'a'::text where false", as: Int.self) }?.kind == .decoding)
        #expect(failure { _ = try connection.rows("select 1, 2", as: Int.self) }?.kind == .decoding)
        #expect(failure { _ = try connection.rows("select 1", as: (Int, Int).self) }?.kind == .decoding)
        #expect(failure { try connection.stream("select 'a'::text", as: Int.self) { _ in } }?.kind == .decoding)
        #expect(try connection.value("select 1", as: Int.self) == 1)
    }

    @Test func `a table that changed its types is read anew, and checked anew`() throws {
        let connection = try connect()
        try connection.execute("create temp table changing (x int)")
        try connection.execute("insert into changing values (1)")
        let statement: Statement = "select x from changing"
        #expect(try connection.value(statement, as: Int.self) == 1)
        try connection.execute("alter table changing alter x type text")
        #expect(failure { _ = try connection.value(statement, as: Int.self) }?.kind == .decoding)
        #expect(try connection.value(statement, as: String.self) == "1")
    }

    @Test func `more than one row where one was asked for is an error`() throws {
        let connection = try connect()
        #expect(failure { _ = try connection.row("values (1), (2)", as: Int.self) }?.kind == .cardinality)
        #expect(failure { _ = try connection.value("values (1), (2)", as: Int.self) }?.kind == .cardinality)
        #expect(try connection.value("select 1 where false", as: Int.self) == nil)
    }

    @Test func `the number of touched rows is told`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int)")
        #expect(try connection.execute("insert into t select generate_series(1, 7)") == 7)
        #expect(try connection.execute("update t set x = 0 where x > 5") == 2)
        #expect(try connection.execute("delete from t where false") == 0)
    }

    @Test func `more different statements than are kept all work, and the server forgets the oldest`() throws {
        let connection = try connect()
        var statements: [Statement] = []
        var text: Statement = "select \(1)"
        for _ in 0..<(PreparedStatements.limit + 60) {
            text = text + " + \(1)"
            statements.append(text)
        }
        for _ in 1...2 {
            for (index, statement) in statements.enumerated() {
                #expect(try connection.value(statement, as: Int.self) == index + 2)
            }
        }
        let kept: Int? = try connection.value("select count(*) from pg_prepared_statements")
        #expect(try #require(kept) <= PreparedStatements.limit + 1)
        // In one pipeline all of them must live together.
        let fresh = try connect()
        let answers = try fresh.pipeline(statements)
        for (index, answer) in answers.enumerated() { #expect(try answer.get().decode(0, as: Int.self) == index + 2) }
    }

    @Test func `a statement is prepared when it is run for the second time`() throws {
        let connection = try connect()
        for expected in [0, 1, 1] {
            #expect(try connection.value("select \(41) + 1", as: Int.self) == 42)
            let prepared: Int? = try connection.value(
                "select count(*) from pg_prepared_statements where statement like 'select $1%'"
            )
            #expect(prepared == expected)
        }
    }

    @Test func `a prepared statement survives the rollback of the transaction that prepared it`() throws {
        let connection = try connect()
        try connection.execute("begin")
        #expect(try connection.value("select 42", as: Int.self) == 42)
        try connection.execute("rollback")
        #expect(try connection.value("select 42", as: Int.self) == 42)
    }
}
