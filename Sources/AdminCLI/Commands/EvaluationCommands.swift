import ProjectHandoff
import Store
import Zones

enum EvaluationCommands {
    static let all = [rubric, score, show]

    private static let rubricField = Field.defaulted("rubric", .code, to: "QUALITY", "评估表", "the rubric")

    static let rubric = Command(
        "evaluation",
        "rubric",
        "查看项目质量评估表：各项与分档",
        "show the rubric of quality evaluation: criteria and bands",
        effect: .read,
        role: .coordinator,
        fields: [rubricField],
        columns: [
            Column("criterion", "项", .code), Column("name", "名称"), Column("unit", "单位"), Column("veto", "一票否决", .flag),
            Column("bands", "分档（自:分）", "bands, from:points"),
        ],
        example: "evaluation rubric",
        .query { invocation, session in
            .rows(
                try EvaluationStore.rubric(session, invocation.code("rubric"), on: session.today).map {
                    [
                        .code($0.code.text), .text("\($0.nameZh) \($0.nameEn)"), .text($0.unit), .flag($0.isVeto),
                        .text($0.bands),
                    ]
                }
            )
        }
    )

    static let score = Command(
        "evaluation",
        "score",
        "给项目评分（两人各评一次）",
        "score a project; two people do, once each",
        effect: .write,
        role: .coordinator,
        fields: [
            .key("project", .code, "项目编号", "the project's code"),
            .required("values", .list(.text), "各项数值 项=数", "criterion=value each"), rubricField,
        ],
        columns: [
            Column("project", "项目", .code), Column("points", "得分", .integer), Column("complete", "两人已评", .flag),
            Column("vetoed", "否决", .flag),
        ],
        example: "evaluation score SENSOR --values output=450,tax=25,energy=10,technology=8,safety=85,banned=0",
        .write { invocation, _ in
            let verb = EvaluationStore.score(
                try invocation.code("project"),
                rubric: try invocation.code("rubric"),
                try invocation.pairs("values")
            )
            return PendingWrite(verb) {
                .row(.code($0.project), .integer($0.points), .flag($0.isComplete), .flag($0.isVetoed))
            }
        }
    )

    static let show = Command(
        "evaluation",
        "show",
        "查看项目评分，每一分的来由",
        "show a project's evaluation and where every point comes from",
        effect: .read,
        role: .coordinator,
        fields: [.key("project", .code, "项目编号", "the project's code")],
        columns: [
            Column("rubric", "评估表", .code), Column("version", "版本", .integer), Column("scorer", "评分人"),
            Column("criterion", "项", .code), Column("value", "数值", .integer), Column("points", "得分", .integer),
            Column("vetoed", "否决", .flag), Column("mean", "平均分", "mean", .rate), Column("complete", "两人已评", .flag),
        ],
        example: "evaluation show SENSOR",
        .query { invocation, session in
            .rows(
                try EvaluationStore.evaluations(session, project: invocation.code("project")).flatMap { found in
                    found.scores.map {
                        [
                            .code(found.rubric.text), .integer(found.version), .text($0.scorer),
                            .code($0.criterion.text),
                            .integer($0.value), .integer($0.points), .flag($0.vetoed),
                            .rate(Rate(partsPerMillion: Int64(found.hundredths) * 100)), .flag(found.isComplete),
                        ]
                    }
                }
            )
        }
    )
}
