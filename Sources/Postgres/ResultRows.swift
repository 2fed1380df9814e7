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
        var reader = Row(result.pointer, entry, at: Int32(row))
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
        guard position < columns.count else { return try checkCount(position + 1) }
        guard !readable.contains(columns[position]) else { return }
        throw PostgresError(
            .decoding,
            "column \(position + 1) has type \(columns[position]), which \(type) cannot be read from"
        )
    }

    @usableFromInline
    func checkCount(_ count: Int) throws(PostgresError) {
        guard count == columns.count else {
            throw PostgresError(.decoding, "the result has \(columns.count) columns, \(count) were asked for")
        }
    }

    @usableFromInline
    func checked(_ type: ObjectIdentifier, count: Int) throws(PostgresError) {
        try checkCount(count)
        checked.insert(type)
        lastChecked = type
    }
}

extension ServerResult {
    /// The number of rows.
    @usableFromInline var count: Int32 { PQntuples(pointer) }
}
