import CLibPQ

extension Connection {
    /// Runs `copy … from stdin` in the text format; `body` writes the rows.
    ///
    /// - Returns: the number of rows that the server took.
    /// - Throws: what `body` throws, with nothing copied; `PostgresError`, of kind `.encoding` for a text with NUL.
    @discardableResult
    public func copyIn(text statement: Statement, _ body: (CopyTextWriter) throws -> Void) throws -> Int {
        let writer = CopyTextWriter(self, deadline: deadline)
        return try copyIn(statement, writer.sink) { try body(writer) }
    }

    /// Runs `copy … from stdin (format binary)`; `body` writes the rows, each with a value for every column.
    ///
    /// - Returns: the number of rows that the server took.
    /// - Throws: what `body` throws, with nothing copied; `PostgresError`, of kind `.encoding` for a text with NUL.
    @discardableResult
    public func copyIn(binary statement: Statement, _ body: (CopyBinaryWriter) throws -> Void) throws -> Int {
        let writer = CopyBinaryWriter(self, deadline: deadline)
        return try copyIn(statement, writer.sink) {
            try body(writer)
            try writer.end()
        }
    }

    /// Runs `copy … to stdout` in the text format, and hands each row's fields to `body`; nil is NULL.
    ///
    /// - Throws: what `body` throws, after the statement was cancelled; `PostgresError`.
    public func copyOut(text statement: Statement, _ body: ([String?]) throws -> Void) throws {
        try copyOut(statement, isBinary: false) { octets in try body(try CopyText.fields(octets)) }
    }

    /// Runs `copy … to stdout (format binary)`, and hands each row's values to `body`. The server does not say the
    /// columns' types: they are the caller's to know.
    ///
    /// - Throws: what `body` throws, after the statement was cancelled; `PostgresError`, of kind `.decoding` when a
    ///   value's octets do not fit its type.
    public func copyOut<each Column: PostgresDecodable>(
        binary statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self,
        _ body: (repeat each Column) throws -> Void
    ) throws {
        var reader = CopyBinaryReader()
        try copyOut(statement, isBinary: true) { octets in
            guard let row = try reader.row(octets, repeat (each Column).self) else { return }
            try body(repeat each row)
        }
    }

    private func copyIn(_ statement: Statement, _ sink: CopySink, _ body: () throws -> Void) throws -> Int {
        let mayRemain = !isInTransaction
        try beginCopy(statement, PGRES_COPY_IN, isBinary: sink.isBinary, sink.deadline)
        do {
            try body()
            try sink.flush()
        } catch {
            PQputCopyEnd(pointer, "given up by the client")
            drain()
            throw error
        }
        guard PQputCopyEnd(pointer, nil) == 1 else { throw broken() }
        let result = try collect(statementName: nil, mayRemain: mayRemain, deadline: sink.deadline)
        return Int(String(cString: PQcmdTuples(result.pointer))) ?? 0
    }

    private func copyOut(_ statement: Statement, isBinary: Bool, _ body: (UnsafeRawBufferPointer) throws -> Void) throws
    {
        let deadline = deadline
        try beginCopy(statement, PGRES_COPY_OUT, isBinary: isBinary, deadline)
        do {
            while let row = try nextRow(deadline) {
                defer { PQfreemem(UnsafeMutableRawPointer(mutating: row.baseAddress)) }
                try body(row)
            }
        } catch {
            makeCanceller().cancel()
            leaveCopy(PGRES_COPY_OUT)
            drain()
            throw error
        }
        _ = try collect(statementName: nil, mayRemain: false, deadline: deadline)
    }

    /// Sends the statement and waits until the server is ready to copy in the direction and format asked for.
    private func beginCopy(
        _ statement: Statement,
        _ wanted: ExecStatusType,
        isBinary: Bool,
        _ deadline: ContinuousClock.Instant?
    ) throws(PostgresError) {
        guard statement.parameters.count == 0 else {
            throw PostgresError(.encoding, "COPY takes no parameters")
        }
        try deallocateRetired()
        guard PQsendQuery(pointer, statement.text) == 1 else { throw broken() }
        guard let first = try nextResult(deadline: deadline) else { throw broken() }
        let result = ServerResult(first)
        let status = PQresultStatus(first)
        if status == wanted, (PQbinaryTuples(first) == 1) == isBinary { return }
        let failure =
            status == PGRES_FATAL_ERROR
            ? PostgresError(result: result.pointer, statementName: nil)
            : PostgresError(.encoding, "the statement is no COPY of this direction and format")
        leaveCopy(status)
        drain()
        throw failure
    }

    /// The next row of a COPY out, to be freed by the caller; nil at the end.
    private func nextRow(_ deadline: ContinuousClock.Instant?) throws(PostgresError) -> UnsafeRawBufferPointer? {
        var canceled = false
        while true {
            var row: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(pointer, &row, 1)
            if count > 0, let row { return UnsafeRawBufferPointer(start: row, count: Int(count)) }
            guard count == 0 else { return nil }
            if !wait(for: waitingEvents, deadline: canceled ? nil : deadline) {
                makeCanceller().cancel()
                canceled = true
            } else if PQconsumeInput(pointer) != 1 {
                throw broken()
            }
        }
    }

    /// Ends a COPY that nobody wants, so that results follow.
    func leaveCopy(_ status: ExecStatusType) {
        if status == PGRES_COPY_IN || status == PGRES_COPY_BOTH { PQputCopyEnd(pointer, "given up by the client") }
        guard status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH else { return }
        var row: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(pointer, &row, 0) > 0 { PQfreemem(row) }
    }
}
