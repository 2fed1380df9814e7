import StartupEligibility
import Store
import Zones

enum PayeeCommands {
    static let all = [set, list, reveal]

    private static let subject = Field.key("subject", .code, "人员或单位编号", "a person's or an organization's code")

    static let set = Command(
        "payee",
        "set",
        "设置收款账户（加密保存，只显示首尾各四位）",
        "set the account that is paid to: kept sealed, shown masked",
        effect: .write,
        role: .officer,
        fields: [
            subject, .required("number", .text, "账号或卡号", "the number of the account or card"),
            .required("bank", .text, "开户行", "the bank's branch"),
            .optional("bank-code", .text, "联行号（12 位）", "the branch's 12 digits in the payment system"),
        ],
        columns: [Column("subject", "收款人", .code), Column("account", "账号")],
        example: "payee set P2 --number 6222021111017654322 --bank 样例银行南通分行",
        .write { invocation, _ in
            let verb = PayeeStore.set(
                try invocation.code("subject"),
                try BankAccount(try invocation.text("number")),
                bank: try invocation.text("bank"),
                code: try invocation.optionalText("bank-code").map { try BankCode($0) }
            )
            return PendingWrite(verb) { .row(.code($0.subject), .text($0.masked)) }
        }
    )

    static let list = Command(
        "payee",
        "list",
        "列出收款账户（遮盖）",
        "list accounts, masked",
        effect: .read,
        role: .officer,
        fields: [.optionalKey("subject", .code, "人员或单位编号", "only this one's")],
        columns: [
            Column("subject", "收款人", .code), Column("holder", "户名"), Column("bank", "开户行"),
            Column("bank_code", "联行号"), Column("account", "账号"), Column("set_on", "设置日", .day),
            Column("replaced_on", "更换日", .day),
        ],
        example: "payee list P2",
        .query { invocation, session in
            .rows(
                try PayeeStore.list(session, subject: invocation.optionalCode("subject")).map {
                    [
                        .code($0.subject.text), .text($0.holder), .text($0.bank), .optional($0.bankCode),
                        .text($0.masked), .day($0.setOn), .optional($0.replacedOn),
                    ]
                }
            )
        }
    )

    static let reveal = Command(
        "payee",
        "reveal",
        "显示完整账号（须说明理由，记入日志，限次数）",
        "show the whole account number: with a reason, logged, so many an hour",
        effect: .write,
        role: .officer,
        fields: [subject, .reason],
        columns: [Column("subject", "收款人", .code), Column("account", "账号")],
        example: "payee reveal P2 --reason 与银行核对",
        inFiles: false,
        .act { invocation, context in
            let subject = try invocation.code("subject")
            let reason = try invocation.text("reason")
            let reveal = { session in
                try PayeeStore.reveal(subject, reason: reason, session, as: invocation.request)
            }
            // A rehearsal would take the log entry back: the store refuses to show anything for it.
            let session = try context.session()
            let account = try context.isDryRun ? session.rehearse(reveal) : reveal(session)
            return .row(.code(subject.text), .text(account.number))
        }
    )
}
