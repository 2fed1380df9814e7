/// The binary format of COPY: a signature, rows of counted fields, −1.
private let signature: [UInt8] = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00]

/// Writes rows in the binary format of COPY.
public final class CopyBinaryWriter {
    let sink: CopySink

    init(_ connection: Connection, deadline: ContinuousClock.Instant?) {
        sink = CopySink(connection, isBinary: true, deadline: deadline)
        sink.buffer += signature
        // No flags, no extension of the header.
        appendBigEndian(Int64(0), to: &sink.buffer)
    }

    /// Writes one row.
    ///
    /// - Throws: kind `.encoding` for a text with NUL.
    public func row<each Column: PostgresEncodable>(_ values: repeat each Column) throws(PostgresError) {
        var count: Int16 = 0
        for _ in repeat (each Column).self { count += 1 }
        appendBigEndian(count, to: &sink.buffer)
        var position = 0
        for value in repeat each values {
            position += 1
            try append(value, position)
        }
        try sink.rowDone()
    }

    private func append<Value: PostgresEncodable>(_ value: Value, _ position: Int) throws(PostgresError) {
        guard !value.isNull else { return appendBigEndian(Int32(-1), to: &sink.buffer) }
        if Value.holdsText, value.containsNUL { throw PostgresError(.encoding, "field \(position) contains NUL") }
        let start = sink.buffer.count
        appendBigEndian(Int32(0), to: &sink.buffer)
        value.encode(into: &sink.buffer)
        let length = Int32(truncatingIfNeeded: sink.buffer.count - start - 4)
        withUnsafeBytes(of: length.bigEndian) { sink.buffer.replaceSubrange(start..<start + 4, with: $0) }
    }

    func end() throws(PostgresError) {
        appendBigEndian(Int16(-1), to: &sink.buffer)
        try sink.flush()
    }
}

/// Reads the blocks of a binary COPY; the server sends a row a block, the first one behind the header.
struct CopyBinaryReader {
    private var isAtStart = true

    /// The row of a block; nil for a block without one.
    mutating func row<each Column: PostgresDecodable>(
        _ block: UnsafeRawBufferPointer,
        _ types: repeat (each Column).Type
    ) throws(PostgresError) -> (repeat each Column)? {
        var position = 0
        func integer<Word: FixedWidthInteger>(_ type: Word.Type) throws(PostgresError) -> Word {
            let size = MemoryLayout<Word>.size
            guard position + size <= block.count else { throw cut }
            defer { position += size }
            return Word(bigEndian: block.loadUnaligned(fromByteOffset: position, as: Word.self))
        }
        if isAtStart {
            guard block.starts(with: signature) else {
                throw PostgresError(.decoding, "a binary COPY begins with another signature")
            }
            position = signature.count + 4
            position += Int(try integer(Int32.self))
            isAtStart = false
        }
        guard position < block.count else { return nil }
        let count = try integer(Int16.self)
        guard count >= 0 else { return nil }
        var wanted = 0
        for _ in repeat (each Column).self { wanted += 1 }
        guard Int(count) == wanted else {
            throw PostgresError(.decoding, "the COPY has \(count) columns, \(wanted) were asked for")
        }
        var column = 0
        func next<Value: PostgresDecodable>(_ type: Value.Type) throws(PostgresError) -> Value {
            column += 1
            let length = Int(try integer(Int32.self))
            guard length < 0 || position + length <= block.count else { throw cut }
            let octets =
                length < 0 ? nil : UnsafeRawBufferPointer(rebasing: block[position..<position + length])
            position += max(length, 0)
            do throws(DecodingFailure) {
                return try Value.decode(Cell(octets: octets, oid: Value.oids.first ?? .unknown))
            } catch {
                throw PostgresError(.decoding, "column \(column) cannot be read as \(Value.self): \(error)")
            }
        }
        return (repeat try next(each types))
    }

    private var cut: PostgresError { PostgresError(.decoding, "a block of a binary COPY is cut off") }
}
