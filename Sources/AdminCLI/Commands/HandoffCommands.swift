import ProjectHandoff
import Store
import Zones

enum HandoffCommands {
    static let all = [
        request, offer, query, answer, counter, agree, accept, reject, withdraw, land, giveBack, settle, expire, list,
        show,
        history, due, overdue, impact, check, items, match, verify, print, dwell,
    ]

    /// What every step answers, whether it is done or, with `--dry-run`, would be.
    static let moved = [
        Column("code", "编号", .code), Column("state", "状态"), Column("due_on", "期限", "due on", .day),
        Column("version", "版本", .integer), Column("holder", "现由何区负责", "held by", .code),
        Column("epoch", "第几任", "epoch", .integer), Column("waits_for", "待何方", "waits for"),
        Column("credit", "利益共享（移交方:承接方）", "credit, sender:receiver"), Column("told", "已告知"),
        Column("receipt", "回执", .code),
    ]

    static let key = Field.key("handoff", .code, "移交编号", "the handoff's code")
    static let version = Field.optional(
        "version",
        .integer(1...100_000),
        "所见的版本；已变则拒绝",
        "the version that was looked at; refused if it has moved on"
    )
    static let part = Field.defaulted("part", .code, to: "whole", "项目的哪一部分", "which part of the project")

    static func cells(_ moved: HandoffStore.Moved) -> [Cell] {
        [
            .code(moved.code), .text(moved.state), .optional(moved.dueOn), .integer(moved.version), .code(moved.holder),
            .integer(moved.epoch), .optional(moved.waitsFor), .optional(moved.credit), .text(moved.told),
            .optional(moved.receipt),
        ]
    }

    static func output(_ moved: HandoffStore.Moved) -> Output {
        var output = Output.rows([cells(moved)])
        output.made = moved.code
        return output
    }

    static func expected(_ invocation: Invocation) throws -> Int32? {
        try invocation.optionalInteger("version").map { Int32($0) }
    }

    /// A command for a step that changes the handoff and nothing else.
    private static func step(
        _ verb: String,
        _ zh: String,
        _ en: String,
        _ action: HandoffState.Action,
        note: Field,
        example: String
    ) -> Command {
        Command(
            "handoff",
            verb,
            zh,
            en,
            effect: .write,
            role: .coordinator,
            fields: [key, note, version],
            columns: moved,
            example: example,
            .write { invocation, _ in
                let verb = HandoffStore.move(
                    try invocation.code("handoff"),
                    action,
                    note: try invocation.optionalText(note.name),
                    version: try expected(invocation)
                )
                return PendingWrite(verb, output)
            }
        )
    }

    static let query = step(
        "query",
        "向移交方提问，答复期限暂停",
        "ask the sender something; the clock of the answer stops",
        .ask,
        note: .required("note", .prose, "问题", "the question"),
        example: "handoff query H-1 --note 能耗指标是多少"
    )

    static let answer = step(
        "answer",
        "回答承接方的提问",
        "answer the receiver's question",
        .answer,
        note: .required("note", .prose, "回答", "the answer"),
        example: "handoff answer H-1 --note 年综合能耗五百吨标准煤"
    )

    static let agree = step(
        "agree",
        "同意承接方提出的条件",
        "agree to the receiver's terms",
        .agree,
        note: .optional("note", .prose, "说明", "a note"),
        example: "handoff agree H-1"
    )

    static let reject = step(
        "reject",
        "婉拒移交或移交请求",
        "decline an offer, or a request",
        .reject,
        note: .reason,
        example: "handoff reject H-1 --reason 用地不足"
    )

    static let withdraw = step(
        "withdraw",
        "撤回本区提出的移交或请求",
        "take the zone's own offer or request back",
        .withdraw,
        note: .reason,
        example: "handoff withdraw H-1 --reason 企业改变计划"
    )

    static let expire = step(
        "expire",
        "期限已过：作过期处理，项目留在移交方",
        "close a handoff whose day has passed; the project stays where it is",
        .lapse,
        note: .optional("note", .prose, "说明", "a note"),
        example: "handoff expire H-1"
    )

    static let accept = Command(
        "handoff",
        "accept",
        "承接：项目自此由本区负责",
        "accept an offer: the zone holds the project from here on",
        effect: .write,
        role: .coordinator,
        fields: [key, version],
        columns: moved,
        example: "handoff accept H-1",
        .write { invocation, _ in
            PendingWrite(
                HandoffStore.accept(try invocation.code("handoff"), version: try expected(invocation)),
                output
            )
        }
    )

    static let land = Command(
        "handoff",
        "land",
        "登记项目落地",
        "record that the project has landed",
        effect: .write,
        role: .coordinator,
        fields: [
            key,
            .required("milestone", .choice(of: HandoffStore.Milestone.self), "登记、开工或投产", "what it has come to"),
            .optional("on", .day, "日期（默认今日）", "the day, today by default"), version,
        ],
        columns: moved,
        example: "handoff land H-1 --milestone started",
        .write { invocation, _ in
            PendingWrite(
                HandoffStore.land(
                    try invocation.code("handoff"),
                    try invocation.choice("milestone", as: HandoffStore.Milestone.self),
                    on: try invocation.optionalDay("on"),
                    version: try expected(invocation)
                ),
                output
            )
        }
    )

    static let settle = Command(
        "handoff",
        "settle",
        "两区协同办：移交结清",
        "close a handoff that has landed (joint office)",
        effect: .write,
        role: .jointOffice,
        fields: [key, .required("note", .prose, "说明", "a note"), version],
        columns: moved,
        example: "handoff settle H-1 --note 共享期满",
        .write { invocation, _ in
            PendingWrite(
                HandoffStore.settle(
                    try invocation.code("handoff"),
                    note: try invocation.text("note"),
                    version: try expected(invocation)
                ),
                output
            )
        }
    )
}
