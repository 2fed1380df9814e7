import Postgres
import Store
import Zones

/// One payment of a claim, or of a month of it.
public struct Payment: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Under way.
        case ordered
        case paid
        /// The bank sent it back (退票).
        case returned
        /// Its batch was taken back before it was sent.
        case cancelled
    }

    public let code: Code
    public let batch: Code
    public let claim: Code
    public let part: Int
    public let attempt: Int
    public let amount: Money
    public let state: State
    public let account: String
    public let settledOn: Day?
    public let reason: String?
    public let reference: String?
}

/// A batch as it was ordered.
public struct PaymentBatch: Sendable, Hashable {
    public let code: Code
    public let payments: Int
    public let total: Money
    public let digest: String?

    public init(code: Code, payments: Int, total: Money, digest: String? = nil) {
        self.code = code
        self.payments = payments
        self.total = total
        self.digest = digest
    }
}

/// One line of the file that goes to a bank, with the account in clear.
public struct BankOrder: Sendable, Hashable {
    public let payment: Code
    public let claim: Code
    public let holder: String
    public let account: BankAccount
    public let bank: String
    public let bankCode: String?
    public let amount: Money
}

/// One line of a bank's answer.
public struct BankResult: Sendable, Hashable {
    public let payment: Code
    public let amount: Money
    /// Nil where the file has no such column.
    public let holder: String?
    public let account: BankAccount?
    public let isPaid: Bool
    public let reason: String?
    public let reference: String?
    public let on: Day

    public init(
        payment: Code,
        amount: Money,
        holder: String?,
        account: BankAccount?,
        isPaid: Bool,
        reason: String?,
        reference: String?,
        on day: Day
    ) {
        self.payment = payment
        self.amount = amount
        self.holder = holder
        self.account = account
        self.isPaid = isPaid
        self.reason = reason
        self.reference = reference
        self.on = day
    }
}

/// One comparison of batch, bank's answers and ledger.
public struct Reconciliation: Sendable, Hashable {
    public enum Check: String, Sendable, Hashable, CaseIterable {
        /// Payments of the batch against its total.
        case payments, total, digest
        /// What the bank's files say against the payments' states.
        case paid, returned
        /// What the ledger says was spent against what was paid.
        case ledger
        /// Budget rows against the sums of their ledger.
        case budgets
    }

    public let check: Check
    public let expected: String
    public let found: String
    public var agrees: Bool { expected == found }
}

extension Payment.State: PostgresText {}
