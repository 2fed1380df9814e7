import ProjectHandoff
import Store
import Zones

extension HandoffCommands {
    static let check = Command(
        "handoff",
        "check",
        "检查项目提出移交前还缺什么；有缺项则退出码为1",
        "what an offer of a project would lack; exit 1 if anything",
        effect: .read,
        role: .coordinator,
        fields: [project, part],
        columns: [
            Column("requirement", "项目", "requirement", .code), Column("name", "缺什么", "missing"),
            Column("count", "数量", .integer), Column("blocking", "必备", .flag),
        ],
        example: "handoff check SENSOR",
        .query { invocation, session in
            let lacking = try PackageStore.lacking(
                session,
                project: invocation.code("project"),
                part: invocation.code("part")
            )
            return .rows(
                lacking.map {
                    [.code($0.code), .text("\($0.nameZh) \($0.nameEn)"), .integer($0.count), .flag($0.isBlocking)]
                }
            ).exiting(lacking.isEmpty ? .done : .no)
        }
    )

    static let items = Command(
        "handoff",
        "items",
        "列出随移交的材料（承接前只见可预览的）",
        "list the documents of a handoff, before the acceptance those that are shown",
        effect: .read,
        role: .coordinator,
        fields: [key],
        columns: [
            Column("document", "材料编号", .code), Column("title", "名称"), Column("disclose", "披露"),
            Column("sha256", "SHA-256"),
        ],
        example: "handoff items H-1",
        .query { invocation, session in
            let handoff = try HandoffStore.show(session, invocation.code("handoff"))
            return .rows(
                try PackageStore.items(session, handoff: handoff.code).map {
                    [.code($0.document.text), .text($0.title), .text($0.disclose), .text($0.sha256)]
                }
            )
        }
    )

    static let match = Command(
        "handoff",
        "match",
        "核对文件是否为随移交的材料（按内容）",
        "which document of a handoff a file is, by its content",
        effect: .read,
        role: .coordinator,
        fields: [key, .key("file", .path, "文件", "the file")],
        columns: [Column("document", "材料编号", .code), Column("title", "名称"), Column("sha256", "SHA-256")],
        example: "handoff match H-1 plan.pdf",
        .act { invocation, context in
            let octets = try ImportFile.octets(at: invocation.path("file"), limit: 32 << 20)
            let item = try PackageStore.match(
                context.session(),
                handoff: invocation.code("handoff"),
                content: octets
            )
            return .row(.code(item.document.text), .text(item.title), .text(item.sha256))
        }
    )

    static let squads = Command(
        "handoff",
        "squads",
        "承接后两区的3人小分队：谁向谁引荐",
        "both squads after the acceptance: who introduces whom",
        effect: .read,
        role: .coordinator,
        fields: [key],
        columns: [
            Column("zone", "区", .code), Column("role", "角色"), Column("person", "人员编号", .code), Column("name", "姓名"),
        ],
        example: "handoff squads H-1",
        .query { invocation, session in
            .rows(
                try SquadStore.introduced(session, handoff: invocation.code("handoff")).map {
                    [.code($0.zone.text), .text($0.role.rawValue), .code($0.person.text), .text($0.name)]
                }
            )
        }
    )

    static let dwell = Command(
        "handoff",
        "dwell",
        "各区之间移交每一环节停留多少天",
        "how many days the legs of handoffs between zones took",
        effect: .read,
        role: .coordinator,
        columns: [
            Column("from", "移交方", "from", .code), Column("to", "承接方", "to", .code), Column("state", "环节"),
            Column("n", "次数", "n", .integer), Column("mean_days", "平均天数", "mean, days", .rate),
            Column("longest", "最长天数", "longest, days", .integer),
        ],
        example: "handoff dwell",
        .query { _, session in
            .rows(
                try PackageStore.dwell(session).map {
                    [
                        .code($0.from.text), .code($0.to.text), .text($0.state.rawValue), .integer($0.legs),
                        .rate(Rate(partsPerMillion: Int64($0.hundredths) * 100)), .integer($0.longest),
                    ]
                }
            )
        }
    )
}
