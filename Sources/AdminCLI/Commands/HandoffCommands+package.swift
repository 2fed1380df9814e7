import Casework
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
        fields: [.key("project", .code, "项目编号", "the project's code"), part],
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

    static let print = Command(
        "handoff",
        "print",
        "打印移交单（一页 HTML，可归档）",
        "one page to file: HTML for A4",
        effect: .read,
        role: .coordinator,
        fields: [key],
        example: "handoff print H-1",
        .query { invocation, session in
            let handoff = try HandoffStore.show(session, invocation.code("handoff"))
            var page = PrintPage(title: "项目移交单 \(handoff.code)", language: "zh-CN")
            page.heading("项目移交单")
            page.table(
                header: ["编号", "项目", "移交方", "承接方", "状态", "回执"],
                rows: [
                    [
                        handoff.code.text, "\(handoff.project)（\(handoff.part ?? "whole")）", handoff.from.text,
                        handoff.to.text, HandoffWords.name(handoff.state.rawValue, .zh),
                        handoff.receipt.map { "\($0.prefix(4))-\($0.dropFirst(4).prefix(4))-\($0.suffix(4))" } ?? "—",
                    ]
                ]
            )
            page.paragraph("理由：\(handoff.reason)")
            page.heading("利益共享", level: 2)
            page.table(
                header: ["指标", "区", "份额（%）", "自", "至"],
                rows: try CreditStore.shares(session, handoff: handoff.code).map {
                    [
                        $0.measure.zh, $0.zone.text, "\($0.share)", $0.from.map { "\($0)" } ?? "—",
                        $0.until.map { "\($0)" } ?? "—",
                    ]
                }
            )
            page.heading("材料", level: 2)
            page.table(
                header: ["编号", "名称", "SHA-256"],
                rows: try PackageStore.items(session, handoff: handoff.code).map {
                    [$0.document.text, $0.title, $0.sha256]
                }
            )
            page.heading("经过", level: 2)
            page.table(
                header: ["时间", "动作", "由何区", "经办", "说明"],
                rows: try HandoffStore.history(session, handoff.code).map {
                    [
                        "\($0.at)", HandoffWords.name($0.action, .zh), $0.by?.text ?? "两区协同办", $0.actor, $0.note ?? "",
                    ]
                }
            )
            return .lines(page.html.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    )
}
