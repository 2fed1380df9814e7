import Store
import Zones

extension PersonCommands {
    static let reveal = Command(
        "person",
        "reveal",
        "显示完整的身份证号和手机号（须说明理由，记入日志，限次数）",
        "show the whole resident ID and phone: with a reason, logged, so many an hour",
        effect: .write,
        role: .officer,
        fields: [.key("person", .code, "人员编号", "the person's code"), .reason],
        columns: [Column("code", "编号", .code), Column("id_number", "身份证号"), Column("phone", "手机号")],
        example: "person reveal FOUNDER --reason 银行核对开户信息",
        inFiles: false,
        .act { invocation, context in
            let code = try invocation.code("person")
            let reason = try invocation.text("reason")
            let reveal = { session in
                try PersonStore.reveal(code, reason: reason, session, as: invocation.request)
            }
            // A rehearsal would take the log entry back: the store refuses to show anything for it.
            let session = try context.session()
            let numbers = try context.isDryRun ? session.rehearse(reveal) : reveal(session)
            return .row(
                .code(numbers.code.text),
                .optional(numbers.idNumber?.number),
                .optional(numbers.phone?.number)
            )
        }
    )

    static let erase = Command(
        "person",
        "erase",
        "永久删除个人信息（销毁密钥，覆盖姓名和号码）",
        "erase what is personal for good: keys destroyed, name and numbers overwritten",
        effect: .destructive,
        role: .admin,
        fields: [.key("person", .code, "人员编号", "the person's code"), .reason],
        columns: [Column("code", "编号", .code), Column("records", "记录数", .integer)],
        example: "person erase P4 --reason 本人申请",
        touches: { invocation, session in
            .rows(try PersonStore.show(session, invocation.code("person")).map { [cells($0)] } ?? [])
        },
        .write { invocation, _ in
            let code = try invocation.code("person")
            let verb = PersonStore.erase(code, reason: try invocation.text("reason"))
            return PendingWrite(verb) { .row(.code(code.text), .integer($0)) }
        }
    )
}
