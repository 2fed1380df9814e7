import Zones

/// A year of one measure divided among zones: the rule by which `handoff.settle_credit` is checked.
public enum CreditYear {
    /// An amount of one day, and what of it was refunded.
    public struct Entry: Sendable, Hashable {
        public let amount: Money
        public let refund: Money
        /// The day's shares in basis points by zone, without double counts; they sum to the whole.
        public let shares: [ZoneCode: Int64]

        public init(amount: Money, refund: Money, shares: [ZoneCode: Int64]) {
            self.amount = amount
            self.refund = refund
            self.shares = shares
        }
    }

    /// What each zone has of a year.
    ///
    /// The base is what is left after refunds, never below nothing. Each zone has of it what it would have of the gross
    /// amounts, cut to whole fen, at least its floor; the custodian has the rest, so that the parts sum to the base.
    public static func divide(_ entries: [Entry], floors: [ZoneCode: Money], custodian: ZoneCode) throws(MoneyError)
        -> [ZoneCode: Money]
    {
        var gross = Money.zero
        var refunds = Money.zero
        var weights: [ZoneCode: Int128] = [custodian: 0]
        for entry in entries {
            gross = try gross.adding(entry.amount)
            refunds = try refunds.adding(entry.refund)
            for (zone, points) in entry.shares {
                weights[zone, default: 0] += Int128(entry.amount.fen) * Int128(points)
            }
        }
        let base = max(try gross.subtracting(refunds), .zero)
        var parts: [ZoneCode: Money] = [:]
        var given = Money.zero
        for (zone, weight) in weights where zone != custodian {
            let whole = Int128(gross.fen) * Int128(CreditSplit.whole)
            let cut = whole == 0 ? 0 : Int128(base.fen) * weight / whole
            guard let fen = Int64(exactly: cut) else { throw .overflow }
            let part = max(Money(fen: fen), min(base, floors[zone] ?? .zero))
            given = try given.adding(part)
            parts[zone] = part
        }
        parts[custodian] = try base.subtracting(given)
        return parts
    }
}
