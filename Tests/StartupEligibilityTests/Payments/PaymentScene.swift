import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

/// Approved claims with accounts in a test's database: what stands before a payment, made without the steps that lead there.
struct PaymentScene {
    let database: TestDatabase
    let session: Session

    /// The scene on a later day; the same database.
    init(_ database: TestDatabase = .current, on day: String = "2024-10-19", as login: String = "tester") throws {
        self.database = database
        session = try database.session(as: login, at: Instant(iso: day + "T12:00"))
    }

    /// A policy with a grant `B` and a loan in both zones, and the year's budgets of city and zone.
    func prepare(budget: String = "1000000") throws {
        let superuser = try database.connection()
        try superuser.script(Self.tools)
        _ = try superuser.execute("select public.make_policy(\(Money(yuan: budget)))")
    }

    /// People `P1…` with accounts and approved claims `C1…` of an amount each.
    func approve(_ numbers: ClosedRange<Int>, _ amount: String = "8000", months: Int? = nil, zone: String = "ETDZ")
        throws
    {
        let superuser = try database.connection()
        try session.act(for: ZoneCode(zone))
        for number in numbers {
            try session.perform(
                PersonStore.add(code: Code("P\(number)"), name: PersonName("样例人"), PersonDetails())
            )
            try setAccount("P\(number)", number)
            _ = try superuser.execute(
                "select public.approve(\(zone), \("C\(number)"), \("P\(number)"), \(Money(yuan: amount)), \(months.map(Int32.init)))"
            )
        }
        try session.act(for: ZoneCode("ETDZ"))
    }

    func setAccount(_ subject: String, _ number: Int) throws {
        try session.perform(
            PayeeStore.set(Code(subject), Self.account(number), bank: "样例银行", code: BankCode("102306000011"))
        )
    }

    /// A valid account number by a small number.
    static func account(_ number: Int) throws -> BankAccount {
        let text = "\(number)"
        return try BankAccount("1234" + String(repeating: "0", count: 12 - text.utf8.count) + text)
    }

    @discardableResult
    func order(_ claims: [String], retry: Bool = false) throws -> PaymentBatch {
        try session.perform(PaymentStore.order(claims.map { try Code($0) }, code: nil, retry: retry))
    }

    func export(_ batch: PaymentBatch) throws -> [BankOrder] {
        try PaymentStore.export(session, batch.code, as: session.request()).orders
    }

    /// The bank's answer: all paid but the claims named.
    func results(_ orders: [BankOrder], returned: Set<String> = []) -> [BankResult] {
        orders.map { order in
            let comesBack = returned.contains(order.claim.text)
            return BankResult(
                payment: order.payment,
                amount: order.amount,
                holder: order.holder,
                account: order.account,
                isPaid: !comesBack,
                reason: comesBack ? "账号户名不符" : nil,
                reference: "R-\(order.payment.text)",
                on: session.today
            )
        }
    }

    @discardableResult
    func answer(
        _ batch: PaymentBatch,
        _ results: [BankResult],
        file: String = "file",
        partial: Bool = false
    ) throws -> (paid: Int, returned: Int) {
        let digest = SHA256.digest(of: file + batch.code.text)
        return try session.perform(
            PaymentStore.importResult(batch.code, file: digest, results, partial: partial)
        )
    }

    /// Orders, exports and answers at once.
    @discardableResult
    func pay(_ claims: [String], returned: Set<String> = [], retry: Bool = false) throws -> PaymentBatch {
        let batch = try order(claims, retry: retry)
        try answer(batch, results(try export(batch), returned: returned))
        return batch
    }

    func state(_ claim: String) throws -> String? {
        try database.connection().value("select state from eligibility.claim where code = \(claim)", as: String.self)
    }

    func refusal(_ body: () throws -> Void) -> PaymentRejection? {
        do {
            try body()
            return nil
        } catch { return error as? PaymentRejection }
    }

