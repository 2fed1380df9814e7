import CLibPQ

extension Connection {
    /// All rows of a statement.
    ///
    /// - Throws: `PostgresError`; of kind `.decoding` when a column's type or value does not fit.
    public func rows<each Column: PostgresDecodable>(
        _ statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> [(repeat each Column)] {
        let (result, entry) = try run(statement)
        try entry.check(repeat (each Column).self)
        let reader = RowReader(result: result.pointer, columns: entry.columns)
        let count = PQntuples(result.pointer)
        var rows: [(repeat each Column)] = []
        rows.reserveCapacity(Int(count))
        for row in 0..<count { rows.append(try reader.row(row, repeat (each Column).self)) }
        return rows
    }

    /// The only row of a statement; nil when there is none.
    ///
    /// - Throws: `PostgresError` of kind `.cardinality` for more than one.
    public func row<each Column: PostgresDecodable>(
        _ statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column)? {
        let (result, entry) = try run(statement)
        try entry.check(repeat (each Column).self)
        switch PQntuples(result.pointer) {
        case 0: return nil
        case 1:
            let reader = RowReader(result: result.pointer, columns: entry.columns)
            let row: (repeat each Column) = try reader.row(0, repeat (each Column).self)
            return .some(row)
        case let count: throw PostgresError(.cardinality, "\(count) rows where at most one was expected")
        }
    }

    /// The only value of a statement of one column; nil when there is no row.
    ///
    /// - Throws: `PostgresError` of kind `.cardinality` for more than one row.
    public func value<Value: PostgresDecodable>(_ statement: Statement, as: Value.Type = Value.self)
        throws(PostgresError)
        -> Value?
    {
        let (result, entry) = try run(statement)
        try entry.check(Value.self)
        switch PQntuples(result.pointer) {
        case 0: return nil
        case 1: return try RowReader(result: result.pointer, columns: entry.columns).value(0, 0, as: Value.self)
        case let count: throw PostgresError(.cardinality, "\(count) rows where at most one was expected")
        }
    }
}
