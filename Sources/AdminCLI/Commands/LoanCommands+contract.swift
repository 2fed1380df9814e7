import StartupEligibility
import Store
import Zones

extension LoanCommands {
    static let loan = Field.key("loan", .code, "贷款编号", "the loan's code")

    static let open = Command(
        "loan",
        "open",
        "登记一笔贷款合同并生成还款计划",
        "put a loan contract on record with its schedule",
        effect: .write,
        role: .officer,
        fields: [
            .newCode, .required("person", .code, "借款人编号", "the borrower"),
            .required("bank", .code, "经办银行", "the bank"),
            .required("contract", .text, "合同编号", "the bank's contract number"),
            .required("principal", .money, "本金（元）", "principal in yuan"),
            .required("months", .integer(0...1_200), "期限（月）", "term in months"),
            .required("method", .choice(of: RepaymentMethod.self), "还款方式", "how it is paid back"),
            .required("drawn-on", .day, "放款日", "the day it is paid out"),
            .optional("spread", .rate, "LPR 加点（百分点，0.5 即 50 个基点）", "percent above the LPR: 0.5 is 50 basis points"),
            .optional("rate", .rate, "合同年利率（%），代替加点", "instead: the contract's yearly rate in percent"),
            .optional("lpr-on", .day, "按哪天的 LPR（不给则为放款日）", "the day whose LPR counts (else the day it is paid out)"),
            .optional("cap", .rate, "利率上限：LPR 加多少百分点", "the most above the LPR, in percent"),
            .optional("day-count", .choice(of: DayCount.self), "计息方式", "how days are counted"),
            .optional("policy", .code, "所依据的政策", "the policy that it is granted under"),
            .optional("decision", .code, "所依据的决定", "the decision that it rests on"),
            .optional("claim", .code, "所依据的已核准申领（贴息从其核定额支付）", "the approved claim whose award pays the interest"),
            .optional(
                "subsidy",
                .list(.text),
                "各级贴息：层级=full|half|share-百分数|above-lpr-基点[/起..止]；不给则按政策",
                "who pays interest: layer=full|half|share-PERCENT|above-lpr-POINTS[/FROM..UNTIL]; else as the policy says"
            ),
        ],
        columns: [
            Column("code", "编号", .code), Column("rate", "年利率", .rate), Column("payments", "期数", .integer),
            Column("interest", "利息合计", .money),
        ],
        example: """
            loan open --code LN-1 --person P2 --bank BANK --contract HT-1 --principal 200000 --months 12 \
            --method interest-only --drawn-on 2024-10-18 --spread 0.5 --subsidy city=half,zone=half
            """,
        .act { invocation, context in
            let session = try context.session()
            let loan = try newLoan(invocation, session)
            let code = try session.perform(LoanStore.open(loan), as: invocation.request)
            let schedule = LoanSchedule(loan.terms)
            return .row(
                .code(code),
                .rate(loan.terms.rate),
                .integer(schedule.installments.count),
                .money(schedule.interest),
                made: code
            )
        }
    )

    private static func newLoan(_ invocation: Invocation, _ session: Session) throws -> NewLoan {
        let drawnOn = try invocation.day("drawn-on")
        let lprOn = try invocation.optionalDay("lpr-on") ?? drawnOn
        let months = try invocation.integer("months")
        let method = try invocation.choice("method", as: RepaymentMethod.self)
        let lpr = try LoanPrimeRates(fixings: RateStore.fixings(session)).rate(months: months, on: lprOn)
        let spread = try invocation.optionalRate("spread")
        let fixed = try invocation.optionalRate("rate")
        if spread == nil, fixed == nil { throw GrammarFault.missing(command: "loan open", ["spread"]) }
        let policy = try invocation.optionalCode("policy")
        let offer = try policy.map { policy in
            guard let offer = try LoanStore.offer(session, policy: policy, drawnOn: drawnOn) else {
                throw LoanRejection.notOffered(policy: policy.text, day: drawnOn.description)
            }
            return offer
        }
        let written = try invocation.texts("subsidy").map { text in
            guard let layer = SubsidyLayer(text) else { throw LoanRejection.layerUnclear(text: text) }
            return layer
        }
        return NewLoan(
            code: try invocation.optionalCode("code"),
            person: try invocation.code("person"),
            policy: policy,
            decision: try invocation.optionalCode("decision"),
            claim: try invocation.optionalCode("claim"),
            bank: try invocation.code("bank"),
            contract: try invocation.text("contract"),
            terms: try LoanTerms(
                principal: try invocation.money("principal"),
                rate: try fixed ?? lpr.adding(spread ?? .zero),
                months: months,
                method: method,
                dayCount: try invocation.optionalChoice("day-count", as: DayCount.self) ?? method.usualDayCount,
                drawnOn: drawnOn
            ),
            lprOn: lprOn,
            lpr: lpr,
            cap: try invocation.optionalRate("cap"),
            layers: written.isEmpty ? offer?.layers ?? [] : written
        )
    }

