import Postgres
import Store
import Zones

/// Money that is claimed back.
public struct Clawback: Sendable, Hashable {
    public let code: Code
    public let claim: Code
    public let amount: Money
    public let received: Money
    public let reason: String
    public let openedOn: Day
    public let closedOn: Day?
    /// The first instalment that is not covered by what came back; nil when all came back.
    public let nextDue: Day?
}

/// A claim that was paid and a fact that arrived since, which ends what was paid for.
public struct ClaimAlert: Sendable, Hashable {
    public let claim: Code
    public let trigger: Code
    public let titleZh: String
    public let titleEn: String
    public let fact: String
    public let observedOn: Day
    public let source: String
    public let paidOn: Day
    public let paid: Money
    public let claimedBack: Money
}

/// Clawbacks of the active zone, and what is watched after payment.
public enum ClawbackStore {
    /// Claims back what was paid: all of it, or an amount. Answers the case's code and the amount.
    public static func open(
        _ claim: Code,
        code: Code?,
        amount: Money?,
        reason: String,
        instalments: Int,
        firstDue: Day
    ) -> Verb<(code: String, amount: Money)> {
        Verb(refusedAs: PaymentRejection.self) { request in
            """
            select eligibility.open_clawback(\(request), \(code), \(claim), \(amount), \(reason), \(Int32(instalments)), \(firstDue))
            """
        } decode: { columns throws(AnswerFault) in
            (try columns.column(0), Money(fen: Int64(try columns.integer(1))))
        }
    }

    /// Books a transfer that came back. Answers what came back in all and what is left.
    public static func receive(_ clawback: Code, amount: Money, on day: Day, reference: String) -> Verb<
        (received: Money, left: Money)
    > {
        Verb(refusedAs: PaymentRejection.self) { request in
            "select eligibility.receive_clawback(\(request), \(clawback), \(amount), \(day), \(reference))"
        } decode: { columns throws(AnswerFault) in
            (Money(fen: Int64(try columns.integer(1))), Money(fen: Int64(try columns.integer(2))))
        }
    }

    public static func list(_ session: Session, claim: Code?) throws -> [Clawback] {
        try session.connection.rows(
            """
            select b.code, c.code, b.amount_fen, b.received_fen, b.reason, b.opened_on, b.closed_on,
                (select min(s.due_on) from (
                    select i.due_on, sum(i.amount_fen) over (order by i.number) as upto
                    from eligibility.clawback_instalment i where i.clawback_id = b.id) s where s.upto > b.received_fen)
            from eligibility.clawback b join eligibility.claim c on c.id = b.claim_id
            where \(claim)::text is null or c.code = \(claim) order by b.id
            """,
            as: (Code, Code, Money, Money, String, Day, Day?, Day?).self
        ).map {
            Clawback(
                code: $0.0,
                claim: $0.1,
                amount: $0.2,
                received: $0.3,
                reason: $0.4,
                openedOn: $0.5,
                closedOn: $0.6,
                nextDue: $0.7
            )
        }
    }

    /// Claims of which something was paid before a fact arrived that a rule watches; the newest facts first.
    public static func alerts(_ session: Session, since: Day?) throws -> [ClaimAlert] {
        try session.connection.rows(
            """
            select a.claim_code, a.trigger, a.title_zh, a.title_en, a.fact, a.observed_on, a.source, a.paid_on, a.paid_fen,
                a.claimed_back_fen
            from eligibility.claim_alert a where \(since)::date is null or a.observed_on >= \(since)
            order by a.observed_on desc, a.claim_code, a.trigger
            """,
            as: (Code, Code, String, String, String, Day, String, Day, Money, Money).self
        ).map {
            ClaimAlert(
                claim: $0.0,
                trigger: $0.1,
                titleZh: $0.2,
                titleEn: $0.3,
                fact: $0.4,
                observedOn: $0.5,
                source: $0.6,
                paidOn: $0.7,
                paid: $0.8,
                claimedBack: $0.9
            )
        }
    }
}
