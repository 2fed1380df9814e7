import Postgres
import Store
import Zones

extension LoanStore {
    /// Opens a loan with its schedule. Answers its code.
    public static func open(_ loan: NewLoan) -> Verb<String> {
        let terms = loan.terms
        let layers = loan.layers
        let plan = LoanSchedule(terms).installments
        return Verb(refusedAs: LoanRejection.self) { request in
            """
            select eligibility.open_loan(\(request), \(loan.code), \(loan.person), \(loan.policy), \(loan.decision),
                \(loan.claim),
                \(loan.bank), \(loan.contract), \(terms.principal), \(terms.rate), \(loan.lprOn), \(loan.lpr), \(loan.cap),
                \(Int32(terms.months)), \(terms.method), \(terms.dayCount), \(terms.drawnOn), \(terms.endsOn),
                \(layers.map(\.payer)), \(layers.map(\.formula.text)), \(layers.map(\.from)), \(layers.map(\.until)),
                \(plan.map(\.from)), \(plan.map(\.until)), \(plan.map(\.dueOn)), \(plan.map(\.principal)),
                \(plan.map(\.interest)), \(plan.map(\.balance)))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Puts a prepayment or an extension on record. Answers the number of payments that are left.
    public static func replan(_ change: LoanChange, on day: Day) -> Verb<Int> {
        let plan = change.installments
        let amount = change.hasPrepayment ? plan.first?.principal : nil
        return Verb(refusedAs: LoanRejection.self) { request in
            """
            select eligibility.replan_loan(\(request), \(change.loan), \(change.act.rawValue), \(Int32(change.revision)), \(day),
                \(amount), \(Int32(change.months)), \(Int32(change.first)), \(plan.map(\.from)), \(plan.map(\.until)),
                \(plan.map(\.dueOn)), \(plan.map(\.principal)), \(plan.map(\.interest)), \(plan.map(\.balance)))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.integer(1) - (change.hasPrepayment ? 1 : 0)
        }
    }

    /// Says that a payment was not made on its day, or, with `curedOn`, that it has been made after all.
    public static func overdue(_ loan: Code, number: Int, revision: Int, since: Day?, curedOn: Day?) -> Verb<String> {
        Verb(refusedAs: LoanRejection.self) { request in
            """
            select eligibility.mark_overdue(\(request), \(loan), \(Int32(number)), \(Int32(revision)), \(since), \(curedOn))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
