import TrainingSchedule

/// A refusal of the schedule, with what was tried and could be done instead.
struct RefusedWithAlternatives: Explained {
    let rejection: ScheduleRejection
    let alternatives: [Alternative]

    var code: String { rejection.code }
    var zh: String { rejection.zh }
    var en: String { rejection.en }
    var exit: ExitCode { rejection.exit }

    var hint: Text? {
        guard !alternatives.isEmpty else { return rejection.hint }
        let told = alternatives.map {
            "\($0.venue) \($0.time.starts.day) \($0.time.starts.timeOfDay)–\($0.time.ends.timeOfDay)"
        }
        let other = rejection.hint.map { Text("；" + $0.zh, "; or " + $0.en) } ?? Text("", "")
        return Text(
            "已试过可行：" + told.joined(separator: "；") + other.zh,
            "tried and free: " + told.joined(separator: "; ") + other.en
        )
    }

    static var explanations: [Explanation] { [] }
}
