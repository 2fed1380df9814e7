import Zones

/// What credit for a project that changed hands is counted in.
public enum CreditMeasure: String, Sendable, Hashable, CaseIterable {
    case tax, output, investment, signings
}

/// How two zones share credit: the sender's part of each measure, the receiver having the rest, so that every measure
/// sums to the whole.
public struct CreditSplit: Sendable, Hashable {
    /// The whole, in basis points.
    public static let whole: Int32 = 10_000

    private let shares: [CreditMeasure: Int32]
    private let standard: Int32

    /// - Parameters:
    ///   - sender: the sender's share of every measure that is not named.
    ///   - named: its share of single measures.
    /// - Throws: `HandoffRejection.shareUnclear` for a share above 100 % or finer than a basis point.
    public init(sender: Rate, named: [CreditMeasure: Rate] = [:]) throws(HandoffRejection) {
        standard = try Self.basisPoints(sender)
        var shares: [CreditMeasure: Int32] = [:]
        for (measure, share) in named { shares[measure] = try Self.basisPoints(share) }
        self.shares = shares
    }

    /// The sender's share in basis points.
    public func sender(_ measure: CreditMeasure) -> Int32 { shares[measure] ?? standard }

    /// The receiver's share in basis points.
    public func receiver(_ measure: CreditMeasure) -> Int32 { Self.whole - sender(measure) }

    /// An amount of a measure divided between the two; the receiver takes the remainder.
    public func divide(_ amount: Money, of measure: CreditMeasure) throws(MoneyError) -> (
        sender: Money, receiver: Money
    ) {
        let parts = try amount.split(weights: [Int64(sender(measure)), Int64(receiver(measure))])
        return (parts[0], parts[1])
    }

    private static func basisPoints(_ share: Rate) throws(HandoffRejection) -> Int32 {
        let finer = Rate.one.partsPerMillion / Int64(whole)
        guard (0...Rate.one.partsPerMillion).contains(share.partsPerMillion), share.partsPerMillion % finer == 0 else {
            throw .shareUnclear
        }
        return Int32(share.partsPerMillion / finer)
    }
}
