import StartupEligibility
import Zones

/// The file that orders payments at a bank, and the one with which it answers.
enum PaymentSheet {
    static let columns = [
        ImportColumn("payment", ["付款编号"], isRequired: true), ImportColumn("amount", ["金额"], isRequired: true),
        ImportColumn("status", ["状态", "处理结果"], isRequired: true), ImportColumn("holder", ["收款人", "户名"]),
        ImportColumn("account", ["收款账号", "账号"]), ImportColumn("reason", ["原因", "失败原因", "退票原因"]),
        ImportColumn("reference", ["流水号", "银行流水号"]), ImportColumn("on", ["日期", "处理日期"]),
        ImportColumn("batch", ["批次"]), ImportColumn("bank", ["开户行"]), ImportColumn("bank_code", ["联行号"]),
        ImportColumn("purpose", ["用途", "附言"]), ImportColumn("number", ["序号"]),
    ]

    private static let outcomes = [
        "成功": true, "已付": true, "paid": true, "退票": false, "失败": false, "returned": false,
    ]

    static func rows(_ orders: [BankOrder], batch: Code) -> [[String]] {
        [["序号", "批次", "付款编号", "收款人", "收款账号", "开户行", "联行号", "金额", "用途"]]
            + orders.enumerated().map { place, order in
                [
                    "\(place + 1)", batch.text, order.payment.text, order.holder, order.account.number, order.bank,
                    order.bankCode ?? "", order.amount.description, order.claim.text,
                ]
            }
    }

    static func results(_ table: ImportTable, today: Day) throws -> [BankResult] {
        var results: [BankResult] = []
        try table.forEach { row in
            do {
                results.append(try result(row, today: today))
            } catch let fault as ValueFault {
                throw RowFault(row: row.number, line: row.line, fault: fault)
            }
        }
        return results
    }

    private static func result(_ row: ImportRow, today: Day) throws -> BankResult {
        let word = row["status"] ?? ""
        guard let isPaid = outcomes[word] else {
            throw ValueFault.notAChoice(field: "status", word, choices: ["成功", "退票"], suggestions: [])
        }
        let payment = row["payment"] ?? ""
        let code: Code
        do throws(CodeRefusal) { code = try Code(payment) } catch {
            throw ValueFault.code(field: "payment", payment, error)
        }
        let reason = row["reason"].map(InterestSheet.unguarded)
        if !isPaid, reason == nil { throw ValueFault.text(field: "reason", .empty) }
        return BankResult(
            payment: code,
            amount: try BankFile.money(row["amount"], "amount"),
            holder: row["holder"].map(InterestSheet.unguarded),
            // Never told what it was: a spreadsheet that mangled it has changed it.
            account: try row["account"].map { try BankAccount.lenient($0) },
            isPaid: isPaid,
            reason: reason,
            reference: row["reference"].map(InterestSheet.unguarded),
            on: try row["on"].map { try BankFile.day($0, "on") } ?? today
        )
    }
}
