import StartupEligibility

extension BankAccountRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("账号不能为空", "the account's number must not be empty")
        case .form: Text("账号只能有数字", "an account's number has digits only")
        case .length(let count):
            Text("账号有 \(count) 位，应为 8–32 位", "the account's number has \(count) digits, not 8 to 32")
        case .checkDigit: Text("卡号校验位不符", "the card's check digit does not fit")
        }
    }

    var remedy: Text? {
        switch self {
        case .empty, .form, .length: Text("只写半角数字", "write the digits only")
        case .checkDigit: Text("与银行卡逐位核对", "compare it with the card, digit by digit")
        }
    }
}

extension BankCodeRefusal: Told {
    var told: Text {
        switch self {
        case .form: Text("联行号是 12 位数字", "a branch's code has 12 digits")
        case .unknownKind: Text("联行号不能以 000 开头", "a branch's code does not begin with 000")
        }
    }
}
