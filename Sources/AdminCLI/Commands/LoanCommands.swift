import StartupEligibility
import Store
import Zones

enum LoanCommands {
    static let all = [
        quote, open, prepay, extend, overdue, show, schedule, list, settle, statement, reply,
    ]

    static let quote = Command(
        "loan",
        "quote",
        "测算还款计划和贴息",
        "reckon a loan's payments and who pays the interest",
        effect: .read,
        role: .anyone,
        fields: [
            .required("principal", .money, "本金（元）", "principal in yuan"),
            .required("rate", .rate, "年利率（%）", "yearly rate in percent"),
            .required("months", .integer(0...1_200), "期限（月）", "term in months"),
            .required("method", .choice(of: RepaymentMethod.self), "还款方式", "how it is paid back"),
            .optional(
                "day-count",
                .choice(of: DayCount.self),
                "计息方式（不给：按月还款用 30/360，付息用 act/360）",
                "how days are counted (else 30/360 for monthly payments, act/360 for interest only)"
            ),
            .optional("from", .day, "放款日（不给则为今天）", "the day it is paid out (else today)"),
            .optional("subsidy", .choice(["full", "above-lpr-150", "half"]), "贴息方式", "what the treasury pays"),
        ],
        columns: [
            Column("number", "期次", .integer), Column("due_on", "应付日", .day),
            Column("principal", "本金", .money), Column("interest", "利息", .money),
            Column("payment", "应还", .money), Column("balance", "余额", .money),
            Column("subsidy", "贴息", .money), Column("borrower_interest", "个人付息", .money),
        ],
        example: "loan quote --principal 200000 --rate 3.10 --months 36 --method equal-installment --from 2024-10-25",
        .query { invocation, session in
            let method = try invocation.choice("method", as: RepaymentMethod.self)
            let terms = try LoanTerms(
                principal: try invocation.money("principal"),
                rate: try invocation.rate("rate"),
                months: try invocation.integer("months"),
                method: method,
                dayCount: try invocation.optionalChoice("day-count", as: DayCount.self) ?? method.usualDayCount,
                drawnOn: try invocation.optionalDay("from") ?? session.today
            )
            let subsidy = try Subsidy(try invocation.optionalChoice("subsidy"), terms, session)
            let schedule = LoanSchedule(terms)
            let shares = try schedule.installments.map { try subsidy.shares($0, terms) }
            let paid = try Money.sum(shares.flatMap(\.layers))
            return .rows(
                zip(schedule.installments, shares).map { installment, share in
                    [
                        .integer(installment.number), .day(installment.dueOn), .money(installment.principal),
                        .money(installment.interest), .money(installment.payment), .money(installment.balance),
                        .money(share.layers.first ?? .zero), .money(share.borrower),
                    ]
                }
            ).noting(
                "利息合计 \(schedule.interest) 元，其中贴息 \(paid) 元",
                "interest \(schedule.interest) yuan in all, \(paid) of it subsidised"
            )
        }
    )
}

/// The subsidy that a quote asks for, with the LPR of the day on which the loan is paid out.
private struct Subsidy {
    let layers: [SubsidyLayer]
    let lpr: Rate

    init(_ name: String?, _ terms: LoanTerms, _ session: Session) throws {
        let formula: SubsidyLayer.Formula? =
            switch name {
            case "full": .full
            case "above-lpr-150": .aboveLPR(lessBasisPoints: 150)
            case "half": .share(Rate(partsPerMillion: 500_000))
            default: nil
            }
        layers = formula.map { [SubsidyLayer(payer: "treasury", formula: $0)] } ?? []
        if case .aboveLPR = formula {
            lpr = try LoanPrimeRates(fixings: RateStore.fixings(session)).oneYear(on: terms.drawnOn)
        } else {
            lpr = .zero
        }
    }

    func shares(_ installment: Installment, _ terms: LoanTerms) throws -> InterestShares {
        try terms.shares(of: installment.interest, from: installment.from, layers: layers, lpr: lpr)
    }
}
