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
    /// Takes the form of values that know only how to append to an array.
    @usableFromInline var scratch: [UInt8] = []
    @usableFromInline var hasHeader = false
    private var hasOctets = false

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
        guard !isBinary else { throw Self.otherFormat }
        var isFirst = true
        repeat try text(each values, &isFirst)
        buffer.append(0x0A as UInt8)
        if buffer.count >= OctetBuffer.portion { try flush() }
    }

    /// Appends octets that are in the statement's format already.
    public mutating func octets(_ octets: some Sequence<UInt8>) throws(PostgresError) {
        hasOctets = true
        for octet in octets { buffer.append(octet) }
        if buffer.count >= OctetBuffer.portion { try flush() }
    }

    @inlinable
    mutating func field<Value: PostgresEncodable>(_ value: Value, _ count: inout Int16) throws(PostgresError) {
        count += 1
        let start = buffer.count
        buffer.append(Int32(-1))
        guard !value.isNull else { return }
        if Value.holdsText, value.containsNUL { throw Self.nul }
        if let integer = value as? Int64 {
            buffer.append(integer)
        } else if let integer = value as? Int {
            buffer.append(Int64(integer))
        } else if let integer = value as? Int32 {
            buffer.append(integer)
        } else if let text = value as? String {
            buffer.append(text)
        } else {
            scratch.removeAll(keepingCapacity: true)
            value.encode(into: &scratch)
            scratch.withUnsafeBytes { buffer.append($0) }
        }
        buffer.set(Int32(truncatingIfNeeded: buffer.count - start - 4), at: start)
    }

    @inlinable
    mutating func text<Value: CopyTextEncodable>(_ value: Value, _ isFirst: inout Bool) throws(PostgresError) {
        if !isFirst { buffer.append(0x09 as UInt8) }
        isFirst = false
        guard value.encodeCopyText(into: &buffer) else { throw Self.nul }
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
