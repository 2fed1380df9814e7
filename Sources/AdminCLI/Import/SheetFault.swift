import Zones

/// Why a row of a sheet is refused although each of its cells could be read.
enum SheetFault: Error, Hashable, Explained {
    case bornInFuture(Day)
    case birthDiffers(Day)
    case unknownUnit(String)
    /// The same number in two rows.
    case doubled(firstRow: Int, row: Int)
    /// A record with the number but another name is there.
    case conflict(code: String)
    /// A record of the same name, birth date and phone is there, and no number decides whether it is the same person.
    case alike(code: String)
    /// The zone's registers have nobody of that number, code or name.
    case unknownSubject
    /// Another row says something else about the same thing.
    case contradicts(row: Int)
    case inFuture(Day)
    case endsBeforeStart

    var code: String {
        switch self {
        case .bornInFuture, .birthDiffers: "IMP21"
        case .unknownUnit: "IMP22"
        case .doubled: "IMP23"
        case .conflict: "IMP24"
        case .alike: "IMP25"
        case .unknownSubject: "IMP26"
        case .contradicts: "IMP27"
        case .inFuture, .endsBeforeStart: "IMP28"
        }
    }

    var zh: String {
        switch self {
        case .bornInFuture(let day): "出生日期 \(day) 在今天之后"
        case .birthDiffers(let day): "出生日期 \(day) 与身份证号不符"
        case .unknownUnit(let name): "单位 \(Phrase.quoted(name)) 尚未登记"
        case .doubled(let first, let row): "第 \(first) 行与第 \(row) 行号码相同"
        case .conflict(let code): "号码已登记在 \(code) 名下，姓名不同，未覆盖"
        case .alike(let code): "疑似与 \(code) 为同一人（姓名、出生日期、手机号相同），未导入"
        case .unknownSubject: "本区登记中没有这个人员或单位"
        case .contradicts(let row): "与第 \(row) 行矛盾"
        case .inFuture(let day): "\(day) 尚未到"
        case .endsBeforeStart: "结束早于开始"
        }
    }

    var en: String {
        switch self {
        case .bornInFuture(let day): "the birth date \(day) is after today"
        case .birthDiffers(let day): "the birth date \(day) differs from that of the resident ID"
        case .unknownUnit(let name): "the unit \(Phrase.quoted(name)) is not registered"
        case .doubled(let first, let row): "rows \(first) and \(row) have the same number"
        case .conflict(let code): "the number belongs to \(code) under another name; nothing was overwritten"
        case .alike(let code): "may be \(code): name, birth date and phone are the same; not imported"
        case .unknownSubject: "the zone's registers have no such person or organization"
        case .contradicts(let row): "row \(row) says otherwise"
        case .inFuture(let day): "\(day) is still to come"
        case .endsBeforeStart: "the end lies before the start"
        }
    }

    var hint: Text? {
        switch self {
        case .bornInFuture, .birthDiffers: Text("与证件核对", "compare it with the card")
        case .unknownUnit: Text("先用 org add 登记单位，或写单位编号", "register it with org add, or write its code")
        case .doubled: Text("只保留正确的一行", "keep the right one only")
        case .unknownSubject: Text("先用 person add 或 org add 登记", "register them with person add or org add")
        case .contradicts: Text("只保留正确的一行", "keep the right one only")
        case .inFuture, .endsBeforeStart: Text("与原件核对", "compare it with the original")
        case .conflict: Text("核对后用 person correct 更正", "check, then person correct")
        case .alike(let code):
            Text(
                "同一人用 enrollment add --person \(code)，不同人填上身份证号",
                "enrollment add --person \(code) if it is; else give the resident ID"
            )
        }
    }

    static let explanations = [
        Explanation(
            "IMP21",
            "行内出生日期与身份证号中的出生日期必须一致，且不得晚于今天。",
            "A row's birth date must agree with that of its resident ID and must not lie after today."
        ),
        Explanation(
            "IMP22",
            "单位按编号或全称与本区已登记单位匹配；找不到的行不导入，以免人员挂错单位。",
            "A unit is matched by code or full name among the zone's organizations; rows with an unknown one are not imported."
        ),
        Explanation(
            "IMP23",
            "同一文件里同一号码出现两次，两行都不导入：无法判断哪一行正确。",
            "A number that occurs twice in a file makes both rows unfit: nobody knows which is right."
        ),
        Explanation(
            "IMP24",
            "号码相同而姓名不同的记录不会被覆盖，须人工核对。",
            "A record with the same number and another name is never overwritten; somebody has to check."
        ),
        Explanation(
            "IMP25",
            "没有身份证号的行，姓名、出生日期、手机号都与已有记录相同时，由人判断是不是同一人，不另建记录。",
            "A row without resident ID whose name, birth date and phone are those of a record waits for somebody to decide."
        ),
        Explanation(
            "IMP26",
            "事实只能登记在本区已有的人员或单位名下；人员按身份证号或编号，单位按信用代码、编号或唯一的名称匹配。",
            "Facts are put on record of the zone's people (by number or code) and organizations (by credit code, code, or a name only one has)."
        ),
        Explanation(
            "IMP27",
            "同一文件里两行对同一件事说法不同，后一行不导入；改正后可再导入。",
            "Two rows of a file say different things about the same fact: the later one is not imported until it is mended."
        ),
        Explanation(
            "IMP28",
            "名册里的日期不得晚于今天，结束不得早于开始。",
            "A list's dates must not lie after today, nor an end before its start."
        ),
    ]
}
