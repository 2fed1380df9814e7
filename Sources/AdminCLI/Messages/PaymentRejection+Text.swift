import StartupEligibility

extension PaymentRejection: Explained {
    public var zh: String {
        switch self {
        case .underWay(let claim): "申领 \(claim) 的这一笔已经下单或已付"
        case .noAccount(let claim): "申领 \(claim) 没有收款账户"
        case .accountNotCorrected(let claim): "申领 \(claim) 退票后账户还没有更正"
        case .notReturned(let claim): "申领 \(claim) 没有退票"
        case .notDue(let claim, let day): "申领 \(claim) 的下一个月到 \(day) 才能付"
        case .ofLoan(let claim): "申领 \(claim) 是贷款贴息，随季度结息支付"
        case .ownPayee(let claim): "申领 \(claim) 的收款账户是您设置的，须由另一人付款"
        case .batchSent(let batch, let state):
            state == "cancelled" ? "批次 \(batch) 已撤回" : "批次 \(batch) 已导出给银行"
        case .batchNotSent(let batch, let state): state == "cancelled" ? "批次 \(batch) 已撤回" : "批次 \(batch) 还没有导出"
        case .exportNotLogged: "账号只在导出已入日志后才给出"
        case .lineTwice(let payment): "付款 \(payment) 在文件中出现两次"
        case .lineForeign(let payment, let batch): "付款 \(payment) 不属于批次 \(batch)"
        case .lineChanged(let payment, let cell, let expected, let found):
            "付款 \(payment) 的\(Self.cells[cell]?.zh ?? cell)与所发不符"
                + (expected.isEmpty ? "" : "：应为 \(Yuan.text(expected))，文件为 \(Yuan.text(found))")
        case .lineMissing(let payment): "文件中缺少付款 \(payment)"
        case .clawbackTooMuch(let claim, _, let there): "申领 \(claim) 已付而尚未追回的只有 \(Yuan.text(there)) 元"
        case .receivedTooMuch: "到账超过追回金额"
        case .receiptTwice: "这个银行流水号已经入账"
        case .dayUnfit(let day): "\(day) 不合适：应还日不早于今天，到账日不晚于今天"
        case .codeTaken: "这个编号已经用过"
        case .ordered(let payment): "付款 \(payment) 已下单，收款人和金额不再改动"
        case .claimNotPayable(let claim, _): "申领 \(claim) 不在可付款的环节"
        case .awardShort(let fen): "核定额不足 \(Yuan.text(fen)) 元"
        case .invalid(let rule): "数据不符合规则 \(rule)"
        }
    }

    public var en: String {
        switch self {
        case .underWay(let claim): "that part of claim \(claim) is ordered or paid already"
        case .noAccount(let claim): "claim \(claim) has no account to be paid to"
        case .accountNotCorrected(let claim): "the account of claim \(claim) has not been corrected since the return"
        case .notReturned(let claim): "nothing of claim \(claim) came back"
        case .notDue(let claim, let day): "the next month of claim \(claim) can be paid from \(day) on"
        case .ofLoan(let claim): "claim \(claim) is a loan's interest, paid by quarters"
        case .ownPayee(let claim): "you set the account of claim \(claim): somebody else orders its payment"
        case .batchSent(let batch, let state):
            state == "cancelled" ? "batch \(batch) was taken back" : "batch \(batch) was exported for the bank"
        case .batchNotSent(let batch, let state):
            state == "cancelled" ? "batch \(batch) was taken back" : "batch \(batch) has not been exported"
        case .exportNotLogged: "accounts are given out only after the export is on record"
        case .lineTwice(let payment): "payment \(payment) stands twice in the file"
        case .lineForeign(let payment, let batch): "payment \(payment) is none of batch \(batch)"
        case .lineChanged(let payment, let cell, let expected, let found):
            "the \(Self.cells[cell]?.en ?? cell) of payment \(payment) is not what was sent"
                + (expected.isEmpty ? "" : ": \(Yuan.text(expected)) expected, \(Yuan.text(found)) found")
        case .lineMissing(let payment): "payment \(payment) is missing in the file"
        case .clawbackTooMuch(let claim, _, let there):
            "only \(Yuan.text(there)) yuan of claim \(claim) were paid and are not claimed back yet"
        case .receivedTooMuch: "more came back than was claimed"
        case .receiptTwice: "that reference of the bank is booked already"
        case .dayUnfit(let day): "\(day) does not fit: instalments are due from today on, money came by today"
        case .codeTaken: "the code is taken"
        case .ordered(let payment): "payment \(payment) was ordered: to whom and how much never changes"
        case .claimNotPayable(let claim, _): "claim \(claim) is not at the step from which it is paid"
        case .awardShort(let fen): "the award does not cover \(Yuan.text(fen)) yuan"
        case .invalid(let rule): "the data breaks the rule \(rule)"
        }
    }

    private static let cells = [
        "amount": Text("金额", "amount"), "holder": Text("收款人", "holder"), "account": Text("账号", "account"),
        "outcome": Text("结果", "outcome"), "day": Text("日期", "day"),
    ]

    public var hint: Text? {
        switch self {
        case .underWay, .notReturned, .ordered: Text("payment list 可查", "see payment list")
        case .noAccount, .accountNotCorrected: Text("先用 payee set 设置账户", "set it with payee set first")
        case .ofLoan: Text("用 loan settle", "use loan settle")
        case .ownPayee: Text("请另一位出纳付款", "ask another cashier")
        case .batchNotSent: Text("先用 payment export 导出", "export it with payment export first")
        case .lineTwice, .lineForeign, .lineChanged:
            Text("整份未入账；请向银行核实", "nothing was taken; ask the bank")
        case .lineMissing: Text("确系分次回盘的加 --partial", "add --partial if the rest comes later")
        case .claimNotPayable: Text("claim show 可查", "see claim show")
        case .clawbackTooMuch, .receivedTooMuch, .receiptTwice: Text("clawback list 可查", "see clawback list")
        case .codeTaken: Text("换一个编号，或不给 --code", "choose another, or leave --code out")
        case .notDue, .batchSent, .exportNotLogged, .dayUnfit, .awardShort, .invalid: nil
        }
    }

    public var exit: ExitCode {
        if case .ownPayee = self { .notPermitted } else { .badData }
    }
}
