import StartupEligibility
import Zones

/// A quarter's list of interest, as it goes to a bank and comes back.
enum InterestSheet {
    static let columns = [
        ImportColumn("contract", ["合同编号", "合同号"], isRequired: true), ImportColumn("number", ["期次"], isRequired: true),
        ImportColumn("due_on", ["应付日", "结息日"], isRequired: true), ImportColumn("interest", ["利息"], isRequired: true),
        ImportColumn("subsidy", ["贴息"], isRequired: true), ImportColumn("status", ["状态"], isRequired: true),
        ImportColumn("bank", ["银行"]), ImportColumn("name", ["借款人"]), ImportColumn("from", ["起息日"]),
        ImportColumn("borrower_interest", ["个人付息"]), ImportColumn("note", ["备注"]),
    ]

    /// The list with every payment made: the bank changes what was not.
    static func rows(_ lines: [SettlementLine]) -> [[String]] {
        [["银行", "合同编号", "借款人", "期次", "起息日", "应付日", "利息", "贴息", "个人付息", "状态"]]
            + lines.map {
                [
                    $0.bank.text, $0.contract, $0.name, "\($0.number)", $0.from.description, $0.dueOn.description,
                    $0.interest.description, $0.subsidy.description, $0.borrower.description,
                    $0.state == .overdue ? "逾期" : "已付",
                ]
            }
    }

    static func lines(_ table: ImportTable) throws -> [SettlementReply.Line] {
        var lines: [SettlementReply.Line] = []
        try table.forEach { row in
            do {
                lines.append(try line(row))
            } catch let fault as ValueFault {
                throw RowFault(row: row.number, line: row.line, fault: fault)
            }
        }
        return lines
    }

    private static func line(_ row: ImportRow) throws -> SettlementReply.Line {
        let word = row["status"] ?? ""
        guard let isPaid = ["已付": true, "paid": true, "逾期": false, "overdue": false][word] else {
            throw ValueFault.notAChoice(field: "status", word, choices: ["已付", "逾期"], suggestions: [])
        }
        guard let number = Digits.integer(row["number"] ?? "") else {
            throw ValueFault.notInteger(field: "number", row["number"] ?? "")
        }
        return SettlementReply.Line(
            key: SettlementLine.Key(contract: unguarded(row["contract"] ?? ""), number: number),
            dueOn: try BankFile.day(row["due_on"], "due-on"),
            interest: try BankFile.money(row["interest"], "interest"),
            subsidy: try BankFile.money(row["subsidy"], "subsidy"),
            isPaid: isPaid
        )
    }

    /// A text without the apostrophe that guarded it against spreadsheets.
    static func unguarded(_ text: String) -> String {
        guard text.first == "'", CSV.guarded(String(text.dropFirst())) == text else { return text }
        return String(text.dropFirst())
    }
}

/// A row of a bank's file whose cell cannot be read: the whole file is refused.
struct RowFault: Error, Explained {
    let row: Int
    let line: Int
    let fault: ValueFault

    var code: String { fault.code }
    var zh: String { "第 \(row) 行：\(fault.zh)" }
    var en: String { "row \(row): \(fault.en)" }
    var hint: Text? { fault.hint }
    var exit: ExitCode { fault.exit }
    static var explanations: [Explanation] { [] }
}
