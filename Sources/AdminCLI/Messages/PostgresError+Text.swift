import Postgres

/// What went wrong between the program and the server, for a person.
extension PostgresError: Explained {
    public var code: String {
        switch meaning {
        case .unreachable: "DB01"
        case .refusedLogin: "DB02"
        case .lost: "DB03"
        case .outcomeUnknown: "DB04"
        case .conflict: "DB05"
        case .cancelled: "DB06"
        case .exhausted: "DB07"
        case .readOnly: "DB08"
        case .noDatabase: "DB09"
        case .unexpected: "DB10"
        case .timeout: "DB11"
        }
    }

    /// The few cases that differ in what a person can do.
    private enum Meaning {
        case unreachable, refusedLogin, lost, outcomeUnknown, conflict, cancelled, exhausted, readOnly, noDatabase
        case unexpected
        /// The server ended a statement or a transaction that took longer than a login may.
        case timeout
    }

    private var meaning: Meaning {
        switch (kind, sqlState?.class) {
        case (.outcomeUnknown, _): .outcomeUnknown
        // 57014 is both ^C and a limit of time; 25P03, 57P05 and 25P04 end a transaction or session that stood still.
        case (_, .operatorIntervention) where sqlState?.rawValue == "57014" && message.contains("timeout"): .timeout
        case (_, .objectState) where sqlState?.rawValue == "55P03": .timeout
        case (_, _) where ["25P03", "25P04", "57P05"].contains(sqlState?.rawValue): .timeout
        case (.cancelled, _): .cancelled
        case (_, .authorization): .refusedLogin
        case (_, .invalidCatalogName): .noDatabase
        case (_, .rollback), (.commitRefused, _): .conflict
        case (_, .insufficientResources): .exhausted
        case (_, .operatorIntervention): .lost
        case (_, .objectState): .conflict
        case (.connection, nil): startMeaning
        case (.connection, _): .unreachable
        case (_, .invalidTransactionState) where sqlState?.rawValue == "25006": .readOnly
        default: .unexpected
        }
    }

    /// Of a failure without a SQLSTATE: libpq passes on the server's refusal of a connection only as words.
    private var startMeaning: Meaning {
        guard message.hasPrefix("connection to server") || message.hasPrefix("could not translate") else {
            return .lost
        }
        if message.contains("database \"") && message.contains("does not exist") { return .noDatabase }
        let refusals = [
            "authentication failed", "role \"", "no pg_hba.conf entry", "permission denied for database",
            "not permitted",
        ]
        if refusals.contains(where: message.contains) { return .refusedLogin }
        if message.contains("too many") || message.contains("connection slots") { return .exhausted }
        if message.contains("starting up") || message.contains("shutting down") { return .lost }
        // Of several hosts none takes writes now: one of them is about to.
        if message.contains("session is read-only") { return .readOnly }
        return .unreachable
    }

    public var exit: ExitCode {
        switch meaning {
        case .unreachable: .unreachable
        case .refusedLogin: .notPermitted
        case .lost, .outcomeUnknown, .conflict, .exhausted, .readOnly, .timeout: .temporary
        case .cancelled: .interrupted
        case .noDatabase: .badConfiguration
        case .unexpected: .bug
        }
    }

    /// The server's own words on one line; they hold no values of rows. What libpq adds about a connection in further
    /// lines are questions: our hint is the answer.
    private var words: String {
        let lines = message.split(whereSeparator: \.isNewline)
        let told = kind == .connection ? lines.prefix(1) : lines[...]
        return TerminalText.escaped(told.joined(separator: " "))
    }

    public var zh: String {
        switch meaning {
        case .unreachable: "连不上数据库：\(words)"
        case .refusedLogin: "数据库不接受该登录：\(words)"
        case .lost: "与数据库的连接断了：\(words)"
        case .outcomeUnknown: "提交时连接断了，不知道是否已经生效"
        case .conflict: "与别人的操作冲突，已回滚：\(words)"
        case .cancelled: "已取消：\(words)"
        case .exhausted: "数据库资源不足：\(words)"
        case .readOnly: "数据库是只读的"
        case .noDatabase: "数据库不存在：\(words)"
        case .timeout: "等得太久，数据库已放弃并回滚：\(words)"
        case .unexpected: "数据库返回了没有预料到的错误 \(sqlState?.rawValue ?? "")：\(words)"
        }
    }

