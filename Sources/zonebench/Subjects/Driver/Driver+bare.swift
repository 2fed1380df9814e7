import CLibPQ

/// libpq's side: the least that a C program would write.
extension DriverBench {
    func bareSelect(_ count: Int) throws {
        var sum: Int64 = 0
        for index in 0..<count {
            try withKey(Int64(index % 10_000 + 1)) { values, lengths, formats in
                let result = PQexecPrepared(bare.pointer, "one", 1, values, lengths, formats, 1)
                defer { PQclear(result) }
                guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw BenchFault("bare select") }
                sum += Self.sum(of: result, 0)
            }
        }
        try require(sum, expected)
    }

    func barePipelined(_ count: Int) throws {
        var sum: Int64 = 0
        PQenterPipelineMode(bare.pointer)
        defer { PQexitPipelineMode(bare.pointer) }
        for start in stride(from: 0, to: count, by: 1_000) {
            let end = min(start + 1_000, count)
            for index in start..<end {
                try withKey(Int64(index % 10_000 + 1)) { values, lengths, formats in
                    guard PQsendQueryPrepared(bare.pointer, "one", 1, values, lengths, formats, 1) == 1 else {
                        throw BenchFault("bare pipeline")
                    }
                }
            }
            PQpipelineSync(bare.pointer)
            for _ in start..<end {
                while let result = PQgetResult(bare.pointer) {
                    sum += Self.sum(of: result, 0)
                    PQclear(result)
                }
            }
            PQclear(PQgetResult(bare.pointer))
        }
        try require(sum, expected)
    }

    func bareStream(_ count: Int) throws {
        var (sum, seen): (Int64, Int64) = (0, 0)
        try sendSeries(count)
        PQsetSingleRowMode(bare.pointer)
        while let result = PQgetResult(bare.pointer) {
            if PQresultStatus(result) == PGRES_SINGLE_TUPLE {
                sum += Self.sum(of: result, 0)
                seen += 1
            }
            PQclear(result)
        }
        try require(sum, 4 * seen * (seen + 1) + 4 * seen)
    }

    func bareFetch(_ count: Int) throws {
        var sum: Int64 = 0
        try sendSeries(count)
        let result = PQgetResult(bare.pointer)
        for row in 0..<PQntuples(result) { sum += Self.sum(of: result, row) }
        let seen = Int64(PQntuples(result))
        PQclear(result)
        while let rest = PQgetResult(bare.pointer) { PQclear(rest) }
        try require(sum, 4 * seen * (seen + 1) + 4 * seen)
    }

    func bareCopyBinary(_ count: Int) throws {
        try copy("copy public.copied from stdin (format binary)") { buffer in
            buffer.octets([0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            for id in 1...Int64(count) {
                buffer.integer(Int16(3))
                buffer.integer(Int32(8))
                buffer.integer(id)
                buffer.integer(Int32(9))
                buffer.text("name of 1")
                buffer.integer(Int32(8))
                buffer.integer(id * 7)
                try buffer.sendWhenFull(bare)
            }
            buffer.integer(Int16(-1))
        }
    }

    func bareCopyText(_ count: Int) throws {
        try copy("copy public.copied from stdin") { buffer in
            for id in 1...Int64(count) {
                buffer.digits(id)
                buffer.octet(0x09)
                buffer.text("name of 1")
                buffer.octet(0x09)
                buffer.digits(id * 7)
                buffer.octet(0x0A)
                try buffer.sendWhenFull(bare)
            }
        }
    }

    private func copy(_ command: String, _ fill: (inout BareBuffer) throws -> Void) throws {
        try bare.execute(command)
        var buffer = BareBuffer()
        defer { buffer.free() }
        try fill(&buffer)
        try buffer.send(bare)
        guard PQputCopyEnd(bare.pointer, nil) == 1 else { throw BenchFault("bare copy") }
        while let result = PQgetResult(bare.pointer) { try bare.check(result) }
    }

    private func sendSeries(_ count: Int) throws {
        try withKey(Int64(count)) { values, lengths, formats in
            let text = "select i, 'name'::text, i * 7 from generate_series(1::bigint, $1) i"
            guard PQsendQueryParams(bare.pointer, text, 1, [20], values, lengths, formats, 1) == 1 else {
                throw BenchFault("bare series")
            }
        }
    }

    private func withKey(
        _ key: Int64,
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) throws -> Void
    ) throws {
        var key = key.bigEndian
        var (length, format): (Int32, Int32) = (8, 1)
        try withUnsafePointer(to: &key) { pointer in
            var value: UnsafePointer<CChar>? = UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
            try body(&value, &length, &format)
        }
    }

    private static func sum(of result: OpaquePointer?, _ row: Int32) -> Int64 {
        func integer(_ column: Int32) -> Int64 {
            guard let value = PQgetvalue(result, row, column) else { return 0 }
            return Int64(bigEndian: UnsafeRawPointer(value).loadUnaligned(as: Int64.self))
        }
        return integer(0) + integer(2) + Int64(PQgetlength(result, row, 1))
    }
}
