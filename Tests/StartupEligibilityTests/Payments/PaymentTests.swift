import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct PaymentTests {
    @Test func `a batch is ordered, exported and paid, and every book says the same`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...3)
        #expect(try PaymentStore.payable(scene.session, limit: 10).map(\.text) == ["C1", "C2", "C3"])
        let batch = try scene.order(["C1", "C2", "C3"])
        #expect(batch.payments == 3 && batch.total.description == "24000.00")
        try scene.checkBooks()
        #expect(try scene.state("C1") == "in_payment")
        let orders = try scene.export(batch)
        #expect(try scene.export(batch) == orders, "the same again")
        #expect(try orders.map(\.account) == (1...3).map { try PaymentScene.account($0) })
        #expect(try scene.answer(batch, scene.results(orders)) == (3, 0))
        #expect(try scene.answer(batch, scene.results(orders)) == (0, 0), "the same file again")
        #expect(try scene.answer(batch, scene.results(orders), file: "copy") == (0, 0), "its lines again")
        #expect(try scene.state("C2") == "paid")
        #expect(try PaymentStore.reconcile(scene.session, batch.code).allSatisfy(\.agrees))
        #expect(try PaymentStore.payable(scene.session, limit: 10) == [])
        try scene.checkBooks()
    }

    @Test func `eight cashiers pay one claim once, by repetition too, and another zone cannot`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...4)
        let (database, clock) = (scene.database, scene.session.now)
        let results = race(8) { index in
            let session = try database.session(at: clock)
            let claims = try [Code("C\(index % 4 + 1)"), Code("C4")]
            return try session.perform(PaymentStore.order(claims, code: nil, retry: false)).payments
        }
        #expect(results.filter { (try? $0.get()) != nil }.count == 1)
        let count: Int? = try database.connection().value("select count(*) from eligibility.payment")
        #expect((1...2).contains(count ?? 0))
        let other = try database.session(zone: "INNO", at: clock)
        #expect(throws: CoreRejection.missing(noun: "claim", key: "C1")) {
            try other.perform(PaymentStore.order([Code("C1")], code: nil, retry: false))
        }
        let rest = try PaymentStore.payable(scene.session, limit: 10)
        let request = scene.session.request("once")
        let verb = PaymentStore.order(rest, code: nil, retry: false)
        let first = try scene.session.perform(verb, as: request)
        #expect(try scene.session.perform(verb, as: request) == first)
        #expect(scene.refusal { try scene.order(rest.map(\.text)) } == .underWay(claim: rest[0].text))
        try scene.checkBooks()
    }

    @Test func `the answer of one batch comes eight times at once and is booked once`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...6)
        let batch = try scene.order((1...6).map { "C\($0)" })
        let answers = scene.results(try scene.export(batch), returned: ["C6"])
        let (database, clock) = (scene.database, scene.session.now)
        let results = race(8) { index in
            try PaymentScene(database).session.perform(
                PaymentStore.importResult(batch.code, file: SHA256.digest(of: "\(index / 4)"), answers, partial: false)
            )
        }
        _ = clock
        let outcomes = try results.map { try $0.get() }
        #expect(outcomes.reduce(0) { $0 + $1.paid } == 5)
        #expect(outcomes.reduce(0) { $0 + $1.returned } == 1)
        try scene.checkBooks()
    }

    @Test func `what came back is paid to another account, once, and what bounces later is taken out of the books`()
        throws
    {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...2)
        let batch = try scene.pay(["C1", "C2"], returned: ["C1"])
        #expect(try scene.state("C1") == "in_payment")
        #expect(try PaymentStore.payable(scene.session, limit: 10) == [])
        #expect(scene.refusal { try scene.order(["C1"], retry: true) } == .accountNotCorrected(claim: "C1"))
        #expect(scene.refusal { try scene.order(["C2"], retry: true) } == .claimNotPayable(claim: "C2", state: "paid"))
        try scene.setAccount("P1", 11)
        let again = try scene.pay(["C1"], retry: true)
        #expect(try scene.state("C1") == "paid")
        try scene.checkBooks()
        // The bank takes C2's back a day later.
        let later = try PaymentScene(scene.database, on: "2024-10-21")
        let orders = try later.export(batch)
        let bounced = later.results(orders.filter { $0.claim.text == "C2" }, returned: ["C2"])
        #expect(try later.answer(batch, bounced, file: "bounce", partial: true) == (0, 1))
        #expect(try later.state("C2") == "in_payment")
        try later.checkBooks()
        #expect(try PaymentStore.reconcile(later.session, batch.code).filter { !$0.agrees } == [])
        let contradiction = later.results(orders.filter { $0.claim.text == "C2" })
        #expect(
            later.refusal { try later.answer(batch, contradiction, file: "x", partial: true) }
                == .lineChanged(payment: orders[1].payment.text, cell: "outcome", expected: "", found: "")
        )
        try later.setAccount("P2", 12)
        try later.pay(["C2"], retry: true)
        #expect(try PaymentStore.reconcile(later.session, again.code).allSatisfy(\.agrees))
        try later.checkBooks()
        let acts = try later.database.connection().rows(
            "select act from eligibility.budget_entry where reference like 'claim:C2/%' order by id",
            as: String.self
        )
        #expect(acts == ["commit", "commit", "return", "return", "commit", "commit"])
    }

    @Test func `a bank's file is taken whole or not at all`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...4)
        let other = try scene.order(["C4"])
        let foreign = scene.results(try scene.export(other))
        let batch = try scene.order(["C1", "C2", "C3"])
        #expect(
            scene.refusal { try scene.answer(batch, []) } == .batchNotSent(batch: batch.code.text, state: "open")
        )
        let orders = try scene.export(batch)
        let good = scene.results(orders)
        let code = orders[1].payment.text
        func changed(_ amount: Money? = nil, _ holder: String? = nil, _ account: BankAccount? = nil, _ day: Day? = nil)
            -> [BankResult]
        {
            var lines = good
            lines[1] = BankResult(
                payment: good[1].payment,
                amount: amount ?? good[1].amount,
                holder: holder ?? good[1].holder,
                account: account ?? good[1].account,
                isPaid: true,
                reason: nil,
                reference: nil,
                on: day ?? good[1].on
            )
            return lines
        }
        let wrong: [([BankResult], PaymentRejection)] = [
            (Array(good.dropLast()), .lineMissing(payment: orders[2].payment.text)),
            (good + [good[1]], .lineTwice(payment: code)),
            (good + foreign, .lineForeign(payment: foreign[0].payment.text, batch: batch.code.text)),
            (
                changed(Money(fen: 800_001)),
                .lineChanged(payment: code, cell: "amount", expected: "800000", found: "800001")
            ),
            (changed(nil, "他人"), .lineChanged(payment: code, cell: "holder", expected: "", found: "")),
            (
                changed(nil, nil, try PaymentScene.account(99)),
                .lineChanged(payment: code, cell: "account", expected: "", found: "")
            ),
            (
                changed(nil, nil, nil, try Day(iso: "2024-10-20")),
                .lineChanged(payment: code, cell: "day", expected: "", found: "")
            ),
        ]
        for (lines, expected) in wrong {
            #expect(scene.refusal { try scene.answer(batch, lines) } == expected)
        }
        let paid: Int? = try scene.database.connection().value(
            "select count(*) from eligibility.payment where state <> 'ordered'"
        )
        #expect(paid == 0)
        #expect(try scene.answer(batch, Array(good.dropLast()), file: "1", partial: true) == (2, 0))
        #expect(try scene.answer(batch, good, file: "2") == (1, 0))
        try scene.checkBooks()
    }

    @Test func `a monthly benefit is a payment a month and none before its month`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...1, "1000.01", months: 3)
        try scene.pay(["C1"])
        #expect(try scene.state("C1") == "in_payment")
        #expect(scene.refusal { try scene.order(["C1"]) } == .notDue(claim: "C1", day: "2024-11-19"))
        let second = try PaymentScene(scene.database, on: "2024-11-19")
        try second.pay(["C1"])
        try second.checkBooks()
        let third = try PaymentScene(scene.database, on: "2024-12-19")
        try third.pay(["C1"])
        #expect(try third.state("C1") == "paid")
        let amounts = try PaymentStore.list(third.session, batch: nil, claim: Code("C1"), state: nil, limit: 10)
        #expect(amounts.map(\.amount.fen).sorted() == [33_333, 33_334, 33_334])
        try third.checkBooks()
    }

    @Test func `a batch that was not sent is taken back, and its claims are paid by another`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...2)
        let batch = try scene.order(["C1", "C2"])
        try scene.session.perform(PaymentStore.cancel(batch.code, reason: "重复"))
        #expect(try scene.state("C1") == "approved")
        #expect(scene.refusal { _ = try scene.export(batch) } == .batchSent(batch: batch.code.text, state: "cancelled"))
        let next = try scene.pay(["C1", "C2"])
        #expect(
            scene.refusal { try scene.session.perform(PaymentStore.cancel(next.code, reason: "x")) }
                == .batchSent(batch: next.code.text, state: "exported")
        )
        try scene.checkBooks()
    }

    @Test func `many awards at once move as each would alone`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...24, "100.03")
        let superuser = try scene.database.connection()
        var random = Random(state: 11)
        let fens = (1...12).map { _ in Int64.random(in: 1...10_003, using: &random) }
        try superuser.execute(
            """
            select eligibility.pay_awards(now(), 'commit', (select array_agg(id order by id) from eligibility.award where id <= 12),
                \(fens), array_fill('x'::text, array[12]))
            """
        )
        for (place, fen) in fens.enumerated() {
            try superuser.execute(
                "select eligibility.pay_award(\(Int64(place + 13)), now(), 'commit', \(fen), 'x')"
            )
        }
        let parts = try superuser.rows(
            "select award_id, position, reserved_fen, paid_fen from eligibility.award_part order by award_id, position",
            as: (Int64, Int32, Int64, Int64).self
        )
        let (many, each) = (parts.prefix(24), parts.suffix(24))
        #expect(zip(many, each).allSatisfy { $0.2 == $1.2 && $0.3 == $1.3 })
        #expect(try superuser.value("select count(*) from eligibility.budget_out_of_balance", as: Int.self) == 0)
        #expect(throws: PostgresError.self) {
            try superuser.execute(
                "select eligibility.pay_awards(now(), 'commit', array[1::bigint], array[10004::bigint], array['x'])"
            )
        }
    }

    @Test func `what was ordered never changes, for psql neither`() throws {
        let scene = try PaymentScene()
        try scene.prepare()
        try scene.approve(1...2)
        try scene.pay(["C1"])
        let superuser = try scene.database.connection()
        for statement: Statement in [
            "update eligibility.payment set amount_fen = 1", "delete from eligibility.payment",
            "update eligibility.payment set claim_id = 2", "update eligibility.payment set state = 'returned'",
            "insert into eligibility.payment (zone_id, code, batch_id, claim_id, award_id, payee_id, part, attempt, amount_fen) select zone_id, 'X', batch_id, claim_id, award_id, payee_id, part, 2, 1 from eligibility.payment",
            "update eligibility.budget_entry set amount_fen = 1",
        ] {
            #expect(throws: PostgresError.self) { try superuser.execute(statement) }
        }
    }

    @Test func `every constraint and rule of payments is explained, and none that is not there`() throws {
        let tables = [
            "payee", "payment_batch", "payment", "payment_result", "clawback", "clawback_instalment",
            "clawback_receipt",
            "watch_rule",
        ]
        let names = try TestDatabase.current.connection().rows(
            """
            select c.conname::text from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.connamespace = 'eligibility'::regnamespace and t.relname = any (\(tables)) and c.contype <> 't'
                and c.conname !~ '_(fkey|pkey)$'
            union
            select i.relname::text from pg_index x join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            where x.indisunique and t.relname = any (\(tables)) and i.relname !~ '_pkey$'
                and i.relnamespace = 'eligibility'::regnamespace
            union
            select (regexp_matches(p.prosrc, '''((payment|batch|export|result|clawback|receipt)_[a-z0-9_]+)''', 'g'))[1]
            from pg_proc p where p.pronamespace = 'eligibility'::regnamespace
                and p.proname = any (array['order_payments', 'refuse_own_payees', 'cancel_batch', 'export_batch', 'batch_accounts',
                    'import_results', 'check_results', 'open_clawback', 'receive_clawback', 'keep_payment', 'check_batch'])
            """,
            as: String.self
        )
        #expect(Set(names) == Set(PaymentRejection.rules))
        #expect(PaymentRejection.rules.count == Set(PaymentRejection.rules).count)
    }
}
