import StartupEligibility
import Store
import Zones

enum ClawbackCommands {
    static let all = [open, receive, list, screen]

    static let open = Command(
        "claim",
        "clawback",
        "追回已付款项，可分期；不超过已付而尚未追回的数额",
        "claim back what was paid, in instalments where wanted; never more than was paid",
        effect: .write,
        role: .reviewer,
        fields: [
            .key("claim", .code, "申领编号", "the claim's code"), .reason, .newCode,
            .optional("amount", .money, "追回金额（不给则全部）", "the amount (else all that was paid)"),
            .defaulted("instalments", .integer(1...120), to: "1", "分几期（按月）", "in so many monthly instalments"),
            .optional("first-due", .day, "首期应还日（不给则为今天）", "when the first is due (else today)"),
        ],
        columns: [Column("clawback", "追回", .code), Column("amount", "金额", .money)],
        example: "claim clawback CL-1 --reason 企业已注销 --instalments 3",
        .act { invocation, context in
            let session = try context.session()
            let verb = ClawbackStore.open(
                try invocation.code("claim"),
                code: try invocation.optionalCode("code"),
                amount: try invocation.optionalMoney("amount"),
                reason: try invocation.text("reason"),
                instalments: try invocation.integer("instalments"),
                firstDue: try invocation.optionalDay("first-due") ?? session.today
            )
            let opened = try session.perform(verb, as: invocation.request)
            return .row(.code(opened.code), .money(opened.amount), made: opened.code)
        }
    )

    static let receive = Command(
        "clawback",
        "receive",
        "登记追回到账；同一银行流水号只入账一次",
        "book money that came back; a bank's reference is booked once",
        effect: .write,
        role: .cashier,
        fields: [
            .key("clawback", .code, "追回编号", "the clawback's code"), .required("amount", .money, "金额（元）", "yuan"),
            .required("on", .day, "到账日", "the day it came"),
            .required("reference", .text, "银行流水号", "the bank's reference"),
        ],
        columns: [
            Column("clawback", "追回", .code), Column("received", "累计到账", "received in all", .money),
            Column("left", "尚欠", .money),
        ],
        example: "clawback receive CB-1 --amount 1000 --on 2024-10-19 --reference 20241019001",
        .write { invocation, _ in
            let clawback = try invocation.code("clawback")
            let verb = ClawbackStore.receive(
                clawback,
                amount: try invocation.money("amount"),
                on: try invocation.day("on"),
                reference: try invocation.text("reference")
            )
            return PendingWrite(verb) { .row(.code(clawback.text), .money($0.received), .money($0.left)) }
        }
    )

    static let list = Command(
        "clawback",
        "list",
        "列出追回及下一期应还日",
        "list clawbacks and when the next instalment is due",
        effect: .read,
        role: .cashier,
        fields: [.optional("claim", .code, "只看此申领", "of this claim only")],
        columns: [
            Column("code", "编号", .code), Column("claim", "申领", .code), Column("amount", "金额", .money),
            Column("received", "已到账", .money), Column("next_due", "下期应还日", .day), Column("opened_on", "立案日", .day),
            Column("closed_on", "结清日", .day), Column("reason", "理由"),
        ],
        example: "clawback list",
        .query { invocation, session in
            .rows(
                try ClawbackStore.list(session, claim: invocation.optionalCode("claim")).map {
                    [
                        .code($0.code.text), .code($0.claim.text), .money($0.amount), .money($0.received),
                        .optional($0.nextDue), .day($0.openedOn), .optional($0.closedOn), .text($0.reason),
                    ]
                }
            )
        }
    )

    static let screen = Command(
        "audit",
        "screen",
        "付款后比对：付款之后到达的事实（注销、创业者离开、他处参保）",
        "facts that arrived after a payment: closed, founder left, insured elsewhere",
        effect: .read,
        role: .auditor,
        fields: [.optional("since", .day, "只看此日以后的事实", "facts observed from this day on")],
        columns: [
            Column("claim", "申领", .code), Column("trigger", "触发", .code), Column("title", "情形"),
            Column("title_en", "情形（英文）"), Column("fact", "事实"), Column("observed_on", "观察日", .day),
            Column("source", "来源"), Column("paid_on", "首付日", .day), Column("paid", "已付", .money),
            Column("claimed_back", "已追回立案", "claimed back", .money),
        ],
        example: "audit screen --since 2024-10-01",
        .query { invocation, session in
            .rows(
                try ClawbackStore.alerts(session, since: invocation.optionalDay("since")).map {
                    [
                        .code($0.claim.text), .code($0.trigger.text), .text($0.titleZh), .text($0.titleEn),
                        .text($0.fact), .day($0.observedOn), .text($0.source), .day($0.paidOn), .money($0.paid),
                        .money($0.claimedBack),
                    ]
                }
            )
        }
    )
}
