import StartupEligibility

extension ClaimRejection: Explained {
    public var zh: String {
        switch self {
        case .codeTaken: "这个编号已经用过"
        case .stepUnknown(let claim, let state, let act): "申领 \(claim) 现在是 \(state)，不能 \(act)"
        case .notEligible(let subject, let verdict, let because):
            "\(subject) 现在不符合条件（\(verdict)）\(because.isEmpty ? "" : "：" + because)"
        case .late(let decision, let until): "\(decision)：申领期已于 \(until) 结束"
        case .benefitUnnamed(let benefits): "请用 --benefit 指明申领哪一项：\(benefits)"
        case .openAlready: "这项待遇已有一份在办的申领"
        case .scopeUnknown(let claim, let scope): "政策按 \(scope) 计一次，申领 \(claim) 没有写明"
        case .granted(let scope, let claim): "按 \(scope) 只能享受一次，\(claim.isEmpty ? "已在别处享受" : "已由 " + claim + " 享受")"
        case .excluded(let policy, let claim, let mode):
            "与 \(policy) 不能同享（\(mode)）\(claim.isEmpty ? "" : "，见 " + claim)"
        case .incomplete(let claim, let documents): "申领 \(claim) 还缺材料：\(documents)"
        case .toldOnce(let claim, let document): "申领 \(claim) 已一次告知过，没有提到 \(document)，不能再要"
        case .ownEntry(let claim): "申领 \(claim) 是您录入的，须由他人审核"
        case .notDeferrable(_, let requirement): "\(requirement) 不能容缺，须当场提交"
        case .notOpen: "这份材料已经提交或承诺过"
        case .noNotice(let claim): "申领 \(claim) 的政策没有公示环节"
        case .publishFirst(let claim): "申领 \(claim) 须先公示"
        case .noticeRuns(let claim, let until): "申领 \(claim) 公示到 \(until)，期满才能批准"
        case .objection(let claim, let number, let outcome):
            "申领 \(claim) 的异议 \(number) \(outcome.isEmpty ? "还没有结论" : "成立")"
        case .objectionLate(_, let until): "公示已于 \(until) 结束"
        case .promiseBroken(_, let requirement): "承诺后补的 \(requirement) 已逾期"
        case .notOverdue(let claim): "申领 \(claim) 没有逾期的承诺或补正"
        case .reasonMissing: "材料齐全，退回须写明理由"
        case .policyChanged(let claim, let version, let now): "申领 \(claim) 按版本 \(version) 提出，现在适用 \(now)"
        case .factsChanged(let claim): "申领 \(claim) 的事实刚有变动"
        case .amountChanged(let claim, let reserved, let now): "申领 \(claim) 预留 \(reserved) 元，现在应为 \(now) 元"
        case .nothingToGrant(let claim): "申领 \(claim) 没有可给的数额"
        case .capReached(let scope, let cap, let used): "按 \(scope) 封顶 \(cap) 元，已用 \(used) 元"
        case .budgetShort(let budget, let needed, let free):
            "预算 \(budget) 不足：需要 \(needed) 元\(free.isEmpty ? "" : "，可用 " + free + " 元")"
        case .noBudget(let zone, let policy, let year, let layer): "\(zone) 没有 \(policy) \(year) 年 \(layer) 层级的预算"
        case .awardShort(let what, let amount, let there): "\(what) \(amount) 元，只有 \(there) 元"
        case .budgetZero: "预算须大于零"
        case .budgetTooLarge: "预算最多 10 万亿元"
        case .belowReserved(let budget, let fen): "预算 \(budget) 已预留和已付 \(fen) 元，不能低于此数"
        case .budgetClosed(let budget, let on): "预算 \(budget) 已于 \(on) 结转"
        case .yearNotOver(_, let year): "\(year) 年还没有结束，不能结转"
        case .nothingFree(let budget): "预算 \(budget) 没有可结转的钱"
        case .budgetThere: "这项政策这一年这一层级已有预算"
        case .ledgerKept: "台账只增不改"
        case .spouseUnfit: "配偶须是另一人；有配偶就不能写 --no-spouse"
        case .invalid(let rule): "数据不符合规则 \(rule)"
        case .amountOpen(let claim): "申领 \(claim) 的数额还不能定"
        case .whichClaims: "请给出申领编号，或用 --batch 一起办"
        }
    }

