import CLibPQ
import Glibc

extension Connection {
    /// Runs `body` between BEGIN and COMMIT, or rolls back what it did when it throws. A body that lost a race (40001,
    /// 40P01) is run again from its start, after a short random wait.
    ///
    /// - Throws: what `body` throws; `PostgresError` of kind `.commitRefused` when the server answered COMMIT with ROLLBACK,
    ///   `.outcomeUnknown` when the connection broke during COMMIT.
    @discardableResult
    public func transaction<Answer>(retrying attempts: Int = 3, _ body: (Connection) throws -> Answer) throws -> Answer
    {
        var attempt = 1
        while true {
            do {
                try begin()
                let answer = try body(self)
                try commit()
                return answer
            } catch {
                rollback()
                guard let error = error as? PostgresError, error.isConflict, attempt < attempts else { throw error }
                usleep(UInt32.random(in: 0..<5000) * UInt32(attempt))
                attempt += 1
            }
        }
    }

    private func begin() throws(PostgresError) {
        do throws(PostgresError) {
            try execute("begin")
        } catch var error {
            // Whether it arrived does not matter: nothing was done in it.
            if error.kind == .outcomeUnknown { error.kind = .connection }
            throw error
        }
    }

    private func commit() throws(PostgresError) {
        let result: ServerResult
        do throws(PostgresError) {
            result = try run("commit").0
        } catch var error {
            if error.kind == .connection { error.kind = .outcomeUnknown }
            throw error
        }
        // The server answers the COMMIT of a failed transaction with success and the tag ROLLBACK.
        guard String(cString: PQcmdStatus(result.pointer)) == "COMMIT" else {
            throw PostgresError(.commitRefused, "the transaction had failed; it was rolled back")
        }
    }

    private func rollback() {
        guard status == .inTransaction || status == .inFailedTransaction else { return }
        _ = try? execute("rollback")
    }
}
