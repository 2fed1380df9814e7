import Glibc
import StoreTesting
import Testing

@testable import Postgres

struct TransactionTests {
    @Test func `a COMMIT that is answered with ROLLBACK is refused, not done`() throws {
        try withTable("(x int)") { table in
            let connection = try connect()
            let refused = failure {
                try connection.transaction { connection in
                    try connection.execute("insert into \(table) values (1)")
                    // The body hides that its transaction has failed.
                    _ = try? connection.execute("select 1 / 0")
                }
            }
            #expect(refused?.kind == .commitRefused)
            #expect(connection.status == .idle)
            #expect(try connection.value("select count(*) from \(table)", as: Int.self) == 0)
        }
    }

    @Test func `a body that throws leaves nothing`() throws {
        struct Stop: Error {}
        try withTable("(x int)") { table in
            let connection = try connect()
            #expect(throws: Stop.self) {
                try connection.transaction { connection in
                    try connection.execute("insert into \(table) values (1)")
                    throw Stop()
                }
            }
            #expect(connection.status == .idle)
            #expect(try connection.value("select count(*) from \(table)", as: Int.self) == 0)
        }
    }

    @Test func `a connection killed during COMMIT leaves the outcome unknown`() throws {
        try withTable("(x int)") { table in
            let connection = try connect()
            // A constraint that is checked at COMMIT, and takes its time.
            try connection.execute(
                """
                create function pg_temp.slow() returns trigger language plpgsql as
                $$ begin perform pg_sleep(20); return null; end $$
                """
            )
            try connection.execute(
                """
                create constraint trigger slow after insert on \(table) deferrable initially deferred
                for each row execute function pg_temp.slow()
                """
            )
            let process = connection.backendProcessID
            let killer = Background {
                try? waitUntil(process, "active", waiting: "PgSleep")
                _ = try? connect().execute("select pg_terminate_backend(\(process))")
            }
            let lost = failure {
                try connection.transaction { try $0.execute("insert into \(table) values (1)") }
            }
            killer.wait()
            #expect(lost?.kind == .outcomeUnknown)
            #expect(connection.status == .broken)
        }
    }

    @Test func `an answer to COMMIT that is lost on its way is an unknown outcome, and here it was done`() throws {
        try withTable("(x int)") { table in
            let wire = try CutWire()
            let connection = try Connection(parameters(["host": wire.folder]))
            // Prepared by their second use, so that only the execution of COMMIT can be lost.
            for _ in 1...2 {
                try connection.transaction { try $0.execute("insert into \(table) values (1)") }
            }
            let lost = failure {
                try connection.transaction { connection in
                    try connection.execute("insert into \(table) values (2)")
                    wire.loseAnswers()
                }
            }
            #expect(lost?.kind == .outcomeUnknown)
            #expect(try connect().value("select count(*) from \(table)", as: Int.self) == 3)
        }
    }

    @Test func `outside a transaction a lost answer leaves the outcome unknown, inside it nothing remains`() throws {
        try withTable("(x int)") { table in
            let insert: Statement = "insert into \(table) values (1)"
            for inside in [false, true] {
                let wire = try CutWire()
                let connection = try Connection(parameters(["host": wire.folder]))
                // Prepared by its second use, so that only its execution can be lost.
                for _ in 1...2 { try connection.execute(insert) }
                if inside { try connection.execute("begin") }
                wire.loseAnswers()
                #expect(failure { try connection.execute(insert) }?.kind == (inside ? .connection : .outcomeUnknown))
            }
            for _ in 0..<500 {
                let open: Int? = try connect().value(
                    "select count(*) from pg_stat_activity where state = 'idle in transaction' and query ~ \(table.name)"
                )
                if open == 0 { break }
                usleep(10_000)
            }
            #expect(try connect().value("select count(*) from \(table)", as: Int.self) == 5)
        }
    }

    @Test func `a connection killed while idle is found lost before anything was done`() throws {
        let connection = try connect()
        try connect().execute("select pg_terminate_backend(\(connection.backendProcessID))")
        let lost = failure { try connection.transaction { try $0.execute("select 1") } }
        #expect(lost?.kind == .connection)
        #expect(failure { try connection.execute("select 1") }?.kind == .connection)
        #expect(connection.status == .broken)
    }

    @Test func `a lost race is run again from its start, and each success counts once`() throws {
        try withTable("(id int primary key, n int)") { table in
            try connect().execute("insert into \(table) select i, 0 from generate_series(1, 2) as i")
            let outcomes = race(8) { index in
                let connection = try connect()
                try connection.execute("set deadlock_timeout = '5ms'")
                try connection.transaction(retrying: 1000) { connection in
                    // In both orders: deadlocks are certain, and are retried.
                    for id in index % 2 == 0 ? [1, 2] : [2, 1] {
                        try connection.execute("update \(table) set n = n + 1 where id = \(id)")
                    }
                }
            }
            for outcome in outcomes { #expect(throws: Never.self) { try outcome.get() } }
            #expect(try connect().rows("select n from \(table)", as: Int.self) == [8, 8])
        }
    }

    @Test func `conflicts are retried as often as was said, everything else never`() throws {
        let connection = try connect()
        for (state, runs) in [("40001", 3), ("40P01", 3), ("23505", 1), ("57014", 1), ("ZB400", 1)] {
            var count = 0
            let refused = failure {
                try connection.transaction(retrying: 3) { connection in
                    count += 1
                    try connection.execute("select set_config('driver.state', \(state), true)")
                    try connection.script(
                        "do $$ begin raise exception using errcode = current_setting('driver.state'); end $$"
                    )
                }
            }
            #expect(refused?.sqlState?.rawValue == state)
            #expect(count == runs, "\(state)")
            #expect(connection.status == .idle)
        }
    }
}
