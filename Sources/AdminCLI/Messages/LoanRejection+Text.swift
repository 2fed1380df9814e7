import StartupEligibility

extension LoanRejection: Explained {
    public var zh: String {
        switch self {
        case .taken(let rule):
            ["loan_code_once": "这个贷款编号已经用过", "loan_once_per_claim": "该申领已经放过贷款"][rule]
                ?? "该银行的这份合同已经登记"
        case .aboveCap: "合同利率高于 LPR 加点上限"
        case .rateUnknown(let day): "\(day) 的 LPR 未载入，或与所给的不同"
        case .closed(let loan): "贷款 \(loan) 已结清"
        case .changedMeanwhile(let loan): "计算期间 \(loan) 有变动"
        case .settledMeanwhile(let loan, let until): "\(loan) 到 \(until) 为止的利息已经结算"
        case .prepaidTooMuch(let loan, let owed): "\(loan) 当日只欠本金 \(owed) 元"
        case .outsideTerm(let loan, let day): "\(day) 不在贷款 \(loan) 的期间内，或尚未到"
        case .quarterOpen(let day): "\(day) 结息的季度还没有结束"
        case .noQuarterEnd(let day): "\(day) 不是结息日（3、6、9、12 月 20 日）"
        case .replyDiffers(let difference, let count):
            "银行清单与结算不符，共 \(count) 处，首处：\(difference.told.zh)"
        case .answeredBefore(let bank, let quarter): "\(bank) 对 \(quarter) 的清单已经回复，或没有待核对的付息"
        case .notDecided(let decision): "决定 \(decision) 不是此人的、结论不是“符合”，或金额不足"
        case .layerUnclear(let text): "看不懂贴息层级\(Phrase.quoted(text))"
        case .notOffered(let policy, let day): "\(policy) 在本区 \(day) 没有贷款待遇"
        case .invalid(let rule): "数据不符合规则 \(rule)"
        case .noBudget(let loan, let year, let layer): "\(loan) 的贴息在 \(year) 年没有 \(layer) 层级的预算"
        case .budgetShort(let budget, let fen):
            "\(budget.isEmpty ? "该申领的核定额" : "预算 \(budget)")不足以支付 \(Yuan.text(fen)) 元"
        case .notClaimed(let claim): "申领 \(claim) 不是此人已核准的、额度足够的贷款申领"
        }
    }

    public var en: String {
        switch self {
        case .taken(let rule):
            ["loan_code_once": "the loan's code is taken", "loan_once_per_claim": "the claim has its loan already"][
                rule
            ]
                ?? "the bank's contract is on record already"
        case .aboveCap: "the contract's rate is above the cap over the LPR"
        case .rateUnknown(let day): "the LPR of \(day) is not loaded, or is another"
        case .closed(let loan): "loan \(loan) is paid back"
        case .changedMeanwhile(let loan): "\(loan) changed while this was reckoned"
        case .settledMeanwhile(let loan, let until): "the interest of \(loan) until \(until) is settled"
        case .prepaidTooMuch(let loan, let owed): "only \(owed) yuan of principal are owed on \(loan) that day"
        case .outsideTerm(let loan, let day): "\(day) lies outside the time of \(loan), or is still to come"
        case .quarterOpen(let day): "the quarter that is settled on \(day) has not ended"
        case .noQuarterEnd(let day): "\(day) is no settlement day (the 20th of March, June, September, December)"
        case .replyDiffers(let difference, let count):
            "the bank's list differs from the run in \(count) places, first: \(difference.told.en)"
        case .answeredBefore(let bank, let quarter): "\(bank) has answered for \(quarter), or has nothing to answer"
        case .notDecided(let decision): "decision \(decision) is not this person's, not a yes, or of a smaller amount"
        case .layerUnclear(let text): "the layer \(Phrase.quoted(text)) cannot be read"
        case .notOffered(let policy, let day): "\(policy) has no loan in this zone on \(day)"
        case .invalid(let rule): "the data breaks the rule \(rule)"
        case .noBudget(let loan, let year, let layer):
            "\(year) has no budget of the layer \(layer) for the interest of \(loan)"
        case .budgetShort(let budget, let fen):
            "\(budget.isEmpty ? "the claim's award" : "budget \(budget)") does not cover \(Yuan.text(fen)) yuan"
        case .notClaimed(let claim): "claim \(claim) is no approved claim of this person for a loan of that size"
        }
    }

    public var hint: Text? {
        switch self {
        case .taken, .closed: Text("loan list 可查", "see loan list")
        case .aboveCap: Text("核对加点和 --lpr-on", "check the spread and --lpr-on")
        case .rateUnknown: Text("rate load 载入后再试", "load it with rate load")
        case .changedMeanwhile: Text("再执行一次", "do it again")
        case .settledMeanwhile: Text("已结算的期间不再改动；改用其后的日期", "choose a day after it")
        case .prepaidTooMuch, .outsideTerm: Text("loan schedule 可查", "see loan schedule")
        case .quarterOpen: Text("次日起结算", "settle it from the next day on")
        case .noQuarterEnd: Text("例如 2024-12-20", "such as 2024-12-20")
        case .replyDiffers: Text("整份未入账；请银行更正后重发", "nothing was taken; ask the bank for a corrected list")
        case .answeredBefore: Text("loan statement 可查", "see loan statement")
        case .notDecided: Text("eligibility decide 重新出具", "decide anew with eligibility decide")
        case .layerUnclear:
            Text(
                "例如 city=half、zone=share-30、city=above-lpr-150/2024-10-25..2026-10-24",
                "for example city=half, zone=share-30, city=above-lpr-150/2024-10-25..2026-10-24"
            )
        case .notOffered: Text("policy show 可查", "see policy show")
        case .noBudget, .budgetShort: Text("budget list 可查", "see budget list")
        case .notClaimed: Text("claim show 可查", "see claim show")
        case .invalid: nil
        }
    }

