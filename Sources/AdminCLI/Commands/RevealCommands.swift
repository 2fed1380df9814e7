import Store
import Zones

enum RevealCommands {
    static let all = [limits, limit]

    private static let columns = [
        Column("valid_from", "生效日", .day), Column("per_hour", "每小时次数", .integer),
        Column("per_day", "每日次数", .integer),
    ]

    static let limits = Command(
        "reveal",
        "limits",
        "每个登录每小时、每天可查看完整号码的次数",
        "how many sealed values a login may see in an hour and in a day",
        effect: .read,
        role: .anyone,
        columns: columns,
        example: "reveal limits",
        .query { _, session in
            .rows(
                try RevealLimitStore.limits(session).map {
                    [.day($0.validFrom), .integer($0.perHour), .integer($0.perDay)]
                }
            )
        }
    )

    static let limit = Command(
        "reveal",
        "limit",
        "从某日起改变查看完整号码的次数上限",
        "change how many sealed values a login may see, from a day on",
        effect: .write,
        role: .admin,
        fields: [
            .required("from", .day, "生效日，不早于今天", "from this day on, not before today"),
            .required("per-hour", .integer(1...10_000), "每小时次数", "looks in an hour"),
            .required("per-day", .integer(1...100_000), "每日次数，不少于每小时次数", "looks in a day, not fewer than in an hour"),
        ],
        columns: columns,
        example: "reveal limit --from 2099-01-01 --per-hour 10 --per-day 30",
        .act { invocation, context in
            let day = try invocation.day("from")
            let (hour, daily) = try (invocation.integer("per-hour"), invocation.integer("per-day"))
            try context.session().perform(
                RevealLimitStore.set(from: day, perHour: hour, perDay: daily),
                as: invocation.request
            )
            return .row(.day(day), .integer(hour), .integer(daily))
        }
    )
}
