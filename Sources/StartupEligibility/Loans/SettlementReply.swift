import Zones

/// One line of a quarter's list, as the office sends it to a bank: what was reckoned of one payment.
public struct SettlementLine: Sendable, Hashable {
    public let id: Int64
    public let loan: Code
    public let bank: Code
    public let contract: String
    public let person: Code
    public let name: String
    public let number: Int
    public let from: Day
    public let until: Day
    public let dueOn: Day
    public let interest: Money
    public let subsidy: Money
    public let borrower: Money
    public let state: SettledState

    /// What one line is known by in both directions.
    public var key: Key { Key(contract: contract, number: number) }

    public struct Key: Sendable, Hashable {
        public let contract: String
        public let number: Int

        public init(contract: String, number: Int) {
            self.contract = contract
            self.number = number
        }
    }
}

/// A bank's answer to a quarter's list: the same lines, each paid or overdue.
public struct SettlementReply: Sendable, Hashable {
    /// One line of the bank's file.
    public struct Line: Sendable, Hashable {
        public let key: SettlementLine.Key
        public let dueOn: Day
        public let interest: Money
        public let subsidy: Money
        public let isPaid: Bool

        public init(key: SettlementLine.Key, dueOn: Day, interest: Money, subsidy: Money, isPaid: Bool) {
            self.key = key
            self.dueOn = dueOn
            self.interest = interest
            self.subsidy = subsidy
            self.isPaid = isPaid
        }
    }

    /// How a bank's file differs from the run; one is enough to refuse it whole.
    public enum Difference: Sendable, Hashable {
        case missing(contract: String, number: Int)
        case twice(contract: String, number: Int)
        case foreign(contract: String, number: Int)
        case changed(contract: String, number: Int, expected: String, found: String)
    }

    public let paid: [Int64]
    public let overdue: [Int64]

    /// Compares the file with what was sent.
    ///
    /// - Throws: `LoanRejection.replyDiffers` with the first difference and their number
    public init(_ lines: [Line], to sent: [SettlementLine]) throws(LoanRejection) {
        var expected = Dictionary(sent.map { ($0.key, $0) }) { first, _ in first }
        var seen: Set<SettlementLine.Key> = []
        var differences: [Difference] = []
        var (paid, overdue): ([Int64], [Int64]) = ([], [])
        for line in lines {
            let (contract, number) = (line.key.contract, line.key.number)
            guard seen.insert(line.key).inserted else {
                differences.append(.twice(contract: contract, number: number))
                continue
            }
            guard let own = expected.removeValue(forKey: line.key) else {
                differences.append(.foreign(contract: contract, number: number))
                continue
            }
            for (theirs, ours) in [
                (line.dueOn.description, own.dueOn.description), (line.interest.description, own.interest.description),
                (line.subsidy.description, own.subsidy.description),
            ] where theirs != ours {
                differences.append(.changed(contract: contract, number: number, expected: ours, found: theirs))
            }
            if line.isPaid { paid.append(own.id) } else { overdue.append(own.id) }
        }
        for missing in expected.keys.sorted(by: { ($0.contract, $0.number) < ($1.contract, $1.number) }) {
            differences.append(.missing(contract: missing.contract, number: missing.number))
        }
        if let first = differences.first { throw .replyDiffers(first, count: differences.count) }
        self.paid = paid
        self.overdue = overdue
    }
}
