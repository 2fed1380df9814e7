import Postgres
import Store
import Zones

enum EventCommands {
    static let all = [list]

    static let columns = [
        Column("at", "时间", .instant), Column("actor", "操作人"), Column("noun", "对象"), Column("verb", "动作"),
        Column("subject", "编号"), Column("seq", "序号", .integer), Column("change", "内容"), Column("os_user", "系统用户"),
        Column("request", "请求号"), Column("event", "记录号", .integer), Column("hash", "链值"),
    ]

    static func cells(_ event: EventRow) -> [Cell] {
        [
            .instant(event.at), .text(event.actor), .text(event.noun), .text(event.verb), .text(event.subject),
            .integer(event.seq), .text(event.change), .text(event.osUser), .text(event.request),
            .integer(event.number), .text(event.hash.hexadecimal),
        ]
    }

    static let list = Command(
        "event",
        "list",
        "列出变更记录",
        "list what was changed",
        effect: .read,
        role: .officer,
        fields: [
            .optional("noun", .code, "对象类别", "only this noun"), .optional("verb", .code, "动作", "only this verb"),
            .optional("subject", .text, "对象", "only this subject, as noun:key"),
            .optional("actor", .code, "操作人", "only this login"),
            .optional("since", .day, "起始日", "from this day"), .optional("until", .day, "截止日", "until this day"),
            .optional("request-id", .text, "请求号", "only this request"),
            .defaulted("limit", .integer(1...100_000), to: "100", "最多行数", "at most so many rows"),
        ],
        columns: columns,
        example: "event list --noun person --since 2024-10-01 --limit 20",
        .query { invocation, session in
            let filter = EventStore.Filter(
                noun: try invocation.optionalCode("noun")?.text,
                verb: try invocation.optionalCode("verb")?.text,
                subject: try invocation.optionalText("subject"),
                actor: try invocation.optionalCode("actor")?.text,
                since: try invocation.optionalDay("since"),
                until: try invocation.optionalDay("until"),
                request: try invocation.optionalText("request-id").map { text in
                    guard let id = UUID128(text) else { throw CoreRejection.missing(noun: "request", key: text) }
                    return id
                }
            )
            return .rows(try EventStore.list(session, filter, limit: invocation.integer("limit")).map(cells))
        }
    )
}
