import CLibPQ

/// The rows of one result.
public struct ResultRows {
    @usableFromInline let result: ServerResult
    @usableFromInline let entry: PreparedStatements.Entry

    public var count: Int { Int(PQntuples(result.pointer)) }

    /// The number of rows that the statement touched.
    public var affected: Int { Int(String(cString: PQcmdTuples(result.pointer))) ?? 0 }

    /// Reads one row as a tuple of Swift types.
    ///
    /// - Throws: `PostgresError` of kind `.decoding` when a column's type or value does not fit.
    @inlinable
    public func decode<each Column: PostgresDecodable>(
        _ row: Int,
        as: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column) {
        try entry.check(repeat (each Column).self)
        var reader = RowReader(result: result.pointer, columns: entry.columns, row: Int32(row))
        return (repeat try reader.next((each Column).self))
    }
}

extension PreparedStatements.Entry {
    /// Compares the result's columns with a row type, once.
    @inlinable
    func check<each Column: PostgresDecodable>(_: repeat (each Column).Type) throws(PostgresError) {
        let type = ObjectIdentifier((repeat each Column).self)
        guard lastChecked != type else { return }
        guard !checked.contains(type) else {
            lastChecked = type
            return
        }
        var position = 0
        for column in repeat (each Column).self {
            try check(position, column.oids, "\(column)")
            position += 1
        }
        try checked(type, count: position)
    }

    @usableFromInline
    func check(_ position: Int, _ readable: [OID], _ type: String) throws(PostgresError) {
        guard position < columns.count, !readable.contains(columns[position]) else { return }
        throw PostgresError(
            .decoding,
            "column \(position + 1) has type \(columns[position]), which \(type) cannot be read from"
        )
    }

    @usableFromInline
    func checked(_ type: ObjectIdentifier, count: Int) throws(PostgresError) {
        guard count == columns.count else {
            throw PostgresError(.decoding, "the result has \(columns.count) columns, \(count) were asked for")
        }
        checked.insert(type)
        lastChecked = type
    }
}

/// Reads the rows of a result whose column types were checked.
///
/// What is generic is visible to the modules that use it, so that it is compiled for their types.
@usableFromInline
struct RowReader {
    @usableFromInline let result: OpaquePointer
    @usableFromInline let columns: [OID]
    @usableFromInline var row: Int32
    @usableFromInline var column: Int32 = 0

    @usableFromInline
    init(result: OpaquePointer, columns: [OID], row: Int32 = 0) {
        self.result = result
        self.columns = columns
        self.row = row
    }

    /// The value in the next column.
    @inlinable
    mutating func next<Value: PostgresDecodable>(_ type: Value.Type) throws(PostgresError) -> Value {
        let cell = cell()
        column += 1
        do throws(DecodingFailure) {
            return try Value.decode(cell)
        } catch {
            throw unreadable("\(Value.self)", error)
        }
    }

    @inlinable
    mutating func nextRow() {
        row += 1
        column = 0
    }

    @usableFromInline
    func cell() -> Cell {
        let length = PQgetlength(result, row, column)
        // Only a value without octets can be NULL.
        let isNull = length == 0 && PQgetisnull(result, row, column) == 1
        return Cell(
            octets: isNull
                ? nil : UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: Int(length)),
            oid: columns[Int(column)]
        )
    }

    @usableFromInline
    func unreadable(_ type: String, _ failure: DecodingFailure) -> PostgresError {
        PostgresError(.decoding, "column \(column) cannot be read as \(type): \(failure)")
    }
}

extension ServerResult {
    /// The number of rows.
    @usableFromInline var count: Int32 { PQntuples(pointer) }
}
