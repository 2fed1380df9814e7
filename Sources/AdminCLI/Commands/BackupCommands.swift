import Store
import Zones

enum BackupCommands {
    static let all = [backup, restore, drill, upgrade]

    private static let folder = Field.required("to", .path, "备份目录", "the folder of backups")
    private static let keepDays = Field.defaulted(
        "keep-days",
        .integer(1...35),
        to: "35",
        "旧备份保留天数（其中有已删除人员的密钥，最多 35 天）",
        "days that older backups stay (they hold the keys of people erased since: 35 at most)"
    )

    static let backup = Command(
        "db",
        "backup",
        "备份整个数据库服务，逐字节核对（密钥另存）",
        "back up the whole server and read the copy back; keys go elsewhere",
        effect: .write,
        role: .admin,
        fields: [
            folder,
            .optional("keys", .path, "密钥文件另存到的目录", "a folder apart for copies of the key files"),
            keepDays,
        ],
        columns: [
            Column("backup", "备份", .code), Column("octets", "字节数", .integer), Column("seconds", "秒", .integer),
            Column("archived", "日志已归档", .flag), Column("keys", "密钥文件数", .integer),
            Column("removed", "清理的旧备份", .integer),
        ],
        example: "db backup --to /var/backups/zonebridge --keys /root/zonebridge-keys",
        inFiles: false,
        .act { invocation, context in
            guard !context.isDryRun else { throw BackupFault.noRehearsal }
            return .rows([cells(try take(invocation, context, to: invocation.path("to")))])
        }
    )

    static let restore = Command(
        "db",
        "restore",
        "把备份恢复到新的数据目录，可指定时刻",
        "restore a backup into a new data folder, as of a moment",
        effect: .write,
        role: .admin,
        fields: [
            .key("from", .path, "备份目录", "the folder of backups"),
            .required("into", .path, "新的数据目录", "a new data folder"),
            .optional("to", .instant, "恢复到的时刻（默认到最后）", "the moment; without it, all there is"),
            .optional("keys", .path, "密钥文件或其目录", "the key files, or their folder"),
        ],
        columns: [
            Column("backup", "备份", .code), Column("restored_until", "恢复到", .instant),
            Column("verify_seconds", "核对秒数", .integer), Column("restore_seconds", "恢复秒数", .integer),
        ],
        example: "db restore /var/backups/zonebridge --into /var/lib/zonectl/data --to 2026-09-01T12:00",
        inFiles: false,
        .act { invocation, context in
            guard !context.isDryRun else { throw BackupFault.noRehearsal }
            let source = BackupSource(context.database)
            let restored = try Restore.run(
                from: BackupFolder(invocation.path("from")),
                into: invocation.path("into"),
                to: invocation.optionalInstant("to"),
                live: source,
                keys: invocation.optionalPath("keys") ?? source.keys,
                tell: { context.tell($0.text) }
            )
            return .row(
                .code(restored.record.id),
                .optional(restored.until),
                .integer(Int(restored.verifySeconds.rounded())),
                .integer(Int(restored.restoreSeconds.rounded()))
            ).noting(
                "数据目录已就绪，尚未启动；启动后请立即再做一次 db backup",
                "the data folder is ready and not started; once it is, take a new db backup at once"
            )
        }
    )

    static let drill = Command(
        "db",
        "drill",
        "演练恢复：恢复到临时目录，核对全部约定，测出 RPO 和 RTO",
        "practise a restore: into a scratch folder, with every invariant asked about; measures RPO and RTO",
        effect: .read,
        role: .admin,
        fields: [
            .key("from", .path, "备份目录", "the folder of backups"),
            .optional("to", .instant, "恢复到的时刻（默认到最后）", "the moment; without it, all there is"),
            .optional("keys", .path, "密钥文件副本的目录", "the copies of the key files"),
            .flag("alone", "不与运行中的数据库比较", "without looking at the server that runs"),
        ],
        columns: [Column("check", "检查"), Column("ok", "正常", .flag), Column("value", "实际")],
        example: "db drill /var/backups/zonebridge",
        inFiles: false,
        .act { invocation, context in
            let findings = try Drill.run(
                BackupFolder(invocation.path("from")),
                live: invocation.flag("alone") ? nil : BackupSource(context.database),
                to: invocation.optionalInstant("to"),
                keys: invocation.optionalPath("keys"),
                tell: { context.tell($0.text) }
            )
            let output = Output.rows(findings.map { [.text($0.name), .flag($0.isGood), .text($0.value)] })
            return findings.allSatisfy(\.isGood) ? output : output.exiting(.no)
        }
    )

    static let upgrade = Command(
        "db",
        "upgrade",
        "先备份，再升级数据库结构（--dry-run 只列出要做的）",
        "back up, then bring the schema to this program's; --dry-run only lists what would be done",
        effect: .destructive,
        role: .admin,
        fields: [
            folder,
            .optional("keys", .path, "密钥文件另存到的目录", "a folder apart for copies of the key files"),
            keepDays,
        ],
        columns: [Column("step", "步骤"), Column("what", "内容")],
        example: "db upgrade --to /var/backups/zonebridge",
        inFiles: false,
        .act { invocation, context in
            let migrator = try DatabaseCommands.migrator(context)
            let pending = try migrator.pending()
            let steps: [[Cell]] =
                pending.migrations.map { ["migration", .text($0)] } + pending.functions.map { ["function", .text($0)] }
            guard !steps.isEmpty else {
                return .rows([]).noting("数据库结构已是最新，无事可做", "the schema is this program's: nothing to do")
            }
            guard !context.isDryRun else { return .rows(steps) }
            let taken = try take(invocation, context, to: invocation.path("to"))
            // A private server that had no archive yet was restarted for it: the first connection is gone.
            let outcome = try DatabaseCommands.migrator(context).run()
            return .rows([["backup", .text(taken.record.id)]] + steps)
                .noting("结构版本 \(outcome.version)", "schema version \(outcome.version)")
        }
    )

    private static func take(_ invocation: Invocation, _ context: Context, to path: String) throws -> Backup.Taken {
        if case .privateCluster(let cluster, _) = context.database { try cluster.start() }
        let folder = BackupFolder(path)
        let taken = try Backup.take(
            of: BackupSource(context.database),
            to: folder,
            keys: invocation.optionalPath("keys"),
            keep: invocation.integer("keep-days"),
            tell: { context.tell($0.text) }
        )
        if !taken.isArchived { context.tell(BackupFault.notArchived(folder: folder.path).text) }
        return taken
    }

    private static func cells(_ taken: Backup.Taken) -> [Cell] {
        [
            .code(taken.record.id), .integer(taken.size), .integer(Int(taken.seconds.rounded())),
            .flag(taken.isArchived), .integer(taken.keys), .integer(taken.removed),
        ]
    }
}
