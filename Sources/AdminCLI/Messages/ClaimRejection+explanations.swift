import StartupEligibility

extension ClaimRejection {
    public var hint: Text? {
        switch self {
        case .codeTaken: Text("换一个编号，或不给 --code", "choose another, or leave --code out")
        case .stepUnknown: Text("claim show 可查下一步", "see claim show")
        case .notEligible: Text("eligibility check 逐条说明", "see eligibility check")
        case .openAlready: Text("claim list 可查", "see claim list")
        case .scopeUnknown:
            Text(
                "家庭用 --spouse 或 --no-spouse，场地用 --site，执照登记在单位的统一社会信用代码",
                "family: --spouse or --no-spouse; site: --site; licence: the credit code of the organization"
            )
        case .incomplete:
            Text(
                "document add claim …，claim promise，或 claim return 一次告知",
                "document add claim …, claim promise, or claim return tells all at once"
            )
        case .ownEntry: Text("请另一位复核人办理", "ask another reviewer")
        case .noNotice: Text("直接 claim approve", "go on with claim approve")
        case .publishFirst: Text("claim publish", "claim publish")
        case .objection:
            Text("claim settle 作出结论；成立的用 claim refuse", "claim settle; refuse the claim where it is upheld")
        case .promiseBroken: Text("补交材料，或 claim lapse", "bring the document, or claim lapse")
        case .reasonMissing: Text("加 --reason", "add --reason")
        case .policyChanged: Text("退回，按新版本重新测算", "return it and decide anew")
        case .factsChanged: Text("再办一次", "do it again")
        case .amountChanged: Text("claim return 后重新提交", "claim return, then submit again")
        case .budgetShort: Text("budget list 可查；追加用 budget correct", "see budget list; raise it with budget correct")
        case .noBudget: Text("budget add", "budget add")
        case .budgetThere: Text("budget correct 调整", "change it with budget correct")
        case .amountOpen: Text("eligibility check 列出缺的事实", "see eligibility check")
        case .late, .benefitUnnamed, .granted, .excluded, .toldOnce, .notDeferrable, .notOpen, .noticeRuns,
            .objectionLate, .notOverdue, .nothingToGrant, .capReached, .awardShort, .budgetZero, .budgetTooLarge,
            .belowReserved, .budgetClosed, .yearNotOver, .nothingFree, .ledgerKept, .spouseUnfit, .invalid,
            .whichClaims:
            nil
        }
    }

    /// A paragraph a code for `explain`.
    public static var explanations: [Explanation] { claims + deciding + money }

    private static let claims = [
        Explanation(
            "CLM01",
            "申领和预算的编号全区域通用。",
            "Codes of claims and budgets are unique in the region."
        ),
        Explanation(
            "CLM02",
            "申领按固定的步骤走：起草、提交、受理、初审、复审、公示、批准、拨付。",
            "A claim takes its steps in order: draft, submit, receive, review, recheck, publish, approve, pay."
        ),
        Explanation(
            "CLM03",
            "提交、复审、批准时都按现在的事实重新测算，结论须为可以享受。",
            "Submission, recheck and approval decide anew by the facts of that day: the answer must be yes."
        ),
        Explanation(
            "CLM04",
            "政策失效或可享受期间结束后不能再申领；规定了补申期的，以补申期为准。",
            "After a policy or a window has ended nothing can be claimed, unless the policy allows late claims."
        ),
        Explanation(
            "CLM05",
            "一项政策有几种待遇时，每种待遇各申领一次。",
            "Where a policy has several benefits each is claimed by itself."
        ),
        Explanation(
            "CLM06",
            "同一人对同一项待遇同时只能有一份在办的申领。",
            "One claim for one benefit at a time."
        ),
        Explanation(
            "CLM07",
            "按家庭、场地、执照只享受一次的政策，须知道是哪一家、哪一处、哪一照。",
            "What is given once per family, site or licence needs to know which."
        ),
        Explanation(
            "CLM08",
            "一次性待遇对同一自然人、家庭、执照、场地在所有区合计只给一次。在别处享受的，不说明是哪个区。",
            "What is given once is given once to a natural person, family, licence or site in all zones together. Where it was granted elsewhere, the zone is not told."
        ),
        Explanation(
            "CLM09",
            "政策写明互斥、就高或扣减的，复审预留时按已给的数额处理；扣完没有余额就不能再给。",
            "Exclusions between policies are applied when the money is reserved; where nothing is left, nothing is granted."
        ),
        Explanation(
            "CLM10",
            "材料齐全（或已承诺后补）才能受理；缺的材料用 claim return 一次全部告知。",
            "A claim is received when everything is there or promised; claim return tells all that is missing at once."
        ),
        Explanation(
            "CLM11",
            "缺的材料一次全部告知；第一次没有告知的，不能再要求补交（参照行政许可法第三十二条）。",
            "What is missing is told once and completely; what was not told may not be asked for later."
        ),
        Explanation(
            "CLM12",
            "谁录入的谁不能审；同一人也不能办两个环节。",
            "Nobody decides about their own entry, and nobody takes two steps of a case."
        ),
        Explanation(
            "CLM13",
            "只有政策写明补交天数的材料可以承诺后补。",
            "Only what the policy gives days for can be promised."
        ),
        Explanation(
            "CLM14",
            "一份材料承诺一次。",
            "A document is promised once."
        ),
        Explanation(
            "CLM15",
            "公示天数写在政策的办理环节里（编号以 NOTICE 或 PUBLISH 开头）。",
            "The days of the notice are a step of the policy, whose code begins with NOTICE or PUBLISH."
        ),
    ]