    static let prepay = Command(
        "loan",
        "prepay",
        "提前还本：利息算到当日，余下各期重新计算",
        "pay back before its time: interest until that day, the rest is reckoned anew",
        effect: .write,
        role: .officer,
        fields: [
            loan, .required("amount", .money, "提前归还的本金（元）", "principal paid back, in yuan"),
            .required("on", .day, "还款日", "the day"),
        ],
        columns: changeColumns,
        example: "loan prepay LN-1 --amount 50000 --on 2024-10-19",
        .act { invocation, context in
            let session = try context.session()
            let day = try invocation.day("on")
            let contract = try LoanStore.show(session, invocation.code("loan"))
            let change = try contract.prepay(try invocation.money("amount"), on: day)
            return try changed(change, try session.perform(LoanStore.replan(change, on: day), as: invocation.request))
        }
    )

    static let extend = Command(
        "loan",
        "extend",
        "展期：延长期限，展期期间不贴息",
        "extend a loan; the time added earns no subsidy",
        effect: .write,
        role: .officer,
        fields: [
            loan, .required("months", .integer(1...360), "延长几个月", "months added"),
            .required("on", .day, "批准日", "the day on which it is agreed"),
        ],
        columns: changeColumns,
        example: "loan extend LN-1 --months 6 --on 2024-10-19",
        .act { invocation, context in
            let session = try context.session()
            let day = try invocation.day("on")
            let contract = try LoanStore.show(session, invocation.code("loan"))
            let change = try contract.extend(months: try invocation.integer("months"), on: day)
            return try changed(change, try session.perform(LoanStore.replan(change, on: day), as: invocation.request))
        }
    )

    private static let changeColumns = [
        Column("loan", "贷款", .code), Column("payments", "余下期数", "payments left", .integer),
        Column("owed", "余下本金", "still owed", .money), Column("interest", "余下利息", "interest left", .money),
        Column("ends_on", "最后还款日", .day),
    ]

    private static func changed(_ change: LoanChange, _ left: Int) throws -> Output {
        let rest = change.hasPrepayment ? Array(change.installments.dropFirst()) : change.installments
        return .row(
            .code(change.loan.text),
            .integer(left),
            .money(try Money.sum(rest.map(\.principal))),
            .money(try Money.sum(rest.map(\.interest))),
            .optional(rest.last?.dueOn)
        )
    }

    static let overdue = Command(
        "loan",
        "overdue",
        "登记某期逾期，或逾期后已还（逾期期间不贴息）",
        "say that a payment is overdue, or was made after all; overdue time earns no subsidy",
        effect: .write,
        role: .officer,
        fields: [
            loan, .required("number", .integer(1...100_000), "期次", "the payment's number"),
            .optional("since", .day, "从哪天起逾期（不给则为应还日）", "since when (else the day it was due)"),
            .optional("cured-on", .day, "还清逾期之日", "the day on which it was made after all"),
        ],
        columns: [Column("loan", "贷款", .code), Column("number", "期次", .integer)],
        example: "loan overdue LN-1 --number 1",
        .act { invocation, context in
            let session = try context.session()
            let number = try invocation.integer("number")
            let contract = try LoanStore.show(session, invocation.code("loan"))
            let cured = try invocation.optionalDay("cured-on")
            let due = contract.payments.first { $0.installment.number == number }?.installment.dueOn
            let verb = LoanStore.overdue(
                contract.code,
                number: number,
                revision: contract.revision,
                since: try cured == nil ? invocation.optionalDay("since") ?? due : nil,
                curedOn: cured
            )
            return .row(.code(try session.perform(verb, as: invocation.request)), .integer(number))
        }
    )
}
