import CLibPQ

/// What is being sent by `COPY … FROM STDIN`: rows in binary form, or lines of COPY text.
///
/// Confined to the closure of `Connection.copyIn`.
public struct CopyIn: ~Copyable {
    private let connection: Connection
    private let deadline: ContinuousClock.Instant?
    /// The format that the server was told.
    @usableFromInline let isBinary: Bool
    @usableFromInline var buffer = OctetBuffer()
    @usableFromInline var hasHeader = false
    private var hasOctets = false
    @usableFromInline var isInLine = false

    init(_ connection: Connection, isBinary: Bool, deadline: ContinuousClock.Instant?) {
        self.connection = connection
        self.isBinary = isBinary
        self.deadline = deadline
    }

    /// Appends one row in binary form; the statement says `(format binary)`.
    ///
    /// - Throws: `PostgresError` of kind `.encoding` for a text with NUL.
    @inlinable
    public mutating func row<each Value: PostgresEncodable>(_ values: repeat each Value) throws(PostgresError) {
        guard isBinary else { throw Self.otherFormat }
        if !hasHeader { begin() }
        let start = buffer.count
        var count: Int16 = 0
        buffer.append(count)
        repeat try field(each values, &count)
        buffer.set(count, at: start)
        if buffer.count >= OctetBuffer.portion { try flush() }
    }

    /// Appends one row in COPY's text form, tab-separated and escaped.
    ///
    /// - Throws: `PostgresError` of kind `.encoding` for a text with NUL.
    @inlinable
    public mutating func line<each Value: CopyTextEncodable>(_ values: repeat each Value) throws(PostgresError) {
        repeat try addText(each values)
        try endLine()
    }

    /// Appends octets that are in the statement's format already.
    public mutating func octets(_ octets: some Sequence<UInt8>) throws(PostgresError) {
        hasOctets = true
        for octet in octets { buffer.append(octet) }
        if buffer.count >= OctetBuffer.portion { try flush() }
    }

    /// Begins a row of so many fields in binary form; each of them is then added. What `row` does in one call, for rows
    /// by the million: their types are known where this is compiled.
    ///
    /// - Throws: `PostgresError` when the connection broke.
    @inlinable
    public mutating func beginRow(fields: Int16) throws(PostgresError) {
        guard isBinary else { throw Self.otherFormat }
        if !hasHeader { begin() }
        if buffer.count >= OctetBuffer.portion { try flush() }
        buffer.append(fields)
    }

    /// Adds the next field of the row that was begun.
    ///
    /// - Throws: `PostgresError` of kind `.encoding` for a text with NUL.
    @inlinable
    public mutating func add<Value: PostgresEncodable>(_ value: Value) throws(PostgresError) {
        guard value.encodeField(into: &buffer) else { throw Self.nul }
    }

    @inlinable
    mutating func field<Value: PostgresEncodable>(_ value: Value, _ count: inout Int16) throws(PostgresError) {
        count += 1
        try add(value)
    }

    /// Adds the next field of a line of COPY text.
    ///
    /// - Throws: `PostgresError` of kind `.encoding` for a text with NUL.
    @inlinable
    public mutating func addText<Value: CopyTextEncodable>(_ value: Value) throws(PostgresError) {
        guard !isBinary else { throw Self.otherFormat }
        if isInLine { buffer.append(0x09 as UInt8) }
        isInLine = true
        guard value.encodeCopyText(into: &buffer) else { throw Self.nul }
    }

    /// Ends the line of COPY text whose fields were added.
    @inlinable
    public mutating func endLine() throws(PostgresError) {
        isInLine = false
        buffer.append(0x0A as UInt8)
        if buffer.count >= OctetBuffer.portion { try flush() }
    }

    @usableFromInline static var nul: PostgresError { PostgresError(.encoding, "a value of a row contains NUL") }

    @usableFromInline static var otherFormat: PostgresError {
        PostgresError(.encoding, "a row is not in the format of the statement")
    }

    /// The signature, flags and extension length that a binary stream begins with.
    @usableFromInline
    mutating func begin() {
        hasHeader = true
        CopyBinary.header.withUnsafeBytes { buffer.append($0) }
    }

    /// Hands everything to the server, waiting while it takes no more.
    @usableFromInline
    mutating func flush() throws(PostgresError) {
        try connection.putCopyData(buffer.octets, deadline)
        buffer.removeAll()
    }

    mutating func finish() throws(PostgresError) {
        // Octets that the caller brought ready have their own header, and their own end.
        if isBinary, buffer.count == 0, !hasHeader, !hasOctets { begin() }
        if hasHeader { buffer.append(Int16(-1)) }
        try flush()
    }
}

enum CopyBinary {
    /// `PGCOPY\n\377\r\n\0`, no flags, no extension.
    static let header: [UInt8] = [
        0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0,
    ]
}
