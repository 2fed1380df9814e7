import Store
import Zones

enum OfficerCommands {
    static let all = [add, list, close]

    static let add = Command(
        "officer",
        "add",
        "为工作人员开设登录",
        "make a person's login",
        effect: .write,
        role: .admin,
        fields: [
            .key("login", .code, "登录名（小写字母开头）", "the login, in small letters"),
            .required("name", .name, "姓名", "name"),
            .optional("os-user", .code, "本机系统用户，可免密以此登录", "the operating system's user who comes in as this login"),
            .flag("me", "由执行本命令的系统用户以此登录", "the user who gives this command comes in as this login"),
        ],
        columns: [Column("login", "登录名", .code)],
        example: "officer add li_jie --name 样例李 --os-user lijie",
        .act { invocation, context in
            let login = try invocation.code("login").text
            let osUser = try invocation.optionalCode("os-user")?.text ?? (invocation.flag("me") ? OSUser.name : nil)
            let verb = OfficerStore.add(login: login, name: try invocation.name("name"), osUser: osUser)
            try context.session().perform(verb, as: invocation.request)
            let output = Output.row(.code(login), made: login)
            guard let osUser, try !mapUsers(context) else { return output }
            let line = "zb \(osUser) \(login)"
            return output.noting(
                "请在服务器的 pg_ident.conf 加一行并重载：\(line)",
                "add to the server's pg_ident.conf and reload: \(line)"
            )
        }
    )

    static let list = Command(
        "officer",
        "list",
        "列出工作人员登录",
        "list the logins",
        effect: .read,
        role: .admin,
        columns: [
            Column("login", "登录名", .code), Column("name", "姓名"), Column("os_user", "系统用户"),
            Column("opened_at", "开设", .instant), Column("closed_at", "关闭", .instant),
            Column("roles", "现有角色数", .integer),
        ],
        example: "officer list",
        .query { _, session in .rows(try OfficerStore.list(session).map(cells)) }
    )

    static let close = Command(
        "officer",
        "close",
        "关闭登录，收回其全部角色",
        "close a login and end all its roles",
        effect: .destructive,
        role: .admin,
        fields: [.key("login", .code, "登录名", "the login"), .reason],
        columns: [Column("login", "登录名", .code), Column("roles", "收回的角色数", .integer)],
        example: "officer close li_jie --reason 调离",
        touches: { invocation, session in
            let login = try invocation.code("login").text
            return .rows(try OfficerStore.list(session).filter { $0.login == login }.map(cells))
        },
        .act { invocation, context in
            let login = try invocation.code("login").text
            let verb = OfficerStore.close(login: login, reason: try invocation.text("reason"))
            let ended = try context.session().perform(verb, as: invocation.request)
            _ = try mapUsers(context)
            return .row(.code(login), .integer(ended))
        }
    )

    /// Keeps the private server's map of users as the register says; false for a server that others run.
    private static func mapUsers(_ context: Context) throws -> Bool {
        guard case .privateCluster(let cluster, let sample) = context.database else { return false }
        if !context.isDryRun { try cluster.mapUsers(of: OfficerStore.list(context.session()), sample: sample) }
        return true
    }

    private static func cells(_ officer: Officer) -> [Cell] {
        [
            .code(officer.login), .text(officer.name), .optional(officer.osUser), .optional(officer.openedAt),
            .optional(officer.closedAt), .integer(officer.roles),
        ]
    }
}
