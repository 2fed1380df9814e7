import TrainingSchedule

extension RuleRefusal {
    /// What is wrong with a recurrence rule.
    var told: Text {
        switch self {
        case .form(let part):
            Text("重复规则写法不对：\(Phrase.quoted(part))", "the rule cannot be read at \(Phrase.quoted(part))")
        case .part(let name):
            Text("重复规则不支持 \(Phrase.quoted(name))", "a rule has no part \(Phrase.quoted(name)) here")
        case .value(let part, let value):
            Text("\(part) 不能是 \(Phrase.quoted(value))", "\(part) cannot be \(Phrase.quoted(value))")
        case .noFrequency: Text("重复规则缺 FREQ", "the rule lacks FREQ")
        case .countAndUntil: Text("COUNT 与 UNTIL 只能有一个", "COUNT and UNTIL exclude each other")
        case .endless: Text("重复规则没有终点", "the rule has no end")
        case .startOutsideRule:
            Text("第一次课的日期不符合重复规则", "the first session is not on a day of the rule")
        case .nothing: Text("重复规则没有产生任何日期", "the rule yields no date")
        case .tooMany(let limit): Text("重复规则产生的课次超过 \(limit) 个", "the rule yields more than \(limit) sessions")
        }
    }

    /// How to write it.
    var remedy: Text? {
        switch self {
        case .startOutsideRule: Text("让 --starts 落在 BYDAY 的日子", "let --starts be on a day of BYDAY")
        case .nothing: Text("检查 UNTIL、--except 与节假日", "check UNTIL, --except and the holidays")
        case .endless, .tooMany: Text("用 COUNT=10 或 UNTIL=20241231", "write COUNT=10 or UNTIL=20241231")
        case .countAndUntil: nil
        case .form, .part, .value, .noFrequency:
            Text("例如 FREQ=WEEKLY;BYDAY=TU;COUNT=10", "for instance FREQ=WEEKLY;BYDAY=TU;COUNT=10")
        }
    }
}
