import Postgres

extension Session {
    /// Runs `body` within the open transaction so that it may fail alone: when it throws, what it did is undone and the
    /// transaction goes on.
    ///
    /// A lost race and a broken connection are thrown on as they are: the whole transaction must be run again.
    public func attempt<Result>(_ body: (Session) throws -> Result) throws -> Result {
        _ = try connection.execute("savepoint attempt")
        do {
            let result = try body(self)
            _ = try connection.execute("release savepoint attempt")
            return result
        } catch {
            if let error = error as? PostgresError, error.isConflict || error.kind == .connection { throw error }
            _ = try connection.execute("rollback to savepoint attempt")
            _ = try connection.execute("release savepoint attempt")
            throw error
        }
    }

    /// Which of these requests of this login were answered before.
    public func answered(_ requests: [UUID128]) throws -> Set<UUID128> {
        Set(try connection.value("select core.answered_requests(\(requests))", as: [UUID128].self) ?? [])
    }
}
