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
        let mayRemain = !isInTransaction
        let sent = text.withUTF8Buffer { buffer in
            String(decoding: buffer, as: UTF8.self).withCString { PQsendQuery(pointer, $0) }
        }
        guard sent == 1 else { throw broken() }
        _ = try collect(statementName: nil, mayRemain: mayRemain)
    }

    /// Runs a statement: in one round trip for the first time, prepared from the second time on.
    @usableFromInline
    func run(_ statement: Statement) throws(PostgresError) -> (ServerResult, PreparedStatements.Entry) {
        try deallocateRetired()
        let deadline = deadline
        try refuseNUL(statement)
        let entry: PreparedStatements.Entry
        if let known = prepared.entry(for: statement) {
            entry = known
        } else if prepared.isNew(statement) {
            return try runOnce(statement, deadline)
        } else {
            entry = try prepareAnew(statement, deadline)
        }
        do {
            return (try send(statement, entry, deadline), entry)
        } catch let error where error.sqlState?.rawValue == "0A000" && status == .idle {
            // "cached plan must not change result type": the tables changed under the statement; once more from scratch.
            prepared.forget(statement)
            let fresh = try prepareAnew(statement, deadline)
            return (try send(statement, fresh, deadline), fresh)
        }
    }

    /// Preparing would cost two more round trips, most of what a program waits for that asks each question once.
    private func runOnce(_ statement: Statement, _ deadline: ContinuousClock.Instant?) throws(PostgresError)
        -> (ServerResult, PreparedStatements.Entry)
    {
        let mayRemain = !isInTransaction
        let count = Int32(statement.storage.count)
        let isQueued = Self.withValues(of: statement.storage) { values, lengths, formats in
            PQsendQueryParams(pointer, statement.text, count, statement.storage.oids, values, lengths, formats, 1)
        }
        guard isQueued == 1 else { throw broken() }
        let result = try collect(statementName: nil, mayRemain: mayRemain, deadline: deadline)
        let columns = Self.columns(of: result)
        return (result, PreparedStatements.Entry(name: "", statement: statement.withoutValues, columns: columns))
    }

    private static func columns(of result: ServerResult) -> [OID] {
        (0..<PQnfields(result.pointer)).map { OID(rawValue: PQftype(result.pointer, $0)) }
    }

    private func send(
        _ statement: Statement,
        _ entry: PreparedStatements.Entry,
        _ deadline: ContinuousClock.Instant?
    ) throws(PostgresError) -> ServerResult {
        let mayRemain = !isInTransaction
        guard queue(statement, entry) else { throw broken() }
        return try collect(statementName: entry.name, mayRemain: mayRemain, deadline: deadline)
    }

    /// Queues a prepared statement with its parameters; false when the connection is gone.
    func queue(_ statement: Statement, _ entry: PreparedStatements.Entry) -> Bool {
        queue(statement.storage, entry)
    }

    @usableFromInline
    func queue(_ parameters: borrowing Parameters, _ entry: PreparedStatements.Entry) -> Bool {
        let count = Int32(parameters.slots.count)
        return Self.withValues(of: parameters) { values, lengths, formats in
            PQsendQueryPrepared(pointer, entry.nameInC, count, values, lengths, formats, 1)
        } == 1
    }

    /// The values as libpq takes them: addresses, lengths, and for each that it is binary.
    @inline(__always)
    private static func withValues(
        of parameters: borrowing Parameters,
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Int32
    ) -> Int32 {
        let count = parameters.slots.count
        return parameters.octets.withUnsafeBytes { octets in
            withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count + 1) { values in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: count * 2 + 1) { numbers in
                    for index in 0..<count {
                        let slot = parameters.slots[index]
                        values.initializeElement(at: index, to: value(slot, in: octets))
                        numbers.initializeElement(at: index, to: slot.length)
                        numbers.initializeElement(at: count + index, to: 1)
                    }
                    return body(
                        values.baseAddress.map { UnsafePointer($0) },
                        numbers.baseAddress.map { UnsafePointer($0) },
                        numbers.baseAddress.map { UnsafePointer($0 + count) }
                    )
                }
            }
        }
    }

    private static func value(_ slot: Parameters.Slot, in octets: UnsafeRawBufferPointer) -> UnsafePointer<CChar>? {
        guard slot.length >= 0 else { return nil }
        // An empty value still needs an address: a null one would mean NULL.
        guard let base = octets.baseAddress else { return emptyValue }
        return (base + slot.offset).assumingMemoryBound(to: CChar.self)
    }

    /// Waits for all results of one command; the last one, or the first error.
    ///
    /// - Parameter mayRemain: whether the command's effect can outlive a connection that breaks now: it was sent outside
    ///   a transaction. Asked before sending, because libpq knows no transaction status of a busy connection.
    func collect(statementName: String?, mayRemain: Bool, deadline: ContinuousClock.Instant? = nil)
        throws(PostgresError)
        -> ServerResult
    {
        var last: ServerResult?
        var failure: PostgresError?
        while true {
            let next: OpaquePointer?
            do throws(PostgresError) {
                next = try nextResult(deadline: deadline, mayRemain: mayRemain)
            } catch {
                // The server's own last words say more than the end of the connection that follows them.
                guard failure == nil else { break }
                throw error
            }
            guard let pointer = next else { break }
            let result = ServerResult(pointer)
            switch PQresultStatus(pointer) {
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
                failure = failure ?? PostgresError(result: pointer, statementName: statementName)
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
                // libpq would answer the same result for ever.
                leaveCopy(PQresultStatus(pointer))
                failure = failure ?? PostgresError(.encoding, "a COPY is sent with copyIn or copyOut")
            default: last = result
            }
            if PQstatus(self.pointer) == CONNECTION_BAD { break }
        }
        if var failure {
            // With a SQLSTATE the server itself gave up, before it committed; without one it went silent.
            if failure.kind == .connection && failure.sqlState == nil && mayRemain { failure.kind = .outcomeUnknown }
            throw failure
        }
        guard let last else { throw broken() }
        return last
    }

    private func nextResult(deadline: ContinuousClock.Instant?, mayRemain: Bool) throws(PostgresError)
        -> OpaquePointer?
    {
        do {
            return try nextResult(deadline: deadline)
        } catch var error {
            if mayRemain { error.kind = .outcomeUnknown }
            throw error
        }
    }

    /// - Parameter deadline: of the whole statement: preparing waits for the same locks as running.
    @usableFromInline
    func prepare(_ statement: Statement, deadline: ContinuousClock.Instant?) throws(PostgresError)
        -> PreparedStatements.Entry
    {
        try refuseNUL(statement)
        if let entry = prepared.entry(for: statement) { return entry }
        return try prepareAnew(statement, deadline)
    }

    private func prepareAnew(_ statement: Statement, _ deadline: ContinuousClock.Instant?) throws(PostgresError)
        -> PreparedStatements.Entry
    {
        let name = prepared.nextName()
        guard
            PQsendPrepare(pointer, name, statement.text, Int32(statement.storage.count), statement.storage.oids) == 1
        else { throw broken() }
        _ = try collect(statementName: name, mayRemain: false, deadline: deadline)
        guard PQsendDescribePrepared(pointer, name) == 1 else { throw broken() }
        let description = try collect(statementName: name, mayRemain: false, deadline: deadline)
        let columns = Self.columns(of: description)
        let entry = PreparedStatements.Entry(name: name, statement: statement.withoutValues, columns: columns)
        prepared.keep(entry)
        return entry
    }

    private func refuseNUL(_ statement: Statement) throws(PostgresError) {
        guard let position = statement.storage.positionOfNUL else { return }
        throw PostgresError(.encoding, "parameter \(position) contains NUL")
    }

    /// Frees the server's copies of statements that made room for others. Not while statements are being prepared for a
    /// pipeline, which may hold any number of them.
    func deallocateRetired() throws(PostgresError) {
        while status == .idle || status == .inTransaction, let name = prepared.nextRetired() {
            guard PQsendQuery(pointer, "deallocate \(name)") == 1 else { throw broken() }
            _ = try collect(statementName: name, mayRemain: false)
        }
    }
}

/// The address of a value without octets; never read.
private nonisolated(unsafe) let emptyValue = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
