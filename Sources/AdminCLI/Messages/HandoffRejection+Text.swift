import ProjectHandoff

extension HandoffRejection: Explained {
    public var zh: String {
        switch self {
        case .stepUnknown(let handoff, let state, let action, let heldBy):
            "\(handoff) \(Self.name(state, .zh))，不能\(Self.name(action, .zh))；项目现由 \(heldBy) 负责"
        case .otherSide(let handoff, let action, let side):
            "\(handoff) 只能由\(Self.name(side, .zh))\(Self.name(action, .zh))"
        case .noSquad(let handoff, let project): "承接 \(handoff) 之前，本区须为 \(project) 组建3人小分队"
        case .notHeld(let project, let heldBy):
            heldBy.isEmpty ? "\(project) 已不由移交方负责" : "\(project) 现由 \(heldBy) 负责，本区不能移交"
        case .sameZone(let project): "\(project) 不能移交给本区自己"
        case .receiverClosed(let zone, let closedOn): "\(zone) 已于 \(closedOn) 关闭，不能承接"
        case .onOffer: "这个项目已有一次移交等待答复"
        case .sharesNotWhole(let measure, let basisPoints): "\(measure) 的份额合计为万分之 \(basisPoints)，应为一万"
        case .codeTaken: "这个编号已经用过"
        case .twoRoles: "一个人在同一小分队里只能担任一个角色"
        case .stageUnknown: "没有这个项目阶段"
        case .answerLate(let handoff, let dueOn): "\(handoff) 的答复期限 \(dueOn) 已过，不能再承接"
        case .shareUnclear: "份额应为 0 至 100 的百分数，最多两位小数"
        case .invalid(let rule): "数据不符合规则 \(rule)"
        }
    }

    public var en: String {
        switch self {
        case .stepUnknown(let handoff, let state, let action, let heldBy):
            "\(handoff) is \(Self.name(state, .en)): there is no way to \(Self.name(action, .en)) it; \(heldBy) holds the project"
        case .otherSide(let handoff, let action, let side):
            "only the \(Self.name(side, .en)) can \(Self.name(action, .en)) \(handoff)"
        case .noSquad(let handoff, let project):
            "before \(handoff) is accepted, the zone needs a squad of three for \(project)"
        case .notHeld(let project, let heldBy):
            heldBy.isEmpty ? "the sender holds \(project) no more" : "\(heldBy) holds \(project), not this zone"
        case .sameZone(let project): "\(project) cannot be offered to the zone itself"
        case .receiverClosed(let zone, let closedOn): "\(zone) was closed on \(closedOn) and takes nothing over"
        case .onOffer: "the project is on offer already"
        case .sharesNotWhole(let measure, let basisPoints):
            "the shares of \(measure) sum to \(basisPoints) basis points, not to 10000"
        case .codeTaken: "the code is taken"
        case .twoRoles: "one person has one role in a squad"
        case .stageUnknown: "there is no such stage"
        case .answerLate(let handoff, let dueOn): "\(handoff) was to be answered by \(dueOn)"
        case .shareUnclear: "a share is a percentage from 0 to 100 with at most two decimals"
        case .invalid(let rule): "the data breaks the rule \(rule)"
        }
    }

    public var hint: Text? {
        switch self {
        case .stepUnknown(let handoff, _, _, _): Text("handoff show \(handoff) 可查经过", "see handoff show \(handoff)")
        case .otherSide: Text("请对方办理", "ask the other zone")
        case .noSquad(_, let project):
            Text("先用 squad assign --project \(project)", "first squad assign --project \(project)")
        case .notHeld(let project, _): Text("project show \(project) 可查现由何区负责", "see project show \(project)")
        case .sameZone: Text("--to 给另一个区", "name another zone with --to")
        case .receiverClosed: Text("zone list 可查各区", "see zone list")
        case .onOffer: Text("handoff list --open 可查；可先撤回", "see handoff list --open; it can be withdrawn")
        case .codeTaken: Text("换一个编号，或不给 --code", "choose another, or leave --code out")
        case .twoRoles: Text("给三个不同的人", "name three people")
        case .stageUnknown:
            Text(
                "阶段：research、signed、construction、completed、production",
                "stages: research, signed, construction, completed, production"
            )
        case .answerLate: Text("请移交方撤回后重新提出", "ask the sender to withdraw it and to offer it anew")
        case .sharesNotWhole, .shareUnclear: Text("例如 --tax 60", "for example --tax 60")
        case .invalid: nil
        }
    }

    public var exit: ExitCode {
        switch self {
        case .otherSide, .notHeld: .notPermitted
        default: .badData
        }
    }

    /// A state, action or side in words; one that this program does not know is shown as it is stored.
    private static func name(_ word: String, _ language: Language) -> String {
        let known: [String: Text] = [
            "draft": Text("为草稿", "a draft"), "requested": Text("为对方请求", "requested"),
            "offered": Text("待答复", "offered"), "query": Text("待说明", "waiting for an explanation"),
            "countered": Text("待回应", "countered"), "accepted": Text("已承接", "accepted"),
            "landed": Text("已落地", "landed"), "settled": Text("已结算", "settled"),
            "rejected": Text("已婉拒", "rejected"), "withdrawn": Text("已撤回", "withdrawn"),
            "expired": Text("已过期", "expired"), "accept": Text("承接", "accept"), "reject": Text("婉拒", "reject"),
            "withdraw": Text("撤回", "withdraw"), "sender": Text("移交方", "sender"),
            "receiver": Text("承接方", "receiver"), "clock": Text("系统到期", "clock"),
            "joint_office": Text("两区协同办", "joint office"),
        ]
        return known[word]?[language] ?? word
    }
}