    public var exit: ExitCode {
        if case .changedMeanwhile = self { .temporary } else { .badData }
    }

    public static var explanations: [Explanation] { contracts + settlements }

    private static let contracts = [
        Explanation(
            "ELG61",
            "贷款编号全区域唯一；同一银行的同一份合同在本区只登记一次。",
            "A loan's code is unique in the region; a bank's contract is on record once in a zone."
        ),
        Explanation(
            "ELG62",
            "利率上限是 LPR 加若干点，由政策或合同规定；超过上限的贷款不享受贴息。",
            "A rate is capped at so many points above the LPR, by the policy or the contract; above it nothing is subsidised."
        ),
        Explanation(
            "ELG63",
            "合同利率以某日的 LPR 加点；该日的 LPR 必须已载入，五年以上用五年期。",
            "A rate is the LPR of a day and a spread; that LPR must be loaded. Above five years it is the five-year one."
        ),
        Explanation("ELG64", "结清的贷款不再变动。", "A loan that is paid back does not change."),
        Explanation(
            "ELG65",
            "计划按登记时的状态计算；其间有提前还款、展期或逾期，就须重新计算。",
            "A schedule is reckoned from the loan as it stands; a change in between means reckoning again."
        ),
        Explanation(
            "ELG66",
            "已与银行结算的利息不再改动；提前还款、展期、逾期只影响其后的期间。",
            "Interest that is settled does not change; prepayments, extensions and overdue payments concern later times."
        ),
        Explanation("ELG67", "提前还款不能超过当日所欠本金。", "A prepayment is at most the principal owed on that day."),
        Explanation(
            "ELG68",
            "提前还款、展期的日期须在贷款期间内，且不在将来；逾期从应还日起算。",
            "The day of a prepayment or extension lies within the loan's time and not in the future; overdue begins when due."
        ),
        Explanation(
            "ELG73",
            "所依据的决定须是此人的、结论为符合、核定金额不低于本金，且出自同一政策。",
            "The decision must be the borrower's, a yes, of no less than the principal, and of the same policy."
        ),
        Explanation(
            "ELG74",
            "层级=公式：full 全额，half 一半，share-百分数，above-lpr-基点（LPR 减该基点以上的部分）；/起..止 限定日期。",
            """
            layer=formula: full, half, share-PERCENT, above-lpr-POINTS (what lies above the LPR less the points); \
            /FROM..UNTIL limits the days.
            """
        ),
        Explanation("ELG75", "政策的有效版本须有贷款类待遇。", "The policy's version in force must have a benefit of the kind loan."),
        Explanation(
            "ELG76",
            "数据库的约束不允许这样的数据；请连同规则名报告。",
            "A constraint of the database refuses the data; please report the rule's name."
        ),
    ]

    private static let settlements = [
        Explanation(
            "ELG77",
            "按政策发放的贷款，贴息从当年各层级预算中支付；没有预算就不能结算。",
            "The interest of a loan under a policy is paid from the year's budgets of its layers; without them no run."
        ),
        Explanation(
            "ELG78",
            "预算和核定额都不能超支；不足时整次结算退回，请先追加预算。",
            "Neither budgets nor awards are overspent: where one is short nothing is settled; raise it first."
        ),
        Explanation(
            "ELG79",
            "按申领放款的，申领须已核准、属于同一借款人和政策，核定的贷款额不低于本金；一个申领放一笔贷款。",
            "A loan drawn on a claim needs it approved, the borrower's, of the same policy, for no less; one loan a claim."
        ),
        Explanation(
            "ELG69",
            "季度自 21 日起至 20 日止；20 日过后才能结算，之后可重复执行，每期只结算一次。",
            "A quarter runs from the 21st to the 20th and is settled after it; a run may be repeated, each payment has one line."
        ),
        Explanation(
            "ELG70",
            "银行于 3、6、9、12 月 20 日结息。",
            "Banks settle on the 20th of March, June, September and December."
        ),
        Explanation(
            "ELG71",
            "银行返回的清单须与结算逐笔一致：缺行、重复、改动、别处的合同都使整份退回。",
            "A bank's list has the run's lines: one missing, double, changed or foreign line refuses it whole."
        ),
        Explanation(
            "ELG72",
            "每家银行对一个季度只答复一次；同一文件重复导入不起作用。",
            "A bank answers once for a quarter; the same file again changes nothing."
        ),
    ]
}

extension SettlementReply.Difference {
    var told: Text {
        switch self {
        case .missing(let contract, let number):
            Text("缺合同 \(contract) 第 \(number) 期", "payment \(number) of \(contract) is missing")
        case .twice(let contract, let number):
            Text("合同 \(contract) 第 \(number) 期出现两次", "payment \(number) of \(contract) occurs twice")
        case .foreign(let contract, let number):
            Text("合同 \(contract) 第 \(number) 期不在本次结算中", "payment \(number) of \(contract) is not in the run")
        case .changed(let contract, let number, let expected, let found):
            Text(
                "合同 \(contract) 第 \(number) 期应为 \(expected)，清单为 \(found)",
                "payment \(number) of \(contract) should be \(expected), not \(found)"
            )
        }
    }
}
