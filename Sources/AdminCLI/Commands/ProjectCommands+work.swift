import ProjectHandoff
import Store
import Zones

extension ProjectCommands {
    static let key = Field.key("project", .code, "项目编号", "the project's code")

    static let correct = Command(
        "project",
        "correct",
        "更正项目信息",
        "correct what was entered about a project",
        effect: .write,
        role: .coordinator,
        fields: [key, .optional("name", .text, "名称", "name"), .optional("industry", .text, "行业", "industry")] + details
            + [
                .optional("key", .choice(["yes", "no"]), "是否市级重点项目", "whether it is a municipal key project"),
                .optional("stage", .code, "现阶段应为", "what the present stage should be"),
                .optional("on", .day, "现阶段的日期应为", "the day on which the present stage began"), .reason,
            ],
        columns: [Column("code", "编号", .code)],
        example: "project correct SENSOR --investment 600000000 --energy 500 --reason 补填",
        .write { invocation, _ in
            var correction = ProjectStore.Correction()
            correction.name = try invocation.optionalText("name")
            correction.industry = try invocation.optionalText("industry")
            correction.kind = try invocation.optionalCode("kind")
            correction.investment = try investment(invocation)
            correction.energy = try invocation.optionalInteger("energy").map { Int32($0) }
            correction.isKey = try invocation.optionalChoice("key").map { $0 == "yes" }
            correction.stage = try invocation.optionalCode("stage")
            correction.stageOn = try invocation.optionalDay("on")
            let verb = ProjectStore.correct(
                try invocation.code("project"),
                correction,
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let board = Command(
        "project",
        "board",
        "项目看板：一屏看清，红色在前",
        "the projects that the zone holds on one screen, red ones first",
        effect: .read,
        role: .coordinator,
        fields: [.defaulted("limit", .integer(1...10_000), to: "40", "最多行数", "at most so many rows")],
        columns: [
            Column("colour", "灯"), Column("project", "项目", .code), Column("part", "部分"), Column("name", "名称"),
            Column("stage", "阶段"), Column("chief", "组长"), Column("a", "A 角", "A"), Column("b", "B 角", "B"),
            Column("silent", "无进展天数", "days silent", .integer), Column("due_on", "下一期限", "next due", .day),
            Column("what", "事项"),
        ],
        example: "project board",
        .query { invocation, session in
            .rows(
                try BoardStore.rows(session, limit: invocation.integer("limit")).map {
                    [
                        .text($0.colour.rawValue), .code($0.project.text), .text($0.part), .text($0.name),
                        .text($0.stage.text), .text($0.squad[0]), .text($0.squad[1]), .text($0.squad[2]),
                        .integer($0.daysSilent), .optional($0.nextDue), .optional($0.nextWhat),
                    ]
                }
            )
        }
    )

    static let timeline = Command(
        "project",
        "timeline",
        "项目大事记：阶段、进展、承诺、移交",
        "what happened to a project: stages, progress, promises, handoffs",
        effect: .read,
        role: .coordinator,
        fields: [key],
        columns: [
            Column("at", "时间", .instant), Column("kind", "类别"), Column("what", "内容"), Column("zone", "区", .code),
            Column("actor", "经办"),
        ],
        example: "project timeline SENSOR",
        .query { invocation, session in
            .rows(
                try TimelineStore.lines(session, project: invocation.code("project")).map {
                    [.instant($0.at), .text($0.kind), .text($0.what), .optional($0.zone?.text), .optional($0.actor)]
                }
            )
        }
    )

    static let progress = Command(
        "project",
        "progress",
        "记录项目进展",
        "note what happened in a project",
        effect: .write,
        role: .coordinator,
        fields: [key, .required("note", .prose, "进展", "what happened")],
        columns: [Column("project", "项目", .code)],
        example: "project progress SENSOR --note 已完成中试",
        .write { invocation, _ in
            PendingWrite(ProjectStore.progress(try invocation.code("project"), note: try invocation.text("note"))) {
                .row(.code($0))
            }
        }
    )

    static let stage = Command(
        "project",
        "stage",
        "项目进入下一阶段",
        "take a project to a later stage",
        effect: .write,
        role: .coordinator,
        fields: [
            key, .key("stage", .code, "阶段", "the stage"),
            .optional("on", .day, "日期（默认今日）", "the day, today by default"),
        ],
        columns: [Column("project", "项目", .code), Column("stage", "阶段"), Column("on", "日期", .day)],
        example: "project stage SENSOR signed",
        .write { invocation, _ in
            let verb = ProjectStore.enter(
                try invocation.code("stage"),
                try invocation.code("project"),
                on: try invocation.optionalDay("on")
            )
            return PendingWrite(verb) { .row(.code($0.project), .text($0.stage), .text($0.on)) }
        }
    )

    static let addPart = Command(
        "project",
        "part",
        "把项目分出一部分（如厂房），可单独移交",
        "give a project a part that can be handed over by itself",
        effect: .write,
        role: .coordinator,
        fields: [key, .key("part", .code, "部分的名称", "the part's name")],
        columns: [Column("project", "项目", .code), Column("part", "部分", .code)],
        example: "project part SENSOR plant",
        .write { invocation, _ in
            let part = try invocation.code("part")
            return PendingWrite(ProjectStore.addPart(part, of: try invocation.code("project"))) {
                .row(.code($0), .code(part.text))
            }
        }
    )

    static let kinds = Command(
        "project",
        "kinds",
        "列出项目类别：可否流转、可否信用承诺",
        "list the kinds of projects, and what they may do",
        effect: .read,
        role: .coordinator,
        columns: [
            Column("kind", "类别", .code), Column("name", "名称"), Column("may_move", "可流转", "may change hands", .flag),
            Column("may_commit", "可承诺", "may commit", .flag),
        ],
        example: "project kinds",
        .query { _, session in
            .rows(
                try HandoffCatalogStore.kinds(session).map {
                    [.code($0.code.text), .text($0.name), .flag($0.mayMove), .flag($0.mayCommit)]
                }
            )
        }
    )
}