    private static let deciding = [
        Explanation(
            "CLM16",
            "政策有公示环节的，公示期满才能批准。",
            "Where the policy has a public notice, approval comes after it."
        ),
        Explanation(
            "CLM17",
            "公示期最后一天过后才能批准。",
            "Approval comes after the last day of the notice."
        ),
        Explanation(
            "CLM18",
            "有未结或成立的异议，不能批准。",
            "With an objection open or upheld nothing is approved."
        ),
        Explanation(
            "CLM19",
            "异议在公示期内提出。",
            "Objections are raised while the notice runs."
        ),
        Explanation(
            "CLM20",
            "承诺的材料逾期未交，不能批准，申领可作失效处理。",
            "A promise that was not kept stops approval; the claim may lapse."
        ),
        Explanation(
            "CLM21",
            "承诺逾期，或退回后在政策规定的天数内没有补正，申领才失效。",
            "A claim lapses when a promise was not kept or a return not answered in the policy's days."
        ),
        Explanation(
            "CLM22",
            "退回不缺材料的申领要写明理由。",
            "Giving back a complete claim needs a reason."
        ),
        Explanation(
            "CLM23",
            "批准前发现适用的版本变了，要重新测算。",
            "When another version applies by the time of approval, decide anew."
        ),
        Explanation(
            "CLM24",
            "测算与预留之间有人登记了新的事实，须按新的事实再算。",
            "A fact was recorded between deciding and reserving: decide by it, too."
        ),
        Explanation(
            "CLM25",
            "批准时的数额须与预留时一致。",
            "What is approved is what was reserved."
        ),
        Explanation(
            "CLM26",
            "扣减、封顶之后数额为零。",
            "After caps and deductions nothing is left."
        ),
        Explanation(
            "CLM27",
            "封顶按人、单位、家庭、场地或执照合计，各区一并计算。",
            "Caps are summed over the person, organization, family, site or licence, in all zones."
        ),
    ]

    private static let money = [
        Explanation(
            "CLM28",
            "预留须在预算之内，任何并发下都不超支。",
            "What is reserved is within the budget, whatever happens at the same time."
        ),
        Explanation(
            "CLM29",
            "每项政策每年每个出资层级要有预算才能预留。",
            "Each layer that pays needs a budget of the year."
        ),
        Explanation(
            "CLM30",
            "拨付不超过预留，退回和追回不超过已付。",
            "No more is paid than reserved, and no more comes back than was paid."
        ),
        Explanation(
            "CLM31",
            "没有钱的预算没有意义。",
            "A budget of nothing is none."
        ),
        Explanation(
            "CLM32",
            "超过这个数多半是写错了单位。",
            "More is most likely a slip of the unit."
        ),
        Explanation(
            "CLM33",
            "已预留、已付的钱收不回来。",
            "What is reserved or paid cannot be taken away."
        ),
        Explanation(
            "CLM34",
            "结转后的预算不再变动。",
            "A budget that was carried over is not changed any more."
        ),
        Explanation(
            "CLM35",
            "年度结束后才结转。",
            "Money is carried over when the year is over."
        ),
        Explanation(
            "CLM36",
            "已结转，之后又没有释放。",
            "It was carried over, and nothing was released since."
        ),
        Explanation(
            "CLM37",
            "一项政策一年一个层级一笔预算。",
            "One budget for a policy, a year and a layer."
        ),
        Explanation(
            "CLM38",
            "更正用反向分录。",
            "Mistakes are mended by an entry the other way."
        ),
        Explanation(
            "CLM39",
            "按家庭计的政策写明配偶，或写明没有配偶，二者选一。",
            "Where families count, name the spouse or say that there is none, not both."
        ),
        Explanation(
            "CLM40",
            "数据库的约束不允许这样的数据；正常命令不会遇到，请连同规则名报告。",
            "A constraint of the database refuses the data; ordinary commands do not get here, please report the rule's name."
        ),
        Explanation(
            "CLM41",
            "数额须确定才能复审和批准。",
            "A claim is decided when its amount is exact."
        ),
        Explanation(
            "CLM42",
            "--batch 一起办理事实全部来自登记机关的申领，--expect 写明应有几件。",
            "--batch takes all claims whose facts come from registers; --expect says how many there must be."
        ),
    ]
}
