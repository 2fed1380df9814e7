import ProjectHandoff
import Store
import Zones

enum RankingCommands {
    static let all = [freeze, show]

    private static let fields: [Field] = [
        .required("month", .text, "月份，如 2024-10", "the month, such as 2024-10"),
        .defaulted("by", .choice(of: RankingStore.Level.self), to: "zone", "按区、单位或小分队", "zones, units or squads"),
    ]

    static let freeze = Command(
        "ranking",
        "freeze",
        "两区协同办：赛马定榜（月末之后）",
        "freeze a month's ranking (joint office)",
        effect: .write,
        role: .jointOffice,
        fields: fields,
        columns: [
            Column("month", "月份"), Column("by", "口径"), Column("lines", "明细行", .integer), Column("digest", "摘要"),
        ],
        example: "ranking freeze --month 2024-09",
        .write { invocation, _ in
            let verb = RankingStore.freeze(
                try invocation.month("month"),
                try invocation.choice("by", as: RankingStore.Level.self)
            )
            return PendingWrite(verb) { .row(.text($0.month), .text($0.level), .integer($0.lines), .text($0.digest)) }
        }
    )

    static let show = Command(
        "ranking",
        "show",
        "查看赛马榜；--lines 列出每一分的来由",
        "show a frozen ranking; --lines explains every point",
        effect: .read,
        role: .coordinator,
        fields: fields + [.flag("lines", "列出明细", "show the lines behind the points")],
        columns: [
            Column("rank", "名次", .integer), Column("tie", "并列", .flag), Column("subject", "对象"),
            Column("points", "得分", .rate), Column("n", "项目数", "n", .integer), Column("project", "项目", .code),
            Column("rule", "得分规则", "rule", .code), Column("on", "日期", .day),
            Column("share", "份额", "share, percent", .rate),
        ],
        example: "ranking show --month 2024-09",
        .query { invocation, session in
            let table = try RankingStore.table(
                session,
                month: invocation.month("month"),
                invocation.choice("by", as: RankingStore.Level.self)
            )
            func points(_ hundredths: Int) -> Cell { .rate(Rate(partsPerMillion: Int64(hundredths) * 100)) }
            let showsLines = try invocation.flag("lines")
            let rows: [[Cell]] = table.places.flatMap { place -> [[Cell]] in
                let head: [Cell] = [
                    .integer(place.rank), .flag(place.isTie), .text(place.subject), points(place.points),
                    .integer(place.projects), nil, nil, nil, nil,
                ]
                guard showsLines else { return [head] }
                return [head]
                    + table.lines.filter { $0.subject == place.subject }.map {
                        [
                            .integer(place.rank), .flag(place.isTie), .text($0.subject), points($0.points), nil,
                            .code($0.project.text), .code($0.rule.text), .day($0.on), points($0.share),
                        ]
                    }
            }
            return Output.rows(rows).exiting(table.isIntact ? .done : .no)
        }
    )
}
