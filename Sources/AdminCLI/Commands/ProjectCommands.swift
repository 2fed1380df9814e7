import ProjectHandoff
import Store
import Zones

enum ProjectCommands {
    static let all = [add, correct, list, show, timeline, board, progress, stage, addPart, `import`, kinds]

    static let columns = [
        Column("code", "编号", .code), Column("name", "名称"), Column("industry", "行业"), Column("stage", "阶段"),
        Column("origin", "首谈地", "origin", .code), Column("holder", "现由何区承接", "held by", .code),
        Column("held_since", "自何日", "since", .day), Column("founder", "创业者", .code),
        Column("org", "单位", .code), Column("level", "本区权限"), Column("kind", "类别", .code),
        Column("investment", "计划投资", "investment", .money), Column("currency", "币种"),
        Column("energy", "年能耗（吨标准煤）", "energy, tce", .integer), Column("key", "重点", .flag),
    ]

    /// Fields that describe a project, for `add` and `correct`.
    static let details: [Field] = [
        .optional("kind", .code, "类别", "kind"), .optional("investment", .money, "计划投资额", "planned investment"),
        .defaulted("currency", .choice(of: Investment.Currency.self), to: "CNY", "币种", "its currency"),
        .optional("energy", .integer(0...100_000_000), "年综合能耗（吨标准煤）", "tonnes of standard coal a year"),
    ]

    static func investment(_ invocation: Invocation) throws -> Investment? {
        let currency = try invocation.choice("currency", as: Investment.Currency.self)
        return try invocation.optionalMoney("investment").map { Investment($0, currency) }
    }

    static let add = Command(
        "project",
        "add",
        "登记科创项目",
        "register a research project",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("name", .text, "名称", "name"), .required("industry", .text, "行业", "industry"),
            .defaulted("stage", .code, to: "research", "阶段", "stage"),
            .optional("founder", .code, "创业者的人员编号", "the founder's code"),
            .optional("org", .code, "单位编号", "the organization's code"),
        ] + details + [.flag("key", "市级重点项目", "a municipal key project"), .newCode],
        columns: [Column("code", "编号", .code)],
        example: "project add --name 样例传感器 --industry 智能装备 --founder FOUNDER --code SENSOR",
        .write { invocation, _ in
            var draft = ProjectStore.Draft(
                name: try invocation.text("name"),
                industry: try invocation.text("industry"),
                stage: try invocation.code("stage"),
                founder: try invocation.optionalCode("founder"),
                organization: try invocation.optionalCode("org")
            )
            draft.kind = try invocation.optionalCode("kind")
            draft.investment = try investment(invocation)
            draft.energy = try invocation.optionalInteger("energy").map { Int32($0) }
            draft.isKey = try invocation.flag("key")
            return PendingWrite(ProjectStore.add(code: try invocation.optionalCode("code"), draft)) {
                .row(.code($0), made: $0)
            }
        }
    )

    static let list = Command(
        "project",
        "list",
        "列出本区承接、曾承接或被推介的项目",
        "list the projects that the zone holds, held, or is offered",
        effect: .read,
        role: .coordinator,
        fields: [
            .optional("stage", .code, "阶段", "only of this stage"),
            .flag("held", "只列本区现承接的", "only those that the zone holds"),
        ],
        columns: columns,
        example: "project list --held",
        .query { invocation, session in
            .rows(
                try ProjectStore.list(
                    session,
                    stage: invocation.optionalCode("stage"),
                    onlyHeld: invocation.flag("held")
                ).map(cells)
            )
        }
    )

    static let show = Command(
        "project",
        "show",
        "查看项目：现由何区承接",
        "show a project and who holds it",
        effect: .read,
        role: .coordinator,
        fields: [.key("project", .code, "项目编号", "the project's code")],
        columns: columns,
        example: "project show SENSOR",
        .query { invocation, session in .rows([cells(try ProjectStore.show(session, invocation.code("project")))]) }
    )

    private static func cells(_ project: Project) -> [Cell] {
        [
            .code(project.code.text), .text(project.name), .text(project.industry), .text(project.stage.text),
            .code(project.origin.text), .code(project.holder.text), .day(project.heldSince),
            .optional(project.founder?.text), .optional(project.organization?.text), .optional(project.level?.rawValue),
            .code(project.kind.text), .optional(project.investment), .optional(project.currency),
            .optional(project.energy), .flag(project.isKey),
        ]
    }
}
