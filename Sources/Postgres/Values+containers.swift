extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public static var oid: OID { Wrapped.oid }
    public static var arrayOID: OID { Wrapped.arrayOID }
    @inlinable public static var holdsText: Bool { Wrapped.holdsText }
    @inlinable public var isNull: Bool { self?.isNull ?? true }
    @inlinable public var containsNUL: Bool { self?.containsNUL ?? false }
    @inlinable public func encode(into buffer: inout [UInt8]) { self?.encode(into: &buffer) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool {
        if let self { return self.encodeField(into: &buffer) }
        buffer.append(Int32(-1))
        return true
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public static var oids: [OID] { Wrapped.oids }
    public static var arrayOIDs: [OID] { Wrapped.arrayOIDs }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> Wrapped? {
        cell.octets == nil ? nil : try Wrapped.decode(cell)
    }
}

/// Arrays of one dimension.
extension Array: PostgresEncodable where Element: PostgresEncodable {
    public static var oid: OID { Element.arrayOID }
    public static var arrayOID: OID { Element.arrayOID }
    @inlinable public static var holdsText: Bool { Element.holdsText }
    @inlinable public var containsNUL: Bool { Element.holdsText && contains { $0.containsNUL } }

    public func encode(into buffer: inout [UInt8]) {
        appendBigEndian(Int32(isEmpty ? 0 : 1), to: &buffer)
        appendBigEndian(Int32(contains { $0.isNull } ? 1 : 0), to: &buffer)
        appendBigEndian(Element.oid.rawValue, to: &buffer)
        guard !isEmpty else { return }
        appendBigEndian(Int32(truncatingIfNeeded: count), to: &buffer)
        appendBigEndian(Int32(1), to: &buffer)
        for element in self {
            let start = buffer.count
            appendBigEndian(Int32(-1), to: &buffer)
            guard !element.isNull else { continue }
            element.encode(into: &buffer)
            let length = Int32(truncatingIfNeeded: buffer.count - start - 4)
            Swift.withUnsafeBytes(of: length.bigEndian) { buffer.replaceSubrange(start..<start + 4, with: $0) }
        }
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    public static var oids: [OID] { Element.arrayOIDs }
    public static var arrayOIDs: [OID] { Element.arrayOIDs }

    public static func decode(_ cell: Cell) throws(DecodingFailure) -> [Element] {
        let octets = try cell.required()
        var position = 0
        func word() throws(DecodingFailure) -> Int32 {
            guard position + 4 <= octets.count else { throw .length(octets.count) }
            defer { position += 4 }
            return Int32(bigEndian: octets.loadUnaligned(fromByteOffset: position, as: Int32.self))
        }
        let dimensions = try word()
        _ = try word()
        let oid = OID(rawValue: UInt32(bitPattern: try word()))
        guard dimensions <= 1 else { throw .invalid }
        guard dimensions == 1 else { return [] }
        let count = try word()
        _ = try word()
        var elements: [Element] = []
        elements.reserveCapacity(Int(count))
        for _ in 0..<count {
            let length = Int(try word())
            guard length >= 0 else {
                elements.append(try Element.decode(Cell(octets: nil, oid: oid)))
                continue
            }
            guard position + length <= octets.count else { throw .length(octets.count) }
            let part = UnsafeRawBufferPointer(rebasing: octets[position..<position + length])
            elements.append(try Element.decode(Cell(octets: part, oid: oid)))
            position += length
        }
        return elements
    }
}
