import ProjectHandoff
import Store
import Zones

enum HandoffCommands {
    static let all = [offer, accept, reject, withdraw, list, show]

    static let columns = [
        Column("code", "编号", .code), Column("project", "项目", .code), Column("from", "移交方", "from", .code),
        Column("to", "承接方", "to", .code), Column("state", "状态"), Column("due_on", "答复期限", "answer due", .day),
        Column("offered_at", "提出时间", "offered at", .instant), Column("reason", "理由"),
    ]

    private static let shares: [Field] = CreditMeasure.allCases.map {
        .optional($0.rawValue, .rate, "\($0.zh)中移交方的份额（百分数）", "the sender's share of \($0.rawValue), in percent")
    }

    static let offer = Command(
        "handoff",
        "offer",
        "向另一区提出移交项目",
        "offer a project to another zone",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("project", .code, "项目编号", "the project's code"),
            .required("to", .zone, "承接方", "the receiving zone"), .reason,
            .defaulted("credit", .rate, to: "50", "各项指标中移交方的份额（百分数）", "the sender's share of credit, in percent"),
        ] + shares + [.newCode],
        columns: [
            Column("code", "编号", .code), Column("state", "状态"), Column("due_on", "答复期限", "answer due", .day),
        ],
        example: "handoff offer --project SENSOR --to ETDZ --reason 产业化落地 --tax 60 --code H-1",
        .write { invocation, _ in
            var named: [CreditMeasure: Rate] = [:]
            for measure in CreditMeasure.allCases { named[measure] = try invocation.optionalRate(measure.rawValue) }
            let verb = HandoffStore.offer(
                try invocation.code("project"),
                to: try invocation.zone("to"),
                reason: try invocation.text("reason"),
                credit: try CreditSplit(sender: invocation.rate("credit"), named: named),
                code: try invocation.optionalCode("code")
            )
            return PendingWrite(verb) { .row(.code($0.code), "offered", .text($0.dueOn), made: $0.code) }
        }
    )

    static let accept = Command(
        "handoff",
        "accept",
        "承接：项目自此由本区负责",
        "accept an offer: the zone holds the project from here on",
        effect: .write,
        role: .coordinator,
        fields: [.key("handoff", .code, "移交编号", "the handoff's code")],
        columns: [
            Column("code", "编号", .code), Column("state", "状态"), Column("epoch", "第几任", "epoch", .integer),
        ],
        example: "handoff accept H-1",
        .write { invocation, _ in
            PendingWrite(HandoffStore.accept(try invocation.code("handoff"))) {
                .row(.code($0.code), "accepted", .integer($0.epoch))
            }
        }
    )

    static let reject = Command(
        "handoff",
        "reject",
        "婉拒移交",
        "decline an offer",
        effect: .write,
        role: .coordinator,
        fields: [.key("handoff", .code, "移交编号", "the handoff's code"), .reason],
        columns: [Column("code", "编号", .code), Column("state", "状态")],
        example: "handoff reject H-1 --reason 用地不足",
        .write { invocation, _ in
            let verb = HandoffStore.reject(try invocation.code("handoff"), reason: try invocation.text("reason"))
            return PendingWrite(verb) { .row(.code($0), "rejected") }
        }
    )

    static let withdraw = Command(
        "handoff",
        "withdraw",
        "撤回本区提出的移交",
        "take the zone's own offer back",
        effect: .write,
        role: .coordinator,
        fields: [.key("handoff", .code, "移交编号", "the handoff's code"), .reason],
        columns: [Column("code", "编号", .code), Column("state", "状态")],
        example: "handoff withdraw H-1 --reason 企业改变计划",
        .write { invocation, _ in
            let verb = HandoffStore.withdraw(try invocation.code("handoff"), reason: try invocation.text("reason"))
            return PendingWrite(verb) { .row(.code($0), "withdrawn") }
        }
    )

    static let list = Command(
        "handoff",
        "list",
        "列出本区移出、移入的项目移交",
        "list the handoffs that the zone gives or gets",
        effect: .read,
        role: .coordinator,
        fields: [
            .optional("project", .code, "项目编号", "only of this project"),
            .flag("open", "只列待答复的", "only those that wait for an answer"),
        ],
        columns: columns,
        example: "handoff list --open",
        .query { invocation, session in
            .rows(
                try HandoffStore.list(
                    session,
                    project: invocation.optionalCode("project"),
                    onlyOpen: invocation.flag("open")
                ).map {
                    [
                        .code($0.code.text), .code($0.project.text), .code($0.from.text), .code($0.to.text),
                        .text($0.state.rawValue), .optional($0.dueOn), .instant($0.offeredAt), .text($0.reason),
                    ]
                }
            )
        }
    )

    static let show = Command(
        "handoff",
        "show",
        "查看一次移交的全过程",
        "show what happened to a handoff, step by step",
        effect: .read,
        role: .coordinator,
        fields: [.key("handoff", .code, "移交编号", "the handoff's code")],
        columns: [
            Column("at", "时间", .instant), Column("action", "动作"), Column("state", "之后状态", "state after"),
            Column("by", "由何区", "by", .code), Column("actor", "经办"), Column("note", "说明"),
        ],
        example: "handoff show H-1",
        .query { invocation, session in
            let handoff = try HandoffStore.show(session, invocation.code("handoff"))
            return .rows(
                try HandoffStore.history(session, handoff.code).map {
                    [
                        .instant($0.at), .text($0.action), .text($0.state.rawValue), .code($0.by.text),
                        .text($0.actor), .optional($0.note),
                    ]
                }
            )
        }
    )
}

extension CreditMeasure {
    fileprivate var zh: String {
        switch self {
        case .tax: "税收"
        case .output: "产值"
        case .investment: "投资额"
        case .signings: "签约数"
        }
    }
}
