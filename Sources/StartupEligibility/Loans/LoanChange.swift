import Zones

/// A new end of a loan's schedule: which payments it replaces, and with what.
public struct LoanChange: Sendable, Hashable {
    public enum Act: String, Sendable, Hashable {
        case prepay, extend
    }

    public let act: Act
    public let loan: Code
    /// The revision that it was reckoned from.
    public let revision: Int
    /// Months of the term after it.
    public let months: Int
    /// Payments from this number on are replaced.
    public let first: Int
    public let installments: [Installment]
    /// Whether the first of them is the prepayment.
    public var hasPrepayment: Bool { act == .prepay }
}

extension LoanContract {
    /// Pays back a part before its time, with the interest until that day; the rest is paid on the same days as before.
    ///
    /// - Throws: `LoanRejection.closed`, `.settledMeanwhile`, `.prepaidTooMuch`, `.outsideTerm`
    public func prepay(_ amount: Money, on day: Day) throws(LoanRejection) -> LoanChange {
        let place = try place(of: day)
        let owed = payments[place].balanceBefore
        guard amount > .zero else { throw .invalid(rule: "installment_principal_not_negative") }
        guard amount <= owed else { throw .prepaidTooMuch(loan: code.text, owed: owed.description) }
        let from = payments[place].installment.from
        let number = payments[place].installment.number
        let left = Money(fen: owed.fen - amount.fen)
        let prepayment = Installment(
            number: number,
            from: from,
            until: day,
            dueOn: day,
            principal: amount,
            interest: terms.interest(on: owed, from: from, to: day),
            balance: left
        )
        let rest = terms.installments(Outstanding(balance: left, from: day, number: number + 1))
        return LoanChange(
            act: .prepay,
            loan: code,
            revision: revision,
            months: terms.months,
            first: number,
            installments: [prepayment] + rest
        )
    }

    /// Gives more time for what is owed; the months added earn no subsidy.
    ///
    /// - Throws: `LoanRejection.closed`, `.settledMeanwhile`, `.outsideTerm`; `LoanRefusal` for a term that is too long
    public func extend(months: Int, on day: Day) throws -> LoanChange {
        let place = try place(of: day)
        let longer = try LoanTerms(
            principal: terms.principal,
            rate: terms.rate,
            months: terms.months + months,
            method: terms.method,
            dayCount: terms.dayCount,
            drawnOn: terms.drawnOn
        )
        let next = payments[place]
        return LoanChange(
            act: .extend,
            loan: code,
            revision: revision,
            months: longer.months,
            first: next.installment.number,
            installments: longer.installments(
                Outstanding(
                    balance: next.balanceBefore,
                    from: next.installment.from,
                    number: next.installment.number
                )
            )
        )
    }

    /// The payment in whose time a day lies.
    private func place(of day: Day) throws(LoanRejection) -> Int {
        guard state == .open else { throw .closed(loan: code.text) }
        guard
            let place = payments.firstIndex(where: { $0.installment.from <= day && day < $0.installment.until })
        else { throw .outsideTerm(loan: code.text, day: day.description) }
        if let settled = payments[place...].last(where: { $0.settled != nil }) {
            throw .settledMeanwhile(loan: code.text, until: settled.installment.until.description)
        }
        return place
    }
}

extension LoanContract.Payment {
    /// What was owed before it was paid.
    var balanceBefore: Money { Money(fen: installment.balance.fen + installment.principal.fen) }
}
