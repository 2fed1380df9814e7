import Store
import Zones

enum AuditCommands {
    static let all = [seal, verify, access, duties, sample]

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

    static let access = Command(
        "audit",
        "access",
        "谁看过人员的加密信息、为什么",
        "who saw people's sealed data, and why",
        effect: .read,
        role: .auditor,
        fields: [
            .optionalKey("person", .code, "人员编号", "only this person"),
            .optional("since", .day, "起始日", "from this day"),
            .defaulted("limit", .integer(1...100_000), to: "1000", "最多行数", "at most so many rows"),
        ],
        columns: [
            Column("at", "时间", .instant), Column("actor", "操作人"), Column("os_user", "系统用户"), Column("verb", "动作"),
            Column("subject", "人员"), Column("reason", "理由"),
        ],
        example: "audit access --since 2024-10-01",
        .query { invocation, session in
            .rows(
                try AuditStore.access(
                    session,
                    person: invocation.optionalCode("person"),
                    since: invocation.optionalDay("since"),
                    limit: invocation.integer("limit")
                ).map {
                    [
                        .instant($0.at), .text($0.actor), .text($0.osUser), .text($0.verb), .text($0.subject),
                        .optional($0.reason),
                    ]
                }
            )
        }
    )

    static let duties = Command(
        "audit",
        "duties",
        "谁兼有应由两人分担的职责",
        "who holds both halves of a four-eyes pair",
        effect: .read,
        role: .auditor,
        columns: [
            Column("login", "登录名", .code), Column("zone", "区", .code), Column("first", "职责一"), Column("second", "职责二"),
        ],
        example: "audit duties",
        .query { _, session in
            .rows(
                try AuditStore.duties(session).map {
                    [.code($0.login), .text($0.zone?.text ?? "*"), .text($0.first), .text($0.second)]
                }
            )
        }
    )

    static let sample = Command(
        "audit",
        "sample",
        "按种子抽取变更记录供检查，同种子同结果",
        "draw events to look at; the same seed draws the same",
        effect: .read,
        role: .auditor,
        fields: [
            .required("seed", .integer(0...Int(Int32.max)), "种子", "the seed"),
            .defaulted("size", .integer(1...10_000), to: "20", "抽取条数", "how many"),
            .optional("since", .day, "起始日", "from this day"), .optional("until", .day, "截止日", "until this day"),
        ],
        columns: EventCommands.columns,
        example: "audit sample --seed 42 --size 5",
        .query { invocation, session in
            .rows(
                try AuditStore.sample(
                    session,
                    seed: invocation.integer("seed"),
                    size: invocation.integer("size"),
                    since: invocation.optionalDay("since"),
                    until: invocation.optionalDay("until")
                ).map(EventCommands.cells)
            )
        }
    )
}
