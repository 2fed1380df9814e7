import CLibPQ

/// One row of a result, read column by column; valid only where it is handed over.
///
/// What is generic is visible to the modules that use it, so that it is compiled for their types.
public struct Row: ~Copyable {
    @usableFromInline var result: OpaquePointer
    @usableFromInline let entry: PreparedStatements.Entry
    @usableFromInline let columnTypes: UnsafeMutablePointer<OID>
    @usableFromInline let columnCount: Int32
    @usableFromInline var position: Int32
    @usableFromInline var column: Int32 = 0
    /// Whether the types that are asked for were compared with the columns'.
    @usableFromInline var isChecked: Bool

    @usableFromInline
    init(_ result: OpaquePointer, _ entry: PreparedStatements.Entry, at position: Int32 = 0, isChecked: Bool = true) {
        self.result = result
        self.entry = entry
        columnTypes = entry.columnTypes
        columnCount = Int32(entry.columns.count)
        self.position = position
        self.isChecked = isChecked
    }

    /// The value in the next column.
    ///
    /// - Throws: `PostgresError` of kind `.decoding` when the column's type or value does not fit.
    @inlinable
    public mutating func next<Value: PostgresDecodable>(_ type: Value.Type = Value.self) throws(PostgresError) -> Value
    {
        if !isChecked { try entry.check(Int(column), Value.oids, "\(Value.self)") }
        let cell = try cell()
        column += 1
        do throws(DecodingFailure) {
            return try Value.decode(cell)
        } catch {
            throw unreadable("\(Value.self)", error)
        }
    }

    /// Goes on to a row of the same statement; the first one must have been read to its end.
    @inlinable
    mutating func move(to result: OpaquePointer, _ position: Int32) throws(PostgresError) {
        if !isChecked {
            if column > 0 { try entry.checkCount(Int(column)) }
            isChecked = column > 0
        }
        self.result = result
        self.position = position
        column = 0
    }

    @inlinable
    func cell() throws(PostgresError) -> Cell {
        guard column < columnCount else { throw missing() }
        return Cell(octets: octets(), oid: columnTypes[Int(column)])
    }

    @usableFromInline
    func octets() -> UnsafeRawBufferPointer? {
        let length = PQgetlength(result, position, column)
        // Only a value without octets can be NULL.
        if length == 0, PQgetisnull(result, position, column) == 1 { return nil }
        return UnsafeRawBufferPointer(start: PQgetvalue(result, position, column), count: Int(length))
    }

    @usableFromInline
    func missing() -> PostgresError { PostgresError(.decoding, "the result has no column \(column + 1)") }

    @usableFromInline
    func unreadable(_ type: String, _ failure: DecodingFailure) -> PostgresError {
        PostgresError(.decoding, "column \(column) cannot be read as \(type): \(failure)")
    }
}
