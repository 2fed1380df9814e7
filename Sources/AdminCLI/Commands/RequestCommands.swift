import Postgres
import Store

enum RequestCommands {
    static let all = [show, archive]

    static let show = Command(
        "request",
        "show",
        "查询一个请求号的结果（断线后用）",
        "what became of a request, after a lost connection",
        effect: .read,
        role: .anyone,
        fields: [.key("id", .text, "请求号", "the request's id")],
        columns: [
            Column("state", "结果"), Column("at", "时间", .instant), Column("noun", "对象"), Column("verb", "动作"),
            Column("subject", "编号"), Column("seq", "序号", .integer), Column("answer", "答复"),
        ],
        example: "request show 3f2b8a90-7a1c-4c0e-9d55-0123456789ab",
        .query { invocation, session in
            let text = try invocation.text("id")
            guard let id = UUID128(text) else { throw CoreRejection.missing(noun: "request", key: text) }
            let outcomes = try RequestStore.show(session, id)
            let output = Output.rows(
                outcomes.map { outcome in
                    [
                        .text(outcome.state.rawValue), .optional(outcome.at), .optional(outcome.noun),
                        .optional(outcome.verb), .optional(outcome.subject), .optional(outcome.seq),
                        .text(outcome.answer.map { $0 ?? "" }.joined(separator: " ")),
                    ]
                }
            )
            switch outcomes.first?.state {
            case .done: return output
            case .running: return output.exiting(.temporary)
            case .absent, nil: return output.exiting(.no)
            }
        }
    )

    static let archive = Command(
        "request",
        "archive",
        "把已结束年份的请求号移入存档（仍然有效）",
        "move the requests of a year that is over to the archive, where they stay known",
        effect: .write,
        role: .admin,
        fields: [.key("year", .integer(2000...2999), "年份", "the year")],
        columns: [Column("year", "年份", .integer), Column("requests", "移动的请求数", .integer)],
        example: "request archive 2020",
        .act { invocation, context in
            let year = try invocation.integer("year")
            let moved = try context.session().perform(RequestStore.archive(year: year), as: invocation.request)
            return .row(.integer(year), .integer(moved))
        }
    )
}
