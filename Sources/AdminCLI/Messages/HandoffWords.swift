/// Words of handoffs in sentences.
enum HandoffWords {
    private static let known: [String: Text] = [
        "draft": Text("为草稿", "a draft"), "requested": Text("为对方请求", "requested"),
        "offered": Text("待答复", "offered"), "query": Text("待说明", "waiting for an explanation"),
        "countered": Text("待回应", "countered"), "accepted": Text("已承接", "accepted"),
        "landed": Text("已落地", "landed"), "settled": Text("已结清", "settled"),
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
}
