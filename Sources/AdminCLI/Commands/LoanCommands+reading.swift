import StartupEligibility
import Store
import Zones

extension LoanCommands {
    static let show = Command(
        "loan",
        "show",
        "查看一笔贷款：合同、LPR、贴息层级、余额",
        "show a loan: contract, LPR, who pays its interest, what is owed",
        effect: .read,
        role: .officer,
        fields: [loan],
        columns: [
            Column("code", "编号", .code), Column("person", "借款人", .code), Column("bank", "银行", .code),
            Column("contract", "合同"), Column("principal", "本金", .money), Column("rate", "年利率", .rate),
            Column("lpr", "LPR", .rate), Column("lpr_on", "LPR 日期", .day), Column("method", "还款方式"),
            Column("day_count", "计息方式"), Column("drawn_on", "放款日", .day), Column("ends_on", "合同到期", .day),
            Column("extended_until", "展期至", .day), Column("state", "状态"), Column("owed", "尚欠本金", .money),
            Column("overdue", "逾期期数", .integer), Column("subsidy", "贴息"),
        ],
        example: "loan show LN-1",
        .query { invocation, session in
            let loan = try LoanStore.show(session, invocation.code("loan"))
            let terms = loan.terms
            let owed = loan.payments.last { $0.installment.dueOn <= session.today }?.installment.balance
            return .row(
                .code(loan.code.text),
                .code(loan.person.text),
                .code(loan.bank.text),
                .text(loan.contract),
                .money(terms.principal),
                .rate(terms.rate),
                .rate(loan.lpr),
                .day(loan.lprOn),
                .text(terms.method.rawValue),
                .text(terms.dayCount.rawValue),
                .day(terms.drawnOn),
                .day(loan.endsOn),
                .optional(loan.endsOn < terms.endsOn ? terms.endsOn : nil),
                .text(loan.state.rawValue),
                .money(owed ?? terms.principal),
                .integer(loan.payments.filter { $0.overdueSince != nil && $0.curedOn == nil }.count),
                .text(loan.layers.map(\.text).joined(separator: ","))
            )
        }
    )

    static let schedule = Command(
        "loan",
        "schedule",
        "查看还款计划：每期本金、利息、由谁付息",
        "show a loan's payments and who pays the interest of each",
        effect: .read,
        role: .officer,
        fields: [loan],
        columns: [
            Column("number", "期次", .integer), Column("from", "起", .day), Column("due_on", "应付日", .day),
            Column("principal", "本金", .money), Column("interest", "利息", .money), Column("balance", "余额", .money),
            Column("subsidy", "贴息", .money), Column("borrower_interest", "个人付息", .money),
            Column("prepaid", "提前还款", .flag), Column("settled", "结算"), Column("overdue_since", "逾期起", .day),
        ],
        example: "loan schedule LN-1",
        .query { invocation, session in
            let loan = try LoanStore.show(session, invocation.code("loan"))
            return .rows(
                try loan.payments.map { payment in
                    let shares = try loan.shares(of: payment)
                    let part = payment.installment
                    return [
                        .integer(part.number), .day(part.from), .day(part.dueOn), .money(part.principal),
                        .money(part.interest), .money(part.balance), .money(try Money.sum(shares.layers)),
                        .money(shares.borrower), .flag(payment.isPrepayment), .optional(payment.settled?.rawValue),
                        .optional(payment.overdueSince),
                    ]
                }
            )
        }
    )

    static let list = Command(
        "loan",
        "list",
        "列出贷款",
        "list loans",
        effect: .read,
        role: .officer,
        fields: [
            .optional("person", .code, "只看此人的", "of this person only"),
            .optional("after", .code, "从这个编号之后", "after this code"),
            .defaulted("limit", .integer(1...100_000), to: "1000", "最多行数", "at most so many rows"),
        ],
        columns: [
            Column("code", "编号", .code), Column("person", "借款人", .code), Column("bank", "银行", .code),
            Column("contract", "合同"), Column("principal", "本金", .money), Column("rate", "年利率", .rate),
            Column("drawn_on", "放款日", .day), Column("ends_on", "合同到期", .day), Column("state", "状态"),
            Column("owed", "尚欠本金", .money), Column("overdue", "逾期期数", .integer),
        ],
        example: "loan list",
        .query { invocation, session in
            .rows(
                try LoanStore.list(
                    session,
                    person: invocation.optionalCode("person"),
                    after: invocation.optionalCode("after"),
                    limit: invocation.integer("limit")
                ).map {
                    [
                        .code($0.code.text), .code($0.person.text), .code($0.bank.text), .text($0.contract),
                        .money($0.principal), .rate($0.rate), .day($0.drawnOn), .day($0.endsOn),
                        .text($0.state.rawValue), .money($0.balance), .integer($0.overdue),
                    ]
                }
            )
        }
    )
}
