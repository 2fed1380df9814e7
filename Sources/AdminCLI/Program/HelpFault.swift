/// Why there is no help on something.
enum HelpFault: Error, Hashable {
    case unknownCode(String, [String])
}

extension HelpFault: Explained {
    var code: String { "CLI38" }
    var exit: ExitCode { .usage }

    var zh: String {
        switch self {
        case .unknownCode(let code, _): "没有错误代码\(Phrase.quoted(code))"
        }
    }

    var en: String {
        switch self {
        case .unknownCode(let code, _): "there is no error code \(Phrase.quoted(code))"
        }
    }

    var hint: Text? {
        switch self {
        case .unknownCode(_, let suggestions):
            Phrase.didYouMean(suggestions) ?? Text("zonectl explain 列出全部代码", "zonectl explain lists all codes")
        }
    }

    static var explanations: [Explanation] {
        [Explanation("CLI38", "没有这个错误代码。", "There is no such error code.")]
    }
}
