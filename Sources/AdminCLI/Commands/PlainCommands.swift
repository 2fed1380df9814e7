import Casework
import Postgres
import Store
import Zones

/// Commands that are one word.
enum PlainCommands {
    static let all = [todo, whoami, doctor]

    static let todo = Command(
        "todo",
        "",
        "今天和近期要办的事",
        "what is due today and soon",
        effect: .read,
        role: .anyone,
        fields: [.defaulted("days", .integer(0...3660), to: "7", "今后几天", "within so many days")],
        columns: [
            Column("due_on", "期限", .day), Column("kind", "事项"), Column("subject", "关于"), Column("facts", "内容"),
        ],
        example: "todo --days 30",
        .query { invocation, session in
            .rows(
                try Todo.list(session, from: TodoSources.all, days: invocation.integer("days")).map {
                    [.day($0.dueOn), .text($0.kind), .text($0.subject), .text($0.facts.joined(separator: " "))]
                }
            )
        }
    )

    static let whoami = Command(
        "whoami",
        "",
        "我是谁、代表哪个区、有哪些角色",
        "who I am, for which zone, with which roles",
        effect: .read,
        role: .anyone,
        columns: [
            Column("login", "登录名"), Column("os_user", "系统用户"), Column("zone", "当前区", .code), Column("role", "角色"),
            Column("role_zone", "角色所在区", .code), Column("until", "末日", .day), Column("stands_in_for", "代班", .code),
        ],
        example: "whoami",
        .query { _, session in
            let who = try Actor.current(session)
            let roles = who.roles.isEmpty ? [nil] : who.roles.map(Optional.some)
            return .rows(
                roles.map { role in
                    [
                        .text(who.login), .text(who.osUser), .optional(who.zone?.text), .optional(role?.name),
                        .text(role.map { $0.zone?.text ?? "*" } ?? ""), .optional(role?.validUntil),
                        .optional(role?.standsInFor),
                    ]
                }
            )
        }
    )

    static let doctor = Command(
        "doctor",
        "",
        "检查数据库和数据是否健康",
        "check the database and its data",
        effect: .read,
        role: .anyone,
        fields: [OpsCommands.backups],
        columns: [Column("check", "检查"), Column("ok", "正常", .flag), Column("value", "实际"), Column("advice", "建议")],
        example: "doctor",
        inFiles: false,
        .act { invocation, context in
            let findings = Checkup.run(
                try context.session(),
                cluster: context.database.cluster,
                backups: try OpsCommands.backupFolder(invocation)
            )
            let rows: [[Cell]] = findings.map {
                [
                    .text($0.check.rawValue), .flag($0.isHealthy), .text($0.value),
                    .text($0.isHealthy ? "" : $0.check.advice[context.language]),
                ]
            }
            let isPrivate = context.database.cluster != nil
            let output = Output.picture(rows) { language in
                let width = findings.map { DisplayWidth.of($0.check.told[language]) }.max() ?? 0
                let trial = Text("本机私有库，一人试用", "this is a private database, one person's trial")
                return (isPrivate ? [trial[language]] : []) + findings.flatMap { $0.lines(language, width: width) }
            }
            return findings.allSatisfy(\.isHealthy) ? output : output.exiting(.no)
        }
    )
}
