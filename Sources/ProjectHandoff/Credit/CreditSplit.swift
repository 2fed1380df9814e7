import Store
import Zones

/// What credit for a project that changed hands is counted in: a row of the store, of which these are the usual ones.
public struct CreditMeasure: Sendable, Hashable, RawRepresentable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static let tax = CreditMeasure(rawValue: "tax")
    public static let output = CreditMeasure(rawValue: "output")
    public static let investment = CreditMeasure(rawValue: "investment")
    public static let signings = CreditMeasure(rawValue: "signings")
    /// The measures that commands have fields for.
    public static let usual = [tax, output, investment, signings]
}

extension CreditMeasure: PostgresText {}

/// How two zones share credit: the sender's part of each measure, the receiver having the rest, so that every measure
/// sums to the whole.
public struct CreditSplit: Sendable, Hashable {
    /// The whole, in basis points.
    public static let whole: Int32 = 10_000

    private let shares: [CreditMeasure: Int32]
    let standard: Int32

    /// - Parameters:
    ///   - sender: the sender's share of every measure that is not named.
    ///   - named: its share of single measures.
    ///   - receiver: the receiver's share, where somebody writes it down; the two must sum to the whole.
    /// - Throws: `HandoffRejection.shareUnclear` for a share above 100 % or finer than a basis point,
    ///   `.sharesNotWhole` for 50 and 49.99.
    public init(sender: Rate, named: [CreditMeasure: Rate] = [:], receiver: Rate? = nil) throws(HandoffRejection) {
        standard = try Self.basisPoints(sender)
        if let receiver {
            let sum = try standard + Self.basisPoints(receiver)
            guard sum == Self.whole else { throw .sharesNotWhole(measure: "credit", basisPoints: "\(sum)") }
        }
        var shares: [CreditMeasure: Int32] = [:]
        for (measure, share) in named { shares[measure] = try Self.basisPoints(share) }
        self.shares = shares
    }

    /// The measures with a share of their own, in a fixed order, and these shares.
    var named: [CreditMeasure] { shares.keys.sorted { $0.rawValue < $1.rawValue } }
    var points: [Int32] { named.map { sender($0) } }

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

/// What two zones agree on about credit.
public struct CreditTerms: Sendable, Hashable {
    public var split: CreditSplit
    /// Measures that count for the sender besides, in full for the receiver; totals of the region leave the copy out.
    public var doubles: [CreditMeasure]
    /// What the sender has of a year at least, of every measure in money.
    public var floor: Money
    /// For how many years credit is shared; nil for those of each measure.
    public var years: Int32?

    public init(_ split: CreditSplit, doubles: [CreditMeasure] = [], floor: Money = .zero, years: Int32? = nil) {
        self.split = split
        self.doubles = doubles
        self.floor = floor
        self.years = years
    }
}
