import CLibPQ
import Glibc

extension Connection {
    /// Runs `COPY … FROM STDIN` with what `body` writes. Nothing is kept when it throws.
    ///
    /// - Parameter statement: the COPY command; it takes no parameters.
    /// - Returns: the number of rows.
    /// - Throws: what `body` throws; `PostgresError`.
    @discardableResult
    public func copyIn(_ statement: Statement, _ body: (inout CopyIn) throws -> Void) throws -> Int {
        let mayRemain = !isInTransaction
        let deadline = deadline
        let isBinary = try startCopy(statement, PGRES_COPY_IN, deadline)
        var copy = CopyIn(self, isBinary: isBinary, deadline: deadline)
        do {
            try body(&copy)
            try copy.finish()
        } catch {
            // The server answers with an error of its own, which says no more than ours.
            leaveCopy(PGRES_COPY_IN)
            drain()
            throw error
        }
        guard PQputCopyEnd(pointer, nil) >= 0 else { throw broken() }
        let result = try collect(statementName: nil, mayRemain: mayRemain, deadline: deadline)
        return Int(String(cString: PQcmdTuples(result.pointer))) ?? 0
    }

    /// Runs `COPY … TO STDOUT` and hands over what comes, message by message: a line of text, or a row in binary form (the
    /// first one after the stream's header).
    ///
    /// - Throws: what `body` throws, after the statement was cancelled; `PostgresError`.
    public func copyOut(_ statement: Statement, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try copyOut(statement, inFormat: nil, body)
    }

    private func copyOut(
        _ statement: Statement,
        inFormat isBinary: Bool?,
        _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let deadline = deadline
        let isSentBinary = try startCopy(statement, PGRES_COPY_OUT, deadline)
        do {
            guard isBinary == nil || isBinary == isSentBinary else { throw Self.otherCopy }
            while let message = try nextCopyData(deadline) {
                defer { PQfreemem(message.baseAddress) }
                try body(UnsafeRawBufferPointer(message))
            }
        } catch {
            makeCanceller().cancel()
            leaveCopy(PGRES_COPY_OUT)
            drain()
            throw error
        }
        _ = try collect(statementName: nil, mayRemain: false, deadline: deadline)
    }

    /// Runs `COPY … TO STDOUT` and hands over the fields of each line of text; nil is NULL.
    ///
    /// - Throws: what `body` throws; `PostgresError` of kind `.decoding` for octets that are not UTF-8.
    public func copyLines(_ statement: Statement, _ body: ([String?]) throws -> Void) throws {
        try copyOut(statement, inFormat: false) { line in try body(try CopyTextLine.fields(line)) }
    }

    /// Runs `COPY … TO STDOUT (format binary)` and decodes its rows; COPY tells no types, so each column is read as the
    /// first type that its Swift type can be read from.
    ///
    /// - Throws: what `body` throws; `PostgresError` of kind `.decoding` when a value does not fit.
    public func copyRows<each Column: PostgresDecodable>(
        _ statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self,
        _ body: (repeat each Column) throws -> Void
    ) throws {
        var isFirst = true
        try copyOut(statement, inFormat: true) { message in
            var reader = CopyRowReader(message, skipping: isFirst ? CopyBinary.header.count : 0)
            isFirst = false
            guard let count = try reader.fieldCount() else { return }
            var wanted = 0
            for _ in repeat (each Column).self { wanted += 1 }
            guard wanted == count else {
                throw PostgresError(.decoding, "a row has \(count) columns, \(wanted) were asked for")
            }
            let row = (repeat try reader.value((each Column).self))
            try body(repeat each row)
        }
    }

