import Zones

extension CalendarRefusal: Explained {
    public var code: String { "COR20" }

    public var exit: ExitCode {
        switch self {
        case .yearNotLoaded: .undecided
        case .negative, .reversed: .badData
        }
    }

    public var zh: String {
        switch self {
        case .yearNotLoaded(let year): "\(year) 年的工作日历没有载入"
        case .negative(let count): "工作日数不能是 \(count)"
        case .reversed: "结束日早于开始日"
        }
    }

    public var en: String {
        switch self {
        case .yearNotLoaded(let year): "the calendar of \(year) is not loaded"
        case .negative(let count): "\(count) is no number of working days"
        case .reversed: "the end lies before the start"
        }
    }

    public var hint: Text? {
        switch self {
        case .yearNotLoaded: Text("用 calendar load 载入", "load it with calendar load")
        case .negative, .reversed: nil
        }
    }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "COR20",
                "工作日按公布的放假调休计算；没有载入的年份不猜测。",
                "Working days follow the published calendar; a year that is not loaded is not guessed."
            )
        ]
    }
}

extension RateRefusal: Explained {
    public var code: String { "COR21" }
    public var exit: ExitCode { .undecided }

    public var zh: String {
        switch self {
        case .noneLoaded: "没有载入任何 LPR"
        case .beforeFirst(let day): "\(day) 早于第一次公布的 LPR"
        case .notLoaded(let day): "\(day) 之后的 LPR 没有载入"
        }
    }

    public var en: String {
        switch self {
        case .noneLoaded: "no loan prime rate is loaded"
        case .beforeFirst(let day): "\(day) lies before the first loan prime rate"
        case .notLoaded(let day): "no loan prime rate after \(day) is loaded"
        }
    }

    public var hint: Text? { Text("用 rate load 载入", "load them with rate load") }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "COR21",
                "LPR 每月公布；没有载入的日期不沿用旧值。",
                "The loan prime rate is published monthly; where it is not loaded, an old one does not stand in."
            )
        ]
    }
}

extension MoneyError: Told {
    var told: Text {
        switch self {
        case .overflow: Text("金额超出可计算的范围", "the amount is larger than can be counted")
        case .badShare: Text("金额无法按此比例分配", "the amount cannot be divided like this")
        }
    }
}

extension DataRefusal: Explained {
    public var code: String { "CLI77" }
    public var zh: String { line > 0 ? "数据文件第 \(line) 行\(problem.told.zh)" : "数据文件\(problem.told.zh)" }
    public var en: String { (line > 0 ? "line \(line) of the data file " : "the data file ") + problem.told.en }

    public static var explanations: [Explanation] {
        [
            Explanation(
                "CLI77",
                "日历、利率、行政区划等数据文件的每一行都要合乎格式，否则整个文件不载入。",
                "Every line of a data file (calendar, rates, divisions) must be right, else nothing of the file is loaded."
            )
        ]
    }
}

extension DataRefusal.Problem: Told {
    var told: Text {
        switch self {
        case .header(let expected): Text("的表头应为 \(expected)", "must have the header \(expected)")
        case .noRows: Text("没有内容", "has no rows")
        case .columns(let expected, let found):
            Text("应有 \(expected) 列，实有 \(found) 列", "has \(found) columns instead of \(expected)")
        case .day(let refusal): Text("的日期：\(refusal.told.zh)", "has a day that \(refusal.told.en)")
        case .rate(let refusal): Text("的利率：\(refusal.told.zh)", "has a rate that \(refusal.told.en)")
        case .word(let word): Text("有不认识的词\(Phrase.quoted(word))", "has the unknown word \(Phrase.quoted(word))")
        case .number(let number): Text("的数字\(Phrase.quoted(number))有误", "has the wrong number \(Phrase.quoted(number))")
        case .duplicate: Text("与前面的行重复", "repeats an earlier line")
        case .order: Text("的顺序不对", "is out of order")
        case .gap: Text("之前缺少一个月", "comes after a missing month")
        }
    }
}
