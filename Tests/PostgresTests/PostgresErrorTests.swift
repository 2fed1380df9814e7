import Foundation
import Testing

@testable import Postgres

struct PostgresErrorTests {
    /// Raises an error of a state on a real server.
    private func raise(_ state: String, on connection: Connection) throws -> PostgresError? {
        try connection.execute("select set_config('driver.state', \(state), false)")
        return failure {
            try connection.script("do $$ begin raise exception using errcode = current_setting('driver.state'); end $$")
        }
    }

    @Test func `every class of SQLSTATE arrives as its case`() throws {
        let connection = try connect()
        for wanted in SQLState.Class.allCases where wanted != .success && wanted != .other {
            let error = try raise(wanted.rawValue + "Z99", on: connection)
            #expect(error?.sqlState?.class == wanted, "\(wanted)")
            #expect(error?.kind == (wanted == .connection ? .connection : .server), "\(wanted)")
        }
        #expect(try raise("QQ000", on: connection)?.sqlState?.class == .other)
        #expect(SQLState(rawValue: "00000").class == .success)
    }

    @Test func `the classes are the server's own`() throws {
        let folder: String? = try connect().value(
            "select setting from pg_config where name = 'SHAREDIR'"
        )
        let file = try #require(folder) + "/errcodes.txt"
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return }
        let classes = Set(
            text.split(separator: "\n").filter { $0.hasPrefix("Section: Class ") }
                .map { String($0.dropFirst("Section: Class ".count).prefix(2)) }
        )
        #expect(classes.count > 40)
        #expect(classes == Set(SQLState.Class.allCases.map(\.rawValue)).subtracting(["ZB", ""]))
    }

    @Test(arguments: [
        ("57014", PostgresError.Kind.cancelled), ("57P01", .connection), ("57P02", .connection), ("57P03", .connection),
        ("57P05", .connection), ("25P03", .connection), ("08006", .connection), ("40001", .server), ("53300", .server),
        ("25P02", .server), ("58030", .server), ("XX001", .server),
    ])
    func `states that call for another reaction have kinds of their own`(state: String, kind: PostgresError.Kind) throws
    {
        #expect(try raise(state, on: connect())?.kind == kind)
    }

    @Test func `an error tells where it happened`() throws {
        let connection = try connect()
        try connection.execute("create temp table t (x int constraint x_positive check (x > 0), y int not null)")
        let refused = try #require(failure { try connection.execute("insert into t values (-1, 1)") })
        #expect(refused.constraint == "x_positive" && refused.table == "t" && refused.severity == "ERROR")
        #expect(refused.schema?.hasPrefix("pg_temp") == true)
        let again = try #require(failure { try connection.execute("insert into t values (-1, 1)") })
        #expect(refused.statementName == nil && again.statementName?.hasPrefix("zb") == true)
        #expect(failure { try connection.execute("insert into t (x) values (1)") }?.column == "y")
        let syntax = try #require(failure { try connection.execute("select 样 frm t") })
        #expect(syntax.sqlState?.rawValue == "42P01" || syntax.sqlState?.rawValue == "42601")
        #expect(syntax.position != nil)
    }

    @Test func `facts of our own refusals are the parts of their detail`() throws {
        let refused = failure {
            try connect().script(
                "do $$ begin raise exception using errcode = 'ZB400', message = 'm', detail = E'a\\x1f\\x1fb'; end $$"
            )
        }
        #expect(refused?.facts == ["a", "", "b"])
        #expect(failure { try connect().execute("select 1 / 0") }?.facts == [])
    }

    /// The text that an error shows of itself: to people, in a debugger, in a test's report.
    private func shown(_ error: PostgresError) -> String { "\(error)\(String(reflecting: error))" }

    @Test func `no description carries a value, a row or a password`() throws {
        let secret = "机密7391"
        let connection = try connect()
        try connection.execute("create temp table t (x text primary key, y text check (length(y) < 3))")
        try connection.execute("insert into t values (\(secret), 'a')")
        let statements: [Statement] = [
            "insert into t values (\(secret), 'a')", "insert into t values ('b', \(secret))",
            "select \(secret)::int", "select \(secret)::date", "select \(secret)::uuid", "select \(secret)::jsonb",
            "select (\(secret) || repeat('9', 20))::numeric::int8", "select to_date(\(secret), 'YYYY-MM-DD')",
            "select convert_to(\(secret), 'LATIN1')",
        ]
        for statement in statements {
            let refused = try #require(failure { try connection.execute(statement) }, "\(statement.text)")
            #expect(!shown(refused).contains(secret), "\(refused)")
            #expect(!shown(refused).contains("7391"), "\(refused)")
        }
    }

    @Test func `no description carries a password of the connection`() throws {
        for conninfo in [
            "host=/nonexistent password=geheim42 user=x", "postgresql://x:geheim42@localhost:1/x?connect_timeout=1",
            "host=/nonexistent password=my geheim42", "host=x password='geheim42", "postgresql://x:geheim42%zz@h/x",
            "postgresql://x:geheim42@h:port/x",
        ] {
            let parameters = ConnectionParameters(conninfo: conninfo)
            let refused = try #require(failure { try Connection(parameters) }, "\(conninfo)")
            #expect(refused.kind == .connection)
            #expect(!shown(refused).contains("geheim42"), "\(refused)")
            #expect(!"\(parameters)\(String(reflecting: parameters))".contains("geheim42"))
        }
        let parameters = ConnectionParameters(["password": "geheim42", "host": "/nonexistent"])
        #expect(!"\(parameters)\(String(reflecting: parameters))".contains("geheim42"))
    }
}
