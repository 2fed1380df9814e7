import StartupEligibility

extension ExpressionFault {
    /// What is wrong, with the place.
    var text: Text {
        switch self {
        case .syntax(let position, let expected):
            expected.isEmpty
                ? Text("第 \(position) 个字符无法识别", "the character at \(position) means nothing here")
                : Text("第 \(position) 个字符处应为 \(expected)", "at character \(position), \(expected) is needed")
        case .tooDeep: Text("括号嵌套过深", "too many parentheses inside each other")
        case .unknownFact(let name): Text("目录中没有事实 \(name)", "the catalogue has no fact \(name)")
        case .unknownParameter(let name): Text("没有参数 $\(name)", "there is no parameter $\(name)")
        case .notCondition: Text("这不是条件", "that is no condition")
        case .types(let a, let b): Text("\(a) 和 \(b) 不能放在一起", "\(a) and \(b) do not go together")
        case .unitMissing(let unit): Text("缺少单位 \(unit)", "the unit \(unit) is missing")
        case .dayTwice: Text("当日不能出现在两边，也不能参与计算", "the day may stand on one side only, and alone")
        case .arguments(let word): Text("\(word) 的用法不对", "\(word) is not used like that")
        }
    }
}

extension FactRefusal {
    var text: Text {
        switch self {
        case .notA(let type, let text): Text("“\(text)”不是 \(type.rawValue)", "\"\(text)\" is no \(type.rawValue)")
        case .unknownFact(let name): Text("目录中没有事实 \(name)", "the catalogue has no fact \(name)")
        case .form(let text): Text("“\(text)”应写作 名称=值", "\"\(text)\" should be name=value")
        }
    }
}

extension PolicyFault {
    /// The part and what is wrong with it.
    var text: Text {
        let problem: Text =
            switch problem {
            case .expression(let fault): fault.text
            case .facts(let refusal): refusal.text
            case .endsBeforeStart: Text("结束日早于开始日", "the last day lies before the first")
            case .tooManyClauses: Text("条款超过 64 条", "more than 64 clauses")
            case .negativeCap: Text("上限为负", "the cap is negative")
            case .empty: Text("没有条款，也没有待遇", "neither a clause nor a benefit")
            case .otherwise(let expected, let found):
                Text("应为 \(expected)，实为 \(found)", "\(expected) expected, \(found) found")
            case .circular: Text("互斥规定成环", "exclusions go in a circle")
            case .payersNotWhole: Text("出资合计不是 100%", "the payers do not make 100 %")
            }
        return Text("\(part.rawValue) \(code)：\(problem.zh)", "\(part.rawValue) \(code): \(problem.en)")
    }
}
