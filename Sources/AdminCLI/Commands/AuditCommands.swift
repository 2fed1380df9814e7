import Store
import Zones

enum AuditCommands {
    static let all = [seal, verify]

    static let seal = Command(
        "audit",
        "seal",
        "把全部变更记录的链头写入库外的封存文件",
        "write the heads of all event chains to a file outside the database",
        effect: .write,
        role: .auditor,
        fields: [.required("to", .path, "新文件", "a new file")],
        columns: [
            Column("seal", "封存号", .integer), Column("digest", "摘要"), Column("subjects", "对象数", .integer),
            Column("events", "记录数", .integer), Column("unsealed", "未封存", .integer),
        ],
        example: "audit seal --to /tmp/zonebridge.seal",
        inFiles: false,
        .act { invocation, context in
            let session = try context.session()
            if context.isDryRun {
                let found = try AuditStore.verify(session, against: nil)
                return .row(
                    nil,
                    nil,
                    .integer(found.subjects),
                    .integer(found.events),
                    .integer(found.unsealed)
                )
            }
            let seal = try AuditStore.seal(session, to: invocation.path("to"), as: invocation.request)
            return .row(
                .integer(seal.number),
                .text(seal.digest.hexadecimal),
                .integer(seal.subjects),
                .integer(seal.events),
                .integer(seal.unsealed)
            ).noting("请把摘要或文件交给另一个区保存", "hand the digest or the file to the other zone")
        }
    )

    static let verify = Command(
        "audit",
        "verify",
        "核对变更记录：有无改、删、换序、插入",
        "check the events for rows changed, removed, reordered or inserted",
        effect: .read,
        role: .auditor,
        fields: [.optional("against", .path, "封存文件", "a seal's file")],
        columns: [
            Column("intact", "完好", .flag), Column("subjects", "对象数", .integer), Column("events", "记录数", .integer),
            Column("unsealed", "未封存", .integer), Column("broken", "有问题的对象数", .integer), Column("fault", "首个问题"),
            Column("subject", "对象"), Column("seq", "序号", .integer), Column("event", "记录号", .integer),
            Column("digest", "封存摘要"),
        ],
        example: "audit verify",
        .query { invocation, session in
            let found = try AuditStore.verify(session, against: invocation.optionalPath("against"))
            let output = Output.row(
                .flag(found.first == nil),
                .integer(found.subjects),
                .integer(found.events),
                .integer(found.unsealed),
                .integer(found.broken),
                .optional(found.first?.kind.rawValue),
                .optional(found.first?.subject),
                .optional(found.first?.seq),
                .optional(found.first?.event.map { Int($0) }),
                .optional(found.digest?.hexadecimal)
            )
            return found.first == nil ? output : output.exiting(.no)
        }
    )
}
