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
        try startCopy(statement, PGRES_COPY_IN)
        var copy = CopyIn(self)
        do {
            try body(&copy)
            try copy.finish()
        } catch {
            // The server answers with an error of its own, which says no more than ours.
            if PQputCopyEnd(pointer, "given up by the client") >= 0 { _ = try? collect(statementName: nil) }
            throw error
        }
        guard PQputCopyEnd(pointer, nil) >= 0 else { throw broken() }
        let result = try collect(statementName: nil, deadline: deadline)
        return Int(String(cString: PQcmdTuples(result.pointer))) ?? 0
    }

    /// Runs `COPY … TO STDOUT` and hands over what comes, message by message: a line of text, or a row in binary form (the
    /// first one after the stream's header).
    ///
    /// - Throws: what `body` throws, after the statement was cancelled; `PostgresError`.
    public func copyOut(_ statement: Statement, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try startCopy(statement, PGRES_COPY_OUT)
        do {
            while let message = try nextCopyData() {
                defer { PQfreemem(message.baseAddress) }
                try body(UnsafeRawBufferPointer(message))
            }
        } catch {
            makeCanceller().cancel()
            while let message = try? nextCopyData() { PQfreemem(message.baseAddress) }
            drain()
            throw error
        }
        _ = try collect(statementName: nil)
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
        try copyOut(statement) { message in
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
    func putCopyData(_ octets: UnsafeRawBufferPointer) throws(PostgresError) {
        let start = octets.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(pointer, start, Int32(octets.count)) == 1 else { throw broken() }
        while true {
            let flushed = PQflush(pointer)
            guard flushed >= 0 else { throw broken() }
            guard flushed == 1 else { return }
            _ = wait(for: Int16(POLLIN | POLLOUT), deadline: nil)
            guard PQconsumeInput(pointer) == 1 else { throw broken() }
        }
    }

    private func startCopy(_ statement: Statement, _ kind: ExecStatusType) throws(PostgresError) {
        guard statement.parameters.count == 0 else {
            throw PostgresError(.encoding, "COPY takes no parameters")
        }
        guard PQsendQuery(pointer, statement.text) == 1, let result = try nextResult(deadline: deadline) else {
            throw broken()
        }
        defer { PQclear(result) }
        guard PQresultStatus(result) != kind else { return }
        let error = PostgresError(result: result, statementName: nil)
        drain()
        throw error
    }

    private func nextCopyData() throws(PostgresError) -> UnsafeMutableRawBufferPointer? {
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            switch PQgetCopyData(pointer, &buffer, 1) {
            case 0:
                _ = wait(for: Int16(POLLIN), deadline: nil)
                guard PQconsumeInput(pointer) == 1 else { throw broken() }
            case -1: return nil
            case -2: throw broken()
            case let count: return UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
            }
        }
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
