import Postgres
import Store

extension DatabaseFault: Explained {
    var code: String { "COR30" }
    var zh: String { "这是别处管理的服务器，不能由 zonectl 建立、启动或停止" }
    var en: String { "this server is run by others; zonectl does not make, start or stop it" }
    var hint: Text? { Text("去掉 --dsn 和 PG* 变量即用私有库", "without --dsn and PG* variables the private one is used") }
    var exit: ExitCode { .badConfiguration }

    static let explanations = [
        Explanation(
            "COR30",
            "db init|start|stop 只管理 zonectl 自己的私有数据库。设置了 --dsn 或 PGHOST 等变量时，数据库由服务器管理员负责。",
            "db init, start and stop manage only zonectl's own private server. With --dsn or PGHOST the server belongs to its administrators."
        )
    ]
}

extension SchemaMismatch: Explained {
    public var code: String {
        switch self {
        case .absent: "COR31"
        case .older: "COR32"
        case .newer: "COR33"
        }
    }

    public var zh: String {
        switch self {
        case .absent: "这个数据库还没有建立 ZoneBridge 的结构"
        case .older(let database, let program): "数据库结构版本 \(database) 低于程序的 \(program)"
        case .newer(let database, let program): "数据库结构版本 \(database) 高于程序的 \(program)"
        }
    }

    public var en: String {
        switch self {
        case .absent: "this database has no ZoneBridge schema"
        case .older(let database, let program):
            "the database has schema \(database), older than this program's \(program)"
        case .newer(let database, let program):
            "the database has schema \(database), newer than this program's \(program)"
        }
    }

    public var hint: Text? {
        switch self {
        case .absent: Text("zonectl db init", "zonectl db init")
        case .older: Text("zonectl db migrate", "zonectl db migrate")
        case .newer: Text("请使用更新的 zonectl", "use a newer zonectl")
        }
    }

    public var exit: ExitCode { .badConfiguration }

    public static let explanations = [
        Explanation("COR31", "连接到的数据库里没有 core.migration 表。", "The database has no table core.migration."),
        Explanation(
            "COR32",
            "程序比数据库新：先备份，再运行 zonectl db migrate。",
            "The program is newer than the database: back up, then zonectl db migrate."
        ),
        Explanation(
            "COR33",
            "程序比数据库旧，为避免损坏数据而拒绝工作。",
            "The program is older than the database and refuses to work, so as not to harm data."
        ),
    ]
}

extension MigrationRefusal: Explained {
    public var code: String { "COR34" }

    public var zh: String {
        switch self {
        case .newerSchema(let database, let program): "数据库结构版本 \(database) 高于程序的 \(program)"
        case .changed(let name): "已执行过的 \(name) 与程序中的内容不同"
        case .unknown(let number): "数据库执行过本程序没有的第 \(number) 号迁移"
        }
    }

    public var en: String {
        switch self {
        case .newerSchema(let database, let program):
            "the database has schema \(database), newer than this program's \(program)"
        case .changed(let name): "\(name) was applied with another text than this program has"
        case .unknown(let number): "migration \(number) was applied, which this program does not have"
        }
    }

    public var hint: Text? { Text("请使用与数据库相配的 zonectl", "use the zonectl that fits the database") }
    public var exit: ExitCode { .badConfiguration }

    public static let explanations = [
        Explanation(
            "COR34",
            "迁移只能向前，已执行的迁移不得修改。",
            "Migrations go forward only, and one that was applied is never edited."
        )
    ]
}

extension ClusterFault: Explained {
    public var code: String { "COR35" }

    public var zh: String {
        switch self {
        case .serverNotInstalled: "没有找到 PostgreSQL 15 服务程序"
        case .cannotTraverse(let folder): "postgres 用户无法进入目录 \(folder)"
        case .folderUnusable(let path, let reason): "目录 \(path) 不能使用：\(reason)"
        case .programFailed(let program, let output): "\(program) 失败：\(TerminalText.escaped(output))"
        }
    }

    public var en: String {
        switch self {
        case .serverNotInstalled: "the server programs of PostgreSQL 15 were not found"
        case .cannotTraverse(let folder): "the user postgres cannot pass through \(folder)"
        case .folderUnusable(let path, let reason): "\(path) cannot be used: \(reason)"
        case .programFailed(let program, let output): "\(program) failed: \(TerminalText.escaped(output))"
        }
    }

    public var hint: Text? {
        switch self {
        case .serverNotInstalled: Text("apt install postgresql-15", "apt install postgresql-15")
        case .cannotTraverse, .folderUnusable: Text("用 ZONECTL_HOME 指定另一个目录", "name another folder with ZONECTL_HOME")
        case .programFailed: Text("查看 zonectl db status 所示的日志", "see the log that zonectl db status names")
        }
    }

    public var exit: ExitCode { .badConfiguration }

    public static let explanations = [
        Explanation(
            "COR35",
            "私有数据库放在 $ZONECTL_HOME（root 默认 /var/lib/zonectl，其他用户默认 ~/.local/state/zonectl）。root 运行时服务器以 postgres 用户身份运行。",
            "The private server lives in $ZONECTL_HOME (root: /var/lib/zonectl, others: ~/.local/state/zonectl). Under root it runs as the user postgres."
        )
    ]
}

extension ClusterStep {
    /// What the user waits for.
    var text: Text {
        switch self {
        case .initializing(let home):
            Text("正在建立私有数据库：\(home)（约 2 秒）", "making the private server in \(home) (about 2 s)")
        case .starting: Text("正在启动私有数据库", "starting the private server")
        case .creatingDatabase(let name): Text("正在建立数据库 \(name)", "making the database \(name)")
        }
    }
}
