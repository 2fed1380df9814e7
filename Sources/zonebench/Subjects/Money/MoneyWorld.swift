import Postgres
import StartupEligibility
import Store
import Zones

/// What stands before a payment: a policy with budgets, people with accounts, approved claims; made by plain SQL where the
/// steps that lead there are not what is measured.
struct MoneyWorld {
    let superuser: Connection
    let session: Session

    /// - Parameter budgets: of the policies `M1…`, two layers each, for this year and the two before.
    init(superuser: Connection, session: Session, budgets: Int) throws {
        self.superuser = superuser
        self.session = session
        try superuser.script(Self.tools)
        _ = try superuser.execute("select public.make_policies(\(Int32(budgets)))")
    }

    /// People `P-1…`, each with an account.
    func addPeople(_ count: Int) throws {
        for first in stride(from: 1, through: count, by: 500) {
            try session.transaction { session in
                for number in first..<min(first + 500, count + 1) {
                    try session.perform(
                        PersonStore.add(code: Code("P-\(number)"), name: PersonName("样例人"), PersonDetails())
                    )
                    try session.perform(
                        PayeeStore.set(
                            Code("P-\(number)"),
                            BankAccount("\(1_234_000_000_000_000 + number)"),
                            bank: "样例银行南通分行",
                            code: BankCode("102306000011")
                        )
                    )
                }
            }
        }
    }

    /// An approved claim of 8,000 yuan for each of the first people, `C<round>-1…`.
    func approve(round: Int, count: Int) throws {
        _ = try superuser.execute("select public.approve(\(Int32(round)), \(Int32(count)))")
    }

    /// What must hold whatever happened; empty when it does.
    static func broken(_ superuser: Connection) throws -> [String] {
        try superuser.rows(
            """
            select 'budget ' || code from eligibility.budget_out_of_balance
            union all select 'claim ' || p.claim_id || ' twice' from eligibility.payment p
                where p.state in ('ordered', 'paid') group by p.claim_id, p.part having count(*) > 1
            union all select 'payments ' || sum || ' budgets ' || paid from
                (select coalesce(sum(amount_fen), 0) as sum from eligibility.payment where state = 'paid') p,
                (select coalesce(sum(subsidy_fen), 0) as subsidy from eligibility.settlement_line where state = 'paid') s,
                (select coalesce(sum(paid_fen), 0) as paid from eligibility.budget) b where sum + subsidy <> paid
            union all select 'award ' || a.id from eligibility.award a join eligibility.claim c on c.id = a.claim_id
                where (c.state = 'paid') <> (a.amount_fen = (select sum(t.paid_fen) from eligibility.award_part t where t.award_id = a.id))
            union all select 'line ' || i.loan_id || ' ' || i.number from eligibility.settlement_line s
                join eligibility.loan_installment i on i.id = s.installment_id where s.borrower_fen + s.subsidy_fen <> i.interest_fen
            """,
            as: String.self
        )
    }

    private static let tools: StaticString = """
        create function public.make_policies(count int) returns void language plpgsql as $$
        declare
            p bigint;
            v bigint;
            b record;
        begin
            for n in 1..count loop
                insert into eligibility.policy (code, subject, title_zh, title_en, authority, source, confidence)
                values ('M' || n, 'person', '样例政策', 'Sample', '样例局', '样例', 'assumed') returning id into p;
                insert into eligibility.version (policy_id, code, anchor, valid_from, drafted_by)
                values (p, '1', 'application', '2020-01-01', array['x']) returning id into v;
                insert into eligibility.benefit (version_id, code, position, kind, name_zh, name_en, article, amount, once_per, payers,
                    spread_ppm, subsidy_ppm, subsidised_years)
                values (v, 'B', 1, 'grant', '补贴', 'grant', '1', '8000', '{}', array['city=600000', 'zone=400000'], null, null, null),
                    (v, 'LOAN', 2, 'loan', '贷款', 'loan', '1', '200000', '{}', array['city=600000', 'zone=400000'], 15000, 1000000, 3);
                update eligibility.version set state = 'published', published_by = 'x', published_at = now() where id = v;
                insert into eligibility.policy_zone select p, id from core.zone where code = 'INNO';
                insert into eligibility.version_zone select v, p, id, 'application', daterange('2020-01-01', null) from core.zone
                where code = 'INNO';
                insert into eligibility.budget (zone_id, code, policy_id, year, layer, total_fen)
                select z.id, 'BU-' || n || '-' || y || '-' || l, p, y, l, 0
                from core.zone z, generate_series(2024, extract(year from now())::int) y, unnest(array['city', 'zone']) l
                where z.code = 'INNO';
            end loop;
            for b in select id from eligibility.budget loop
                perform eligibility.move_money(now(), b.id, 'allot', 'source', 'free', 100000000000000, 'budget:bench');
            end loop;
        end $$;
        create function public.approve(wave int, people int) returns void language plpgsql as $$
        declare
            z bigint := (select id from core.zone where code = 'INNO');
            v eligibility.version := (select v from eligibility.version v join eligibility.policy p on p.id = v.policy_id where p.code = 'M1');
            d bigint;
            b record;
        begin
            insert into eligibility.decision (zone_id, code, person_id, version_id, as_of, decided_at, verdict, yes_mask, no_mask,
                amount_fen, input, input_sha256, answer)
            select z, 'DE-' || wave, min(id), v.id, '2024-10-19', '2024-10-19', 'yes', 1, 0, 800000, '', sha256(''), ''
            from core.person where zone_id = z returning id into d;
            insert into eligibility.claim (zone_id, code, person_id, policy_id, version_id, benefit_code, decision_id, state,
                entered_by, opened_at, applied_on)
            select z, 'C' || wave || '-' || n, p.id, v.policy_id, v.id, 'B', d, 'approved', array['x'], now(), '2024-10-19'
            from generate_series(1, people) n join core.person p on p.zone_id = z and p.code = 'P-' || n order by n;
            insert into core.person_hold (zone_id, person_id, kind, subject, placed_on)
            select z, c.person_id, 'claim', 'claim:' || c.code, '2024-10-19' from eligibility.claim c where c.code like 'C' || wave || '-%';
            insert into eligibility.award (zone_id, claim_id, policy_id, version_id, benefit_code, decision_id, applicant_key,
                amount_fen, reserved_on)
            select z, c.id, c.policy_id, c.version_id, 'B', d, c.person_id::text, 800000, '2024-10-19'
            from eligibility.claim c where c.code like 'C' || wave || '-%';
            for b in select id, layer from eligibility.budget k where k.policy_id = v.policy_id
                and k.year = extract(year from now())::int order by id loop
                insert into eligibility.award_part (zone_id, award_id, position, layer, share_ppm, budget_id, amount_fen, reserved_fen)
                select z, a.id, case b.layer when 'city' then 1 else 2 end, b.layer, case b.layer when 'city' then 600000 else 400000 end,
                    b.id, s.fen, s.fen
                from eligibility.award a join eligibility.claim c on c.id = a.claim_id and c.code like 'C' || wave || '-%',
                    (select case b.layer when 'city' then 480000 else 320000 end as fen) s;
                perform eligibility.move_money(now(), b.id, 'reserve', 'free', 'reserved',
                    people::bigint * case b.layer when 'city' then 480000 else 320000 end, 'round:' || wave);
            end loop;
        end $$;
        """
}