    /// Ledger = budget rows = payments and settlements = awards: what must hold after every test.
    func checkBooks() throws {
        let superuser = try database.connection()
        let wrong = try superuser.rows("select code from eligibility.budget_out_of_balance", as: String.self)
        #expect(wrong == [])
        let books = try superuser.row(
            """
            select (select coalesce(sum(paid_fen), 0)::bigint from eligibility.budget),
                (select coalesce(sum(amount_fen), 0)::bigint from eligibility.payment where state = 'paid')
                    + (select coalesce(sum(subsidy_fen), 0)::bigint from eligibility.settlement_line s
                        join eligibility.loan_installment i on i.id = s.installment_id join eligibility.loan l on l.id = i.loan_id
                        where s.state = 'paid' and (l.claim_id is not null or l.version_id is not null))
                    - (select coalesce(sum(amount_fen), 0)::bigint from eligibility.clawback_receipt),
                (select coalesce(sum(paid_fen), 0)::bigint from eligibility.award_part)
                    + (select coalesce(sum(h.amount_fen), 0)::bigint from eligibility.settlement_share h
                        join eligibility.settlement_line s on s.id = h.line_id where s.state = 'paid' and h.budget_id is not null),
                (select count(*) from eligibility.payment p where p.state in ('ordered', 'paid')
                    group by p.claim_id, p.part having count(*) > 1)
            """,
            as: (Money, Money, Money, Int64?).self
        )
        #expect(books?.0 == books?.1)
        #expect(books?.0 == books?.2)
        #expect(books?.3 == nil)
    }

    private static let tools: StaticString = """
        create function public.make_policy(budget bigint) returns void language plpgsql as $$
        declare
            p bigint;
            v bigint;
            z record;
            b bigint;
        begin
            insert into eligibility.policy (code, subject, title_zh, title_en, authority, source, confidence)
            values ('P', 'person', '样例政策', 'Sample', '样例局', '样例', 'assumed') returning id into p;
            insert into eligibility.version (policy_id, code, anchor, valid_from, drafted_by)
            values (p, '1', 'application', '2020-01-01', array['x']) returning id into v;
            insert into eligibility.benefit (version_id, code, position, kind, name_zh, name_en, article, amount, once_per, payers,
                spread_ppm, subsidy_ppm, subsidised_years)
            values (v, 'B', 1, 'grant', '补贴', 'grant', '1', '8000', array['person'], array['city=600000', 'zone=400000'], null, null, null),
                (v, 'LOAN', 2, 'loan', '贷款', 'loan', '1', '200000', array['person'], array['city=600000', 'zone=400000'], 15000, 1000000, 3);
            update eligibility.version set state = 'published', published_by = 'x', published_at = now() where id = v;
            for z in select id from core.zone where code in ('ETDZ', 'INNO') loop
                insert into eligibility.policy_zone values (p, z.id);
                insert into eligibility.version_zone values (v, p, z.id, 'application', daterange('2020-01-01', null));
                insert into eligibility.budget (zone_id, code, policy_id, year, layer, total_fen)
                select z.id, 'BU-' || z.id || '-' || y || '-' || l, p, y, l, 0
                from unnest(array[2024, 2025]) y, unnest(array['city', 'zone']) l;
            end loop;
            for b in select id from eligibility.budget loop
                perform eligibility.move_money(now(), b, 'allot', 'source', 'free', budget, 'budget:test');
            end loop;
        end $$;
        create function public.approve(zone_code text, claim_code text, person_code text, amount bigint, months int,
            benefit text default 'B', principal bigint default null) returns void language plpgsql as $$
        declare
            z bigint := (select id from core.zone k where k.code = zone_code);
            v eligibility.version := (select v from eligibility.version v);
            who bigint := (select id from core.person p where p.zone_id = z and p.code = person_code);
            d bigint;
            c eligibility.claim;
        begin
            insert into eligibility.decision (zone_id, code, person_id, version_id, as_of, decided_at, verdict, yes_mask, no_mask,
                amount_fen, input, input_sha256, answer)
            values (z, 'DE-' || claim_code, who, v.id, '2024-10-19', '2024-10-19', 'yes', 1, 0, amount, '', sha256(''), '')
            returning id into d;
            insert into eligibility.claim (zone_id, code, person_id, policy_id, version_id, benefit_code, decision_id, state,
                entered_by, opened_at, applied_on)
            values (z, claim_code, who, v.policy_id, v.id, benefit, d, 'approved', array['x'], '2024-10-19', '2024-10-19')
            returning * into c;
            perform eligibility.reserve_award(c, '2024-10-19T12:00+08', d, amount, principal, months, null, null);
            perform core.hold_person(z, who, 'claim', 'claim:' || claim_code, '2024-10-19');
        end $$;
        """
}
