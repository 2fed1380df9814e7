import Casework
import ProjectHandoff
import Store
import Zones

extension HandoffCommands {
    static let columns = [
        Column("code", "编号", .code), Column("project", "项目", .code), Column("from", "移交方", "from", .code),
        Column("to", "承接方", "to", .code), Column("state", "状态"), Column("due_on", "期限", "due on", .day),
        Column("offered_at", "提出时间", "offered at", .instant), Column("reason", "理由"), Column("part", "部分"),
        Column("version", "版本", .integer), Column("waits_for", "待何区", "waits for", .code),
        Column("parent", "退还自", "returns", .code), Column("receipt", "回执", .code),
    ]

    private static func row(_ handoff: Handoff) -> [Cell] {
        [
            .code(handoff.code.text), .code(handoff.project.text), .code(handoff.from.text), .code(handoff.to.text),
            .text(handoff.state.rawValue), .optional(handoff.dueOn), .instant(handoff.offeredAt), .text(handoff.reason),
            .optional(handoff.part), .integer(handoff.version), .optional(handoff.waitsFor?.text),
            .optional(handoff.parent?.text), .optional(handoff.receipt),
        ]
    }

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
                ).map(row)
            )
        }
    )

    static let due = Command(
        "handoff",
        "due",
        "列出待本区办理的移交，先到期的在前",
        "list the handoffs that wait for this zone, the earliest due first",
        effect: .read,
        role: .coordinator,
        fields: [.defaulted("days", .integer(0...3650), to: "30", "今后多少天内到期", "due within so many days")],
        columns: columns,
        example: "handoff due --days 30",
        .query { invocation, session in
            let until = try session.today.adding(days: invocation.integer("days"))
            return .rows(try HandoffStore.due(session, until: until).map(row))
        }
    )

    static let overdue = Command(
        "handoff",
        "overdue",
        "列出已过期限的移交及待何区办理；有则退出码为1",
        "list the handoffs whose day has passed, and who is waited for; exit 1 if there are any",
        effect: .read,
        role: .coordinator,
        columns: columns,
        example: "handoff overdue",
        .query { _, session in
            let found = try HandoffStore.overdue(session, on: session.today)
            return .rows(found.map(row)).exiting(found.isEmpty ? .done : .no)
        }
    )

    private static let steps = [
        Column("at", "时间", .instant), Column("action", "动作"), Column("state", "之后状态", "state after"),
        Column("by", "由何区", "by", .code), Column("actor", "经办"), Column("note", "说明"),
        Column("version", "版本", .integer),
    ]

    private static func line(_ step: HandoffStep) -> [Cell] {
        [
            .instant(step.at), .text(step.action), .text(step.state.rawValue), .optional(step.by?.text),
            .text(step.actor), .optional(step.note), .integer(step.version),
        ]
    }

    static let show = Command(
        "handoff",
        "show",
        "查看一次移交的全过程",
        "show what happened to a handoff, step by step",
        effect: .read,
        role: .coordinator,
        fields: [key],
        columns: steps,
        example: "handoff show H-1",
        .query { invocation, session in
            let handoff = try HandoffStore.show(session, invocation.code("handoff"))
            return .rows(try HandoffStore.history(session, handoff.code).map(line))
        }
    )

    static let history = Command(
        "handoff",
        "history",
        "查看一个项目的各次移交（含退还），按时间",
        "show all handoffs of a project with their steps, returns too",
        effect: .read,
        role: .coordinator,
        fields: [project],
        columns: [Column("handoff", "移交编号", .code), Column("parent", "退还自", "returns", .code)] + steps,
        example: "handoff history SENSOR",
        .query { invocation, session in
            let handoffs = try HandoffStore.list(session, project: invocation.code("project")).reversed()
            return .rows(
                try handoffs.flatMap { handoff in
                    try HandoffStore.history(session, handoff.code).map {
                        [.code(handoff.code.text), .optional(handoff.parent?.text)] + line($0)
                    }
                }
            )
        }
    )

    static let verify = Command(
        "handoff",
        "verify",
        "核验移交回执；历史被改动则退出码为1",
        "check a receipt against the history; exit 1 if a line was changed",
        effect: .read,
        role: .coordinator,
        fields: [.key("receipt", .text, "回执", "the receipt")],
        columns: [
            Column("handoff", "移交编号", .code), Column("project", "项目", .code), Column("from", "移交方", "from", .code),
            Column("to", "承接方", "to", .code), Column("accepted_at", "承接时间", "accepted at", .instant),
            Column("steps", "步数", .integer), Column("intact", "完好", .flag),
            Column("broken_at", "被改动的版本", "changed at version", .integer),
        ],
        example: "handoff verify 0000-0000-0000",
        .query { invocation, session in
            let code = try VerificationCode(typed: invocation.text("receipt"))
            let found = try HandoffChainStore.verify(session, receipt: code.text)
            let isIntact = found.brokenAt == nil && found.receiptFits
            return Output.row(
                .code(found.handoff.code.text),
                .code(found.handoff.project.text),
                .code(found.handoff.from.text),
                .code(found.handoff.to.text),
                .instant(found.acceptedAt),
                .integer(found.steps),
                .flag(isIntact),
                .optional(found.brokenAt)
            ).exiting(isIntact ? .done : .no)
        }
    )
}
