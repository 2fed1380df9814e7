import CLibPQ

extension Connection {
    /// Hands the rows of a statement to `body` one by one, in memory that does not grow with their number.
    ///
    /// - Throws: what `body` throws, after the statement was cancelled; `PostgresError`.
    @inlinable
    public func stream<each Column: PostgresDecodable>(
        _ statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self,
        _ body: (repeat each Column) throws -> Void
    ) throws {
        let entry = try prepareStream(statement)
        try entry.check(repeat (each Column).self)
        try startStream(statement, entry)
        do {
            while let pointer = try nextOfStream(entry) {
                defer { clear(pointer) }
                var reader = RowReader(result: pointer, columns: entry.columns)
                let row = (repeat try reader.next((each Column).self))
                try body(repeat each row)
            }
        } catch {
            giveUp()
            throw error
        }
    }

    @usableFromInline
    func prepareStream(_ statement: Statement) throws(PostgresError) -> PreparedStatements.Entry {
        try deallocateRetired()
        streamDeadline = deadline
        return try prepare(statement, deadline: streamDeadline)
    }

    @usableFromInline
    func startStream(_ statement: Statement, _ entry: PreparedStatements.Entry) throws(PostgresError) {
        guard queue(statement, entry), PQsetSingleRowMode(pointer) == 1 else { throw broken() }
        isStreaming = true
    }

    /// A result of one row; nil after the last one.
    @usableFromInline
    func nextOfStream(_ entry: PreparedStatements.Entry) throws(PostgresError) -> OpaquePointer? {
        while let result = try nextResult(deadline: streamDeadline) {
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE: return result
            case PGRES_FATAL_ERROR:
                isStreaming = false
                let error = PostgresError(result: result, statementName: entry.name)
                PQclear(result)
                throw error
            default: PQclear(result)
            }
        }
        isStreaming = false
        return nil
    }

    @usableFromInline
    func clear(_ result: OpaquePointer) { PQclear(result) }

    /// Cancels what is still running and takes what is left of it.
    @usableFromInline
    func giveUp() {
        if isStreaming { makeCanceller().cancel() }
        isStreaming = false
        drain()
    }
}
