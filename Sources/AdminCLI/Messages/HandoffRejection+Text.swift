import ProjectHandoff

extension HandoffRejection: Explained {
    public var zh: String {
        switch self {
        case .stepUnknown(let handoff, let state, let action, let heldBy):
            "\(handoff) \(HandoffWords.name(state, .zh))，不能\(HandoffWords.name(action, .zh))；项目现由 \(heldBy) 负责"
        case .otherSide(let handoff, let action, let side, let state, let heldBy):
            "\(handoff) 只能由\(HandoffWords.name(side, .zh))\(HandoffWords.name(action, .zh))"
                + HandoffWords.standing(state, heldBy, .zh)
        case .noSquad(let handoff, let project, let heldBy):
            "承接 \(handoff) 之前，本区须为 \(project) 组建3人小分队" + HandoffWords.standing("offered", heldBy, .zh)
        case .notHeld(let project, let heldBy):
            heldBy.isEmpty ? "\(project) 已不由移交方负责" : "\(project) 现由 \(heldBy) 负责，本区不能办理"
        case .sameZone(let project): "\(project) 已由本区负责，不能与自己移交"
        case .receiverClosed(let zone, let closedOn, let project, let heldBy):
            "\(zone) 已于 \(closedOn) 关闭，不能承接；\(project) 仍由 \(heldBy) 负责"
        case .onOffer(let project, let handoff, let state, let heldBy):
            handoff.isEmpty
                ? "这个项目已有一次移交等待答复" : "\(project) 已在移交：\(handoff)" + HandoffWords.standing(state, heldBy, .zh)
        case .sharesNotWhole(let measure, let basisPoints): "\(measure) 的份额合计为万分之 \(basisPoints)，应为一万"
        case .codeTaken: "这个编号已经用过"
        case .twoRoles(let project, let person):
            person.isEmpty ? "一个人在同一小分队里只能担任一个角色" : "\(person) 在 \(project) 的小分队里只能担任一个角色"
        case .stageUnknown: "没有这个项目阶段"
        case .answerLate(let handoff, let dueOn, let state, let heldBy):
            "\(handoff) 的答复期限 \(dueOn) 已过，不能再承接" + HandoffWords.standing(state, heldBy, .zh)
        case .shareUnclear: "份额应为 0 至 100 的百分数，最多两位小数"
        case .invalid(let rule): "数据不符合规则 \(rule)"
        case .stale(let handoff, let version, let state, let heldBy):
            "\(handoff) 已是第 \(version) 版（\(HandoffWords.name(state, .zh))），项目现由 \(heldBy) 负责"
        case .kindStays(let project, let kind): "\(project) 属于 \(kind) 类，不在流转范围"
        case .incomplete(let project, let lacking): "\(project) 材料不全，不能提出移交：\(lacking)"
        case .notOverdue(let handoff, let dueOn): "\(handoff) 的期限 \(dueOn) 未过，不能按过期处理"
        case .landingDay(let handoff, let acceptedOn): "\(handoff) 于 \(acceptedOn) 承接，落地日须在其后且不晚于今日"
        case .amountOutOfRange: "金额或数量超出范围（须大于零，不超过一万亿）"
        case .stageBackwards(let project, let stage, let wanted): "\(project) 已到 \(stage)，不能回到 \(wanted)"
        case .stageDay(let project, let day, let last): "\(project) 的日期 \(day) 早于 \(last) 或在将来"
        case .obligationKept(let code, let on): "\(code) 已于 \(on) 办结"
        case .roleVacant(let project, let role): "\(project) 的小分队现无 \(role)"
        case .sameMember(let project, let role): "此人已是 \(project) 的 \(role)"
        case .documentDiffers(let handoff, let sha256): "\(handoff) 的材料中没有这份内容（SHA-256 \(sha256.prefix(12))…）"
        case .amountDay(let project, let day): "\(project)：\(day) 在将来，或所在年度已结算"
        case .yearNotOver(let year): "\(year) 年未结束，不能结算"
        case .yearEmpty(let project, let year): "\(project) 在 \(year) 年没有可结算的金额"
        case .noRoute(let lead, let industry): "没有适合线索 \(lead)（行业 \(industry)）的分派规则"
        case .leadAssessed(let lead, let verdict): "线索 \(lead) 已研判：\(verdict)"
        case .nothingToDispute(let lead): "线索 \(lead) 的首谈权不在别的区，无可争议"
        case .disputeOnce: "这个争议已在办理或已裁定"
        case .winnerNoParty: "只能裁定给争议双方之一"
        case .scoreIncomplete(let project, let criteria): "\(project) 的评分须逐项给出一次：\(criteria)"
        case .scoredTwice: "同一人对同一项目只评一次"
        case .scoringClosed(let project): "\(project) 已有两人评分"
        case .monthNotOver(let month): "\(month) 未结束，不能定榜"
        case .assessmentIncomplete(let project, let criteria): "\(project) 的信用评估须逐项给出且不超过满分：\(criteria)"
        case .kindExcluded(let project, let kind): "\(project) 属于 \(kind) 类，不适用信用承诺制"
        case .assessmentNeeded(let project, let level):
            level.isEmpty ? "\(project) 尚未信用评估" : "\(project) 信用等级 \(level)，不适用信用承诺制"
        case .banned(let project, let until): "\(project) 的企业因失信在 \(until) 之前不得再次承诺"
        case .inspectionUnfit(let commitment, let item, let outcome, let dueOn):
            "\(commitment) 的 \(item)（期限 \(dueOn)）不能记为 \(outcome)"
        case .doneBefore: "已经办理过，只能办理一次"
        case .wordUnknown: "没有这个类别或指标"
        case .secondPersonNeeded(let handoff, let until): "\(handoff) 的更正须由协同办另一人在 \(until) 之前确认"
        case .backdated(let handoff, let since, let state, let heldBy):
            "\(handoff) 上一步在 \(since)，不能倒填时间" + HandoffWords.standing(state, heldBy, .zh)
        case .stageShared(let project, let stage, let on): "\(project) 自 \(on) 起已按 \(stage) 计利益共享，不能更正"
        }
    }

