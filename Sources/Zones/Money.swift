/// An amount in Renminbi, counted in fen. It may be negative where amounts are subtracted; written amounts never are.
public struct Money: Sendable, Hashable {
    /// The amount in fen, 1/100 yuan.
    public let fen: Int64

    /// No money.
    public static let zero = Money(fen: 0)

    /// An amount in fen.
    public init(fen: Int64) {
        self.fen = fen
    }

    /// An amount in yuan in one strict form: ASCII digits, then a point and one or two decimals where wanted.
    ///
    /// Refuses signs, separators of thousands, currency, exponents, leading zeros, a third decimal (it never rounds)
    /// and amounts above 92,233,720,368,547,758.07 yuan.
    public init(yuan text: String) throws(DecimalRefusal) {
        fen = try fixedPoint(text, decimals: 2)
    }
}

/// Why an amount could not be computed.
public enum MoneyError: Error, Sendable, Hashable {
    /// The result is beyond what 64 bits of fen can count.
    case overflow
    /// A division by nothing, a negative weight, or a number of parts that no payment has.
    case badShare
}

extension Money: Comparable {
    public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }
}

extension Money: CustomStringConvertible {
    /// The amount in yuan with two decimals, such as `200000.00`.
    public var description: String { decimalText(fen, decimals: 2) }
}
