import ProjectHandoff
import Store
import Zones

enum CommitmentCommands {
    static let all = [assess, add, list, inspect, board]

    private static let project = Field.key("project", .code, "项目编号", "the project's code")

    static let assess = Command(
        "commitment",
        "assess",
        "信用评估：企业和项目逐项打分定级",
        "assess the credit of a firm and its project, which gives a level",
        effect: .write,
        role: .coordinator,
        fields: [project, .required("points", .list(.text), "各项得分 项=分", "criterion=points each")],
        columns: [
            Column("project", "项目", .code), Column("score", "总分", .integer), Column("level", "等级"),
            Column("may_commit", "可承诺", "may commit", .flag),
        ],
        example: "commitment assess SENSOR --points tax=25,court=25,safety=18,environment=12,project=12",
        .write { invocation, _ in
            let verb = CommitmentStore.assess(try invocation.code("project"), try invocation.pairs("points"))
            return PendingWrite(verb) {
                .row(.code($0.project), .integer($0.score), .text($0.level), .flag($0.mayCommit))
            }
        }
    )

    static let add = Command(
        "commitment",
        "add",
        "签署信用承诺，即可开工",
        "sign a commitment, from which construction may start",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("project", .code, "项目编号", "the project's code"),
            .optional("starts-on", .day, "开工日（默认今日）", "the start, today by default"), .newCode,
        ],
        columns: [
            Column("code", "编号", .code), Column("starts_on", "开工日", "starts on", .day),
            Column("days_saved", "比通常办法提前天数", "days saved", .integer),
        ],
        example: "commitment add --project SENSOR --code XC-1",
        .write { invocation, _ in
            let verb = CommitmentStore.add(
                try invocation.code("project"),
                startsOn: try invocation.optionalDay("starts-on"),
                code: try invocation.optionalCode("code")
            )
            return PendingWrite(verb) {
                .row(.code($0.code), .text($0.startsOn), .integer($0.daysSaved), made: $0.code)
            }
        }
    )

    static let list = Command(
        "commitment",
        "list",
        "列出承诺事项（各部门），先到期的在前",
        "list the departments' items, the earliest due first",
        effect: .read,
        role: .coordinator,
        fields: [.optional("project", .code, "项目编号", "only of this project")],
        columns: [
            Column("commitment", "承诺", .code), Column("project", "项目", .code), Column("item", "事项", .code),
            Column("department", "部门"), Column("name", "名称"), Column("due_on", "期限", "due on", .day),
            Column("outcome", "结果"), Column("inspected_on", "核查日", "inspected on", .day),
        ],
        example: "commitment list",
        .query { invocation, session in
            .rows(
                try CommitmentStore.items(session, project: invocation.optionalCode("project")).map {
                    [
                        .code($0.commitment.text), .code($0.project.text), .code($0.item.text), .text($0.department),
                        .text("\($0.nameZh) \($0.nameEn)"), .day($0.dueOn), .optional($0.outcome?.rawValue),
                        .optional($0.inspectedOn),
                    ]
                }
            )
        }
    )

    static let inspect = Command(
        "commitment",
        "inspect",
        "核查承诺事项：履约、逾期、失信、补正",
        "record what became of an item: kept, late, breached, cured",
        effect: .write,
        role: .coordinator,
        fields: [
            .key("commitment", .code, "承诺编号", "the commitment's code"), .key("item", .code, "事项", "the item"),
            .required("outcome", .choice(of: CommitmentItem.Outcome.self), "结果", "the outcome"),
            .optional("on", .day, "日期（默认今日）", "the day, today by default"),
        ],
        columns: [Column("code", "编号", .code)],
        example: "commitment inspect XC-1 filing --outcome kept",
        .write { invocation, _ in
            let verb = CommitmentStore.inspect(
                try invocation.code("commitment"),
                item: try invocation.code("item"),
                try invocation.choice("outcome", as: CommitmentItem.Outcome.self),
                on: try invocation.optionalDay("on")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let board = Command(
        "commitment",
        "board",
        "承诺看板：一个项目一行，提前多少天",
        "a line a commitment: kept, late, breached, overdue, and days saved",
        effect: .read,
        role: .coordinator,
        columns: [
            Column("commitment", "承诺", .code), Column("project", "项目", .code), Column("level", "信用等级"),
            Column("starts_on", "开工日", "starts on", .day), Column("days_saved", "提前天数", "days saved", .integer),
            Column("items", "事项", .integer), Column("kept", "履约", .integer), Column("late", "逾期", .integer),
            Column("breached", "失信", .integer), Column("overdue", "过期未办", .integer),
            Column("next_due", "下一期限", "next due", .day),
        ],
        example: "commitment board",
        .query { _, session in
            .rows(
                try CommitmentStore.board(session, on: session.today).map {
                    [
                        .code($0.commitment.text), .code($0.project.text), .text($0.level.text), .day($0.startsOn),
                        .integer($0.daysSaved), .integer($0.items), .integer($0.kept), .integer($0.late),
                        .integer($0.breached), .integer($0.overdue), .optional($0.nextDue),
                    ]
                }
            )
        }
    )
}
