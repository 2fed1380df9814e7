import StartupEligibility
import Store
import Zones

/// What a reviewer decides: one claim by its code, or together those whose every fact comes from registers.
extension ClaimCommands {
    static let deciding = [next, review, recheck, publish, approve, refuse]

    private static let optionalClaim = Field.optionalKey("claim", .code, "申领编号", "the claim's code")
    private static let batch = Field.flag(
        "batch",
        "事实全部来自登记机关的一起办",
        "together all whose facts come from registers"
    )
    private static let policy = Field.optional("policy", .code, "只办这项政策的", "only of this policy")

    private static let decided = [
        Column("code", "编号", "code", .code), Column("state", "状态"), Column("amount", "金额", .money),
        Column("applicant", "申请人", "applicant", .code), Column("name", "姓名"), Column("refused", "被拒代码", "refused"),
        Column("detail", "说明"),
    ]

    private static let review = act(
        .review,
        "初审：办理本环节，录入人和办过其他环节的人不能办",
        "take the next review of a claim; never one's own entry, nor two steps",
        example: "claim review CL-1 --yes"
    )
    private static let recheck = act(
        .recheck,
        "复审：按现在的事实重新测算，通过即预留资金",
        "take the last review: decided anew, and the money is reserved",
        example: "claim recheck CL-1 --yes"
    )
    private static let publish = act(
        .publish,
        "公示：自今天起到政策规定的天数",
        "put on public notice from today for the policy's days",
        example: "claim publish CL-1 --yes"
    )
    private static let approve = act(
        .approve,
        "批准：公示期满、无异议，数额与预留一致",
        "approve: the notice is over, no objection stands, the amount is what was reserved",
        example: "claim approve --batch --policy RENT --expect 0 --yes"
    )

    private static func act(_ act: ClaimAct, _ zh: String, _ en: String, example: String) -> Command {
        Command(
            "claim",
            act.rawValue,
            zh,
            en,
            effect: .destructive,
            role: .reviewer,
            fields: [optionalClaim, batch, policy],
            columns: decided,
            example: example,
            touches: { invocation, session in try touched(act, invocation, session) },
            .act { invocation, context in
                let session = try context.session()
                guard let code = try invocation.optionalCode("claim") else {
                    return try together(act, invocation, session, context)
                }
                guard try !invocation.flag("batch") else { throw ClaimRejection.whichClaims }
                let claim = try ClaimStore.show(session, code)
                let moved = try session.perform(
                    try verb(act, claim, session),
                    as: invocation.request
                )
                return .rows([cells(claim, .success(moved))])
            }
        )
    }

    private static func verb(_ act: ClaimAct, _ claim: Claim, _ session: Session) throws -> Verb<ClaimStore.Moved> {
        switch act {
        case .recheck: try ClaimStore.recheck(assessment(session, claim.code))
        case .approve: try ClaimStore.approve(assessment(session, claim.code))
        case .publish: ClaimStore.publish(claim.code)
        default: ClaimStore.review(claim.code)
        }
    }

    private static func touched(_ act: ClaimAct, _ invocation: Invocation, _ session: Session) throws -> Output {
        if let code = try invocation.optionalCode("claim") {
            return .rows([waiting(try ClaimStore.show(session, code))])
        }
        guard try invocation.flag("batch") else { throw ClaimRejection.whichClaims }
        let entries = try ClaimDesk.batch(session, act: act, policy: invocation.optionalCode("policy"))
        return .rows(entries.map { waiting($0.claim) })
    }

    private static func waiting(_ claim: Claim) -> [Cell] {
        [.code(claim.code.text), .text(claim.state.rawValue), .code(claim.applicant.text), .text(claim.name)]
    }

    /// Each for itself: what a budget or a rule stops is shown with its code, the others go on.
    private static func together(_ act: ClaimAct, _ invocation: Invocation, _ session: Session, _ context: Context)
        throws
        -> Output
    {
        guard try invocation.flag("batch") else { throw ClaimRejection.whichClaims }
        let policy = try invocation.optionalCode("policy")
        let outcomes = try session.together { try ClaimDesk.act($0, act, policy: policy, as: invocation.request) }
        let output = Output.rows(outcomes.map { cells($0.entry.claim, $0.result) })
        let isWhole = outcomes.allSatisfy { if case .success = $0.result { true } else { false } }
        return isWhole ? output : output.exiting(.someRefused)
    }

