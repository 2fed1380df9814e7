import CLibPQ

/// The rows of one result.
public struct ResultRows {
    let result: ServerResult
    let entry: PreparedStatements.Entry

    public var count: Int { Int(PQntuples(result.pointer)) }

    /// The number of rows that the statement touched.
    public var affected: Int { Int(String(cString: PQcmdTuples(result.pointer))) ?? 0 }

    /// Reads one row as a tuple of Swift types.
    ///
    /// - Throws: `PostgresError` of kind `.decoding` when a column's type or value does not fit.
    public func decode<each Column: PostgresDecodable>(
        _ row: Int,
        as: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column) {
        try entry.check(repeat (each Column).self)
        return try RowReader(result: result.pointer, columns: entry.columns).row(Int32(row), repeat (each Column).self)
    }
}

extension PreparedStatements.Entry {
    /// Compares the result's columns with a row type, once.
    func check<each Column: PostgresDecodable>(_: repeat (each Column).Type) throws(PostgresError) {
        let type = ObjectIdentifier((repeat each Column).self)
        guard !checked.contains(type) else { return }
        var position = 0
        for column in repeat (each Column).self {
            guard position < columns.count else { break }
            guard column.oids.contains(columns[position]) else {
                throw PostgresError(
                    .decoding,
                    "column \(position + 1) has type \(columns[position]), which \(column) cannot be read from"
                )
            }
            position += 1
        }
        var wanted = 0
        for _ in repeat (each Column).self { wanted += 1 }
        guard wanted == columns.count else {
            throw PostgresError(.decoding, "the result has \(columns.count) columns, \(wanted) were asked for")
        }
        checked.insert(type)
    }
}

/// Reads rows of a result whose column types were checked.
struct RowReader {
    let result: OpaquePointer
    let columns: [OID]

    func row<each Column: PostgresDecodable>(_ row: Int32, _ types: repeat (each Column).Type) throws(PostgresError)
        -> (repeat each Column)
    {
        var column: Int32 = 0
        func next<Value: PostgresDecodable>(_ type: Value.Type) throws(PostgresError) -> Value {
            defer { column += 1 }
            return try value(row, column, as: type)
        }
        return (repeat try next(each types))
    }

    func value<Value: PostgresDecodable>(_ row: Int32, _ column: Int32, as: Value.Type) throws(PostgresError) -> Value {
        do throws(DecodingFailure) {
            let isNull = PQgetisnull(result, row, column) == 1
            let octets =
                isNull
                ? nil
                : UnsafeRawBufferPointer(
                    start: PQgetvalue(result, row, column),
                    count: Int(PQgetlength(result, row, column))
                )
            return try Value.decode(Cell(octets: octets, oid: columns[Int(column)]))
        } catch {
            throw PostgresError(.decoding, "column \(column + 1) cannot be read as \(Value.self): \(error)")
        }
    }
}
