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
        var row = Row(result.pointer, entry)
        let count = result.count
        var rows: [(repeat each Column)] = []
        rows.reserveCapacity(Int(count))
        for position in 0..<count {
            try row.move(to: result.pointer, position)
            rows.append((repeat try row.next((each Column).self)))
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
            var row = Row(result.pointer, entry)
            let values = (repeat try row.next((each Column).self))
            return .some(values)
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
            var row = Row(result.pointer, entry)
            return try row.next(Value.self)
        case let count: throw PostgresError(.cardinality, "\(count) rows where at most one was expected")
        }
    }

    /// Hands the rows of a statement to `body` one by one, all of them being in memory; `body` reads their columns in
    /// order, all of them.
    ///
    /// - Throws: what `body` throws; `PostgresError`.
    @inlinable
    public func read(_ statement: Statement, _ body: (inout Row) throws -> Void) throws {
        let (result, entry) = try run(statement)
        var row = Row(result.pointer, entry, isChecked: false)
        for position in 0..<result.count {
            try row.move(to: result.pointer, position)
            try body(&row)
        }
    }
}
