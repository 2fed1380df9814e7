extension ValueFault: Explained {
    var code: String {
        switch self {
        case .code: "CLI40"
        case .text: "CLI41"
        case .day, .dayAhead: "CLI42"
        case .instant: "CLI43"
        case .money: "CLI44"
        case .rate: "CLI45"
        case .notInteger, .outOfRange: "CLI46"
        case .notAChoice: "CLI47"
        case .residentID: "CLI48"
        case .creditCode: "CLI49"
        case .phone: "CLI50"
        case .path: "CLI51"
        case .subject: "CLI52"
        }
    }

    var zh: String { told(.zh) }

    var en: String { told(.en) }

    /// Field, value where it is not personal, and the phrase of the refusal.
    private func told(_ language: Language) -> String {
        switch self {
        case .code(let field, let value, let refusal): sentence(field, value, refusal.told[language], language)
        case .text(let field, let refusal): sentence(field, nil, refusal.told[language], language)
        case .day(let field, let value, let refusal): sentence(field, value, refusal.told[language], language)
        case .dayAhead(let field, let value, let today):
            sentence(field, value, Text("在今天（\(today)）之后", "is after today, \(today)")[language], language)
        case .instant(let field, let value, let refusal): sentence(field, value, refusal.told[language], language)
        case .money(let field, let value, let refusal): sentence(field, value, refusal.told[language], language)
        case .rate(let field, let value, let refusal): sentence(field, value, refusal.told[language], language)
        case .notInteger(let field, let value):
            sentence(field, value, Text("不是整数", "is not an integer")[language], language)
        case .outOfRange(let field, let value, let range):
            sentence(field, value, Self.outside(range)[language], language)
        case .notAChoice(let field, let value, _, _):
            sentence(field, value, Text("不在可选值之内", "is none of its values")[language], language)
        case .residentID(let field, let refusal): sentence(field, nil, refusal.told[language], language)
        case .creditCode(let field, let value, let refusal): sentence(field, value, refusal.told[language], language)
        case .phone(let field, let refusal): sentence(field, nil, refusal.told[language], language)
        case .path(let field, let value):
            sentence(field, value, Text("不是文件名", "is no file name")[language], language)
        case .subject(let field, let value):
            sentence(field, value, Text("不是 类别:编号", "is not noun:key")[language], language)
        }
    }

    private static func outside(_ range: ClosedRange<Int>) -> Text {
        Text(
            "不在 \(range.lowerBound) 至 \(range.upperBound) 之内",
            "is not within \(range.lowerBound) to \(range.upperBound)"
        )
    }

    private func sentence(_ field: String, _ value: String?, _ phrase: String, _ language: Language) -> String {
        let shown = value.map { $0.isEmpty ? "" : Phrase.quoted($0) + (language == .en ? " " : "") } ?? ""
        return switch language {
        case .zh: "\(field)：\(shown)\(phrase)"
        case .en: "\(field): \(shown)\(phrase)"
        }
    }

    var hint: Text? {
        switch self {
        case .code(_, _, let refusal): refusal.remedy
        case .text(_, let refusal): refusal.remedy
        case .day(_, _, let refusal): refusal.remedy
        case .instant(_, _, let refusal): refusal.remedy
        case .money(_, _, let refusal): refusal.remedy
        case .rate(_, _, let refusal): refusal.remedy.map { _ in Text("例如 3.35", "such as 3.35") }
        case .notInteger: Text("只用半角数字", "ASCII digits only")
        case .notAChoice(_, _, let choices, let suggestions):
            Phrase.didYouMean(suggestions)
                ?? Text("可选：\(Phrase.any(choices, .zh))", "one of \(Phrase.any(choices, .en))")
        case .residentID(_, let refusal): refusal.remedy
        case .creditCode(_, _, let refusal): refusal.remedy
        case .phone(_, let refusal): refusal.remedy
        case .subject: Text("例如 project:X1", "such as project:X1")
        case .outOfRange, .path, .dayAhead: nil
        }
    }

    static var explanations: [Explanation] { valueExplanations }
}
