import Casework
import StartupEligibility
import Store
import Zones

/// Looking at claims, objections, and figures.
extension ClaimCommands {
    static let reading = [show, list, dossier, pace, reach]

    static let object = Command(
        "claim",
        "object",
        "登记公示期内的异议",
        "note an objection raised while the notice runs",
        effect: .write,
        role: .officer,
        fields: [
            claim, .required("by", .text, "谁提出（可写匿名）", "who objects; may be anonymous"),
            .required("reason", .prose, "理由", "why"),
        ],
        columns: [Column("code", "编号", "code", .code), Column("objection", "异议序号", .integer)],
        example: "claim object CL-1 --by 匿名 --reason 未实际经营",
        .write { invocation, _ in
            let verb = ClaimStore.object(
                try invocation.code("claim"),
                by: try invocation.text("by"),
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0.code), .integer(Int64($0.state) ?? 0)) }
        }
    )

    static let settle = Command(
        "claim",
        "settle",
        "对一项异议作出结论：不成立或成立",
        "say what became of an objection: dismissed or upheld",
        effect: .write,
        role: .reviewer,
        fields: [
            claim, .required("objection", .integer(1...10_000), "异议序号", "its number"),
            .required("outcome", .choice(of: ObjectionOutcome.self), "不成立或成立", "dismissed or upheld"),
            .required("answer", .prose, "核查情况", "what was found"),
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("objection", "异议序号", .integer), Column("outcome", "结论"),
        ],
        example: "claim settle CL-1 --objection 1 --outcome dismissed --answer 实地走访，正常经营",
        .write { invocation, _ in
            let verb = ClaimStore.settle(
                try invocation.code("claim"),
                objection: try invocation.integer("objection"),
                outcome: try invocation.choice("outcome", as: ObjectionOutcome.self),
                answer: try invocation.text("answer")
            )
            return PendingWrite(verb) { .row(.code($0.code), .integer(Int64($0.state) ?? 0), .optional($0.detail)) }
        }
    )

    private static let columns = [
        Column("code", "编号", "code", .code), Column("state", "状态"), Column("applicant", "申请人", "applicant", .code),
        Column("name", "姓名"), Column("policy", "政策", "policy", .code), Column("benefit", "待遇", .code),
        Column("amount", "金额", .money), Column("applied_on", "申请日", "applied on", .day),
        Column("due_on", "期限", "due on", .day), Column("turn", "该谁办", "whose turn"),
        Column("missing", "缺的材料", "missing documents"), Column("decision", "测算决定", "decision", .code),
        Column("version", "版本", "version", .code), Column("round", "第几次提交", "round", .integer),
    ]

    private static func cells(_ claim: Claim) -> [Cell] {
        [
            .code(claim.code.text), .text(claim.state.rawValue), .code(claim.applicant.text), .text(claim.name),
            .code(claim.policy.text), .code(claim.benefit), .optional(claim.granted), .optional(claim.appliedOn),
            .optional(claim.dueOn ?? claim.noticeUntil), .text(ClaimWords.turn(claim).rawValue),
            .text(claim.missing.joined(separator: ",")), .code(claim.decision.text), .code(claim.version.text),
            .integer(claim.round),
        ]
    }

    static let show = Command(
        "claim",
        "show",
        "一句话说清：办到哪里、该谁办、下一个日期",
        "one line for the applicant: where it is, whose turn it is, the next date",
        effect: .read,
        role: .officer,
        fields: [claim],
        columns: columns,
        example: "claim show CL-1",
        .query { invocation, session in
            let claim = try ClaimStore.show(session, invocation.code("claim"))
            let status = ClaimWords.status(claim, on: session.today)
            return Output.rows([cells(claim)]).noting(status.zh, status.en)
        }
    )

    static let list = Command(
        "claim",
        "list",
        "列出本区的申领",
        "list the zone's claims",
        effect: .read,
        role: .officer,
        fields: [
            .optional("state", .choice(of: ClaimState.self), "只列这个状态", "only in this state"),
            .optional("policy", .code, "只列这项政策", "only of this policy"),
            .optional("applicant", .code, "只列这个申请人", "only of this applicant"),
        ],
        columns: columns,
        example: "claim list --state approved",
        .query { invocation, session in
            .rows(
                try ClaimStore.list(
                    session,
                    ClaimStore.Filter(
                        state: try invocation.optionalChoice("state", as: ClaimState.self),
                        policy: try invocation.optionalCode("policy"),
                        applicant: try invocation.optionalCode("applicant")
                    )
                ).map(cells)
            )
        }
    )

    static let dossier = Command(
        "claim",
        "dossier",
        "一份可打印的卷宗（HTML）：申请、测算、材料、审核、公示、资金、经过",
        "one printable file (HTML) with everything: claim, decision, documents, reviews, notice, money, history",
        effect: .read,
        role: .officer,
        fields: [claim],
        example: "claim dossier CL-1",
        .act { invocation, context in
            let session = try context.session()
            let claim = try ClaimStore.show(session, invocation.code("claim"))
            let subject = Subject("claim", claim.code.text)
            return .document(
                ClaimDossier(
                    claim: claim,
                    decision: try DecisionStore.show(session, claim.decision),
                    file: try ClaimFileStore.show(session, claim.code),
                    person: try PersonStore.show(session, claim.applicant),
                    documents: try DocumentStore.list(session, subject: subject),
                    events: try EventStore.list(session, EventStore.Filter(subject: subject.text), limit: 1000),
                    today: session.today,
                    language: context.language
                ).html
            )
        }
    )

    static let pace = Command(
        "claim",
        "pace",
        "各环节实际天数与承诺天数",
        "days that each step took against those promised",
        effect: .read,
        role: .officer,
        columns: [
            Column("policy", "政策", "policy", .code), Column("step", "环节", "step", .code), Column("n", "件数", .integer),
            Column("unit", "单位"), Column("promised", "承诺天数", .integer), Column("mean", "平均天数"),
            Column("longest", "最长天数", .integer), Column("late", "逾期件数", .integer),
        ],
        example: "claim pace",
        .query { _, session in
            .rows(
                try ClaimFigureStore.pace(session).map {
                    [
                        .code($0.policy.text), .code($0.step), .integer($0.count), .text($0.unit),
                        .integer($0.promised),
                        .text($0.mean), .integer($0.longest), .integer($0.late),
                    ]
                }
            )
        }
    )

    static let reach = Command(
        "claim",
        "reach",
        "谁受益：按单位类型、行业或区",
        "who benefits: by the organization's kind or industry, or by zone",
        effect: .read,
        role: .officer,
        fields: [
            .defaulted("by", .choice(of: ClaimFigureStore.Grouping.self), to: "kind", "按什么分组", "grouped by")
        ],
        columns: [
            Column("policy", "政策", "policy", .code), Column("group", "分组", "group"), Column("n", "件数", .integer),
            Column("granted", "已给", .money), Column("paid", "已付", .money),
        ],
        example: "claim reach --by industry",
        .query { invocation, session in
            .rows(
                try ClaimFigureStore.reach(session, by: invocation.choice("by", as: ClaimFigureStore.Grouping.self)).map
                {
                    [.code($0.policy.text), .text($0.group), .integer($0.count), .money($0.granted), .money($0.paid)]
                }
            )
        }
    )
}
