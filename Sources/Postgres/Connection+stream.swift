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
        try stream(statement, entry) { row in
            let values = (repeat try row.next((each Column).self))
            try body(repeat each values)
        }
    }

    /// Hands the rows of a statement to `body` one by one, in memory that does not grow with their number; `body` reads
    /// their columns in order, all of them.
    ///
    /// - Throws: what `body` throws, after the statement was cancelled; `PostgresError`.
    @inlinable
    public func stream(_ statement: Statement, _ body: (inout Row) throws -> Void) throws {
        try stream(statement, prepareStream(statement), body)
    }

    @inlinable
    func stream(_ statement: Statement, _ entry: PreparedStatements.Entry, _ body: (inout Row) throws -> Void) throws {
        try startStream(statement, entry)
        do {
            var pointer = try nextOfStream(entry)
            guard let first = pointer else { return }
            var row = Row(first, entry, isChecked: false)
            while let current = pointer {
                defer { clear(current) }
                try row.move(to: current, 0)
                try body(&row)
                pointer = try nextOfStream(entry)
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
