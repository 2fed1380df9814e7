import CLibPQ

extension Connection {
    /// Hands the rows of a statement to `body` one by one, in memory that does not grow with their number.
    ///
    /// - Throws: what `body` throws, after the statement was cancelled; `PostgresError`.
    public func stream<each Column: PostgresDecodable>(
        _ statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self,
        _ body: (repeat each Column) throws -> Void
    ) throws {
        try deallocateRetired()
        let deadline = deadline
        let entry = try prepare(statement, deadline: deadline)
        try entry.check(repeat (each Column).self)
        guard queue(statement, entry), PQsetSingleRowMode(pointer) == 1 else { throw broken() }
        var isOver = false
        do {
            while let pointer = try nextResult(deadline: deadline) {
                let result = ServerResult(pointer)
                switch PQresultStatus(pointer) {
                case PGRES_SINGLE_TUPLE:
                    let reader = RowReader(result: pointer, columns: entry.columns)
                    let row = try reader.row(0, repeat (each Column).self)
                    try body(repeat each row)
                case PGRES_FATAL_ERROR:
                    isOver = true
                    throw PostgresError(result: pointer, statementName: entry.name)
                default: continue
                }
                _ = result
            }
        } catch {
            if !isOver { makeCanceller().cancel() }
            drain()
            throw error
        }
    }
}
