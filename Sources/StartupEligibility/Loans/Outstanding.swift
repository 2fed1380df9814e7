import Zones

/// What is owed from a day on: the whole loan at first, less after a prepayment, longer after an extension.
public struct Outstanding: Sendable, Hashable {
    public let balance: Money
    /// The first day whose interest is in no earlier payment.
    public let from: Day
    /// The number of the next payment.
    public let number: Int

    public init(balance: Money, from: Day, number: Int) {
        self.balance = balance
        self.from = from
        self.number = number
    }
}

extension LoanTerms {
    /// The payments by which what is outstanding is paid back until the term's end, on the days on which it always was.
    public func installments(_ rest: Outstanding) -> [Installment] {
        guard rest.balance > .zero, rest.from < endsOn else { return [] }
        return switch method {
        case .equalInstallment: equalInstallment(rest)
        case .equalPrincipal: equalPrincipal(rest)
        case .interestOnly: interestOnly(rest)
        }
    }

    /// Interest on a balance from one day to another, to the fen, half a fen up.
    func interest(on balance: Money, from: Day, to: Day) -> Money {
        let days = Int64(dayCount.days(from: from, to: to))
        let (yearly, tooLarge) = balance.fen.multipliedReportingOverflow(by: rate.partsPerMillion)
        let (product, overflow) = yearly.multipliedReportingOverflow(by: days)
        let year = Int64(dayCount.yearDays) * Rate.one.partsPerMillion
        guard tooLarge || overflow || product > .max - year else { return Money(fen: (product + year / 2) / year) }
        // Terms keep balance, rate and days small enough for an exact product in 128 bits (`LoanTerms.largest`).
        return (try? balance.interest(at: rate, days: Int(days), yearDays: dayCount.yearDays)) ?? .zero
    }

    /// The days on which monthly payments are due after a day, and the regular beginning of the first one's month.
    private func monthlyDays(after day: Day) -> (since: Day, due: [Day]) {
        let (start, now) = (drawnOn.parts, day.parts)
        // A month early at most; no later than the month that is looked for.
        var number = max(1, (now.year - start.year) * 12 + now.month - start.month)
        while number < months, monthly(number) <= day { number += 1 }
        return (monthly(number - 1), (number...months).map(monthly))
    }

    /// Pays `principal(balance, interest)` at each month's end but the last, which pays what is left.
    private func monthly(
        _ rest: Outstanding,
        _ due: [Day],
        principal: (_ balance: Int64, _ interest: Int64) -> Int64
    ) -> [Installment] {
        var balance = rest.balance.fen
        var from = rest.from
        var installments: [Installment] = []
        installments.reserveCapacity(due.count)
        for (position, day) in due.enumerated() {
            let interest = interest(on: Money(fen: balance), from: from, to: day)
            let wanted = position == due.count - 1 ? balance : principal(balance, interest.fen)
            let paid = max(0, min(wanted, balance))
            balance -= paid
            installments.append(
                Installment(
                    number: rest.number + position,
                    from: from,
                    until: day,
                    dueOn: day,
                    principal: Money(fen: paid),
                    interest: interest,
                    balance: Money(fen: balance)
                )
            )
            from = day
        }
        return installments
    }

    /// The last part has to be positive: where rounding up would leave it nothing, every part is cut instead.
    private func equalPrincipal(_ rest: Outstanding) -> [Installment] {
        let due = monthlyDays(after: rest.from).due
        let count = Int64(due.count)
        let half = (rest.balance.fen + count / 2) / count
        let part = half * (count - 1) < rest.balance.fen ? half : rest.balance.fen / count
        return monthly(rest, due) { _, _ in part }
    }

    /// The payment to the nearest fen. Of a few yuan over many months that can leave nothing for the last payment; then
    /// each is a fen less, until something is left for it.
    private func equalInstallment(_ rest: Outstanding) -> [Installment] {
        let (since, due) = monthlyDays(after: rest.from)
        let first = due[0]
        let whole = dayCount.days(from: since, to: first)
        let part = whole > 0 ? Double(dayCount.days(from: rest.from, to: first)) / Double(whole) : 1
        var each = Int64(payment(Double(rest.balance.fen), due.count, firstMonth: part).rounded())
        while true {
            let installments = monthly(rest, due) { _, interest in each - interest }
            if each <= 0 || installments.last?.principal != .zero { return installments }
            each -= 1
        }
    }

    /// The annuity in fen, B·(1 + f·i)·(1 + i)^(n−1)·i / ((1 + i)^n − 1) with i a twelfth of the year's rate and f the part
    /// of the first month that is left. Binary fractions are exact enough: their error lies far below half a fen, and the
    /// last payment takes every difference.
    private func payment(_ balance: Double, _ count: Int, firstMonth part: Double) -> Double {
        let monthly = Double(rate.partsPerMillion) / 12_000_000
        guard monthly > 0 else { return balance / Double(count) }
        var growth = 1.0
        for _ in 1..<max(count, 1) { growth *= 1 + monthly }
        return balance * (1 + part * monthly) * growth * monthly / (growth * (1 + monthly) - 1)
    }

    /// Banks settle on the 20th of March, June, September and December for the time until that day, it included; the
    /// last payment is on the loan's last day.
    private func interestOnly(_ rest: Outstanding) -> [Installment] {
        var from = rest.from
        var installments: [Installment] = []
        while from < endsOn {
            let quarter = InterestQuarter.containing(from)
            let next = min(quarter.dayAfter, endsOn)
            let isLast = next == endsOn
            installments.append(
                Installment(
                    number: rest.number + installments.count,
                    from: from,
                    until: next,
                    dueOn: isLast ? endsOn : quarter.settledOn,
                    principal: isLast ? rest.balance : .zero,
                    interest: interest(on: rest.balance, from: from, to: next),
                    balance: isLast ? .zero : rest.balance
                )
            )
            from = next
        }
        return installments
    }
}
