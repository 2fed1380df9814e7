import StartupEligibility
import Store
import Zones

extension PaymentCommands {
    static let reconcile = Command(
        "payment",
        "reconcile",
        "核对批次、银行回盘与预算台账；有不符则以 1 退出",
        "compare a batch with the bank's answers and the ledger; exit 1 where they differ",
        effect: .read,
        role: .cashier,
        fields: [.key("batch", .code, "批次编号", "the batch's code")],
        columns: [
            Column("check", "核对项"), Column("expected", "应为"), Column("found", "实为"), Column("agrees", "相符", .flag),
        ],
        example: "payment reconcile PB-1",
        .query { invocation, session in
            let checks = try PaymentStore.reconcile(session, invocation.code("batch"))
            let output = Output.rows(
                checks.map {
                    let isMoney = [.total, .ledger].contains($0.check)
                    return [
                        .text($0.check.rawValue), .text(isMoney ? Yuan.text($0.expected) : $0.expected),
                        .text(isMoney ? Yuan.text($0.found) : $0.found), .flag($0.agrees),
                    ]
                }
            )
            return checks.allSatisfy(\.agrees) ? output : output.exiting(.no)
        }
    )

    static let list = Command(
        "payment",
        "list",
        "列出付款",
        "list payments",
        effect: .read,
        role: .cashier,
        fields: [
            .optional("batch", .code, "只看此批次", "of this batch only"),
            .optional("claim", .code, "只看此申领", "of this claim only"),
            .optional("state", .choice(of: Payment.State.self), "只看此状态", "in this state only"),
            .defaulted("limit", .integer(1...100_000), to: "1000", "最多行数", "at most so many rows"),
        ],
        columns: [
            Column("code", "编号", .code), Column("batch", "批次", .code), Column("claim", "申领", .code),
            Column("part", "期次", .integer), Column("attempt", "第几次", "attempt", .integer),
            Column("amount", "金额", .money), Column("state", "状态"), Column("account", "账号"),
            Column("settled_on", "结果日", .day), Column("reason", "原因"), Column("reference", "银行流水号"),
        ],
        example: "payment list",
        .query { invocation, session in
            .rows(
                try PaymentStore.list(
                    session,
                    batch: invocation.optionalCode("batch"),
                    claim: invocation.optionalCode("claim"),
                    state: invocation.optionalChoice("state", as: Payment.State.self),
                    limit: invocation.integer("limit")
                ).map {
                    [
                        .code($0.code.text), .code($0.batch.text), .code($0.claim.text), .integer($0.part),
                        .integer($0.attempt), .money($0.amount), .text($0.state.rawValue), .text($0.account),
                        .optional($0.settledOn), .optional($0.reason), .optional($0.reference),
                    ]
                }
            )
        }
    )
}
