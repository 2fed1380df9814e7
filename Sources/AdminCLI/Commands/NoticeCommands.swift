import Casework
import Store
import Zones

enum NoticeCommands {
    static let all = [list, export]

    private static let recipient = Field.optional(
        "to",
        .text,
        "只看某一收件方，如 cohort:NIGHT-1",
        "only for one recipient, such as cohort:NIGHT-1"
    )
    private static let since = Field.optional("since", .instant, "自何时起", "from then on")

    static let list = Command(
        "notice",
        "list",
        "列出须告知的事项",
        "list what people have to be told",
        effect: .read,
        role: .officer,
        fields: [
            .defaulted("limit", .integer(1...100_000), to: "100", "最多行数", "at most so many rows"), recipient, since,
        ],
        columns: [
            Column("at", "时间", .instant), Column("recipient", "告知谁"), Column("kind", "事项"), Column("subject", "关于"),
            Column("facts", "内容"), Column("text", "通知"),
        ],
        example: "notice list",
        .query { invocation, session in
            .rows(
                try notices(invocation, session).map {
                    [
                        .instant($0.at), .text($0.recipient), .text($0.kind), .text($0.subject),
                        .text($0.facts.joined(separator: " ")), .told(NoticeText.of($0)),
                    ]
                }
            )
        }
    )

    static let export = Command(
        "notice",
        "export",
        "导出可直接粘贴到群里的通知",
        "writes notices as texts to paste into a chat group, the oldest first",
        effect: .read,
        role: .officer,
        fields: [
            .defaulted("limit", .integer(1...100_000), to: "1000", "最多条数", "at most so many"), recipient, since,
        ],
        example: "notice export --to cohort:NIGHT-1 --since 2024-10-01T00:00",
        .act { invocation, context in
            let rows = try notices(invocation, context.session()).reversed()
            return .document(rows.map { TerminalText.escaped(NoticeText.of($0)[context.language]) + "\n" }.joined())
        }
    )

    private static func notices(_ invocation: Invocation, _ session: Session) throws -> [NoticeRow] {
        try NoticeStore.list(
            session,
            recipient: try invocation.optionalText("to").map { text in
                guard let subject = Subject(text) else { throw NoRecipient() }
                return subject
            },
            since: try invocation.optionalInstant("since"),
            limit: invocation.integer("limit")
        )
    }
}

/// A recipient is a noun and a key.
struct NoRecipient: Error, Told {
    var told: Text { Text("收件方写成 cohort:NIGHT-1", "a recipient reads cohort:NIGHT-1") }
}