    public var en: String {
        switch self {
        case .codeTaken: "the code is taken"
        case .stepUnknown(let claim, let state, let act): "claim \(claim) is \(state): no \(act) now"
        case .notEligible(let subject, let verdict, let because):
            "\(subject) is not eligible now (\(verdict))\(because.isEmpty ? "" : ": " + because)"
        case .late(let decision, let until): "\(decision): the time to claim ended on \(until)"
        case .benefitUnnamed(let benefits): "say which benefit with --benefit: \(benefits)"
        case .openAlready: "a claim for this benefit is under way"
        case .scopeUnknown(let claim, let scope): "the policy counts by \(scope), which claim \(claim) does not say"
        case .granted(let scope, let claim):
            "given once per \(scope), and \(claim.isEmpty ? "it was granted elsewhere" : "granted by " + claim)"
        case .excluded(let policy, let claim, let mode):
            "excluded by \(policy) (\(mode))\(claim.isEmpty ? "" : ", see " + claim)"
        case .incomplete(let claim, let documents): "claim \(claim) lacks documents: \(documents)"
        case .toldOnce(let claim, let document):
            "claim \(claim) was told once what is missing, without \(document): it cannot be asked for now"
        case .ownEntry(let claim): "you entered claim \(claim): somebody else decides"
        case .notDeferrable(_, let requirement): "\(requirement) is needed at once and cannot be promised"
        case .notOpen: "that document is there or promised already"
        case .noNotice(let claim): "the policy of claim \(claim) has no public notice"
        case .publishFirst(let claim): "claim \(claim) is published first"
        case .noticeRuns(let claim, let until): "claim \(claim) is on notice until \(until)"
        case .objection(let claim, let number, let outcome):
            "objection \(number) to claim \(claim) \(outcome.isEmpty ? "is open" : "was upheld")"
        case .objectionLate(_, let until): "the notice ended on \(until)"
        case .promiseBroken(_, let requirement): "the promised \(requirement) is overdue"
        case .notOverdue(let claim): "claim \(claim) has no promise or answer overdue"
        case .reasonMissing: "nothing is missing: say why it goes back"
        case .policyChanged(let claim, let version, let now):
            "claim \(claim) was made by version \(version), now \(now) applies"
        case .factsChanged(let claim): "facts of claim \(claim) changed just now"
        case .amountChanged(let claim, let reserved, let now):
            "claim \(claim) has \(reserved) yuan reserved, and would get \(now) now"
        case .nothingToGrant(let claim): "there is nothing to grant for claim \(claim)"
        case .capReached(let scope, let cap, let used): "the cap by \(scope) is \(cap) yuan, of which \(used) are used"
        case .budgetShort(let budget, let needed, let free):
            "budget \(budget) has too little: \(needed) yuan needed\(free.isEmpty ? "" : ", " + free + " free")"
        case .noBudget(let zone, let policy, let year, let layer):
            "\(zone) has no budget of the layer \(layer) for \(policy) in \(year)"
        case .awardShort(let what, let amount, let there): "\(what) of \(amount) yuan, but there are \(there)"
        case .budgetZero: "a budget is more than nothing"
        case .budgetTooLarge: "a budget is at most 10 trillion yuan"
        case .belowReserved(let budget, let fen):
            "budget \(budget) has \(fen) yuan reserved and paid: not less than that"
        case .budgetClosed(let budget, let on): "budget \(budget) was carried over on \(on)"
        case .yearNotOver(_, let year): "\(year) is not over"
        case .nothingFree(let budget): "budget \(budget) has nothing to carry over"
        case .budgetThere: "there is a budget for this policy, year and layer"
        case .ledgerKept: "the ledger is only added to"
        case .spouseUnfit: "the spouse is another person, and not with --no-spouse"
        case .invalid(let rule): "the data breaks the rule \(rule)"
        case .amountOpen(let claim): "the amount of claim \(claim) is still open"
        case .whichClaims: "name a claim, or take all that can go together with --batch"
        }
    }

    public var exit: ExitCode {
        switch self {
        case .ownEntry: .notPermitted
        case .factsChanged: .temporary
        case .whichClaims: .usage
        default: .badData
        }
    }
}
