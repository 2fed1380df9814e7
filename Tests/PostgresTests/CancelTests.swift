import Glibc
import Testing

@testable import Postgres

struct CancelTests {
    private func isUsable(_ connection: Connection) throws -> Bool {
        try connection.value("select 1", as: Int.self) == 1
    }

    @Test func `another thread cancels what runs, and the connection goes on`() throws {
        let connection = try connect()
        let canceller = connection.makeCanceller()
        let process = connection.backendProcessID
        let other = Background {
            try? waitUntil(process, "active", waiting: "PgSleep")
            canceller.cancel()
        }
        let cancelled = failure { try connection.execute("select pg_sleep(30)") }
        other.wait()
        #expect(cancelled?.kind == .cancelled)
        #expect(try isUsable(connection))
    }

    @Test func `cancelling a connection that does nothing does not hit its next statement`() throws {
        let connection = try connect()
        for _ in 0..<50 {
            #expect(connection.makeCanceller().cancel())
            #expect(try isUsable(connection))
        }
    }

    @Test func `a deadline cancels a statement, and the next one has its own`() throws {
        let connection = try connect()
        connection.timeout = .milliseconds(150)
        let start = ContinuousClock.now
        #expect(failure { try connection.execute("select pg_sleep(30)") }?.kind == .cancelled)
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try isUsable(connection))
        #expect(failure { try connection.pipeline(["select pg_sleep(30)"])[0].get() }?.kind == .cancelled)
        #expect(
            failure { try connection.stream("select pg_sleep(30)::text", as: String.self) { _ in } }?.kind == .cancelled
        )
        let copy: Statement = "copy (select pg_sleep(30)) to stdout"
        #expect(failure { try connection.copyLines(copy) { _ in } }?.kind == .cancelled)
        #expect(try isUsable(connection))
    }

    @Test func `a deadline also ends a wait for a lock`() throws {
        try withTable("(x int)") { table in
            let holder = try connect()
            try holder.transaction { holder in
                try holder.execute("lock table \(table)")
                let connection = try connect()
                connection.timeout = .milliseconds(150)
                #expect(failure { try connection.execute("insert into \(table) values (1)") }?.kind == .cancelled)
                let writer = failure {
                    try connection.copyIn("copy \(table) from stdin") { try $0.line("1") }
                }
                #expect(writer?.kind == .cancelled)
                #expect(try isUsable(connection))
            }
        }
    }

    @Test func `the server's own timeouts are told apart`() throws {
        let connection = try connect()
        try connection.execute("set statement_timeout = 50")
        #expect(failure { try connection.execute("select pg_sleep(30)") }?.kind == .cancelled)
        try connection.execute("set statement_timeout = 0")
        try withTable("(x int)") { table in
            try connect().transaction { holder in
                try holder.execute("lock table \(table)")
                try connection.execute("set lock_timeout = 50")
                let refused = failure { try connection.execute("select * from \(table)") }
                #expect(refused?.kind == .server)
                #expect(refused?.sqlState?.rawValue == "55P03")
            }
        }
        try connection.execute("set idle_in_transaction_session_timeout = 50")
        let gone = failure {
            try connection.transaction { connection in
                try connection.execute("select 1")
                usleep(300_000)
                try connection.execute("select 2")
            }
        }
        #expect(gone?.kind == .connection)
        #expect(gone?.sqlState?.rawValue == "25P03")
    }

    @Test func `a cancelled transaction is rolled back as a whole`() throws {
        try withTable("(x int)") { table in
            let connection = try connect()
            let cancelled = failure {
                try connection.transaction { connection in
                    try connection.execute("insert into \(table) values (1)")
                    connection.timeout = .milliseconds(100)
                    try connection.execute("select pg_sleep(30)")
                }
            }
            #expect(cancelled?.kind == .cancelled)
            #expect(try connection.value("select count(*) from \(table)", as: Int.self) == 0)
        }
    }
}