    /// Queues octets and waits until the server has taken all but what the socket holds.
    func putCopyData(_ octets: UnsafeRawBufferPointer, _ deadline: ContinuousClock.Instant?) throws(PostgresError) {
        let start = octets.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(pointer, start, Int32(octets.count)) == 1 else { throw broken() }
        var canceled = false
        while true {
            let flushed = PQflush(pointer)
            guard flushed >= 0 else { throw broken() }
            guard flushed == 1 else { return }
            guard wait(for: Int16(POLLIN | POLLOUT), deadline: canceled ? nil : deadline) else {
                makeCanceller().cancel()
                canceled = true
                continue
            }
            guard PQconsumeInput(pointer) == 1 else { throw broken() }
        }
    }

    /// Sends the command and waits until the server is ready to copy in the direction asked for.
    ///
    /// - Returns: whether the copy is in the binary format.
    private func startCopy(_ statement: Statement, _ kind: ExecStatusType, _ deadline: ContinuousClock.Instant?)
        throws(PostgresError)
        -> Bool
    {
        guard statement.parameters.count == 0 else {
            throw PostgresError(.encoding, "COPY takes no parameters")
        }
        try deallocateRetired()
        guard PQsendQuery(pointer, statement.text) == 1, let result = try nextResult(deadline: deadline) else {
            throw broken()
        }
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status != kind else { return PQbinaryTuples(result) == 1 }
        let error = status == PGRES_FATAL_ERROR ? PostgresError(result: result, statementName: nil) : Self.otherCopy
        leaveCopy(status)
        drain()
        throw error
    }

    private static var otherCopy: PostgresError {
        PostgresError(.encoding, "the statement is no COPY in this direction and format")
    }

    private func nextCopyData(_ deadline: ContinuousClock.Instant?) throws(PostgresError)
        -> UnsafeMutableRawBufferPointer?
    {
        var canceled = false
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            switch PQgetCopyData(pointer, &buffer, 1) {
            case 0:
                guard wait(for: waitingEvents, deadline: canceled ? nil : deadline) else {
                    makeCanceller().cancel()
                    canceled = true
                    continue
                }
                guard PQconsumeInput(pointer) == 1 else { throw broken() }
            case -1: return nil
            case -2: throw broken()
            case let count: return UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
            }
        }
    }

    /// Ends a COPY that nobody wants, so that results follow: libpq would answer the COPY's own for ever.
    func leaveCopy(_ status: ExecStatusType) {
        if status == PGRES_COPY_IN || status == PGRES_COPY_BOTH { PQputCopyEnd(pointer, "given up by the client") }
        guard status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH else { return }
        var row: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(pointer, &row, 0) > 0 { PQfreemem(row) }
    }
}

/// Reads the fields of one binary row.
private struct CopyRowReader {
    private let octets: UnsafeRawBufferPointer
    private var position: Int
    private var column = 0

    init(_ octets: UnsafeRawBufferPointer, skipping start: Int) {
        self.octets = octets
        position = start
    }

    /// Nil at the end of the stream.
    mutating func fieldCount() throws(PostgresError) -> Int? {
        guard position < octets.count else { return nil }
        let count = Int(try integer(Int16.self))
        return count < 0 ? nil : count
    }

    mutating func value<Value: PostgresDecodable>(_ type: Value.Type) throws(PostgresError) -> Value {
        column += 1
        let length = Int(try integer(Int32.self))
        var field: UnsafeRawBufferPointer?
        if length >= 0 {
            guard position + length <= octets.count else { throw short() }
            field = UnsafeRawBufferPointer(rebasing: octets[position..<position + length])
            position += length
        }
        do throws(DecodingFailure) {
            return try Value.decode(Cell(octets: field, oid: Value.oids.first ?? .unknown))
        } catch {
            throw PostgresError(.decoding, "column \(column) cannot be read as \(Value.self): \(error)")
        }
    }

    private mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(PostgresError) -> Integer {
        let size = MemoryLayout<Integer>.size
        guard position + size <= octets.count else { throw short() }
        defer { position += size }
        return Integer(bigEndian: octets.loadUnaligned(fromByteOffset: position, as: Integer.self))
    }

    private func short() -> PostgresError { PostgresError(.decoding, "a row of COPY is cut off") }
}
