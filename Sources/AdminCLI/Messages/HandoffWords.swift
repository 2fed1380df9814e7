import ProjectHandoff

/// Words of handoffs in sentences.
enum HandoffWords {
    private static let known: [String: Text] = [
        "draft": Text("为草稿", "a draft"), "requested": Text("为对方请求", "requested"),
        "offered": Text("待答复", "offered"), "query": Text("待说明", "waiting for an explanation"),
        "countered": Text("待回应", "countered"), "accepted": Text("已承接", "accepted"),
        "landed": Text("已落地", "landed"), "settled": Text("已结清", "settled"),
        "corrected": Text("已更正退回", "corrected"), "correct": Text("更正", "correct"),
        "rejected": Text("已婉拒", "rejected"), "withdrawn": Text("已撤回", "withdrawn"),
        "expired": Text("已过期", "expired"), "accept": Text("承接", "accept"), "reject": Text("婉拒", "reject"),
        "withdraw": Text("撤回", "withdraw"), "ask": Text("询问", "ask about"), "answer": Text("说明", "answer"),
        "counter": Text("提出其他条件", "counter"), "agree": Text("同意", "agree to"), "lapse": Text("作过期处理", "expire"),
        "land": Text("登记落地", "land"), "settle": Text("结清", "settle"), "offer": Text("提出", "offer"),
        "sender": Text("移交方", "sender"), "receiver": Text("承接方", "receiver"), "clock": Text("系统到期", "clock"),
        "joint_office": Text("两区协同办", "joint office"),
    ]

    /// A state, action or side in words; one that this program does not know is shown as it is stored.
    static func name(_ word: String, _ language: Language) -> String {
        known[word]?[language] ?? word
    }

    /// `；H 待答复，项目现由 INNO 负责`: the end of a refusal. Nothing where the store said nothing.
    static func standing(_ state: String, _ heldBy: String, _ language: Language) -> String {
        guard !heldBy.isEmpty else { return "" }
        return Text(
            "；现\(name(state, .zh))，项目由 \(heldBy) 负责",
            "; it is \(name(state, .en)), and \(heldBy) holds the project"
        )[language]
    }

    /// The commands that each step is taken by.
    private static let commands: [HandoffState.Action: String] = [
        .ask: "query", .answer: "answer", .counter: "counter", .agree: "agree", .accept: "accept", .reject: "reject",
        .withdraw: "withdraw", .lapse: "expire", .land: "land", .settle: "settle", .correct: "correct",
    ]

    /// What can be done with a handoff in a state, and by whom; where it has ended, where to look.
    static func ways(on handoff: String, in state: String) -> Text {
        let sides: [HandoffState.Side] = [.receiver, .sender, .jointOffice]
        func ways(_ language: Language) -> [String] {
            sides.compactMap { side in
                let verbs = HandoffState.Action.allCases.filter {
                    HandoffState(rawValue: state)?.next($0)?.side == side && commands[$0] != nil
                }
                guard !verbs.isEmpty else { return nil }
                return name(side.rawValue, language) + " " + verbs.compactMap { commands[$0] }.joined(separator: "|")
            }
        }
        let (zh, en) = (ways(.zh), ways(.en))
        guard !zh.isEmpty else {
            return Text(
                "handoff show \(handoff) 可查经过；可重新提出 handoff offer",
                "see handoff show \(handoff); a new one can be offered: handoff offer"
            )
        }
        return Text(
            "handoff 可办理：\(zh.joined(separator: "；"))；经过见 handoff show \(handoff)",
            "handoff can be: \(en.joined(separator: "; ")); see handoff show \(handoff)"
        )
    }
}
