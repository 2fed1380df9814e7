import CLibPQ

extension Connection {
    /// Sends all statements without waiting in between, and collects their results in order. One sync ends the pipeline:
    /// outside a transaction all statements are one.
    ///
    /// - Returns: a result a statement; after the first failure the others fail with kind `.pipelineAborted`.
    /// - Throws: `PostgresError` when the connection broke.
    public func pipeline(_ statements: [Statement]) throws(PostgresError) -> [Result<ResultRows, PostgresError>] {
        var results: [Result<ResultRows, PostgresError>] = []
        results.reserveCapacity(statements.count)
        try exchange(statements) { results.append($0) }
        return results
    }

    /// Sends all statements in one round trip, each as a transaction of its own.
    ///
    /// - Returns: a result a statement; a failure of one leaves the others alone.
    /// - Throws: `PostgresError` when the connection broke.
    public func sequence(_ statements: [Statement]) throws(PostgresError) -> [Result<ResultRows, PostgresError>] {
        var results: [Result<ResultRows, PostgresError>] = []
        try exchange(statements, isEachAlone: true) { results.append($0) }
        return results
    }

    /// Sends all statements like `pipeline(_:)` and hands their rows to `body` in order, while they arrive.
    ///
    /// - Throws: the first error of a statement, or else of `body`; the statements were all sent by then.
    public func pipeline(_ statements: [Statement], _ body: (ResultRows) throws -> Void) throws {
        var failure: (any Error)?
        try exchange(statements) { result in
            guard failure == nil else { return }
            do {
                try body(result.get())
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private func exchange(
        _ statements: [Statement],
        isEachAlone: Bool = false,
        _ take: (consuming Result<ResultRows, PostgresError>) -> Void
    ) throws(PostgresError) {
        try deallocateRetired()
        let deadline = deadline
        var entries: [PreparedStatements.Entry] = []
        entries.reserveCapacity(statements.count)
        // Preparing first keeps one statement that cannot be prepared from aborting the others unseen.
        for statement in statements { entries.append(try prepare(statement, deadline: deadline)) }
        let mayRemain = !isInTransaction
        do throws(PostgresError) {
            try exchange(statements, entries, isEachAlone, deadline, take)
        } catch var error {
            if error.kind == .connection && mayRemain { error.kind = .outcomeUnknown }
            throw error
        }
    }

    private func exchange(
        _ statements: [Statement],
        _ entries: [PreparedStatements.Entry],
        _ isEachAlone: Bool,
        _ deadline: ContinuousClock.Instant?,
        _ take: (consuming Result<ResultRows, PostgresError>) -> Void
    ) throws(PostgresError) {
        guard PQenterPipelineMode(pointer) == 1 else { throw broken() }
        defer { PQexitPipelineMode(pointer) }
        for index in statements.indices {
            guard queue(statements[index], entries[index]) else { throw broken() }
            if isEachAlone && index + 1 < statements.count {
                guard PQpipelineSync(pointer) == 1 else { throw broken() }
            }
            // What the server has answered so far is read now and then: neither side's buffers may fill up.
            if index % 64 == 63 {
                guard PQflush(pointer) >= 0, PQconsumeInput(pointer) == 1 else { throw broken() }
            }
        }
        guard PQpipelineSync(pointer) == 1 else { throw broken() }
        for entry in entries {
            take(try nextOfPipeline(entry, deadline))
            if isEachAlone { try passSync(deadline) }
        }
        if !isEachAlone { try passSync(deadline) }
    }

    private func passSync(_ deadline: ContinuousClock.Instant?) throws(PostgresError) {
        while let result = try nextResult(deadline: deadline) {
            let isSync = PQresultStatus(result) == PGRES_PIPELINE_SYNC
            PQclear(result)
            if isSync { break }
        }
    }

    private func nextOfPipeline(_ entry: PreparedStatements.Entry, _ deadline: ContinuousClock.Instant?)
        throws(PostgresError)
        -> Result<ResultRows, PostgresError>
    {
        var answer: Result<ResultRows, PostgresError>?
        while let result = try nextResult(deadline: deadline) {
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_ABORTED:
                answer = .failure(PostgresError(.pipelineAborted, "an earlier statement of the pipeline failed"))
                PQclear(result)
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
                let error = PostgresError(result: result, statementName: entry.name)
                PQclear(result)
                guard error.kind != .connection else { throw error }
                answer = .failure(error)
            default: answer = .success(ResultRows(result: ServerResult(result), entry: entry))
            }
        }
        guard let answer else { throw broken() }
        return answer
    }
}
