import Store
import Zones

/// Planned investment in its own currency; the store adds up no two currencies.
public struct Investment: Sendable, Hashable {
    public enum Currency: String, Sendable, Hashable, CaseIterable {
        case yuan = "CNY"
        case dollars = "USD"
    }

    /// In hundredths of the currency: fen or cents.
    public let amount: Money
    public let currency: Currency

    public init(_ amount: Money, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }
}

extension Investment.Currency: PostgresText {}
