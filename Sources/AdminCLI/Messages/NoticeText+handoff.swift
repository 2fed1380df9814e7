import Casework
import Store

extension NoticeText {
    /// What both sides of a handoff are told: what happened, to which project, and by when to act.
    static func ofHandoff(_ kind: String, _ facts: Facts) -> Text? {
        guard let said = handoffs[kind] else { return nil }
        let due = facts[2].isEmpty ? Text("", "") : Text("，请在 \(facts[2]) 之前办理", "; to be answered by \(facts[2])")
        return Text(
            "【项目移交】\(facts[1])（\(facts[0])）\(said.zh)\(due.zh)。",
            "[Handoff] \(facts[1]) (\(facts[0])) \(said.en)\(due.en)."
        )
    }

    /// What the parties of a dispute over first contact are told.
    static func ofLead(_ kind: String, _ subject: String, _ facts: Facts) -> Text? {
        let lead = subject.split(separator: ":").last.map(String.init) ?? subject
        return switch kind {
        case "lead_disputed":
            Text(
                "【首谈争议】线索 \(lead) 的首谈权有争议（\(facts[0])），由两区协同办裁定。",
                "[First contact] The right to \(lead) is disputed (\(facts[0])); the joint office decides."
            )
        case "lead_decided":
            Text(
                "【首谈争议】\(facts[0]) 已裁定：首谈权归 \(facts[1])（线索 \(lead)）。",
                "[First contact] \(facts[0]) is decided: the right is \(facts[1])'s (\(lead))."
            )
        default: nil
        }
    }

    private static let handoffs: [String: Text] = [
        "handoff_requested": Text("对方请求移交", "is asked for"),
        "handoff_offered": Text("提出移交给本区", "is offered to this zone"),
        "handoff_asked": Text("承接方有疑问，答复期限暂停", "has a question of the receiver's; its clock stops"),
        "handoff_answered": Text("移交方已答复", "has the sender's answer"),
        "handoff_countered": Text("承接方提出其他条件", "has other terms, proposed by the receiver"),
        "handoff_agreed": Text("移交方同意条件", "has terms that the sender agrees to"),
        "handoff_accepted": Text("已承接，项目由承接方负责", "is accepted: the receiver holds it"),
        "handoff_rejected": Text("被婉拒", "is declined"),
        "handoff_withdrawn": Text("被撤回", "is withdrawn"),
        "handoff_forestalled": Text("已由别的区先承接", "was accepted by another zone first"),
        "handoff_landed": Text("已落地", "has landed"),
        "handoff_settled": Text("已结清", "is settled"),
        "handoff_expired": Text("期限已过，留在移交方", "has run out: the sender keeps it"),
        "handoff_escalated": Text("期限已过，请两区协同办协调", "has run out: the joint office is asked to settle it"),
        "handoff_corrected": Text("承接已更正，退回移交方", "was corrected: the sender holds it again"),
        "handoff_correction_proposed": Text("协同办提出更正，待另一人确认", "is to be corrected; a second person confirms"),
    ]
}
