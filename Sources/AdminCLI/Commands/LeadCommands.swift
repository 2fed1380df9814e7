import ProjectHandoff
import Store
import Zones

enum LeadCommands {
    static let all = [register, correct, progress, route, assess, list, dispute, disputes, decide]

    static let key = Field.key("lead", .code, "线索编号", "the lead's code")

    static let standing = [
        Column("code", "编号", .code), Column("rank", "首谈权", "first contact"),
        Column("holder", "首谈地", "held by", .code), Column("until", "保护至", "protected until", .day),
        Column("similar", "名称相近的线索", "leads of a similar name"),
    ]

    static func output(_ registered: LeadStore.Registered) -> Output {
        .row(
            .code(registered.code),
            .text(registered.rank),
            .optional(registered.holder),
            .optional(registered.until),
            .optional(registered.similar),
            made: registered.code
        )
    }

    static let register = Command(
        "lead",
        "register",
        "登记线索：先报者有首谈权",
        "register a lead: who reports first has the right of first contact",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("org", .organizationName, "企业名称", "the firm's name"),
            .optional("credit-code", .creditCode, "统一社会信用代码", "its credit code"),
            .required("industry", .text, "行业", "industry"), .required("source", .text, "来源", "source"),
            .optional("region", .text, "地区", "region"),
            .optional("investment", .money, "拟投资额", "intended investment"),
            .defaulted("currency", .choice(of: Investment.Currency.self), to: "CNY", "币种", "its currency"), .newCode,
        ],
        columns: standing,
        example: "lead register --org 样例装备有限公司 --credit-code 91320691MA8TAMP1X3 --industry 智能装备 --source 展会 --code L-1",
        .write { invocation, _ in
            var draft = LeadStore.Draft(
                organization: try invocation.organizationName("org"),
                creditCode: try invocation.optionalCreditCode("credit-code"),
                industry: try invocation.text("industry"),
                source: try invocation.text("source")
            )
            draft.region = try invocation.optionalText("region")
            draft.investment = try ProjectCommands.investment(invocation)
            return PendingWrite(LeadStore.register(draft, code: try invocation.optionalCode("code")), output)
        }
    )

    static let progress = Command(
        "lead",
        "progress",
        "记录线索进展，首谈权得以保持",
        "note progress on a lead, which keeps its right alive",
        effect: .write,
        role: .coordinator,
        fields: [key, .required("note", .prose, "进展", "what happened")],
        columns: standing,
        example: "lead progress L-1 --note 企业来区考察",
        .write { invocation, _ in
            PendingWrite(
                LeadStore.progress(try invocation.code("lead"), note: try invocation.text("note")),
                output
            )
        }
    )

    static let route = Command(
        "lead",
        "route",
        "分派线索：指明单位，或按规则",
        "send a lead to a unit, or to the one that the routes name",
        effect: .write,
        role: .coordinator,
        fields: [key, .optional("unit", .code, "单位编号", "the unit's code")],
        columns: [Column("code", "编号", .code), Column("unit", "单位", .code)],
        example: "lead route L-1",
        .write { invocation, _ in
            let lead = try invocation.code("lead")
            return PendingWrite(LeadStore.route(lead, to: try invocation.optionalCode("unit"))) {
                .row(.code(lead.text), .code($0))
            }
        }
    )

    static let assess = Command(
        "lead",
        "assess",
        "研判线索：落地、流转或放弃；前两者立项",
        "judge a lead: land it, transfer it, or drop it; the first two make a project",
        effect: .write,
        role: .coordinator,
        fields: [
            key, .required("verdict", .choice(of: LeadStore.Verdict.self), "研判结论", "the verdict"),
            .required("note", .prose, "理由", "why"), .optional("project", .code, "项目编号", "the project's code"),
            .defaulted("kind", .code, to: "industrial", "项目类别", "the project's kind"),
        ],
        columns: [Column("code", "编号", .code), Column("project", "项目", .code)],
        example: "lead assess L-1 --verdict land --note 符合产业方向 --project FACTORY",
        .write { invocation, _ in
            let lead = try invocation.code("lead")
            let verb = LeadStore.assess(
                lead,
                try invocation.choice("verdict", as: LeadStore.Verdict.self),
                note: try invocation.text("note"),
                project: try invocation.optionalCode("project"),
                kind: try invocation.code("kind")
            )
            return PendingWrite(verb) { .row(.code(lead.text), .optional($0)) }
        }
    )

    static let list = Command(
        "lead",
        "list",
        "列出线索及首谈权",
        "list leads and their right of first contact",
        effect: .read,
        role: .coordinator,
        columns: [
            Column("code", "编号", .code), Column("zone", "区", .code), Column("org", "企业"),
            Column("credit_code", "信用代码"), Column("industry", "行业"), Column("source", "来源"),
            Column("registered_at", "登记时间", "registered at", .instant), Column("standing", "首谈权", "first contact"),
            Column("until", "保护至", "protected until", .day), Column("unit", "单位", .code), Column("verdict", "研判"),
            Column("project", "项目", .code),
        ],
        example: "lead list",
        .query { _, session in
            .rows(
                try LeadStore.list(session).map {
                    [
                        .code($0.code.text), .code($0.zone.text), .text($0.organization), .optional($0.creditCode),
                        .text($0.industry), .text($0.source), .instant($0.registeredAt), .text($0.standing.rawValue),
                        .optional($0.protectedUntil), .optional($0.unit?.text), .optional($0.verdict?.rawValue),
                        .optional($0.project?.text),
                    ]
                }
            )
        }
    )

    static let dispute = Command(
        "lead",
        "dispute",
        "对他区的首谈权提出争议",
        "dispute another zone's right of first contact",
        effect: .write,
        role: .coordinator,
        fields: [key, .reason, .newCode],
        columns: [Column("code", "争议编号", "dispute", .code), Column("against", "对何区", "against", .code)],
        example: "lead dispute L-1 --reason 本区跟踪服务在先 --code XD-1",
        .write { invocation, _ in
            let verb = LeadStore.dispute(
                try invocation.code("lead"),
                reason: try invocation.text("reason"),
                code: try invocation.optionalCode("code")
            )
            return PendingWrite(verb) { .row(.code($0.code), .code($0.against), made: $0.code) }
        }
    )

    static let disputes = Command(
        "lead",
        "disputes",
        "列出首谈争议及裁定",
        "list disputes over first contact and their decisions",
        effect: .read,
        role: .coordinator,
        columns: [
            Column("code", "争议编号", "dispute", .code), Column("credit_code", "信用代码"),
            Column("by", "提出方", "by", .code), Column("against", "对何区", "against", .code), Column("reason", "理由"),
            Column("raised_at", "提出时间", "raised at", .instant), Column("winner", "裁定给", "winner", .code),
            Column("decision", "裁定理由", "decision"),
        ],
        example: "lead disputes",
        .query { _, session in
            .rows(
                try LeadStore.disputes(session).map {
                    [
                        .code($0.code.text), .text($0.creditCode), .code($0.by.text), .code($0.against.text),
                        .text($0.reason), .instant($0.raisedAt), .optional($0.winner?.text), .optional($0.decision),
                    ]
                }
            )
        }
    )

    static let decide = Command(
        "lead",
        "decide",
        "两区协同办：裁定首谈争议",
        "decide a dispute over first contact (joint office)",
        effect: .write,
        role: .jointOffice,
        fields: [
            .key("dispute", .code, "争议编号", "the dispute's code"),
            .required("for", .zone, "裁定给何区", "the zone that wins"), .reason,
        ],
        columns: [Column("code", "争议编号", "dispute", .code)],
        example: "lead decide XD-1 --for INNO --reason 跟踪服务者优先",
        .write { invocation, _ in
            let verb = LeadStore.decide(
                try invocation.code("dispute"),
                for: try invocation.zone("for"),
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )
}
