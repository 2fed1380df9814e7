import Postgres
import Store

enum DatabaseCommands {
    static let all = [create, start, stop, status, migrate]

    static let create = Command(
        "db",
        "init",
        "建立数据库（--sample 则重建示例库；服务器上由 root 执行）",
        "make the database; with --sample make the sample database anew; on a server as root",
        effect: .write,
        role: .admin,
        fields: [
            .optional("admin", .code, "服务器上第一个管理员的登录名", "on a server: the login of the first administrator"),
            .optional(
                "keys",
                .path,
                "服务器上的总密钥文件（没有则新建）",
                "on a server: the region's key file, made where it is missing"
            ),
        ],
        columns: [Column("database", "数据库"), Column("schema", "结构版本", .integer)],
        example: "db init",
        inFiles: false,
        .act { invocation, context in
            switch context.database {
            case .server(let parameters):
                guard let admin = try invocation.optionalCode("admin"), let keys = try invocation.optionalPath("keys")
                else { throw DatabaseFault.notPrivate }
                let server = OfficeServer(parameters)
                let database = try server.create(administrator: admin.text, keys: KeyFile(keys))
                return .row(.text(database.name), .integer(SchemaVersion.program))
            case .privateCluster(let cluster, let sample):
                if !cluster.layout.isInitialized {
                    context.tell(ClusterStep.initializing(home: cluster.layout.home).text)
                }
                try cluster.start()
                try cluster.create(sample: sample)
                let name: Identifier = sample ? .sampleDatabase : .ownDatabase
                return .row(.text(name.name), .integer(SchemaVersion.program))
            }
        }
    )

    static let start = Command(
        "db",
        "start",
        "启动私有数据库服务",
        "start the private server",
        effect: .write,
        role: .admin,
        columns: [Column("state", "状态")],
        example: "db start",
        inFiles: false,
        .act { _, context in
            try privateCluster(context).start()
            return .row("running")
        }
    )

    static let stop = Command(
        "db",
        "stop",
        "停止私有数据库服务",
        "stop the private server",
        effect: .write,
        role: .admin,
        columns: [Column("state", "状态")],
        example: "db stop",
        inFiles: false,
        .act { _, context in
            try privateCluster(context).stop()
            return .row("stopped")
        }
    )

    static let status = Command(
        "db",
        "status",
        "数据库在哪里、是否在运行",
        "where the database is and whether it runs",
        effect: .read,
        role: .anyone,
        columns: [Column("item", "项目"), Column("value", "值")],
        example: "db status",
        inFiles: false,
        .act { _, context in
            switch context.database {
            case .server:
                let connection = try context.session().connection
                return .rows([
                    ["kind", "server"], ["database", .text(connection.database)], ["login", .text(connection.user)],
                    ["server_version", .integer(connection.serverVersion)],
                    ["schemas", .text(SchemaVersion.supported.text)],
                ])
            case .privateCluster(let cluster, let sample):
                let running = cluster.isRunning
                let output = Output.rows([
                    ["kind", "private"], ["home", .text(cluster.layout.home)],
                    ["socket", .text(cluster.layout.socketFolder)], ["log", .text(cluster.layout.log)],
                    ["database", .text((sample ? Identifier.sampleDatabase : .ownDatabase).name)],
                    ["state", running ? "running" : cluster.layout.isInitialized ? "stopped" : "absent"],
                    ["schemas", .text(SchemaVersion.supported.text)],
                ])
                return running ? output : output.exiting(.no)
            }
        }
    )

    static let migrate = Command(
        "db",
        "migrate",
        "把数据库升级到本程序的结构",
        "bring the database to this program's schema",
        effect: .write,
        role: .admin,
        columns: [Column("applied", "执行内容")],
        example: "db migrate",
        inFiles: false,
        .act { _, context in
            let outcome = try migrator(context).run()
            return .rows((outcome.migrations + outcome.functions).map { [.text($0)] })
                .noting("结构版本 \(outcome.version)", "schema version \(outcome.version)")
        }
    )

    /// The migrator of the chosen database; a private server is started first.
    static func migrator(_ context: Context) throws -> Migrator {
        switch context.database {
        case .privateCluster(let cluster, let sample):
            try cluster.start()
            return try cluster.migrator(sample: sample)
        case .server(let parameters):
            return try Migrator(Connection(parameters.setting("user", to: "zb_migrator")))
        }
    }

    private static func privateCluster(_ context: Context) throws -> PrivateCluster {
        guard case .privateCluster(let cluster, _) = context.database else { throw DatabaseFault.notPrivate }
        return cluster
    }
}