    public var en: String {
        switch self {
        case .stepUnknown(let handoff, let state, let action, let heldBy):
            "\(handoff) is \(HandoffWords.name(state, .en)): there is no way to \(HandoffWords.name(action, .en)) it; \(heldBy) holds the project"
        case .otherSide(let handoff, let action, let side, let state, let heldBy):
            "only the \(HandoffWords.name(side, .en)) can \(HandoffWords.name(action, .en)) \(handoff)"
                + HandoffWords.standing(state, heldBy, .en)
        case .noSquad(let handoff, let project, let heldBy):
            "before \(handoff) is accepted, the zone needs a squad of three for \(project)"
                + HandoffWords.standing("offered", heldBy, .en)
        case .notHeld(let project, let heldBy):
            heldBy.isEmpty ? "the sender holds \(project) no more" : "\(heldBy) holds \(project), not this zone"
        case .sameZone(let project): "\(project) is the zone's own: nothing to hand over"
        case .receiverClosed(let zone, let closedOn, let project, let heldBy):
            "\(zone) was closed on \(closedOn) and takes nothing over; \(heldBy) holds \(project)"
        case .onOffer(let project, let handoff, let state, let heldBy):
            handoff.isEmpty
                ? "the project is on offer already"
                : "\(project) is on offer already: \(handoff)" + HandoffWords.standing(state, heldBy, .en)
        case .sharesNotWhole(let measure, let basisPoints):
            "the shares of \(measure) sum to \(basisPoints) basis points, not to 10000"
        case .codeTaken: "the code is taken"
        case .twoRoles(let project, let person):
            person.isEmpty
                ? "one person has one role in a squad" : "\(person) can have one role only in the squad of \(project)"
        case .stageUnknown: "there is no such stage"
        case .answerLate(let handoff, let dueOn, let state, let heldBy):
            "\(handoff) was to be answered by \(dueOn)" + HandoffWords.standing(state, heldBy, .en)
        case .shareUnclear: "a share is a percentage from 0 to 100 with at most two decimals"
        case .invalid(let rule): "the data breaks the rule \(rule)"
        case .stale(let handoff, let version, let state, let heldBy):
            "\(handoff) has moved on to version \(version) (\(HandoffWords.name(state, .en))); \(heldBy) holds the project"
        case .kindStays(let project, let kind): "\(project) is of the kind \(kind), which does not change hands"
        case .incomplete(let project, let lacking): "\(project) cannot be offered without: \(lacking)"
        case .notOverdue(let handoff, let dueOn): "\(handoff) may be answered until \(dueOn)"
        case .landingDay(let handoff, let acceptedOn):
            "\(handoff) was accepted on \(acceptedOn): it lands between that day and today"
        case .amountOutOfRange: "an amount is above nothing and up to a trillion"
        case .stageBackwards(let project, let stage, let wanted): "\(project) is at \(stage), \(wanted) lies behind it"
        case .stageDay(let project, let day, let last): "\(project): \(day) lies before \(last) or in the future"
        case .obligationKept(let code, let on): "\(code) was met on \(on)"
        case .roleVacant(let project, let role): "nobody is \(role) in the squad of \(project)"
        case .sameMember(let project, let role): "they are \(role) of \(project) already"
        case .documentDiffers(let handoff, let sha256):
            "no document of \(handoff) has this content (SHA-256 \(sha256.prefix(12))…)"
        case .amountDay(let project, let day): "\(project): \(day) lies in the future, or its year is settled"
        case .yearNotOver(let year): "\(year) is not over"
        case .yearEmpty(let project, let year): "nothing came of \(project) in \(year)"
        case .noRoute(let lead, let industry): "no route fits \(lead) of the industry \(industry)"
        case .leadAssessed(let lead, let verdict): "\(lead) was judged: \(verdict)"
        case .nothingToDispute(let lead): "no other zone has the right of first contact to \(lead)"
        case .disputeOnce: "the dispute is open already, or decided"
        case .winnerNoParty: "only one of the two zones can win"
        case .scoreIncomplete(let project, let criteria): "\(project): every criterion is given once: \(criteria)"
        case .scoredTwice: "one person scores a project once"
        case .scoringClosed(let project): "two people have scored \(project)"
        case .monthNotOver(let month): "\(month) is not over"
        case .assessmentIncomplete(let project, let criteria):
            "\(project): every criterion is given once, within its range: \(criteria)"
        case .kindExcluded(let project, let kind):
            "\(project) is of the kind \(kind), which may not start on a commitment"
        case .assessmentNeeded(let project, let level):
            level.isEmpty ? "\(project) has no credit assessment" : "level \(level) of \(project) allows no commitment"
        case .banned(let project, let until): "the firm of \(project) is banned until \(until)"
        case .inspectionUnfit(let commitment, let item, let outcome, let dueOn):
            "\(item) of \(commitment), due on \(dueOn), cannot be \(outcome)"
        case .doneBefore: "it was done before, and is done once"
        case .wordUnknown: "there is no such kind or measure"
        case .secondPersonNeeded(let handoff, let until):
            "another person of the joint office confirms the correction of \(handoff), by \(until)"
        case .backdated(let handoff, let since, let state, let heldBy):
            "the last step of \(handoff) was on \(since): none can come before it"
                + HandoffWords.standing(state, heldBy, .en)
        case .stageShared(let project, let stage, let on):
            "credit of \(project) is shared from \(on), its \(stage): the day stays"
        }
    }

    public var exit: ExitCode {
        switch self {
        case .otherSide, .notHeld: .notPermitted
        default: .badData
        }
    }
}
