extension Connection {
    /// All rows of a statement.
    ///
    /// - Throws: `PostgresError`; of kind `.decoding` when a column's type or value does not fit.
    @inlinable
    public func rows<each Column: PostgresDecodable>(
        _ statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> [(repeat each Column)] {
        let (result, entry) = try run(statement)
        try entry.check(repeat (each Column).self)
        var reader = RowReader(result: result.pointer, columns: entry.columns)
        let count = result.count
        var rows: [(repeat each Column)] = []
        rows.reserveCapacity(Int(count))
        while reader.row < count {
            rows.append((repeat try reader.next((each Column).self)))
            reader.nextRow()
        }
        return rows
    }

    /// The only row of a statement; nil when there is none.
    ///
    /// - Throws: `PostgresError` of kind `.cardinality` for more than one.
    @inlinable
    public func row<each Column: PostgresDecodable>(
        _ statement: Statement,
        as: (repeat each Column).Type = (repeat each Column).self
    ) throws(PostgresError) -> (repeat each Column)? {
        let (result, entry) = try run(statement)
        try entry.check(repeat (each Column).self)
        switch result.count {
        case 0: return nil
        case 1:
            var reader = RowReader(result: result.pointer, columns: entry.columns)
            let row = (repeat try reader.next((each Column).self))
            return .some(row)
        case let count: throw PostgresError(.cardinality, "\(count) rows where at most one was expected")
        }
    }

    /// The only value of a statement of one column; nil when there is no row.
    ///
    /// - Throws: `PostgresError` of kind `.cardinality` for more than one row.
    @inlinable
    public func value<Value: PostgresDecodable>(_ statement: Statement, as: Value.Type = Value.self)
        throws(PostgresError)
        -> Value?
    {
        let (result, entry) = try run(statement)
        try entry.check(Value.self)
        switch result.count {
        case 0: return nil
        case 1:
            var reader = RowReader(result: result.pointer, columns: entry.columns)
            return try reader.next(Value.self)
        case let count: throw PostgresError(.cardinality, "\(count) rows where at most one was expected")
        }
    }
}
