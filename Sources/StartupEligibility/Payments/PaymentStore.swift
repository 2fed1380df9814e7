import Postgres
import Store
import Zones

/// The payments of the active zone.
public enum PaymentStore {
    /// Claims that a batch could pay now, the oldest first: approved, or a later month due, or returned with another
    /// account set since.
    public static func payable(_ session: Session, limit: Int) throws -> [Code] {
        try session.connection.rows(
            """
            select c.code from eligibility.claim c
            join eligibility.award a on a.claim_id = c.id and a.state = 'reserved' and a.principal_fen is null
            cross join lateral (
                select (count(*) filter (where p.state = 'paid'))::int as paid, coalesce(bool_or(p.state = 'ordered'), false) as under_way,
                    (array_agg(p.payee_id order by p.id desc) filter (where p.state = 'returned'))[1] as returned_from
                from eligibility.payment p where p.claim_id = c.id) d
            join lateral (
                select y.id from eligibility.payee y
                where y.zone_id = c.zone_id and y.replaced_on is null
                    and (y.person_id = c.person_id or y.organization_id = c.organization_id)
                order by y.person_id nulls last limit 1) y on true
            where c.state in ('approved', 'in_payment') and not d.under_way and d.paid < coalesce(a.months, 1)
                and y.id is distinct from d.returned_from
                and (a.reserved_on + make_interval(months => d.paid))::date <= \(session.today)
            order by c.id limit \(limit)
            """,
            as: Code.self
        )
    }

    /// Payments, the newest batch first.
    public static func list(_ session: Session, batch: Code?, claim: Code?, state: Payment.State?, limit: Int) throws
        -> [Payment]
    {
        try session.connection.rows(
            """
            select p.code, b.code, c.code, p.part, p.attempt, p.amount_fen, p.state, y.masked, p.settled_on, p.reason,
                p.bank_reference
            from eligibility.payment p join eligibility.payment_batch b on b.id = p.batch_id
            join eligibility.claim c on c.id = p.claim_id join eligibility.payee y on y.id = p.payee_id
            where (\(batch)::text is null or b.code = \(batch)) and (\(claim)::text is null or c.code = \(claim))
                and (\(state)::text is null or p.state = \(state))
            order by b.id desc, p.id limit \(limit)
            """,
            as: (Code, Code, Code, Int32, Int32, Money, Payment.State, String, Day?, String?, String?).self
        ).map {
            Payment(
                code: $0.0,
                batch: $0.1,
                claim: $0.2,
                part: Int($0.3),
                attempt: Int($0.4),
                amount: $0.5,
                state: $0.6,
                account: $0.7,
                settledOn: $0.8,
                reason: $0.9,
                reference: $0.10
            )
        }
    }

    /// Compares a batch with the bank's answers and with the ledger.
    ///
    /// - Throws: `CoreRejection.missing`
    public static func reconcile(_ session: Session, _ batch: Code) throws -> [Reconciliation] {
        let rows = try session.connection.rows(
            """
            with b as (select b.id, b.payments, b.total_fen, b.digest from eligibility.payment_batch b where b.code = \(batch)),
            p as (select p.*, c.code as claim from eligibility.payment p join b on b.id = p.batch_id
                join eligibility.claim c on c.id = p.claim_id),
            l as (select coalesce(sum(case e.act when 'commit' then e.amount_fen when 'return' then -e.amount_fen end), 0) as fen
                from p join eligibility.budget_entry e on e.reference = 'claim:' || p.claim || '/payment:' || p.code
                    and e.act in ('commit', 'return')),
            r as (select coalesce(sum(r.paid), 0) as paid, coalesce(sum(r.returned), 0) as returned
                from eligibility.payment_result r join b on b.id = r.batch_id)
            select 'payments', b.payments::text, (select count(*) from p)::text from b
            union all select 'total', b.total_fen::text, coalesce((select sum(p.amount_fen) from p), 0)::text from b
            union all select 'digest', encode(b.digest, 'hex'), encode(sha256(convert_to(coalesce((
                select string_agg(p.code || '|' || p.claim || '|' || p.amount_fen, E'\n' order by p.code collate "C") from p), ''), 'UTF8')), 'hex') from b
            union all select 'paid', (r.paid - (select count(*) from p where p.state = 'returned' and p.bounced))::text,
                (select count(*) from p where p.state = 'paid')::text from b, r
            union all select 'returned', r.returned::text, (select count(*) from p where p.state = 'returned')::text from b, r
            union all select 'ledger', coalesce((select sum(p.amount_fen) from p where p.state = 'paid'), 0)::text, l.fen::text from b, l
            union all select 'budgets', '0', (select count(*) from eligibility.budget_out_of_balance)::text from b
            """,
            as: (String, String, String).self
        )
        guard !rows.isEmpty else { throw CoreRejection.missing(noun: "batch", key: batch.text) }
        return try rows.map { row in
            guard let check = Reconciliation.Check(rawValue: row.0) else { throw AnswerFault([row.0]) }
            return Reconciliation(check: check, expected: row.1, found: row.2)
        }
    }
}
