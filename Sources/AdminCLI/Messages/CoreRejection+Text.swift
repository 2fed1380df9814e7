import Store

extension CoreRejection: Explained {
    public var exit: ExitCode {
        switch self {
        case .zoneNeeded, .roleNeeded, .privilegeNeeded, .clockSetOutsideSample: .notPermitted
        case .missing, .requestReused, .taken, .invalid, .calendarYearNotLoaded, .rateDiffers, .mergeOfDifferentPeople,
            .zoneClosed, .fourEyes, .otherIsolation, .yearNotOver:
            .badData
        }
    }

    public var zh: String {
        switch self {
        case .missing(let noun, let key): "没有 \(noun) \(Phrase.quoted(key))"
        case .zoneNeeded(let wanted) where wanted.isEmpty: "没有说明以哪个区的身份操作"
        case .zoneNeeded(let wanted): "该登录不能以 \(Phrase.quoted(wanted)) 的身份操作"
        case .roleNeeded(let role): "该登录在本区没有角色 \(role)"
        case .requestReused(let id): "请求号 \(id) 已用于另一内容"
        case .clockSetOutsideSample: "只有样例库可以设定业务时间"
        case .taken(let rule): "编号、名称或号码已被使用（\(rule)）"
        case .invalid(let rule): "不符合约束 \(rule)"
        case .calendarYearNotLoaded(let year): "\(year) 年的工作日历没有载入"
        case .rateDiffers(let day): "\(day) 已公布的利率与此不同"
        case .mergeOfDifferentPeople(let duplicate, let kept): "\(duplicate) 与 \(kept) 的身份证号不同，是两个人"
        case .zoneClosed(let code, let day): "\(code) 已于 \(day) 撤销"
        case .fourEyes: "同一人不能审核自己录入的内容，也不能办理两道审核"
        case .privilegeNeeded: "该登录没有执行此操作的权限"
        case .otherIsolation(let level): "事务隔离级别 \(level) 不能用于修改"
        case .yearNotOver(let year): "\(year) 年尚未结束，其请求不能归档"
        }
    }

    public var en: String {
        switch self {
        case .missing(let noun, let key): "there is no \(noun) \(Phrase.quoted(key))"
        case .zoneNeeded(let wanted) where wanted.isEmpty: "no zone was named to act for"
        case .zoneNeeded(let wanted): "this login may not act for \(Phrase.quoted(wanted))"
        case .roleNeeded(let role): "this login has no role \(role) in the zone"
        case .requestReused(let id): "request id \(id) was used for something else"
        case .clockSetOutsideSample: "business time may be set only in a sample database"
        case .taken(let rule): "the code, name or number is taken (\(rule))"
        case .invalid(let rule): "the constraint \(rule) does not hold"
        case .calendarYearNotLoaded(let year): "the calendar of \(year) is not loaded"
        case .rateDiffers(let day): "another rate was published on \(day)"
        case .mergeOfDifferentPeople(let duplicate, let kept):
            "\(duplicate) and \(kept) have different id numbers: they are two people"
        case .zoneClosed(let code, let day): "\(code) was closed on \(day)"
        case .fourEyes: "nobody reviews what they entered, nor takes two steps of one case"
        case .privilegeNeeded: "this login has not the privilege to do this"
        case .otherIsolation(let level): "nothing is changed in a transaction of isolation level \(level)"
        case .yearNotOver(let year): "\(year) is not over, its requests are not archived yet"
        }
    }

    public var hint: Text? {
        switch self {
        case .missing(let noun, _): Text("见 \(noun) list", "see \(noun) list")
        case .zoneNeeded:
            Text("加上 --zone，例如 --zone ETDZ；见 zonectl whoami", "add --zone, such as --zone ETDZ; see zonectl whoami")
        case .roleNeeded, .privilegeNeeded: Text("见 zonectl whoami", "see zonectl whoami")
        case .requestReused: Text("换一个请求号", "use another id")
        case .clockSetOutsideSample: Text("去掉 --clock，或加上 --sample", "leave --clock out, or add --sample")
        case .taken: Text("换一个，或用 find 查找已有的", "choose another, or find the one that is there")
        case .calendarYearNotLoaded: Text("用 calendar load 载入", "load it with calendar load")
        case .fourEyes: Text("请另一位同事办理", "ask a colleague")
        case .otherIsolation: Text("使用 read committed", "use read committed")
        case .invalid, .rateDiffers, .mergeOfDifferentPeople, .zoneClosed, .yearNotOver: nil
        }
    }

    public static var explanations: [Explanation] { coreExplanations }
}
