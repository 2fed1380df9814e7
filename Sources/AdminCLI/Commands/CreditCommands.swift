import ProjectHandoff
import Store
import Zones

enum CreditCommands {
    static let all = [show, record, settle, measures]

    static let show = Command(
        "credit",
        "show",
        "查看一次移交约定的份额，或项目某日的份额",
        "show the shares that a handoff agreed on, or those of a project on a day",
        effect: .read,
        role: .coordinator,
        fields: [
            .optionalKey("handoff", .code, "移交编号", "the handoff's code"),
            .optional("project", .code, "项目编号", "instead: a project's code"), HandoffCommands.part,
            .optional("on", .day, "何日（默认今日）", "on which day, today by default"),
        ],
        columns: [
            Column("measure", "指标"), Column("zone", "区", .code), Column("share", "份额", "share, percent", .rate),
            Column("double", "另计", "counted besides", .flag), Column("from", "自", .day), Column("until", "至", .day),
        ],
        example: "credit show H-1",
        .query { invocation, session in
            let shares: [CreditShare]
            if let project = try invocation.optionalCode("project") {
                shares = try CreditStore.shares(
                    session,
                    project: project,
                    part: invocation.code("part"),
                    on: invocation.optionalDay("on") ?? session.today
                )
            } else if let handoff = try invocation.optionalCode("handoff") {
                shares = try CreditStore.shares(session, handoff: handoff)
            } else {
                throw GrammarFault.missing(command: "credit show", ["handoff"])
            }
            return .rows(
                shares.map {
                    [
                        .text($0.measure.rawValue), .code($0.zone.text), .rate($0.share), .flag($0.isDouble),
                        .optional($0.from), .optional($0.until),
                    ]
                }
            )
        }
    )

    static let record = Command(
        "credit",
        "record",
        "登记项目某日的税收、产值、投资等及退还企业的金额",
        "record what came of a project on a day, and what was refunded to the firm",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("project", .code, "项目编号", "the project's code"), HandoffCommands.part,
            .required("measure", .code, "指标", "the measure"), .required("on", .day, "日期", "the day"),
            .required("amount", .money, "金额（元）", "the amount, yuan"),
            .defaulted("refund", .money, to: "0", "其中退还企业（元）", "what of it was refunded, yuan"),
        ],
        columns: [Column("project", "项目", .code)],
        example: "credit record --project SENSOR --measure tax --on 2024-10-18 --amount 120000",
        .write { invocation, _ in
            let verb = CreditStore.record(
                try invocation.code("project"),
                part: try invocation.code("part"),
                CreditMeasure(rawValue: try invocation.code("measure").text),
                on: try invocation.day("on"),
                amount: try invocation.money("amount"),
                refund: try invocation.money("refund")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let settle = Command(
        "credit",
        "settle",
        "两区协同办：结算一个年度的利益共享",
        "settle a year's credit of a project (joint office)",
        effect: .write,
        role: .jointOffice,
        fields: [
            .required("project", .code, "项目编号", "the project's code"), HandoffCommands.part,
            .required("year", .integer(2000...2200), "年度", "the year"),
        ],
        columns: [
            Column("measure", "指标"), Column("zone", "区", .code), Column("base", "可分金额", "to be shared", .money),
            Column("share", "应得", "share", .money), Column("double", "另计", "counted besides", .flag),
        ],
        example: "credit settle --project SENSOR --year 2023",
        .write { invocation, _ in
            let verb = CreditStore.settle(
                try invocation.code("project"),
                part: try invocation.code("part"),
                year: try invocation.integer("year")
            )
            return PendingWrite(verb) { settled in
                .rows(
                    settled.map {
                        [
                            .text($0.measure.rawValue), .code($0.zone.text), .money($0.base), .money($0.share),
                            .flag($0.isDouble),
                        ]
                    }
                )
            }
        }
    )

    static let measures = Command(
        "credit",
        "measures",
        "列出利益共享的指标及起算、年限",
        "list what credit is counted in, from when and for how long",
        effect: .read,
        role: .coordinator,
        columns: [
            Column("measure", "指标", .code), Column("name", "名称"), Column("unit", "单位"), Column("starts", "起算"),
            Column("years", "年限", .integer),
        ],
        example: "credit measures",
        .query { _, session in
            .rows(
                try HandoffCatalogStore.measures(session).map {
                    [.code($0.code.text), .text($0.name), .text($0.unit), .text($0.starts), .integer($0.years)]
                }
            )
        }
    )
}
