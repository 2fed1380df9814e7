import ProjectHandoff

extension HandoffRejection {
    public var hint: Text? {
        switch self {
        case .stepUnknown(let handoff, let state, _, _), .stale(let handoff, _, let state, _):
            HandoffWords.ways(on: handoff, in: state)
        case .otherSide(let handoff, _, _, let state, _), .backdated(let handoff, _, let state, _):
            HandoffWords.ways(on: handoff, in: state)
        case .noSquad(_, let project, _):
            Text("先用 squad assign --project \(project)", "first squad assign --project \(project)")
        case .notHeld(let project, _): Text("project show \(project) 可查现由何区负责", "see project show \(project)")
        case .sameZone: Text("另选一个区", "name another zone")
        case .receiverClosed: Text("可撤回后另选一个区；zone list 可查各区", "withdraw it and name another zone; see zone list")
        case .onOffer(_, let handoff, let state, _):
            handoff.isEmpty
                ? Text("handoff list --open 可查；可先撤回", "see handoff list --open; it can be withdrawn")
                : HandoffWords.ways(on: handoff, in: state)
        case .codeTaken: Text("换一个编号，或不给 --code", "choose another, or leave --code out")
        case .twoRoles: Text("给三个不同的人", "name three people")
        case .stageUnknown:
            Text(
                "阶段：research、talks、signed、construction、completed、production",
                "stages: research, talks, signed, construction, completed, production"
            )
        case .answerLate(let handoff, _, _, _):
            Text("请移交方 handoff expire \(handoff) 后重新提出", "handoff expire \(handoff), and the sender may offer anew")
        case .sharesNotWhole, .shareUnclear: Text("例如 --tax 60", "for example --tax 60")
        case .kindStays(let project, _), .kindExcluded(let project, _):
            Text("类别有误可用 project correct \(project)", "if the kind is wrong: project correct \(project)")
        case .incomplete(let project, _): Text("handoff check \(project) 可查缺项", "see handoff check \(project)")
        case .notOverdue: Text("handoff overdue 可查已过期的", "see handoff overdue")
        case .stageBackwards, .stageDay: Text("project list 可查阶段", "see project list")
        case .roleVacant(let project, _):
            Text("先用 squad assign --project \(project)", "first squad assign --project \(project)")
        case .documentDiffers(let handoff, _): Text("handoff items \(handoff) 可查材料", "see handoff items \(handoff)")
        case .noRoute: Text("用 route add 加规则，或给 --unit", "add one with route add, or give --unit")
        case .nothingToDispute: Text("lead list 可查首谈权", "see lead list")
        case .disputeOnce: Text("lead disputes 可查", "see lead disputes")
        case .winnerNoParty: Text("lead disputes 可查双方", "see lead disputes")
        case .scoreIncomplete: Text("evaluation rubric 可查各项", "see evaluation rubric")
        case .scoredTwice, .scoringClosed: Text("evaluation show 可查评分", "see evaluation show")
        case .assessmentNeeded(let project, _), .assessmentIncomplete(let project, _):
            Text("用 commitment assess \(project)", "use commitment assess \(project)")
        case .inspectionUnfit: Text("commitment list 可查期限", "see commitment list")
        case .secondPersonNeeded: Text("请另一人同样办理一次", "let another person give the same command")
        case .stageShared: Text("credit show 可查", "see credit show")
        case .amountOutOfRange: Text("金额以元计，例如 500000000", "amounts are in yuan, for example 500000000")
        case .landingDay(let handoff, _): Text("handoff show \(handoff) 可查承接日", "see handoff show \(handoff)")
        case .wordUnknown: Text("credit measures、project kinds 可查", "see credit measures and project kinds")
        case .invalid, .obligationKept, .sameMember, .amountDay, .yearNotOver,
            .yearEmpty,
            .leadAssessed, .monthNotOver, .banned, .doneBefore:
            nil
        }
    }
}
