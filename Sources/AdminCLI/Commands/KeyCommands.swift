import Store
import Zones

enum KeyCommands {
    static let all = [list, rotate, export, `import`]

    static let list = Command(
        "key",
        "list",
        "列出本区用过的主密钥（只有编号）",
        "list the master keys that the zone has had, by their ids",
        effect: .read,
        role: .admin,
        columns: [
            Column("id", "编号"), Column("used_since", "启用", .instant), Column("replaced_at", "更换", .instant),
            Column("retired_at", "停用", .instant), Column("wraps", "数据密钥数", .integer),
            Column("in_file", "在密钥文件中", .flag),
        ],
        example: "key list",
        .query { _, session in
            .rows(
                try KeyStore.list(session).map {
                    [
                        .text("\($0.id)"), .instant($0.usedSince), $0.replacedAt.map(Cell.instant) ?? .null,
                        $0.retiredAt.map(Cell.instant) ?? .null, .integer($0.wraps), .flag($0.isInFile),
                    ]
                }
            )
        }
    )

    static let rotate = Command(
        "key",
        "rotate",
        "更换本区主密钥，重新包裹全部数据密钥（中断后可再次执行）",
        "replace the zone's master key and wrap all data keys again; run it again after an interruption",
        effect: .write,
        role: .admin,
        columns: [
            Column("key", "新主密钥"), Column("resumed", "接续", .flag), Column("rewrapped", "重新包裹", .integer),
            Column("unreadable", "无法解开", .integer), Column("retired", "停用的主密钥", .integer),
        ],
        example: "key rotate",
        inFiles: false,
        .act { invocation, context in
            guard !context.isDryRun else { throw KeyFault.noRehearsal }
            var told = 0
            let outcome = try KeyRotation.run(context.session(), as: invocation.request) { done in
                guard done - told >= 10_000 else { return }
                told = done
                context.tell(Text("已重新包裹 \(done) 个", "\(done) wrapped again"))
            }
            return .row(
                .text("\(outcome.key)"),
                .flag(outcome.isResumed),
                .integer(outcome.rewrapped),
                .integer(outcome.unreadable),
                .integer(outcome.retired)
            ).noting("请用 key export 备份新的密钥文件", "back the new key file up: key export")
        }
    )

    static let export = Command(
        "key",
        "export",
        "把密钥备份到新文件（与数据分开保管）",
        "back keys up to a new file, to be kept apart from the data",
        effect: .write,
        role: .admin,
        fields: [
            .key("to", .path, "新文件", "a new file"),
            .defaulted(
                "part",
                .choice(of: KeyBackup.Part.self),
                to: "file",
                "file 整个密钥文件，zone 仅本区，people 已包裹的个人密钥",
                "file: the key file, zone: this zone's keys only, people: the wrapped data keys"
            ),
        ],
        columns: [Column("part", "内容"), Column("keys", "密钥数", .integer)],
        example: "key export /root/zonebridge-keys.bak",
        inFiles: false,
        .act { invocation, context in
            guard !context.isDryRun else { throw KeyFault.noRehearsal }
            let part = try invocation.choice("part", as: KeyBackup.Part.self)
            let count = try KeyBackup.export(
                part,
                to: invocation.path("to"),
                context.session(),
                as: invocation.request
            )
            return .row(.text(part.rawValue), .integer(count))
        }
    )

    static let `import` = Command(
        "key",
        "import",
        "恢复备份后取回已包裹的个人密钥（key export --part people 所写）",
        "bring wrapped data keys back after a restore, from what key export --part people wrote",
        effect: .write,
        role: .admin,
        fields: [.key("from", .path, "文件", "the file")],
        columns: [Column("restored", "取回", .integer), Column("given", "文件中", .integer)],
        example: "key import /root/zonebridge-people.bak",
        inFiles: false,
        .act { invocation, context in
            let session = try context.session()
            let path = try invocation.path("from")
            let restore = { session in try KeyBackup.restore(from: path, session, as: invocation.request) }
            let (restored, given) = try context.isDryRun ? session.rehearse(restore) : restore(session)
            return .row(.integer(restored), .integer(given))
        }
    )
}
