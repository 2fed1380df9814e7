/// One SQL statement with its parameters.
///
/// A string literal is a statement; an interpolated value is a parameter that the server receives apart from the text.
/// Only an `Identifier` becomes part of the text.
public struct Statement: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The parts of the text between the parameters; the text itself is made only where a statement is prepared.
    @usableFromInline var pieces: [Piece] = []
    /// The texts of pieces that were not compiled in.
    @usableFromInline var names: [String] = []
    @usableFromInline var storage = Parameters()

    public init(stringLiteral text: StaticString) {
        append(text)
    }

    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.statement
    }

    init(capacity: Int) {
        pieces.reserveCapacity(capacity + 1)
        storage.reserve(capacity)
    }

    public var parameters: Parameters { storage }

    /// The text with `$1`, `$2`, … where parameters stand.
    public var text: String {
        var text = ""
        var number = 0
        for index in 0...pieces.count {
            while number < storage.slots.count, storage.slots[number].place == index {
                number += 1
                text += "$\(number)"
            }
            if index < pieces.count { text += pieces[index].text(names) }
        }
        return text
    }

    public static func == (one: Statement, other: Statement) -> Bool {
        one.text == other.text && one.storage == other.storage
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(storage)
    }

    mutating func append(_ literal: StaticString) {
        guard literal.hasPointerRepresentation else { return append(name: literal.description) }
        pieces.append(Piece(address: UInt(bitPattern: literal.utf8Start), count: literal.utf8CodeUnitCount))
    }

    mutating func append(name: String) {
        pieces.append(Piece(address: 0, count: names.count))
        names.append(name)
    }

    @inlinable
    mutating func bind<Value: PostgresEncodable>(_ value: Value) {
        storage.append(value, at: pieces.count)
    }

    /// One statement after the other in one text, the second one's parameters numbered on.
    public static func + (first: Statement, second: Statement) -> Statement {
        var joined = first
        for piece in second.pieces {
            if piece.address == 0 {
                joined.append(name: second.names[piece.count])
            } else {
                joined.pieces.append(piece)
            }
        }
        joined.storage.append(contentsOf: second.storage, after: first.pieces.count)
        return joined
    }

    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        @usableFromInline var statement: Statement

        public init(literalCapacity: Int, interpolationCount: Int) {
            statement = Statement(capacity: interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { statement.append(literal) }
        }

        /// Binds a value as the next parameter.
        @inlinable
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            statement.bind(value)
        }

        /// Binds a value, or NULL, as the next parameter.
        @inlinable
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            statement.bind(value)
        }

        /// Writes a name into the text, quoted.
        public mutating func appendInterpolation(_ identifier: Identifier) {
            statement.append(name: "\"\(identifier.name)\"")
        }
    }
}

extension Statement {
    /// A part of a statement's text: where it was compiled in, or its position among the names.
    @usableFromInline
    struct Piece: Sendable, Equatable {
        /// Zero for a name.
        @usableFromInline let address: UInt
        /// The number of octets, or the position of the name.
        @usableFromInline let count: Int

        @usableFromInline
        init(address: UInt, count: Int) {
            self.address = address
            self.count = count
        }

        func text(_ names: [String]) -> String {
            guard let start = UnsafePointer<UInt8>(bitPattern: address) else { return names[count] }
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }
    }

    /// A number that is the same for the same parts and types; not the only statement's with that number.
    var fingerprint: UInt64 {
        var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
        for piece in pieces {
            mixed =
                (mixed ^ UInt64(piece.address) ^ UInt64(truncatingIfNeeded: piece.count) << 48) &* 0x9E37_79B9_7F4A_7C15
            mixed ^= mixed >> 29
        }
        for slot in storage.slots { mixed = (mixed ^ UInt64(slot.oid)) &* 0x0000_0100_0000_01B3 }
        for name in names {
            for octet in name.utf8 { mixed = (mixed ^ UInt64(octet)) &* 0x0000_0100_0000_01B3 }
        }
        return mixed
    }

    /// Its shape alone, to be kept: no value stays in memory longer than it is needed.
    var withoutValues: Statement {
        var shape = self
        shape.storage.octets = []
        return shape
    }

    /// Whether the server's plan for the other serves this one: the same parts and types, whatever the values.
    func isShaped(like other: Statement) -> Bool {
        guard pieces == other.pieces, names == other.names, storage.count == other.storage.count else { return false }
        for index in storage.slots.indices {
            let (one, another) = (storage.slots[index], other.storage.slots[index])
            guard one.oid == another.oid, one.place == another.place else { return false }
        }
        return true
    }
}
