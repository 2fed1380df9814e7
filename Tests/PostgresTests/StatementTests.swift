import Testing

@testable import Postgres

struct StatementTests {
    @Test func `an interpolated value is a parameter and never text`() throws {
        let hostile = "'; drop table x; --"
        let statement: Statement = "select \(hostile), \(7)"
        #expect(statement.text == "select $1, $2")
        #expect(statement.parameters.count == 2)
        let row = try connect().row(statement, as: (String, Int).self)
        #expect(row?.0 == hostile)
        #expect(row?.1 == 7)
    }

    @Test(arguments: ["$1", "%s", "\\", "''", "\u{202E}", "\r\n", "𠮷", "é", "e\u{301}", ""])
    func `text comes back as the same octets`(text: String) throws {
        let back = try #require(try connect().value("select \(text)", as: String.self))
        #expect(Array(back.utf8) == Array(text.utf8))
    }

    @Test func `joined statements number their parameters on`() throws {
        var filter: Statement = " where true"
        for number in 1...12 { filter = filter + " and \(number) = \(number)" }
        let statement = ("select \("a")" as Statement) + filter
        #expect(statement.text.hasSuffix("and $24 = $25"))
        #expect(try connect().value(statement, as: String.self) == "a")
    }

    @Test func `a dollar sign of the text's own is left alone by joining`() throws {
        let statement = ("select \("a") || " as Statement) + "$x$ $1 $x$ || \("b")"
        #expect(try connect().value(statement, as: String.self) == "a $1 b")
    }

    @Test func `nil is NULL, an empty text is none`() throws {
        let row = try connect().row(
            "select \(nil as String?) is null, \("") is null, \([] as [String]) = '{}'",
            as: (Bool, Bool, Bool).self
        )
        #expect(row?.0 == true && row?.1 == false && row?.2 == true)
    }

    @Test(arguments: ["", "a b", "A", "1a", "a\"b", "a;", "é", "a\u{0}", "pg.x", String(repeating: "a", count: 64)])
    func `only a plain lower-case name is an identifier`(name: String) {
        #expect(Identifier(validating: name) == nil)
    }

    @Test func `an identifier is quoted, so that a reserved word is a name`() throws {
        let connection = try connect()
        try connection.execute("create temp table \(Identifier("select")) (\(Identifier("from")) int)")
        #expect(try connection.rows("select \(Identifier("from")) from \(Identifier("select"))", as: Int.self).isEmpty)
    }
}
