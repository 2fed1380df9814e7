import Postgres
import Store
import Zones

/// The layer of the treasury that gives the money.
public enum BudgetLayer: String, Sendable, Hashable, CaseIterable {
    case nation, province, city
    /// The development zone's own, that is the district's.
    case zone
}

/// What a zone may grant under a policy in a year, of one layer.
public struct Budget: Sendable, Hashable {
    public let code: Code
    public let policy: Code
    public let year: Int
    public let layer: String
    public let total: Money
    public let reserved: Money
    public let paid: Money
    /// Carried over: nothing new is reserved from it.
    public let closedOn: Day?

    public var free: Money { Money(fen: total.fen - reserved.fen - paid.fen) }
}

/// One movement of money within a budget.
public struct BudgetEntry: Sendable, Hashable {
    public let number: Int
    public let at: Instant
    public let budget: Code
    public let act: String
    public let from: String
    public let to: String
    public let amount: Money
    public let reference: String
    public let actor: String
}

/// The budgets of the active zone and their ledger.
public enum BudgetStore {
    /// The budgets by policy, year and layer.
    public static func list(_ session: Session, policy: Code? = nil, year: Int? = nil) throws -> [Budget] {
        try session.connection.rows(
            """
            select b.code, p.code, b.year, b.layer, b.total_fen, b.reserved_fen, b.paid_fen, b.closed_on
            from eligibility.budget b join eligibility.policy p on p.id = b.policy_id
            where p.code = coalesce(\(policy), p.code) and b.year = coalesce(\(year.map(Int32.init)), b.year)
            order by p.code, b.year, array_position(array['nation', 'province', 'city', 'zone'], b.layer)
            """,
            as: (Code, Code, Int32, String, Money, Money, Money, Day?).self
        ).map {
            Budget(
                code: $0.0,
                policy: $0.1,
                year: Int($0.2),
                layer: $0.3,
                total: $0.4,
                reserved: $0.5,
                paid: $0.6,
                closedOn: $0.7
            )
        }
    }

    /// Gives the entries of a budget, or of all, to `body` one by one, the oldest first.
    ///
    /// - Throws: `CoreRejection.missing` for a budget that the active zone has not
    public static func ledger(_ session: Session, _ budget: Code?, _ body: (BudgetEntry) throws -> Void) throws {
        if let budget, try !list(session).contains(where: { $0.code == budget }) {
            throw CoreRejection.missing(noun: "budget", key: budget.text)
        }
        try session.connection.stream(
            """
            select e.id, e.at, b.code, e.act, e.from_account, e.to_account, e.amount_fen, e.reference, e.actor
            from eligibility.budget_entry e join eligibility.budget b on b.zone_id = e.zone_id and b.id = e.budget_id
            where b.code = coalesce(\(budget), b.code) order by e.id
            """,
            as: (Int64, Instant, Code, String, String, String, Money, String, String).self
        ) { id, at, budget, act, from, to, amount, reference, actor in
            try body(
                BudgetEntry(
                    number: Int(id),
                    at: at,
                    budget: budget,
                    act: act,
                    from: from,
                    to: to,
                    amount: amount,
                    reference: reference,
                    actor: actor
                )
            )
        }
    }

    /// A year's money of one layer for a policy. Refused with `CLM31` for nothing, `CLM37` where there is one.
    public static func add(code: Code?, policy: Code, year: Int, layer: BudgetLayer, amount: Money) -> Verb<String> {
        Verb(refusedAs: ClaimRejection.self) { request in
            """
            select eligibility.add_budget(\(request), \(code), \(policy), \(Int32(year)), \(layer.rawValue), \(amount))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Raises or lowers the total. Refused with `CLM33` under what is reserved and paid, `CLM34` once it is closed.
    public static func correct(_ code: Code, total: Money, reason: String) -> Verb<String> {
        Verb(refusedAs: ClaimRejection.self) { request in
            "select eligibility.correct_budget(\(request), \(code), \(total), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Where the free money of a year went.
    public struct Carried: Sendable, Hashable {
        public let from: String
        public let into: String
        public let amount: Money
    }

    /// Carries what is free over into the next year and closes the budget. Refused with `CLM35` before the year is over.
    public static func carry(_ code: Code, into next: Code?) -> Verb<Carried> {
        Verb(refusedAs: ClaimRejection.self) { request in
            "select eligibility.carry_budget(\(request), \(code), \(next))"
        } decode: { columns throws(AnswerFault) in
            Carried(
                from: try columns.column(0),
                into: try columns.column(1),
                amount: Money(fen: Int64(try columns.integer(2)))
            )
        }
    }
}