    public var en: String {
        switch meaning {
        case .unreachable: "the database cannot be reached: \(words)"
        case .refusedLogin: "the database does not accept this login: \(words)"
        case .lost: "the connection to the database was lost: \(words)"
        case .outcomeUnknown: "the connection was lost during the commit; it may have taken effect"
        case .conflict: "it collided with somebody else's work and was rolled back: \(words)"
        case .cancelled: "cancelled: \(words)"
        case .exhausted: "the database is out of resources: \(words)"
        case .readOnly: "the database is read-only"
        case .noDatabase: "the database does not exist: \(words)"
        case .timeout: "it took too long; the database gave up and rolled back: \(words)"
        case .unexpected: "an unexpected error of the database \(sqlState?.rawValue ?? ""): \(words)"
        }
    }

    public var hint: Text? {
        switch meaning {
        case .unreachable: Text("检查 PG* 环境变量、--dsn，或运行 zonectl doctor", "check PG* and --dsn, or run zonectl doctor")
        case .refusedLogin:
            Text("见 zonectl whoami；管理员可用 officer add 登记", "see zonectl whoami; an administrator can add the login")
        case .outcomeUnknown: Text("原样再执行一次：已生效的不会重复", "run the same again: what took effect is not repeated")
        case .lost, .conflict, .exhausted, .readOnly: Text("稍后再试", "try again later")
        case .noDatabase: Text("运行 zonectl db init", "run zonectl db init")
        case .timeout:
            Text(
                "别人的事务可能占着同一记录，稍后再试；请求号可用 request show 查询",
                "somebody's transaction may hold the same rows: try again later; request show tells a request's outcome"
            )
        case .unexpected: Text("请报告给维护者", "please report it")
        case .cancelled: nil
        }
    }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "DB01",
                "没有能建立连接：服务器没有运行、地址不对或网络不通。",
                "No connection came about: the server is down, the address is wrong, or the network is."
            ),
            Explanation("DB02", "服务器在，但不接受这个登录名。", "The server is there but does not accept this login."),
            Explanation("DB03", "连接中断；未提交的改动已全部撤销。", "The connection broke; everything not committed is undone."),
            Explanation(
                "DB04",
                "提交的答复没有收到。每个写操作都有请求号，原样重做时已生效的只返回第一次的结果。",
                "The answer to the commit did not arrive. Every write has a request id: repeating it returns the first result."
            ),
            Explanation(
                "DB05",
                "几个人同时改同一处；自动重试之后仍然冲突，没有任何改动。",
                "Several people changed the same thing; after retries it still collided, and nothing was changed."
            ),
            Explanation(
                "DB06",
                "操作被取消（^C 或超时），没有任何改动。",
                "The work was cancelled (^C or a timeout); nothing was changed."
            ),
            Explanation("DB07", "连接数、磁盘或内存用尽。", "Connections, disk or memory are used up."),
            Explanation("DB08", "连到的是只读副本。", "This is a read-only replica."),
            Explanation("DB09", "指定的数据库不存在。", "The database named does not exist."),
            Explanation(
                "DB10",
                "数据库报告了程序没有预料到的错误；没有任何改动。",
                "The database reported an error that the program does not know; nothing was changed."
            ),
            Explanation(
                "DB11",
                "每个登录的语句最多 60 秒，等锁最多 10 秒，事务空闲最多 60 秒，免得一个卡住的客户端拖住别人；没有任何改动。",
                "A login's statement may take 60 s, wait for a lock 10 s, and a transaction stand idle 60 s, so that one stuck client does not hold the others up; nothing was changed."
            ),
        ]
    }
}
