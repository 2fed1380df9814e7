import Casework
import Store
import Zones

enum NoticeCommands {
    static let all = [list]

    static let list = Command(
        "notice",
        "list",
        "列出须告知的事项",
        "list what people have to be told",
        effect: .read,
        role: .officer,
        fields: [.defaulted("limit", .integer(1...100_000), to: "100", "最多行数", "at most so many rows")],
        columns: [
            Column("at", "时间", .instant), Column("recipient", "告知谁"), Column("kind", "事项"), Column("subject", "关于"),
            Column("facts", "内容"),
        ],
        example: "notice list",
        .query { invocation, session in
            .rows(
                try NoticeStore.list(session, limit: invocation.integer("limit")).map {
                    [
                        .instant($0.at), .text($0.recipient), .text($0.kind), .text($0.subject),
                        .text($0.facts.joined(separator: " ")),
                    ]
                }
            )
        }
    )
}
