import Postgres
import Store
import Zones

/// Quarterly settlement runs of the active zone.
public enum SettlementStore {
    /// What a run did.
    public struct Outcome: Sendable, Hashable {
        public var lines = 0
        public var subsidy = Money.zero
    }

    /// Loans that one call settles: a run that was interrupted has lost nothing but its last call, which left nothing.
    private static let portion = 250

    /// Settles every payment that fell due by the end of a quarter and that no run has settled before. To be repeated at
    /// will: each payment has one line, whoever runs it.
    ///
    /// - Throws: `LoanRejection.quarterOpen`, `.noQuarterEnd`; `MoneyError`
    public static func settle(_ session: Session, quarter: Day, as request: Request) throws -> Outcome {
        guard quarter < session.today else { throw LoanRejection.quarterOpen(day: quarter.description) }
        var outcome = Outcome()
        var part = 0
        var idle = 0
        while true {
            let loans = try LoanStore.due(session, by: quarter, limit: portion)
            if loans.isEmpty && part > 0 { return outcome }
            let verb = try lines(of: loans, quarter)
            let done = try session.perform(verb, as: request.part(part))
            part += 1
            outcome.lines += done.lines
            outcome.subsidy = try outcome.subsidy.adding(done.subsidy)
            if loans.isEmpty { return outcome }
            // Nothing was settled: every loan of the portion changed meanwhile, or another run was faster.
            idle = done.lines == 0 ? idle + 1 : 0
            if idle == 100 { throw LoanRejection.changedMeanwhile(loan: loans.first?.code.text ?? "") }
        }
    }

    /// One call's lines.
    static func lines(of loans: [LoanContract], _ quarter: Day) throws(MoneyError) -> Verb<Outcome> {
        var (installments, revisions, borrowers): ([Int64], [Int32], [Money]) = ([], [], [])
        var (shareLines, positions, amounts): ([Int64], [Int32], [Money]) = ([], [], [])
        for loan in loans {
            for payment in loan.payments where payment.settled == nil && payment.installment.dueOn <= quarter {
                let shares = try loan.shares(of: payment)
                installments.append(payment.id)
                revisions.append(Int32(loan.revision))
                borrowers.append(shares.borrower)
                for (position, amount) in shares.layers.enumerated() {
                    shareLines.append(payment.id)
                    positions.append(Int32(position + 1))
                    amounts.append(amount)
                }
            }
        }
        let arrays = (installments, revisions, borrowers, shareLines, positions, amounts)
        return Verb(refusedAs: LoanRejection.self) { request in
            """
            select eligibility.settle_loans(\(request), \(quarter), \(arrays.0), \(arrays.1), \(arrays.2), \(arrays.3),
                \(arrays.4), \(arrays.5))
            """
        } decode: { columns throws(AnswerFault) in
            Outcome(lines: try columns.integer(0), subsidy: Money(fen: Int64(try columns.integer(1))))
        }
    }

    /// The lines of a quarter in the order of banks and contracts; with `bank` only its own.
    public static func statement(_ session: Session, quarter: Day, bank: Code?) throws -> [SettlementLine] {
        let rows = try session.connection.rows(
            """
            select s.id, l.code, l.bank, l.contract, p.code, p.name, i.number, i.from_on, i.until_on, i.due_on,
                s.interest_fen, s.subsidy_fen, s.borrower_fen, s.state
            from eligibility.settlement t join eligibility.settlement_line s on s.settlement_id = t.id
            join eligibility.loan_installment i on i.id = s.installment_id
            join eligibility.loan l on l.id = i.loan_id
            join core.person p on (p.zone_id, p.id) = (l.zone_id, l.person_id)
            where t.quarter_end = \(quarter) and (\(bank)::text is null or l.bank = \(bank))
            order by l.bank, l.contract, i.number
            """,
            as: (
                Int64, Code, Code, String, Code, String, Int32, Day, Day, Day, Money, Money, Money, SettledState
            ).self
        )
        return rows.map {
            SettlementLine(
                id: $0.0,
                loan: $0.1,
                bank: $0.2,
                contract: $0.3,
                person: $0.4,
                name: $0.5,
                number: Int($0.6),
                from: $0.7,
                until: $0.8,
                dueOn: $0.9,
                interest: $0.10,
                subsidy: $0.11,
                borrower: $0.12,
                state: $0.13
            )
        }
    }

    /// One treasury's part of a quarter.
    public struct TreasuryPart: Sendable, Hashable {
        public let payer: String
        public let bank: Code
        public let loans: Int
        public let listed: Money
        public let paid: Money
    }

    /// What each treasury owes each bank for a quarter.
    public static func treasuries(_ session: Session, quarter: Day) throws -> [TreasuryPart] {
        try session.connection.rows(
            """
            select h.payer, l.bank, count(distinct l.id),
                coalesce(sum(h.amount_fen) filter (where s.state = 'listed'), 0)::bigint,
                coalesce(sum(h.amount_fen) filter (where s.state = 'paid'), 0)::bigint
            from eligibility.settlement t join eligibility.settlement_line s on s.settlement_id = t.id
            join eligibility.settlement_share h on h.line_id = s.id
            join eligibility.loan_installment i on i.id = s.installment_id join eligibility.loan l on l.id = i.loan_id
            where t.quarter_end = \(quarter) group by h.payer, l.bank order by h.payer, l.bank
            """,
            as: (String, Code, Int64, Money, Money).self
        ).map { TreasuryPart(payer: $0.0, bank: $0.1, loans: Int($0.2), listed: $0.3, paid: $0.4) }
    }

    /// Takes a bank's answer. The same file again changes nothing. Answers how many payments are paid and overdue.
    public static func answer(quarter: Day, bank: Code, file sha256: Bytes, _ reply: SettlementReply) -> Verb<
        (paid: Int, overdue: Int)
    > {
        Verb(refusedAs: LoanRejection.self) { request in
            """
            select eligibility.answer_settlement(\(request), \(quarter), \(bank), \(sha256), \(reply.paid), \(reply.overdue))
            """
        } decode: { columns throws(AnswerFault) in
            (try columns.integer(0), try columns.integer(1))
        }
    }
}
