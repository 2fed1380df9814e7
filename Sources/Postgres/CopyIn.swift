import CLibPQ

/// What is being sent by `COPY … FROM STDIN`: rows in binary form, or lines of COPY text.
///
/// Confined to the closure of `Connection.copyIn`; a structure, so that its buffer is written without run-time checks.
public struct CopyIn: ~Copyable {
    /// Octets that are gathered before libpq gets them.
    @usableFromInline static let portion = 1 << 16

    private let connection: Connection
    @usableFromInline var buffer: [UInt8] = []
    private var hasHeader = false

    init(_ connection: Connection) {
        self.connection = connection
        buffer.reserveCapacity(Self.portion * 2)
    }

    /// Appends one row in binary form; the statement says `(format binary)`.
    ///
    /// - Throws: `PostgresError` of kind `.encoding` for a text with NUL.
    @inlinable
    public mutating func row<each Value: PostgresEncodable>(_ values: repeat each Value) throws(PostgresError) {
        begin()
        let start = buffer.count
        var count: Int16 = 0
        appendBigEndian(count, to: &buffer)
        repeat try field(each values, &count)
        setBigEndian(count, at: start)
        if buffer.count >= Self.portion { try flush() }
    }

    /// Appends one row in COPY's text form, tab-separated and escaped.
    ///
    /// - Throws: `PostgresError` of kind `.encoding` for a text with NUL.
    @inlinable
    public mutating func line<each Value: CopyTextEncodable>(_ values: repeat each Value) throws(PostgresError) {
        var isFirst = true
        repeat try text(each values, &isFirst)
        buffer.append(0x0A)
        if buffer.count >= Self.portion { try flush() }
    }

    @inlinable
    mutating func text<Value: CopyTextEncodable>(_ value: Value, _ isFirst: inout Bool) throws(PostgresError) {
        if !isFirst { buffer.append(0x09) }
        isFirst = false
        guard value.encodeCopyText(into: &buffer) else { throw Self.nul }
    }

    /// Appends octets that are in the statement's format already.
    public mutating func octets(_ octets: some Sequence<UInt8>) throws(PostgresError) {
        buffer.append(contentsOf: octets)
        if buffer.count >= Self.portion { try flush() }
    }

    @inlinable
    mutating func field<Value: PostgresEncodable>(_ value: Value, _ count: inout Int16) throws(PostgresError) {
        count += 1
        let start = buffer.count
        appendBigEndian(Int32(-1), to: &buffer)
        guard !value.isNull else { return }
        if Value.holdsText, value.containsNUL { throw Self.nul }
        value.encode(into: &buffer)
        setBigEndian(Int32(truncatingIfNeeded: buffer.count - start - 4), at: start)
    }

    @inlinable
    mutating func setBigEndian<Integer: FixedWidthInteger>(_ value: Integer, at position: Int) {
        buffer.withUnsafeMutableBytes { octets in
            octets.storeBytes(of: value.bigEndian, toByteOffset: position, as: Integer.self)
        }
    }

    @usableFromInline static var nul: PostgresError { PostgresError(.encoding, "a value of a row contains NUL") }

    /// The signature, flags and extension length that a binary stream begins with.
    @usableFromInline
    mutating func begin() {
        guard !hasHeader else { return }
        hasHeader = true
        buffer.append(contentsOf: CopyBinary.header)
    }

    /// Hands everything to the server, waiting while it takes no more.
    @usableFromInline
    mutating func flush() throws(PostgresError) {
        try connection.putCopyData(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func finish() throws(PostgresError) {
        if hasHeader { appendBigEndian(Int16(-1), to: &buffer) }
        try flush()
    }
}

enum CopyBinary {
    /// `PGCOPY\n\377\r\n\0`, no flags, no extension.
    static let header: [UInt8] = [
        0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0,
    ]
}
