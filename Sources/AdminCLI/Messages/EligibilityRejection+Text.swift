import StartupEligibility

extension EligibilityRejection: Explained {
    public var zh: String {
        switch self {
        case .codeTaken: "这个编号已经用过"
        case .published(let version): "版本 \(version) 已发布，不再改动"
        case .overlapping: "同一政策在同一区、同一日期已有另一个有效版本"
        case .endsBeforeStart: "结束日早于开始日"
        case .otherFact(let name, let type, let unit): "事实 \(name) 已有，类型是 \(type)\(unit.isEmpty ? "" : "，单位 \(unit)")"
        case .misread(let fault): fault.text.zh
        case .faulty(let policy, let faults):
            "\(policy) 有 \(faults.count) 处错误：" + faults.map(\.text.zh).joined(separator: "；")
        case .caseFails(let policy, let faults): "\(policy) 的样例不符：" + faults.map(\.text.zh).joined(separator: "；")
        case .secondPersonNeeded(let policy, let version): "\(policy) \(version) 由您参与起草，须由另一人发布"
        case .zoneOfOthers(let policy, let zone): "\(policy) 适用于 \(zone)，您不是该区的复核人"
        case .changedMeanwhile(let policy, let version): "核验期间 \(policy) \(version) 有改动"
        case .columnWithoutList(let name): "\(name) 所属的列表不在目录中"
        case .valueUnfit(let fact, let type, let value): "“\(value)”不是 \(fact) 的值（\(type)）"
        case .rowKey(let fact): "\(fact)：列表的一行要用 --row 给出行号，其他事实没有行号"
        case .notYet(let fact, let day): "\(fact)：\(day) 尚未到"
        case .notApplicable(let policy): "\(policy) 在本区没有已发布的版本"
        case .payersUnclear: "出资写作 层级=百分数，各层级合计 100"
        case .decisionKept(let decision): "决定 \(decision) 已出具，不再改动"
        case .draft(let policy, let version): "\(policy) \(version) 还是草案，没有发布"
        case .endsLater(let version, let until): "版本 \(version) 本来到 \(until) 为止，只能提前结束"
        case .excludesItself(let policy): "\(policy) 不能与自己互斥"
        case .invalid(let rule): "数据不符合规则 \(rule)"
        }
    }

    public var en: String {
        switch self {
        case .codeTaken: "the code is taken"
        case .published(let version): "version \(version) is published and never changes"
        case .overlapping: "another version of the policy is in force in a zone on one of these days"
        case .endsBeforeStart: "the last day lies before the first"
        case .otherFact(let name, let type, let unit):
            "the fact \(name) is there as \(type)\(unit.isEmpty ? "" : " of \(unit)")"
        case .misread(let fault): fault.text.en
        case .faulty(let policy, let faults):
            "\(policy) has \(faults.count) mistakes: " + faults.map(\.text.en).joined(separator: "; ")
        case .caseFails(let policy, let faults):
            "worked cases of \(policy) fail: " + faults.map(\.text.en).joined(separator: "; ")
        case .secondPersonNeeded(let policy, let version):
            "you wrote at \(policy) \(version): somebody else publishes it"
        case .zoneOfOthers(let policy, let zone): "\(policy) applies to \(zone), whose reviewer you are not"
        case .changedMeanwhile(let policy, let version): "\(policy) \(version) was changed while it was checked"
        case .columnWithoutList(let name): "the list of \(name) is not in the catalogue"
        case .valueUnfit(let fact, let type, let value): "\"\(value)\" is no value of \(fact) (\(type))"
        case .rowKey(let fact): "\(fact): a row of a list needs --row, and nothing else has one"
        case .notYet(let fact, let day): "\(fact): \(day) is still to come"
        case .notApplicable(let policy): "no published version of \(policy) applies to the zone"
        case .payersUnclear: "who pays is layer=percent, and all layers make 100"
        case .decisionKept(let decision): "decision \(decision) was given and never changes"
        case .draft(let policy, let version): "\(policy) \(version) is a draft, not published"
        case .endsLater(let version, let until): "version \(version) ends on \(until) and can only end earlier"
        case .excludesItself(let policy): "\(policy) does not exclude itself"
        case .invalid(let rule): "the data breaks the rule \(rule)"
        }
    }

    public var hint: Text? {
        switch self {
        case .codeTaken: Text("换一个编号，或不给 --code", "choose another, or leave --code out")
        case .published, .overlapping: Text("起草新版本；旧版本可提前结束", "draft a new version; the old one can end earlier")
        case .misread(.unknownFact): Text("fact catalog 列出全部事实", "see fact catalog")
        case .misread, .faulty, .caseFails: Text("policy show 可查全文", "see policy show")
        case .secondPersonNeeded, .zoneOfOthers: Text("请该区的另一位复核人发布", "ask another reviewer of the zone")
        case .changedMeanwhile: Text("再发布一次", "publish again")
        case .otherFact, .columnWithoutList, .valueUnfit, .rowKey: Text("fact catalog 可查类型和列", "see fact catalog")
        case .notApplicable: Text("policy list 可查", "see policy list")
        case .payersUnclear: Text("例如 city=50,project_zone=50", "for example city=50,project_zone=50")
        case .endsBeforeStart, .notYet, .decisionKept, .draft, .endsLater, .excludesItself, .invalid: nil
        }
    }

    public var exit: ExitCode {
        switch self {
        case .secondPersonNeeded, .zoneOfOthers: .notPermitted
        case .changedMeanwhile: .temporary
        default: .badData
        }
    }
}