    private static func cells(_ claim: Claim, _ result: Result<ClaimStore.Moved, any Error>) -> [Cell] {
        switch result {
        case .success(let moved):
            let amount = moved.amount ?? claim.granted
            return [
                .code(moved.code), .text(moved.state), .optional(amount), .code(claim.applicant.text),
                .text(claim.name),
                nil, moved.amount == nil ? .optional(moved.detail) : nil,
            ]
        case .failure(let rejection):
            let told = ToldError(rejection)
            return [
                .code(claim.code.text), .text(claim.state.rawValue), .optional(claim.granted),
                .code(claim.applicant.text), .text(claim.name), .text(told.code), .text(facts(rejection)),
            ]
        }
    }

    /// The facts of a refusal in a form for programs: `budget BU-1 needed 8000.00 free 0.00`.
    private static func facts(_ rejection: any Error) -> String {
        switch rejection {
        case ClaimRejection.budgetShort(let budget, let needed, let free):
            "budget=\(budget) needed=\(needed) free=\(free)"
        case ClaimRejection.granted(let scope, let claim): "once_per=\(scope) claim=\(claim)"
        case ClaimRejection.capReached(let scope, let cap, let used): "cap_per=\(scope) cap=\(cap) used=\(used)"
        case ClaimRejection.noBudget(let zone, let policy, let year, let layer):
            "no_budget zone=\(zone) policy=\(policy) year=\(year) layer=\(layer)"
        case ClaimRejection.notEligible(_, let verdict, let because): "verdict=\(verdict) clauses=\(because)"
        default: ""
        }
    }

    static let next = Command(
        "claim",
        "next",
        "复核台：期限最早的一件，附需要细看的条款；--batch 列出可以一起办的",
        "the reviewer's desk: the one that is due first, with what needs a look; --batch lists those that go together",
        effect: .read,
        role: .reviewer,
        fields: [
            .flag("batch", "列出事实全部来自登记机关、可一起办的", "list all whose facts come from registers"),
            .optional(
                "act",
                .choice(["review", "recheck", "publish", "approve"]),
                "只看等这一步的",
                "only what waits for this act"
            ),
            policy,
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("act", "该办", "act"), Column("due_on", "期限", "due on", .day),
            Column("applicant", "申请人", "applicant", .code), Column("name", "姓名"),
            Column("policy", "政策", "policy", .code),
            Column("benefit", "待遇", .code), Column("amount", "金额", .money), Column("verdict", "结论"),
            Column("together", "可一起办", "together", .flag), Column("odd", "需细看", "needs a look"),
            Column("obstacles", "不符或未定", "obstacles"), Column("waiting", "台上件数", "on the desk", .integer),
        ],
        example: "claim next --batch",
        .query { invocation, session in
            let act = try invocation.optionalChoice("act").flatMap(ClaimAct.init(rawValue:))
            let queue = try ClaimDesk.queue(session, act: act, policy: invocation.optionalCode("policy"))
            let shown = try invocation.flag("batch") ? queue.filter(\.assessment.isPlain) : Array(queue.prefix(1))
            return .rows(
                shown.map { entry in
                    let claim = entry.claim
                    let found = entry.assessment
                    return [
                        .code(claim.code.text), .text(entry.act.rawValue), .optional(claim.dueOn),
                        .code(claim.applicant.text), .text(claim.name), .code(claim.policy.text), .code(claim.benefit),
                        .optional(claim.granted ?? found.amount), .text(found.verdict.word), .flag(found.isPlain),
                        .text(found.odd.joined(separator: ",")),
                        .text(found.verdict == .yes ? "" : found.obstacles.joined(separator: ",")),
                        .integer(queue.count),
                    ]
                }
            )
        }
    )

    static let refuse = Command(
        "claim",
        "refuse",
        "不予批准，理由告知申请人；已预留的钱释放",
        "refuse a claim, with a reason that the applicant is told; what was reserved is free again",
        effect: .write,
        role: .reviewer,
        fields: [claim, .required("reason", .prose, "理由", "why; the applicant is told")],
        columns: moved,
        example: "claim refuse CL-1 --reason 不符合第二条",
        .write { invocation, _ in
            PendingWrite(
                ClaimStore.refuse(try invocation.code("claim"), reason: try invocation.text("reason")),
                row
            )
        }
    )
}
