import StartupEligibility
import Store
import Zones

enum PaymentCommands {
    static let all = [batch, export, importResult, retry, reconcile, list, cancel]

    private static let key = Field.key("batch", .code, "批次编号", "the batch's code")
    private static let orderColumns = [
        Column("batch", "批次", .code), Column("payments", "笔数", .integer), Column("total", "总额", .money),
    ]
    /// The most payments of one batch; a bank's file has a limit, too.
    private static let most = 10_000

    static let batch = Command(
        "payment",
        "batch",
        "把已核准、账户已设的申领组成一个付款批次（不给申领则取全部）",
        "order payments of approved claims as one batch (without claims: all that can be paid)",
        effect: .write,
        role: .cashier,
        fields: [
            .newCode, .optional("claims", .list(.code), "申领编号", "claims"),
            .defaulted("limit", .integer(1...most), to: "\(most)", "最多笔数", "at most so many"),
        ],
        columns: orderColumns,
        example: "payment batch --code PB-1",
        .act { invocation, context in
            let session = try context.session()
            var claims = try invocation.codes("claims")
            if claims.isEmpty { claims = try PaymentStore.payable(session, limit: invocation.integer("limit")) }
            guard !claims.isEmpty else {
                return Output.rows([]).noting("没有可付的申领", "there is nothing to pay").exiting(.no)
            }
            let verb = PaymentStore.order(claims, code: try invocation.optionalCode("code"), retry: false)
            return ordered(try session.perform(verb, as: invocation.request))
        }
    )

    static let retry = Command(
        "payment",
        "retry",
        "退票的申领更正账户后重新付款",
        "pay again what came back, to the account that was set since",
        effect: .write,
        role: .cashier,
        fields: [.newCode, .key("claims", .list(.code), "申领编号", "claims")],
        columns: orderColumns,
        example: "payment retry CL-1 --code PB-2",
        .write { invocation, _ in
            let verb = PaymentStore.order(
                try invocation.codes("claims"),
                code: try invocation.optionalCode("code"),
                retry: true
            )
            return PendingWrite(verb) { ordered($0) }
        }
    )

    private static func ordered(_ batch: PaymentBatch) -> Output {
        .row(.code(batch.code.text), .integer(batch.payments), .money(batch.total), made: batch.code.text)
    }

    static let cancel = Command(
        "payment",
        "cancel",
        "撤回尚未导出的付款批次",
        "take back a batch of which no file was made",
        effect: .write,
        role: .cashier,
        fields: [key, .reason],
        columns: [Column("batch", "批次", .code), Column("payments", "笔数", .integer)],
        example: "payment cancel PB-2 --reason 重复",
        .write { invocation, _ in
            let batch = try invocation.code("batch")
            return PendingWrite(PaymentStore.cancel(batch, reason: try invocation.text("reason"))) {
                .row(.code(batch.text), .integer($0))
            }
        }
    )

    static let export = Command(
        "payment",
        "export",
        "导出银行付款文件（CSV）；同一批次可再次导出，内容不变",
        "write the bank's file; the same batch gives the same file again",
        effect: .write,
        role: .cashier,
        fields: [key, .required("to", .path, "写入的新文件", "a new file"), BankFile.encoding],
        columns: [
            Column("batch", "批次", .code), Column("payments", "笔数", .integer), Column("total", "总额", .money),
            Column("digest", "批次摘要"), Column("file_sha256", "文件摘要"),
        ],
        example: "payment export PB-1 --to /tmp/zonebridge-bank.csv",
        inFiles: false,
        .act { invocation, context in
            let session = try context.session()
            let code = try invocation.code("batch")
            let export = { session in try PaymentStore.export(session, code, as: invocation.request) }
            // A rehearsal would take the log entry back: the store refuses to give accounts out for it.
            let (batch, orders) = try context.isDryRun ? session.rehearse(export) : export(session)
            let octets = try BankFile.write(
                PaymentSheet.rows(orders, batch: batch.code),
                to: try invocation.path("to"),
                invocation,
                isDryRun: context.isDryRun
            )
            return .row(
                .code(batch.code.text),
                .integer(batch.payments),
                .money(batch.total),
                .optional(batch.digest),
                .text(SHA256.digest(of: octets).hexadecimal)
            )
        }
    )

    static let importResult = Command(
        "payment",
        "import-result",
        "导入银行回盘文件（成功或退票）；有一处不符则整份退回，重复导入不起作用",
        "take the bank's answer, paid or returned; one difference refuses it whole, the same file again changes nothing",
        effect: .write,
        role: .cashier,
        fields: [
            key, .key("file", .path, "银行回盘文件", "the bank's file"),
            .flag("partial", "允许缺行：其余以后再回", "payments may be missing: their answer comes later"),
        ],
        columns: [
            Column("batch", "批次", .code), Column("paid", "成功笔数", "paid", .integer),
            Column("returned", "退票笔数", "returned", .integer),
        ],
        example: "payment import-result PB-1 /tmp/zonebridge-bank-result.csv",
        .act { invocation, context in
            let table = try ImportTable(path: try invocation.path("file"), columns: PaymentSheet.columns)
            let session = try context.session()
            let code = try invocation.code("batch")
            let verb = PaymentStore.importResult(
                code,
                file: try table.digest(),
                try PaymentSheet.results(table, today: session.today),
                partial: try invocation.flag("partial")
            )
            let outcome = try session.perform(verb, as: invocation.request)
            return .row(.code(code.text), .integer(outcome.paid), .integer(outcome.returned))
        }
    )
}
