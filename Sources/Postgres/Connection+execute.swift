import CLibPQ

/// A result that is freed with its last user.
@usableFromInline
final class ServerResult {
    @usableFromInline let pointer: OpaquePointer
    init(_ pointer: OpaquePointer) { self.pointer = pointer }
    deinit { PQclear(pointer) }
}

extension Connection {
    /// Runs a statement for its effect.
    ///
    /// - Returns: the number of rows that it touched.
    @discardableResult
    public func execute(_ statement: Statement) throws(PostgresError) -> Int {
        let (result, _) = try run(statement)
        return Int(String(cString: PQcmdTuples(result.pointer))) ?? 0
    }

    /// Runs a script of several statements that was compiled in; its results are dropped.
    public func script(_ text: StaticString) throws(PostgresError) {
        let sent = text.withUTF8Buffer { buffer in
            String(decoding: buffer, as: UTF8.self).withCString { PQsendQuery(pointer, $0) }
        }
        guard sent == 1 else { throw broken() }
        _ = try collect(statementName: nil)
    }

    /// Runs a prepared statement; prepares it first where the server does not know it.
    @usableFromInline
    func run(_ statement: Statement) throws(PostgresError) -> (ServerResult, PreparedStatements.Entry) {
        let entry = try prepare(statement)
        do {
            return (try send(statement, entry), entry)
        } catch let error where error.sqlState?.rawValue == "0A000" && status == .idle {
            // "cached plan must not change result type": the tables changed under the statement; once more from scratch.
            try forget(statement)
            let fresh = try prepare(statement)
            return (try send(statement, fresh), fresh)
        }
    }

    private func send(_ statement: Statement, _ entry: PreparedStatements.Entry) throws(PostgresError) -> ServerResult {
        let deadline = deadline
        guard queue(statement, entry) else { throw broken() }
        return try collect(statementName: entry.name, deadline: deadline)
    }

    /// Queues a prepared statement with its parameters; false when the connection is gone.
    func queue(_ statement: Statement, _ entry: PreparedStatements.Entry) -> Bool {
        let slots = statement.storage.slots
        return statement.storage.octets.withUnsafeBytes { octets in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: slots.count + 1) { values in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: slots.count * 2 + 1) { numbers in
                    for (index, slot) in slots.enumerated() {
                        values.initializeElement(at: index, to: Self.value(slot, in: octets))
                        numbers.initializeElement(at: index, to: slot.length)
                        numbers.initializeElement(at: slots.count + index, to: 1)
                    }
                    return PQsendQueryPrepared(
                        pointer,
                        entry.name,
                        Int32(slots.count),
                        values.baseAddress,
                        numbers.baseAddress,
                        numbers.baseAddress.map { $0 + slots.count },
                        1
                    )
                }
            }
        } == 1
    }

    private static func value(_ slot: Parameters.Slot, in octets: UnsafeRawBufferPointer) -> UnsafePointer<CChar>? {
        guard slot.length >= 0 else { return nil }
        // An empty value still needs an address: a null one would mean NULL.
        guard let base = octets.baseAddress else { return emptyValue }
        return (base + slot.offset).assumingMemoryBound(to: CChar.self)
    }

    /// Waits for all results of one command; the last one, or the first error.
    func collect(statementName: String?, deadline: ContinuousClock.Instant? = nil) throws(PostgresError) -> ServerResult
    {
        let wasInTransaction = status == .inTransaction || status == .inFailedTransaction
        var last: ServerResult?
        var failure: PostgresError?
        while let pointer = try receive(deadline, wasInTransaction) {
            switch PQresultStatus(pointer) {
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
                failure = failure ?? PostgresError(result: pointer, statementName: statementName)
                PQclear(pointer)
            default: last = ServerResult(pointer)
            }
            if PQstatus(self.pointer) == CONNECTION_BAD { break }
        }
        if var failure {
            if failure.kind == .connection && !wasInTransaction && failure.sqlState == nil {
                failure.kind = .outcomeUnknown
            }
            throw failure
        }
        guard let last else { throw broken() }
        return last
    }

    private func receive(_ deadline: ContinuousClock.Instant?, _ wasInTransaction: Bool) throws(PostgresError)
        -> OpaquePointer?
    {
        do {
            return try nextResult(deadline: deadline)
        } catch var error {
            if !wasInTransaction { error.kind = .outcomeUnknown }
            throw error
        }
    }

    @usableFromInline
    func prepare(_ statement: Statement) throws(PostgresError) -> PreparedStatements.Entry {
        if let position = statement.storage.positionOfNUL {
            throw PostgresError(.encoding, "parameter \(position) contains NUL")
        }
        if let entry = prepared.entry(for: statement) { return entry }
        let name = prepared.nextName()
        guard
            PQsendPrepare(pointer, name, statement.text, Int32(statement.storage.count), statement.storage.oids) == 1
        else { throw broken() }
        _ = try collect(statementName: name)
        guard PQsendDescribePrepared(pointer, name) == 1 else { throw broken() }
        let description = try collect(statementName: name)
        let columns = (0..<PQnfields(description.pointer)).map { OID(rawValue: PQftype(description.pointer, $0)) }
        let entry = PreparedStatements.Entry(name: name, statement: statement.withoutValues, columns: columns)
        if let evicted = prepared.keep(entry) { try deallocate(evicted) }
        return entry
    }

    private func forget(_ statement: Statement) throws(PostgresError) {
        if let name = prepared.forget(statement) { try deallocate(name) }
    }

    private func deallocate(_ name: String) throws(PostgresError) {
        guard status == .idle, "deallocate \(name)".withCString({ PQsendQuery(pointer, $0) }) == 1 else { return }
        _ = try collect(statementName: name)
    }
}

/// The address of a value without octets; never read.
private nonisolated(unsafe) let emptyValue = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
