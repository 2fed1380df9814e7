import Zones

/// The sentence about a number that a spreadsheet ruined.
private let spreadsheet = Text(
    "被电子表格改成了科学计数法，末几位已经丢失",
    "was turned into a floating number by a spreadsheet; its last digits are lost"
)
private let asText = Text("从原件重新录入，并把该列设为文本", "take it from the original, and format the column as text")

extension ResidentIDRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("不能为空", "must not be empty")
        case .length(let count): Text("有 \(count) 位，应为 18 位", "has \(count) characters instead of 18")
        case .character(let scalar, let position): misplaced(scalar, position)
        case .notPlain: Text("含有全角字符、空格或其他符号", "has full-width characters, spaces or signs in it")
        case .fifteenDigits: Text("是 15 位的一代身份证号", "is a first-generation number of 15 digits")
        case .spreadsheetNumber: spreadsheet
        case .checkCharacter: Text("校验码不对", "has a wrong check character")
        case .spreadsheetRounded:
            Text("校验码不对，末三位 000 像是被电子表格取整", "has a wrong check character, and its 000 look rounded by a spreadsheet")
        case .birthDay(let refusal): Text("出生日期有误：" + refusal.told.zh, "states a birth day that " + refusal.told.en)
        case .bornInFuture(let day): Text("出生日期 \(day) 在今天之后", "states the birth day \(day), after today")
        case .division(let code): Text("行政区划代码 \(code) 不存在", "begins with \(code), the code of no division")
        }
    }

    var remedy: Text? {
        switch self {
        case .notPlain(let suggestion): Text("写作 \(suggestion)", "write \(suggestion)")
        case .fifteenDigits(let modern):
            Text("18 位号码为 \(modern)，请与本人核对", "its 18-character form is \(modern); check it with the person")
        case .spreadsheetNumber, .spreadsheetRounded: asText
        case .checkCharacter, .length, .birthDay, .division: Text("与证件核对", "compare it with the card")
        case .empty, .character, .bornInFuture: nil
        }
    }
}

extension CreditCodeRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("不能为空", "must not be empty")
        case .length(let count): Text("有 \(count) 位，应为 18 位", "has \(count) characters instead of 18")
        case .character(let scalar, let position): misplaced(scalar, position)
        case .notPlain: Text("含有全角字符、空格或其他符号", "has full-width characters, spaces or signs in it")
        case .spreadsheetNumber: spreadsheet
        case .authority(let character):
            Text("首位 \(character) 不是任何登记管理部门", "begins with \(character), which stands for no registering authority")
        case .organizationCheckCharacter:
            Text("第 17 位（组织机构代码校验码）不对", "has a wrong 17th character (check of the organization code)")
        case .checkCharacter: Text("末位校验码不对", "has a wrong check character")
        }
    }

    var remedy: Text? {
        switch self {
        case .notPlain(let suggestion): Text("写作 \(suggestion)", "write \(suggestion)")
        case .spreadsheetNumber: asText
        case .character: Text("代码中没有 I、O、S、V、Z", "I, O, S, V and Z are in no code")
        case .length, .authority, .organizationCheckCharacter, .checkCharacter:
            Text("与营业执照核对", "compare it with the licence")
        case .empty: nil
        }
    }
}

extension PhoneRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("不能为空", "must not be empty")
        case .length(let count): Text("有 \(count) 位，手机号为 11 位", "has \(count) digits; a mobile number has 11")
        case .character(let scalar, let position): misplaced(scalar, position)
        case .spreadsheetNumber: spreadsheet
        case .mobilePrefix: Text("手机号以 13 至 19 开头", "is no mobile number: those begin with 13 to 19")
        case .landline: Text("固定电话写作 区号-号码", "is no landline number: area code, hyphen, 7 or 8 digits")
        }
    }

    var remedy: Text? {
        switch self {
        case .spreadsheetNumber: asText
        case .landline: Text("例如 0513-85981234", "such as 0513-85981234")
        case .empty, .length, .character, .mobilePrefix: nil
        }
    }
}

private func misplaced(_ scalar: Unicode.Scalar, _ position: Int) -> Text {
    let name = Phrase.codePoint(scalar.value)
    return Text("第 \(position) 位的字符 \(name) 不该出现", "has the character \(name) at place \(position)")
}
