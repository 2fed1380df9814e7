import CLibPQ

extension Connection {
    /// Statements of one bulk pipeline between two syncs.
    @usableFromInline static let bulkPortion = 1_000

    /// Sends one statement again and again with other values, a thousand at a time without waiting in between, and hands
    /// over the rows of all their results in order.
    ///
    /// Outside a transaction each portion of a thousand is one.
    ///
    /// - Parameters:
    ///   - statement: what is sent; its own values only give the types.
    ///   - values: what to send it with.
    ///   - bind: appends the parameters for one of the values.
    ///   - body: reads the columns of a row in order, all of them.
    /// - Throws: the first error of a statement, or what `bind` or `body` throws; `PostgresError` of kind `.encoding` when
    ///   `bind` appends other types.
    @inlinable
    public func pipeline<Values: Sequence>(
        _ statement: Statement,
        with values: Values,
        bind: (Values.Element, inout Parameters) throws -> Void,
        _ body: (inout Row) throws -> Void
    ) throws {
        let entry = try prepareStream(statement)
        var parameters = Parameters()
        var rest = values.makeIterator()
        var next = rest.next()
        while next != nil {
            try beginBulk()
            defer { endBulk() }
            var (sent, failure): (Int, (any Error)?) = (0, nil)
            while let value = next, sent < Self.bulkPortion {
                parameters.removeAll()
                do {
                    try bind(value, &parameters)
                    try send(parameters, entry)
                } catch {
                    failure = error
                    break
                }
                sent += 1
                next = rest.next()
            }
            try syncBulk()
            try takeBulk(sent, entry, &failure, body)
            if let failure { throw failure }
        }
    }

    @inlinable
    func takeBulk(
        _ count: Int,
        _ entry: PreparedStatements.Entry,
        _ failure: inout (any Error)?,
        _ body: (inout Row) throws -> Void
    ) throws(PostgresError) {
        var row: Row?
        for _ in 0..<count {
            while let result = try nextOfBulk() {
                defer { clear(result) }
                guard failure == nil else { continue }
                do {
                    for position in 0..<(try rowCount(of: result, entry)) {
                        if row == nil { row = Row(result, entry, isChecked: false) }
                        try row?.move(to: result, position)
                        try row?.read(body)
                    }
                } catch {
                    failure = error
                }
            }
        }
        try finishBulk()
    }

    @usableFromInline
    func beginBulk() throws(PostgresError) {
        guard PQenterPipelineMode(pointer) == 1 else { throw broken() }
    }

    @usableFromInline
    func endBulk() { PQexitPipelineMode(pointer) }

    @usableFromInline
    func send(_ parameters: borrowing Parameters, _ entry: PreparedStatements.Entry) throws(PostgresError) {
        guard parameters.areTyped(like: entry.statement.storage) else {
            throw PostgresError(.encoding, "the values have other types than the statement")
        }
        if let position = parameters.positionOfNUL {
            throw PostgresError(.encoding, "parameter \(position) contains NUL")
        }
        // Nothing is read meanwhile: sending does not block, and a portion has its bound.
        guard queue(parameters, entry) else { throw broken() }
    }

    @usableFromInline
    func syncBulk() throws(PostgresError) {
        guard PQpipelineSync(pointer) == 1 else { throw broken() }
    }

    @usableFromInline
    func nextOfBulk() throws(PostgresError) -> OpaquePointer? { try nextResult(deadline: streamDeadline) }

    @usableFromInline
    func rowCount(of result: OpaquePointer, _ entry: PreparedStatements.Entry) throws(PostgresError) -> Int32 {
        switch PQresultStatus(result) {
        case PGRES_PIPELINE_ABORTED:
            throw PostgresError(.pipelineAborted, "an earlier statement of the pipeline failed")
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE: throw PostgresError(result: result, statementName: entry.name)
        default: return PQntuples(result)
        }
    }

    /// Takes the answer to the sync.
    @usableFromInline
    func finishBulk() throws(PostgresError) {
        while let result = try nextResult(deadline: streamDeadline) {
            let isSync = PQresultStatus(result) == PGRES_PIPELINE_SYNC
            PQclear(result)
            if isSync { return }
        }
    }
}

extension Row {
    @inlinable
    mutating func read(_ body: (inout Row) throws -> Void) throws { try body(&self) }
}
