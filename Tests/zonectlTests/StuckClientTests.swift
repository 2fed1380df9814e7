import Foundation
import Postgres
import StoreTesting
import Testing

@testable import AdminCLI

/// Somebody else holds what a command needs: it gives up in time, says so, and can be done again.
@Suite(.database)
struct StuckClientTests {
    let zonectl = Zonectl(database: TestDatabase.current)

    @Test(arguments: ["lock_timeout", "statement_timeout"])
    func `a command that waits too long ends with exit 75, a hint and no change`(setting: String) throws {
        let holder = try TestDatabase.current.connection()
        try holder.execute("begin")
        try holder.execute("lock table core.organization in exclusive mode")
        let words = ["org", "add", "--name", "样例科技有限公司", "--kind", "company", "--code", "O1"]
        let answer = try zonectl.run(words, environment: ["PGOPTIONS": "-c \(setting)=200ms"])
        #expect(answer.status == 75, "\(answer.errors)")
        #expect(answer.errors.contains("[DB11]") && answer.errors.contains("hint"), "\(answer.errors)")
        try holder.execute("rollback")
        #expect(try zonectl.run(words).status == 0)
    }

    @Test func `a transaction that stood still too long is a matter of time too`() {
        for (state, kind) in [("25P03", PostgresError.Kind.connection), ("57P05", .connection), ("55P03", .server)] {
            var error = PostgresError(kind, "terminating connection due to timeout")
            error.sqlState = SQLState(rawValue: state)
            #expect(error.exit == .temporary, "\(state)")
            #expect(error.code == "DB11", "\(state)")
        }
        #expect(PostgresError(.cancelled, "canceling statement due to user request").exit == .interrupted)
    }
}
