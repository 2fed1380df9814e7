import Store

extension SchemaMismatch: Explained {
    public var code: String { "DB11" }
    public var exit: ExitCode { .badConfiguration }

    public var zh: String {
        switch self {
        case .absent: "数据库还没有建表"
        case .older(let database, let program): "数据库是第 \(database) 版，程序需要第 \(program) 版"
        case .newer(let database, let program): "数据库已是第 \(database) 版，程序只到第 \(program) 版"
        }
    }

    public var en: String {
        switch self {
        case .absent: "the database has no schema yet"
        case .older(let database, let program): "the database is at version \(database), the program needs \(program)"
        case .newer(let database, let program): "the database is at version \(database), the program knows only \(program)"
        }
    }

    public var hint: Text? {
        switch self {
        case .absent: Text("运行 zonectl db init", "run zonectl db init")
        case .older: Text("运行 zonectl db migrate", "run zonectl db migrate")
        case .newer: Text("换用新版本的程序", "use the newer program")
        }
    }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "DB11", "数据库结构的版本与程序不一致。旧库由 db migrate 升级，新库不能用旧程序打开。",
                "The schema's version is not the program's. db migrate upgrades an older one; a newer one needs the newer program.")
        ]
    }
}

extension MigrationRefusal: Explained {
    public var code: String { "DB12" }
    public var exit: ExitCode { .badConfiguration }

    public var zh: String {
        switch self {
        case .newerSchema(let database, let program): "数据库已是第 \(database) 版，程序只到第 \(program) 版"
        case .changed(let name): "已执行过的迁移 \(name) 与程序中的不同"
        case .unknown(let number): "数据库执行过的第 \(number) 号迁移，程序里没有"
        }
    }

    public var en: String {
        switch self {
        case .newerSchema(let database, let program):
            "the database is at version \(database), the program knows only \(program)"
        case .changed(let name): "the applied migration \(name) differs from the program's"
        case .unknown(let number): "the database has migration \(number), which the program does not know"
        }
    }

    public var hint: Text? { Text("换用与数据库相配的程序", "use the program that fits the database") }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "DB12", "迁移只向前走，执行过的不能再改。不一致时什么也不做。",
                "Migrations go forward only, and applied ones never change. Where they differ, nothing is done.")
        ]
    }
}

extension ClusterFault: Explained {
    public var code: String { "DB13" }
    public var exit: ExitCode { .badConfiguration }

    public var zh: String {
        switch self {
        case .serverNotInstalled: "没有安装 PostgreSQL 服务器"
        case .cannotTraverse(let folder): "postgres 用户进不了目录 \(TerminalText.escaped(folder))"
        case .folderUnusable(let path, let reason):
            "目录 \(TerminalText.escaped(path)) 不能用：\(TerminalText.escaped(reason))"
        case .programFailed(let program, let output): "\(program) 失败：\(Self.oneLine(output))"
        }
    }

    public var en: String {
        switch self {
        case .serverNotInstalled: "the PostgreSQL server is not installed"
        case .cannotTraverse(let folder): "the postgres user cannot pass through \(TerminalText.escaped(folder))"
        case .folderUnusable(let path, let reason):
            "the folder \(TerminalText.escaped(path)) cannot be used: \(TerminalText.escaped(reason))"
        case .programFailed(let program, let output): "\(program) failed: \(Self.oneLine(output))"
        }
    }

    private static func oneLine(_ output: String) -> String {
        TerminalText.escaped(output.split(whereSeparator: \.isNewline).joined(separator: " | "))
    }

    public var hint: Text? {
        switch self {
        case .serverNotInstalled:
            Text("apt-get install postgresql-15，或用 --dsn 指定服务器", "apt-get install postgresql-15, or name a server with --dsn")
        case .cannotTraverse, .folderUnusable: Text("用 ZONECTL_HOME 指定别的目录", "set ZONECTL_HOME to another folder")
        case .programFailed: nil
        }
    }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "DB13", "没有指定服务器时，程序使用自己的私有 PostgreSQL；它没有能建立或启动。",
                "Without a server named, the program uses a private PostgreSQL of its own; it could not be made or started.")
        ]
    }
}
