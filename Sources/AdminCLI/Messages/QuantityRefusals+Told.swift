import Zones

extension DayRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("日期不能为空", "must not be empty")
        case .form: Text("不是 YYYY-MM-DD 形式的日期", "is not a day written YYYY-MM-DD")
        case .year(let year): Text("没有公元 \(year) 年（1–9999）", "has the year \(year), outside 1–9999")
        case .month(let month): Text("没有 \(month) 月", "has the month \(month)")
        case .dayOfMonth(let day, let last):
            Text("该月没有 \(day) 日，最后一天是 \(last) 日", "has the day \(day); that month ends on \(last)")
        case .outOfRange: Text("超出 0001-01-01 至 9999-12-31", "lies outside 0001-01-01 to 9999-12-31")
        }
    }

    var remedy: Text? {
        switch self {
        case .empty, .form: Text("例如 2024-09-03", "such as 2024-09-03")
        case .year, .month, .dayOfMonth, .outOfRange: nil
        }
    }
}

extension TimeRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("时间不能为空", "must not be empty")
        case .form: Text("不是 YYYY-MM-DDTHH:MM 形式的时间", "is not a time written YYYY-MM-DDTHH:MM")
        case .hour(let hour): Text("没有 \(hour) 时（0–23）", "has the hour \(hour), outside 0–23")
        case .minute(let minute): Text("没有 \(minute) 分（0–59）", "has the minute \(minute), outside 0–59")
        case .second(let second): Text("没有 \(second) 秒（0–59）", "has the second \(second), outside 0–59")
        case .day(let refusal): refusal.told
        default: Text("超出可表示的时间", "lies outside the times that can be told")
        }
    }

    var remedy: Text? {
        switch self {
        case .empty, .form: Text("例如 2024-09-03T19:00", "such as 2024-09-03T19:00")
        default: nil
        }
    }
}

extension DecimalRefusal: Told {
    var told: Text {
        switch self {
        case .empty: Text("不能为空", "must not be empty")
        case .sign: Text("不带正负号", "takes no sign")
        case .space: Text("含有空格", "has spaces in it")
        case .separators: Text("含有千分位分隔符", "has separators of thousands")
        case .character(let scalar):
            Text("含有字符 \(Phrase.codePoint(scalar.value))", "has the character \(Phrase.codePoint(scalar.value))")
        case .form: Text("不是数字", "is not a number")
        case .decimals(let limit): Text("最多 \(limit) 位小数", "has more than \(limit) decimals")
        case .tooLarge: Text("数额过大", "is too large")
        }
    }

    var remedy: Text? {
        switch self {
        case .separators(let without): Text("写作 \(without)", "write \(without)")
        case .sign, .space, .character, .form, .empty:
            Text("只用半角数字和小数点，例如 200000.00", "digits and a point only, such as 200000.00")
        case .decimals, .tooLarge: nil
        }
    }
}
