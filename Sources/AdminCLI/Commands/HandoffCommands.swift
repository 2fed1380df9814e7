import ProjectHandoff
import Store
import Zones

enum HandoffCommands {
    static let all = [
        request, offer, query, answer, counter, agree, accept, reject, withdraw, land, giveBack, settle, correct,
        expire,
        list, show, history, due, overdue, impact, check, items, match, squads, verify, print, dwell,
    ]

    /// What every step answers, whether it is done or, with `--dry-run`, would be.
    static let moved = [
        Column("code", "编号", .code), Column("state", "状态"), Column("due_on", "期限", "due on", .day),
        Column("version", "版本", .integer), Column("holder", "现由何区负责", "held by", .code),
        Column("epoch", "第几任", "epoch", .integer), Column("waits_for", "待何方", "waits for"),
        Column("credit", "利益共享（移交方:承接方）", "credit, sender:receiver"), Column("told", "已告知"),
        Column("receipt", "回执", .code), Column("introduction", "A 角引荐", "introduction, A to A"),
    ]

    static let key = Field.key("handoff", .code, "移交编号", "the handoff's code")
    static let project = Field.key("project", .code, "项目编号", "the project's code")
    static let part = Field.defaulted("part", .code, to: "whole", "项目的哪一部分", "which part of the project")
    private static let version = Field.optional(
        "version",
        .integer(1...100_000),
        "所见的版本；已变则拒绝",
        "the version that was looked at; refused if it has moved on"
    )

    static func cells(_ moved: HandoffStore.Moved) -> [Cell] {
        [
            .code(moved.code), .text(moved.state), .optional(moved.dueOn), .integer(moved.version), .code(moved.holder),
            .integer(moved.epoch), .optional(moved.waitsFor), .optional(moved.credit), .text(moved.told),
            .optional(moved.receipt), .optional(moved.introduction),
        ]
    }

    static func output(_ moved: HandoffStore.Moved) -> Output {
        var output = Output.rows([cells(moved)])
        output.made = moved.code
        return output
    }

    /// A command that takes a handoff one step on: its fields lie between the handoff's code and the version.
    static func step(
        _ verb: String,
        _ zh: String,
        _ en: String,
        role: Role = .coordinator,
        fields: [Field] = [],
        example: String,
        _ make: @escaping @Sendable (Invocation, _ handoff: Code, _ version: Int32?) throws -> Verb<HandoffStore.Moved>
    ) -> Command {
        Command(
            "handoff",
            verb,
            zh,
            en,
            effect: .write,
            role: role,
            fields: [key] + fields + [version],
            columns: moved,
            example: example,
            .write { invocation, _ in
                PendingWrite(
                    try make(
                        invocation,
                        invocation.code("handoff"),
                        invocation.optionalInteger("version").map { Int32($0) }
                    ),
                    output
                )
            }
        )
    }

    /// A step that changes the handoff and nothing else, with one line of text.
    private static func move(
        _ verb: String,
        _ zh: String,
        _ en: String,
        _ action: HandoffState.Action,
        note: Field,
        example: String
    ) -> Command {
        step(verb, zh, en, fields: [note], example: example) { invocation, handoff, version in
            HandoffStore.move(handoff, action, note: try invocation.optionalText(note.name), version: version)
        }
    }

    private static let note = Field.optional("note", .prose, "说明", "a note")

    static let query = move(
        "query",
        "向移交方提问，答复期限暂停",
        "ask the sender something; the clock of the answer stops",
        .ask,
        note: .required("note", .prose, "问题", "the question"),
        example: "handoff query H-1 --note 能耗指标是多少"
    )

    static let answer = move(
        "answer",
        "回答承接方的提问",
        "answer the receiver's question",
        .answer,
        note: .required("note", .prose, "回答", "the answer"),
        example: "handoff answer H-1 --note 年综合能耗五百吨标准煤"
    )

    static let agree = move(
        "agree",
        "同意承接方提出的条件",
        "agree to the receiver's terms",
        .agree,
        note: note,
        example: "handoff agree H-1"
    )

    static let reject = move(
        "reject",
        "婉拒移交或移交请求",
        "decline an offer, or a request",
        .reject,
        note: .reason,
        example: "handoff reject H-1 --reason 用地不足"
    )

    static let withdraw = move(
        "withdraw",
        "撤回本区提出的移交或请求",
        "take the zone's own offer or request back",
        .withdraw,
        note: .reason,
        example: "handoff withdraw H-1 --reason 企业改变计划"
    )

    static let expire = move(
        "expire",
        "期限已过：作过期处理，项目留在移交方",
        "close a handoff whose day has passed; the project stays where it is",
        .lapse,
        note: note,
        example: "handoff expire H-1"
    )
}
