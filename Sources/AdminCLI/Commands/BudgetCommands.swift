import StartupEligibility
import Store
import Zones

enum BudgetCommands {
    static let all = [add, list, correct, carry, ledger]

    private static let budget = Field.key("budget", .code, "预算编号", "the budget's code")

    static let add = Command(
        "budget",
        "add",
        "为一项政策立一年一个层级的预算",
        "give a policy its money of a year, from one layer of the treasury",
        effect: .write,
        role: .admin,
        fields: [
            .required("policy", .code, "政策编号", "the policy's code"),
            .required("year", .integer(2000...2999), "年度", "the year"),
            .required("layer", .choice(of: BudgetLayer.self), "出资层级（zone 即区级）", "the layer; zone is the district's"),
            .required("amount", .money, "金额（元）", "yuan"), .newCode,
        ],
        columns: [Column("code", "编号", .code)],
        example: "budget add --policy RENT --year 2024 --layer city --amount 1000000 --code BU-RENT",
        .write { invocation, _ in
            let verb = BudgetStore.add(
                code: try invocation.optionalCode("code"),
                policy: try invocation.code("policy"),
                year: try invocation.integer("year"),
                layer: try invocation.choice("layer", as: BudgetLayer.self),
                amount: try invocation.money("amount")
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let list = Command(
        "budget",
        "list",
        "列出预算：总额、已预留、已付、可用",
        "list budgets: total, reserved, paid, free",
        effect: .read,
        role: .officer,
        fields: [
            .optional("policy", .code, "只列这项政策", "only this policy"),
            .optional("year", .integer(2000...2999), "只列这一年", "only this year"),
        ],
        columns: [
            Column("code", "编号", .code), Column("policy", "政策", "policy", .code), Column("year", "年度", .integer),
            Column("layer", "层级"), Column("total", "总额", .money), Column("reserved", "已预留", .money),
            Column("paid", "已付", .money), Column("free", "可用", .money), Column("closed_on", "结转日", "closed on", .day),
        ],
        example: "budget list --policy RENT",
        .query { invocation, session in
            .rows(
                try BudgetStore.list(
                    session,
                    policy: invocation.optionalCode("policy"),
                    year: invocation.optionalInteger("year")
                ).map {
                    [
                        .code($0.code.text), .code($0.policy.text), .integer($0.year), .text($0.layer),
                        .money($0.total),
                        .money($0.reserved), .money($0.paid), .money($0.free), .optional($0.closedOn),
                    ]
                }
            )
        }
    )

    static let correct = Command(
        "budget",
        "correct",
        "调整预算总额；不低于已预留和已付之和",
        "change a budget's total; never under what is reserved and paid",
        effect: .write,
        role: .admin,
        fields: [budget, .required("amount", .money, "新的总额（元）", "the new total in yuan"), .reason],
        columns: [Column("code", "编号", .code)],
        example: "budget correct BU-RENT --amount 1200000 --reason 追加",
        .write { invocation, _ in
            let verb = BudgetStore.correct(
                try invocation.code("budget"),
                total: try invocation.money("amount"),
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let carry = Command(
        "budget",
        "carry",
        "年度结束，把可用余额结转到下一年",
        "the year is over: carry what is free over into the next",
        effect: .write,
        role: .admin,
        fields: [budget, .newCode],
        columns: [
            Column("code", "编号", .code), Column("into", "转入", "into", .code), Column("amount", "金额", .money),
        ],
        example: "budget carry BU-RENT",
        .write { invocation, _ in
            let verb = BudgetStore.carry(try invocation.code("budget"), into: try invocation.optionalCode("code"))
            return PendingWrite(verb) { .row(.code($0.from), .code($0.into), .money($0.amount), made: $0.into) }
        }
    )

    static let ledger = Command(
        "budget",
        "ledger",
        "预算台账：每一笔从哪个户头到哪个户头",
        "the ledger of a budget: each movement, from which account to which",
        effect: .read,
        role: .officer,
        fields: [.optionalKey("budget", .code, "预算编号（不给则全部）", "the budget's code (else all)")],
        columns: [
            Column("number", "序号", .integer), Column("at", "时间", "at", .instant),
            Column("budget", "预算", "budget", .code),
            Column("act", "事项"), Column("from", "从", "from"), Column("to", "到", "to"), Column("amount", "金额", .money),
            Column("reference", "关于"), Column("actor", "经办人", "actor"),
        ],
        example: "budget ledger BU-RENT",
        .query { invocation, session in
            let code = try invocation.optionalCode("budget")
            return .streaming { sink in
                try BudgetStore.ledger(session, code) {
                    try sink([
                        .integer($0.number), .instant($0.at), .code($0.budget.text), .text($0.act), .text($0.from),
                        .text($0.to), .money($0.amount), .text($0.reference), .text($0.actor),
                    ])
                }
            }
        }
    )
}
