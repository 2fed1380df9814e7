import ProjectHandoff
import Store
import Zones

extension HandoffCommands {
    static let impact = Command(
        "handoff",
        "impact",
        "移交对创业者的影响：哪些政策新增、延续、终止",
        "what a handoff changes for the founder: policies that are added, kept, ended",
        effect: .read,
        role: .coordinator,
        fields: [key, .optional("as-of", .day, "按何日（默认今日）", "on which day, today by default")],
        columns: [
            Column("change", "变化"), Column("policy", "政策", .code), Column("version", "版本", .code),
            Column("title", "名称"), Column("benefits", "内容"), Column("from", "自", .day),
            Column("now", "现在是否享受", "has it now"),
        ],
        example: "handoff impact H-1",
        .query { invocation, session in
            let handoff = try HandoffStore.show(session, invocation.code("handoff"))
            let impact = try HandoffImpact(
                session,
                handoff,
                on: invocation.optionalDay("as-of") ?? session.today
            )
            return .rows(
                impact.lines.map { line in
                    [
                        .text(line.change.rawValue), .code(line.policy.code.text), .code(line.version.code.text),
                        .text(line.policy.titleZh), .text(line.benefits.map(\.nameZh).joined(separator: "、")),
                        .day(line.from), .optional(line.verdict.map { "\($0)" }),
                    ]
                }
            ).noting(
                "按两区政策目录比较；是否享受只在创业者所在区可见",
                "by the policies of both zones; whether the founder has them is seen by the founder's zone alone"
            )
        }
    )
}
