import Zones

/// The best that one person can have of several policies at once.
public struct Combination: Sendable, Hashable {
    /// One policy with what it would pay.
    public struct Candidate: Sendable, Hashable {
        public let policy: String
        public let amount: Money

        public init(policy: String, amount: Money) {
            self.policy = policy
            self.amount = amount
        }
    }

    /// What is taken, with what of it is deducted for another.
    public struct Part: Sendable, Hashable {
        public let policy: String
        public let amount: Money
        public let deducted: Money
    }

    /// What is left out, and the exclusion because of which.
    public struct Loss: Sendable, Hashable {
        public let policy: String
        public let because: Exclusion
    }

    public let parts: [Part]
    public let losses: [Loss]
    public let total: Money

    /// Candidates that are searched through completely; there are never that many policies for one person.
    public static let limit = 20

    /// The combination of the highest sum; of equal ones that with more policies, then that which comes first.
    ///
    /// `not-both` and `higher-only` let one of the two stand; `deduct-earlier` lets both stand and takes the other's
    /// amount off, down to nothing.
    public init(_ candidates: [Candidate], _ exclusions: [Exclusion]) {
        let candidates = Array(candidates.prefix(Self.limit))
        let index = Dictionary(candidates.enumerated().map { ($1.policy, $0) }) { first, _ in first }
        var blocks = [UInt32](repeating: 0, count: candidates.count)
        var deductions: [(from: Int, other: Int)] = []
        for exclusion in exclusions {
            guard let a = index[exclusion.policy], let b = index[exclusion.other], a != b else { continue }
            switch exclusion.mode {
            case .notBoth, .higherOnly:
                blocks[a] |= 1 << UInt32(b)
                blocks[b] |= 1 << UInt32(a)
            case .deductEarlier: deductions.append((a, b))
            case .compatible: continue
            }
        }
        var best: (mask: UInt32, sum: Int64) = (0, 0)
        for mask in UInt32(0)..<(1 << UInt32(candidates.count)) {
            guard candidates.indices.allSatisfy({ mask & 1 << UInt32($0) == 0 || blocks[$0] & mask == 0 }) else {
                continue
            }
            let sum = Self.amounts(mask, candidates, deductions).reduce(Int64(0)) {
                let (sum, overflow) = $0.addingReportingOverflow($1.fen)
                return overflow ? .max : sum
            }
            if sum > best.sum || (sum == best.sum && mask.nonzeroBitCount > best.mask.nonzeroBitCount) {
                best = (mask, sum)
            }
        }
        let amounts = Self.amounts(best.mask, candidates, deductions)
        parts = candidates.indices.filter { best.mask & 1 << UInt32($0) != 0 }.map {
            Part(
                policy: candidates[$0].policy,
                amount: amounts[$0],
                deducted: Money(fen: candidates[$0].amount.fen - amounts[$0].fen)
            )
        }
        losses = candidates.indices.filter { best.mask & 1 << UInt32($0) == 0 }.compactMap { lost in
            exclusions.first { exclusion in
                guard let a = index[exclusion.policy], let b = index[exclusion.other] else { return false }
                let other = a == lost ? b : b == lost ? a : nil
                return other.map { best.mask & 1 << UInt32($0) != 0 } ?? false && exclusion.mode != .compatible
            }.map { Loss(policy: candidates[lost].policy, because: $0) }
        }
        total = Money(fen: best.sum)
    }

    /// Every candidate's amount within a set, after deductions; what is not in the set is nothing.
    private static func amounts(
        _ mask: UInt32,
        _ candidates: [Candidate],
        _ deductions: [(from: Int, other: Int)]
    ) -> [Money] {
        var amounts = candidates.indices.map { mask & 1 << UInt32($0) == 0 ? 0 : candidates[$0].amount.fen }
        for deduction in deductions
        where mask & 1 << UInt32(deduction.from) != 0 && mask & 1 << UInt32(deduction.other) != 0 {
            amounts[deduction.from] = max(0, amounts[deduction.from] - candidates[deduction.other].amount.fen)
        }
        return amounts.map { Money(fen: $0) }
    }

    /// A policy that deducts, by way of others, from itself; nil when there is none.
    public static func circle(_ exclusions: [Exclusion]) -> String? {
        let edges = Dictionary(grouping: exclusions.filter { $0.mode == .deductEarlier }, by: \.policy)
        for start in edges.keys.sorted() {
            var seen: Set<String> = []
            var open = [start]
            while let next = open.popLast() {
                for edge in edges[next] ?? [] {
                    if edge.other == start { return start }
                    if seen.insert(edge.other).inserted { open.append(edge.other) }
                }
            }
        }
        return nil
    }
}
