import Store
import Zones

enum EventCommands {
    static let all = [list]

    static let list = Command(
        "event",
        "list",
        "列出变更记录",
        "list what was changed",
        effect: .read,
        role: .officer,
        fields: [
            .optional("noun", .code, "对象类别", "only this noun"),
            .optional("subject", .text, "对象", "only this subject, as noun:key"),
            .optional("actor", .code, "操作人", "only this login"),
            .optional("since", .day, "起始日", "from this day"), .optional("until", .day, "截止日", "until this day"),
            .defaulted("limit", .integer(1...100_000), to: "100", "最多行数", "at most so many rows"),
        ],
        columns: [
            Column("at", "时间", .instant), Column("actor", "操作人"), Column("noun", "对象"), Column("verb", "动作"),
            Column("subject", "编号"), Column("seq", "序号", .integer), Column("change", "内容"), Column("os_user", "系统用户"),
            Column("request", "请求号"),
        ],
        example: "event list --noun person --since 2024-10-01 --limit 20",
        .query { invocation, session in
            let filter = EventStore.Filter(
                noun: try invocation.optionalCode("noun")?.text,
                subject: try invocation.optionalText("subject"),
                actor: try invocation.optionalCode("actor")?.text,
                since: try invocation.optionalDay("since"),
                until: try invocation.optionalDay("until")
            )
            return .rows(
                try EventStore.list(session, filter, limit: invocation.integer("limit")).map {
                    [
                        .instant($0.at), .text($0.actor), .text($0.noun), .text($0.verb), .text($0.subject),
                        .integer($0.seq), .text($0.change), .text($0.osUser), .text($0.request),
                    ]
                }
            )
        }
    )
}
