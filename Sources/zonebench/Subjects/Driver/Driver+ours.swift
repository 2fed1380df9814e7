import Postgres

/// The product's side: what a store file does.
extension DriverBench {
    func select(_ count: Int) throws {
        var sum: Int64 = 0
        for index in 0..<count {
            let id = Int64(index % 10_000 + 1)
            let row = try product.row(
                "select id, name, amount from public.item where id = \(id)",
                as: (Int64, String, Int64).self
            )
            if let row { sum += row.0 + row.2 + Int64(row.1.utf8.count) }
        }
        try require(sum, expected)
    }

    func pipelined(_ count: Int) throws {
        var sum: Int64 = 0
        try product.pipeline(
            "select id, name, amount from public.item where id = \(0 as Int64)",
            with: 0..<count,
            bind: { index, parameters in parameters.append(Int64(index % 10_000 + 1)) }
        ) { row in
            sum += try row.next(Int64.self) + Int64(row.next(String.self).utf8.count)
            sum += try row.next(Int64.self)
        }
        try require(sum, expected)
    }

    /// Statements of any kind in one pipeline, as a session file sends them.
    func mixed(_ count: Int) throws {
        var sum: Int64 = 0
        for start in stride(from: 0, to: count, by: 1_000) {
            let statements: [Statement] = (start..<min(start + 1_000, count)).map { index in
                let id = Int64(index % 10_000 + 1)
                return "select id, name, amount from public.item where id = \(id)"
            }
            try product.pipeline(statements) { answer in
                let row = try answer.decode(0, as: (Int64, String, Int64).self)
                sum += row.0 + row.2 + Int64(row.1.utf8.count)
            }
        }
        try require(sum, expected)
    }

    func stream(_ count: Int) throws {
        var (sum, seen): (Int64, Int64) = (0, 0)
        try product.stream(series(count)) { row in
            sum += try row.next(Int64.self) + Int64(row.next(String.self).utf8.count)
            sum += try row.next(Int64.self)
            seen += 1
        }
        try require(sum, 4 * seen * (seen + 1) + 4 * seen)
    }

    func fetch(_ count: Int) throws {
        var (sum, seen): (Int64, Int64) = (0, 0)
        try product.read(series(count)) { row in
            sum += try row.next(Int64.self) + Int64(row.next(String.self).utf8.count)
            sum += try row.next(Int64.self)
            seen += 1
        }
        try require(sum, 4 * seen * (seen + 1) + 4 * seen)
    }

    /// Rows as an array of tuples, the way a short list is read.
    func tuples(_ count: Int) throws {
        var sum: Int64 = 0
        let rows = try product.rows(series(count), as: (Int64, String, Int64).self)
        for row in rows { sum += row.0 + row.2 + Int64(row.1.utf8.count) }
        let seen = Int64(rows.count)
        try require(sum, 4 * seen * (seen + 1) + 4 * seen)
    }

    private func series(_ count: Int) -> Statement {
        "select i, 'name'::text, i * 7 from generate_series(1::bigint, \(Int64(count))) i"
    }

    func copyBinary(_ count: Int) throws {
        try product.copyIn("copy public.copied from stdin (format binary)") { copy in
            for id in 1...Int64(count) {
                try copy.beginRow(fields: 3)
                try copy.add(id)
                try copy.add("name of 1")
                try copy.add(id * 7)
            }
        }
    }

    func copyText(_ count: Int) throws {
        try product.copyIn("copy public.copied from stdin") { copy in
            for id in 1...Int64(count) {
                try copy.addText(id)
                try copy.addText("name of 1")
                try copy.addText(id * 7)
                try copy.endLine()
            }
        }
    }
}
