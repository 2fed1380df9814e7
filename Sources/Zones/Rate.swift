/// A rate such as yearly interest or a share, counted in parts per million: 3.35 % is 33,500, a basis point is 100.
public struct Rate: Sendable, Hashable {
    /// Parts per million, 1/100 of a basis point.
    public let partsPerMillion: Int64

    /// Nothing, 0 %.
    public static let zero = Rate(partsPerMillion: 0)
    /// The whole, 100 %.
    public static let one = Rate(partsPerMillion: 1_000_000)

    /// A rate in parts per million.
    public init(partsPerMillion: Int64) {
        self.partsPerMillion = partsPerMillion
    }

    /// A rate in percent in one strict form: ASCII digits, then a point and up to four decimals where wanted, without
    /// a sign of percent. Refuses more than 100 %, and what `Money` refuses too.
    public init(percent text: String) throws(DecimalRefusal) {
        let parts = try fixedPoint(text, decimals: 4)
        guard parts <= Rate.one.partsPerMillion else { throw .tooLarge }
        partsPerMillion = parts
    }

    /// The sum of both rates, such as a loan's rate of LPR and 50 basis points.
    public func adding(_ other: Rate) throws(MoneyError) -> Rate {
        let (sum, overflow) = partsPerMillion.addingReportingOverflow(other.partsPerMillion)
        guard !overflow else { throw .overflow }
        return Rate(partsPerMillion: sum)
    }

    /// This rate without the other; may be negative.
    public func subtracting(_ other: Rate) throws(MoneyError) -> Rate {
        let (difference, overflow) = partsPerMillion.subtractingReportingOverflow(other.partsPerMillion)
        guard !overflow else { throw .overflow }
        return Rate(partsPerMillion: difference)
    }
}

extension Rate: Comparable {
    public static func < (a: Rate, b: Rate) -> Bool { a.partsPerMillion < b.partsPerMillion }
}

extension Rate: CustomStringConvertible {
    /// The rate in percent without the sign, two decimals or as many as it needs: `3.35`, `100.00`, `4.1234`.
    public var description: String {
        var text = decimalText(partsPerMillion, decimals: 4)
        for _ in 0..<2 where text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
        return text
    }
}
