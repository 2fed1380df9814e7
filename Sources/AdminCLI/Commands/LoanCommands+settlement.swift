import StartupEligibility
import Store
import Zones

extension LoanCommands {
    static let quarter = Field.key("quarter", .day, "季度结息日，如 2024-12-20", "the day the quarter ends on: 2024-12-20")

    static let settle = Command(
        "loan",
        "settle",
        "按季结息：逐笔算出个人和各级财政应付的利息；可重复执行",
        "settle a quarter's interest: what borrowers and treasuries owe; may be repeated",
        effect: .write,
        role: .cashier,
        fields: [quarter],
        columns: [
            Column("quarter", "季度", .day), Column("lines", "新结算笔数", "new lines", .integer),
            Column("subsidy", "新结算贴息", "new subsidy", .money),
        ],
        example: "loan settle 2024-09-20",
        .act { invocation, context in
            let session = try context.session()
            let quarter = try invocation.day("quarter")
            let done = try SettlementStore.settle(session, quarter: quarter, as: invocation.request)
            return .row(.day(quarter), .integer(done.lines), .money(done.subsidy))
        }
    )

    static let statement = Command(
        "loan",
        "statement",
        "结息清单：给银行逐笔核对，或给财政按层级汇总；可写成 CSV",
        "a quarter's list: for banks payment by payment, for treasuries in sums; as CSV where wanted",
        effect: .read,
        role: .cashier,
        fields: [
            quarter, .optional("bank", .code, "只看此银行", "of this bank only"),
            .flag("treasury", "按财政层级汇总", "sums by treasury"),
            .optional("to", .path, "写入的新文件", "a new file to write"), BankFile.encoding,
        ],
        columns: [
            Column("bank", "银行", .code), Column("contract", "合同"), Column("person", "借款人", .code),
            Column("number", "期次", .integer), Column("from", "起", .day), Column("due_on", "应付日", .day),
            Column("interest", "利息", .money), Column("subsidy", "贴息", .money),
            Column("borrower_interest", "个人付息", .money), Column("state", "状态"), Column("payer", "出资层级"),
        ],
        example: "loan statement 2024-09-20",
        .act { invocation, context in
            let session = try context.session()
            let quarter = try invocation.day("quarter")
            if try invocation.flag("treasury") {
                return try treasuries(invocation, SettlementStore.treasuries(session, quarter: quarter))
            }
            let lines = try SettlementStore.statement(session, quarter: quarter, bank: invocation.optionalCode("bank"))
            if let path = try invocation.optionalPath("to") {
                try BankFile.write(InterestSheet.rows(lines), to: path, invocation, isDryRun: context.isDryRun)
            }
            return .rows(
                lines.map {
                    [
                        .code($0.bank.text), .text($0.contract), .code($0.person.text), .integer($0.number),
                        .day($0.from), .day($0.dueOn), .money($0.interest), .money($0.subsidy), .money($0.borrower),
                        .text($0.state.rawValue), .null,
                    ]
                }
            )
        }
    )

    private static func treasuries(_ invocation: Invocation, _ parts: [SettlementStore.TreasuryPart]) throws -> Output {
        if let path = try invocation.optionalPath("to") {
            let header = ["出资层级", "银行", "笔数", "待核对贴息", "已核对贴息"]
            let rows = parts.map {
                [$0.payer, $0.bank.text, "\($0.loans)", $0.listed.description, $0.paid.description]
            }
            try BankFile.write([header] + rows, to: path, invocation, isDryRun: false)
        }
        return .rows(
            parts.flatMap { part in
                [(part.listed, SettledState.listed), (part.paid, .paid)].filter { $0.0 > .zero }.map { amount, state in
                    [
                        .code(part.bank.text), .null, .null, .integer(part.loans), .null, .null, .null,
                        .money(amount), .null, .text(state.rawValue), .text(part.payer),
                    ]
                }
            }
        )
    }

    static let reply = Command(
        "loan",
        "reply",
        "导入银行核对后的结息清单（已付或逾期）；有一处不符则整份退回",
        "take a bank's answer to the list, paid or overdue; one difference refuses it whole",
        effect: .write,
        role: .cashier,
        fields: [
            quarter, .key("file", .path, "银行返回的清单", "the bank's list"),
            .required("bank", .code, "哪家银行", "which bank"),
        ],
        columns: [
            Column("bank", "银行", .code), Column("paid", "已付笔数", "payments made", .integer),
            Column("overdue", "逾期笔数", "payments overdue", .integer),
        ],
        example: "loan reply 2024-09-20 bank-reply.csv --bank BANK",
        .act { invocation, context in
            let (quarter, bank) = (try invocation.day("quarter"), try invocation.code("bank"))
            let table = try ImportTable(path: try invocation.path("file"), columns: InterestSheet.columns)
            let session = try context.session()
            let lines = try InterestSheet.lines(table)
            let sent = try SettlementStore.statement(session, quarter: quarter, bank: bank)
            let digest = try table.digest()
            let outcome: (paid: Int, overdue: Int)
            if sent.allSatisfy({ $0.state != .listed }) {
                // Answered before: the same file again, which changes nothing, or another, which the store refuses.
                let nothing = try SettlementReply([], to: [])
                outcome = try session.perform(
                    SettlementStore.answer(quarter: quarter, bank: bank, file: digest, nothing),
                    as: invocation.request
                )
            } else {
                let reply = try SettlementReply(lines, to: sent.filter { $0.state == .listed })
                outcome = try session.perform(
                    SettlementStore.answer(quarter: quarter, bank: bank, file: digest, reply),
                    as: invocation.request
                )
            }
            return .row(.code(bank.text), .integer(outcome.paid), .integer(outcome.overdue))
        }
    )
}
