import Postgres
import Store
import StoreTesting
import Testing
import Zones

@testable import StartupEligibility

@Suite(.database)
struct LoanStoreTests {
    @Test func `the reference schedules come back from the register to the fen`() throws {
        let scene = try LoanScene(on: "2024-10-26")
        try scene.addPerson()
        let installment = try scene.open("A", scene.terms("200000", "3.10", 36, .equalInstallment)).payments.map(
            \.installment
        )
        #expect(installment.dropLast().allSatisfy { $0.payment.description == "5825.06" })
        #expect(installment.last?.payment.description == "5825.05")
        #expect(try Money.sum(installment.map(\.interest)).description == "9702.15")
        let principal = try scene.open("B", scene.terms("200000", "3.10", 36, .equalPrincipal)).payments.map(
            \.installment
        )
        #expect(principal.first?.payment.description == "6072.23")
        #expect(principal.last?.payment.description == "5569.75")
        #expect(try Money.sum(principal.map(\.interest)).description == "9558.32")
        for (code, dayCount, sum) in [("C", DayCount.actual360, "6286.11"), ("D", .actual365, "6200.00")] {
            let loan = try scene.open(code, scene.terms("200000", "3.10", 12, .interestOnly, dayCount))
            #expect(try Money.sum(loan.payments.map(\.installment.interest)).description == sum)
        }
        #expect(try scene.show("A").terms == scene.terms("200000", "3.10", 36, .equalInstallment))
    }

    @Test func `the published example of Liuzhou is settled as published`() throws {
        let scene = try LoanScene(on: "2024-02-01")
        try scene.addPerson()
        let terms = try scene.terms("100000", "5.15", 12, .interestOnly, .thirty360, from: "2023-01-21")
        try scene.open("A", terms, lpr: "3.65", layers: ["city=above-lpr-150"])
        for quarter in ["2023-03-20", "2023-06-20", "2023-09-20", "2023-12-20"] { try scene.settle(quarter) }
        let later = try LoanScene(on: "2024-04-01")
        try later.settle("2024-03-20")
        let lines = try ["2023-03-20", "2023-06-20", "2023-09-20", "2023-12-20", "2024-03-20"].flatMap {
            try later.lines($0)
        }
        #expect(lines.count == 5)
        #expect(try Money.sum(lines.map(\.interest)).description == "5150.00")
        #expect(try Money.sum(lines.map(\.borrower)).description == "2150.00")
        #expect(try Money.sum(lines.map(\.subsidy)).description == "3000.00")
    }

    @Test func `a contract is taken once, within its cap, by the LPR of its day, for somebody who is there`() throws {
        let scene = try LoanScene(on: "2024-10-26")
        try scene.addPerson()
        let terms = try scene.terms()
        try scene.open("A", terms)
        func refusal(_ loan: NewLoan) -> LoanRejection? {
            do {
                try scene.session.perform(LoanStore.open(loan))
                return nil
            } catch { return error as? LoanRejection }
        }
        #expect(refusal(try scene.loan("A", terms, contract: "HT-2")) == .taken(rule: "loan_code_once"))
        #expect(refusal(try scene.loan("B", terms, contract: "HT-A")) == .taken(rule: "loan_contract_once"))
        #expect(refusal(try scene.loan("B", terms, lpr: "3.35")) == .rateUnknown(day: "2024-10-25"))
        let dear = try scene.terms("200000", "3.6001")
        #expect(refusal(try scene.loan("B", dear, cap: "0.5")) == .aboveCap)
        #expect(refusal(try scene.loan("B", try scene.terms("200000", "3.60"), cap: "0.5")) == nil)
        let whole = try scene.terms("200000", "100")
        #expect(refusal(try scene.loan("C", whole)) == nil)
        #expect(refusal(try scene.loan("D", try scene.terms("200000", "0", 1, .equalInstallment))) == nil)
        let future = try scene.terms(from: "2999-01-01")
        #expect(refusal(try scene.loan("E", future, lpr: "3.00")) == .rateUnknown(day: "2999-01-01"))
    }

    @Test func `an open loan keeps its borrower's record from being erased, a closed one for the law's years`() throws {
        let scene = try LoanScene(on: "2024-10-26")
        try scene.addPerson()
        try scene.open("A", try scene.terms("100", "0", 1, .equalInstallment, from: "2024-10-25"))
        func erasure(_ scene: LoanScene) -> PersonRejection? {
            do {
                try scene.session.perform(PersonStore.erase(Code("P1"), reason: "本人申请"))
                return nil
            } catch { return error as? PersonRejection }
        }
        let open = erasure(scene)
        #expect(open.map { "\($0)".contains("loan:A") } == true, "\(String(describing: open))")
        let later = try LoanScene(on: "2024-12-21")
        try later.settle("2024-12-20")
        try later.reply("2024-12-20")
        #expect(try later.show("A").state == .closed)
        #expect(erasure(later) != nil)
    }

    @Test func `a schedule that does not pay back the loan cannot be stored, by psql neither`() throws {
        let scene = try LoanScene(on: "2024-10-26")
        try scene.addPerson()
        try scene.open("A", try scene.terms("200000", "3.10", 36, .equalInstallment))
        let superuser = try scene.database.connection()
        for statement: Statement in [
            "update eligibility.loan_installment set principal_fen = principal_fen + 1 where number = 3",
            "update eligibility.loan_installment set replaced_in = 2 where number = 36",
            "update eligibility.loan_installment set balance_fen = 1 where number = 36",
            "update eligibility.loan set rate_ppm = 1000001",
        ] {
            #expect(throws: PostgresError.self) { try superuser.execute(statement) }
        }
    }

    @Test func `every constraint and rule of loans is explained, and none that is not there`() throws {
        let names = try TestDatabase.current.connection().rows(
            """
            select c.conname::text from pg_constraint c join pg_class t on t.oid = c.conrelid
            where c.connamespace = 'eligibility'::regnamespace and t.relname = any (\(Self.tables)) and c.contype <> 't'
                and not (c.contype in ('f', 'p') and c.conname ~ '_(fkey|pkey)$')
            union
            select i.relname::text from pg_index x join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            where x.indisunique and t.relname = any (\(Self.tables)) and i.relname !~ '_pkey$'
                and i.relnamespace = 'eligibility'::regnamespace
            union
            select (regexp_matches(p.prosrc, 'core\\.reject\\(''((loan|settlement|share)_[a-z0-9_]+)''', 'g'))[1]
            from pg_proc p where p.pronamespace = 'eligibility'::regnamespace
            """,
            as: String.self
        )
        #expect(Set(names) == Set(LoanRejection.rules))
        #expect(LoanRejection.rules.count == Set(LoanRejection.rules).count)
    }

    private static let tables = [
        "loan", "loan_layer", "loan_installment", "loan_overdue", "settlement", "settlement_line", "settlement_share",
        "settlement_reply",
    ]
}
