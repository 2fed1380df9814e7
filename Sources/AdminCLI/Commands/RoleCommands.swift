import Store
import Zones

enum RoleCommands {
    static let all = [grant, revoke, list]

    private static let keys: [Field] = [
        .key("login", .code, "登录名", "the login"),
        .key("role", .choice(RoleStore.roles), "角色", "the role"),
        .optional("in", .zone, "区（不给则为全部区）", "the zone; every zone if left out"),
    ]

    static let grant = Command(
        "role",
        "grant",
        "授予角色（按区、按日期，可代班）",
        "grant a role in a zone, on dated days, or for a leave",
        effect: .write,
        role: .admin,
        fields: keys + [
            .optional("from", .day, "首日（默认今天）", "the first day, today if left out"),
            .optional("until", .day, "末日", "the last day"),
            .optional("stands-in-for", .code, "代谁的班（须有末日）", "whose place is taken; needs a last day"),
        ],
        columns: [Column("login", "登录名", .code), Column("role", "角色"), Column("zone", "区", .code)],
        example: "role grant li_jie officer --in INNO --until 2030-12-31",
        .write { invocation, _ in
            let login = try invocation.code("login").text
            let role = try invocation.choice("role")
            let zone = try invocation.optionalZone("in")
            let verb = RoleStore.grant(
                login: login,
                role: role,
                zone: zone,
                from: try invocation.optionalDay("from"),
                until: try invocation.optionalDay("until"),
                standingInFor: try invocation.optionalCode("stands-in-for")?.text
            )
            return PendingWrite(verb) { .row(.code(login), .text(role), .text(zone?.text ?? "*")) }
        }
    )

    static let revoke = Command(
        "role",
        "revoke",
        "收回角色，立即或自某日后",
        "revoke a role, at once or after a last day",
        effect: .write,
        role: .admin,
        fields: keys + [.optional("last-day", .day, "末日（不给则立即）", "its last day; at once if left out"), .reason],
        columns: [Column("login", "登录名", .code), Column("role", "角色"), Column("zone", "区", .code)],
        example: "role revoke li_jie officer --in INNO --reason 轮岗",
        .write { invocation, _ in
            let login = try invocation.code("login").text
            let role = try invocation.choice("role")
            let zone = try invocation.optionalZone("in")
            let verb = RoleStore.revoke(
                login: login,
                role: role,
                zone: zone,
                lastDay: try invocation.optionalDay("last-day"),
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code(login), .text(role), .text(zone?.text ?? "*")) }
        }
    )

    static let list = Command(
        "role",
        "list",
        "列出谁在哪个区有什么角色",
        "list who has which role where",
        effect: .read,
        role: .admin,
        fields: [
            .optionalKey("login", .code, "登录名", "only this login"),
            .flag("all", "包括已收回和已到期的", "past and revoked ones too"),
        ],
        columns: [
            Column("login", "登录名", .code), Column("role", "角色"), Column("zone", "区", .code),
            Column("valid_from", "首日", .day), Column("valid_until", "末日", .day),
            Column("stands_in_for", "代班", .code), Column("granted_by", "授予人", .code),
            Column("revoked_at", "收回", .instant),
        ],
        example: "role list li_jie --all",
        .query { invocation, session in
            let login = try invocation.optionalCode("login")?.text
            let all = try invocation.flag("all")
            let today = BusinessClock.machine.today
            return .rows(
                try RoleStore.list(session).filter {
                    (login == nil || $0.login == login)
                        && (all || $0.revokedAt == nil && $0.validUntil.map { $0 >= today } ?? true)
                }.map {
                    [
                        .code($0.login), .text($0.role), .text($0.zone?.text ?? "*"), .day($0.validFrom),
                        .optional($0.validUntil), .optional($0.standsInFor), .optional($0.grantedBy),
                        .optional($0.revokedAt),
                    ]
                }
            )
        }
    )
}
