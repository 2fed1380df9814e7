import TrainingSchedule
import Zones

extension Overlap {
    /// Which resource is taken, when, and by what.
    func told(_ language: Language) -> String {
        if kind == .trainee { return toldOfTrainees(language) }
        let time = "\(starts.day) \(starts.timeOfDay)–\(ends.timeOfDay)"
        switch language {
        case .zh:
            let other = session.map { "课次 \($0) " } ?? "一个课次"
            return "\(kind.told.zh) \(resource) 在 \(time) 已被 \(zone) 的\(other)占用"
        case .en:
            let other = session.map { "session \($0)" } ?? "a session"
            return "\(kind.told.en) \(resource) is taken \(time) by \(other) of \(zone)"
        }
    }
}

extension Overlap {
    /// How many people of a cohort sit in another session then.
    private func toldOfTrainees(_ language: Language) -> String {
        let time = "\(starts.day) \(starts.timeOfDay)–\(ends.timeOfDay)"
        switch language {
        case .zh:
            let other = session.map { "课次 \($0)" } ?? "一个课次"
            return "\(resource) 名学员在 \(time) 已有 \(zone) 的\(other)"
        case .en:
            let other = session.map { "session \($0)" } ?? "a session"
            let people = resource == "1" ? "1 trainee has" : "\(resource) trainees have"
            return "\(people) \(other) of \(zone) \(time)"
        }
    }
}

extension [Overlap] {
    /// Everything that stands in the way, in one sentence; nil for nothing known.
    func told(_ language: Language) -> String? {
        guard !isEmpty else { return nil }
        switch language {
        case .zh: return map { $0.told(.zh) }.joined(separator: "；")
        case .en: return map { $0.told(.en) }.joined(separator: "; ")
        }
    }

    /// Whom to ask about the sessions of which nothing else may be told; nil if there is no such session.
    var askThere: Text? {
        guard let other = first(where: { $0.session == nil }) else { return nil }
        return Text(
            "请联系 \(other.zone) 的 \(other.contact)，或换时间、场地、讲师",
            "ask \(other.contact) at \(other.zone), or choose another time, room or instructor"
        )
    }
}

extension ResourceKind {
    /// The kind as people call it.
    var told: Text {
        switch self {
        case .venue: Text("场地", "room")
        case .instructor: Text("讲师", "instructor")
        case .cohort: Text("班期", "cohort")
        case .trainee: Text("学员", "trainee")
        }
    }
}
