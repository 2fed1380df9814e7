extension GrammarFault: Explained {
    var code: String {
        switch self {
        case .unknownNoun, .exchanged: "CLI20"
        case .unknownVerb: "CLI21"
        case .verbMissing: "CLI22"
        case .unknownField: "CLI23"
        case .doubled: "CLI24"
        case .missing: "CLI25"
        case .valueMissing: "CLI26"
        case .valueUnexpected: "CLI27"
        case .tooManyWords: "CLI28"
        case .unknownOption: "CLI29"
        case .optionOfWholeRun: "CLI30"
        case .conflicting: "CLI31"
        case .badOptionValue: "CLI32"
        case .nothingMade: "CLI33"
        case .notInFiles: "CLI34"
        case .expectIncomplete: "CLI35"
        case .noCommand: "CLI36"
        case .useWithoutOption: "CLI37"
        case .notInPrompt: "CLI39"
        }
    }

    var exit: ExitCode { .usage }

    var zh: String {
        switch self {
        case .unknownNoun(let word, _): "没有名词\(Phrase.quoted(word))"
        case .exchanged(let noun, let verb): "名词在前，动词在后：\(noun) \(verb)"
        case .unknownVerb(let noun, let word, _): "\(noun) 没有动词\(Phrase.quoted(word))"
        case .verbMissing(let noun, _): "\(noun) 后面缺少动词"
        case .unknownField(let command, let word, _): "\(command) 没有字段\(Phrase.quoted(word))"
        case .doubled(let field): "\(field) 给了两次"
        case .missing(let command, let fields): "\(command) 缺少 \(fields.joined(separator: " "))"
        case .valueMissing(let field): "\(field) 后面缺少值"
        case .valueUnexpected(let field): "\(field) 不带值"
        case .tooManyWords(let command, let word, let takes):
            "多出一个词\(Phrase.quoted(word))：\(command) 只有 \(takes) 个按位置给的值"
        case .unknownOption(let word, _): "没有选项\(Phrase.quoted(word))"
        case .optionOfWholeRun(let option): "\(option) 只能对整个运行给出，不能写在文件的一行里"
        case .conflicting(let one, let other): "\(one) 与 \(other) 不能同时使用"
        case .badOptionValue(let option, let value, _): "\(option) 的值\(Phrase.quoted(value))无效"
        case .nothingMade(let noun): "@\(noun)：前面还没有新建过 \(noun)"
        case .notInFiles(let command): "\(command) 不能写在文件里"
        case .expectIncomplete: "expect 后面要有错误代码和命令"
        case .noCommand: "没有命令"
        case .useWithoutOption: "use 后面只能是 --zone、--clock"
        case .notInPrompt: "expect 只用在文件里"
        }
    }

    var en: String {
        switch self {
        case .unknownNoun(let word, _): "there is no noun \(Phrase.quoted(word))"
        case .exchanged(let noun, let verb): "the noun comes first: \(noun) \(verb)"
        case .unknownVerb(let noun, let word, _): "\(noun) has no verb \(Phrase.quoted(word))"
        case .verbMissing(let noun, _): "a verb is missing after \(noun)"
        case .unknownField(let command, let word, _): "\(command) has no field \(Phrase.quoted(word))"
        case .doubled(let field): "\(field) was given twice"
        case .missing(let command, let fields): "\(command) needs \(fields.joined(separator: " "))"
        case .valueMissing(let field): "a value is missing after \(field)"
        case .valueUnexpected(let field): "\(field) takes no value"
        case .tooManyWords(let command, let word, let takes):
            "one word too many, \(Phrase.quoted(word)): \(command) takes \(takes) by position"
        case .unknownOption(let word, _): "there is no option \(Phrase.quoted(word))"
        case .optionOfWholeRun(let option): "\(option) holds for a whole run, not for one line of a file"
        case .conflicting(let one, let other): "\(one) and \(other) exclude each other"
        case .badOptionValue(let option, let value, _): "\(Phrase.quoted(value)) is no value of \(option)"
        case .nothingMade(let noun): "@\(noun): no earlier line made a \(noun)"
        case .notInFiles(let command): "\(command) may not stand in a file"
        case .expectIncomplete: "expect takes an error code and a command"
        case .noCommand: "there is no command"
        case .useWithoutOption: "use takes only --zone and --clock"
        case .notInPrompt: "expect belongs in files"
        }
    }

    var hint: Text? {
        switch self {
        case .unknownNoun(_, let suggestions):
            Phrase.didYouMean(suggestions) ?? Text("zonectl help 列出全部命令", "zonectl help lists all commands")
        case .exchanged(let noun, let verb): Text("写作 \(noun) \(verb) …", "write \(noun) \(verb) …")
        case .unknownVerb(let noun, _, let suggestions):
            Phrase.didYouMean(suggestions) ?? Text("见 zonectl help \(noun)", "see zonectl help \(noun)")
        case .verbMissing(_, let verbs):
            Text("可用：\(Phrase.any(verbs, .zh))", "one of \(Phrase.any(verbs, .en))")
        case .unknownField(let command, _, let suggestions):
            Phrase.didYouMean(suggestions) ?? Text("见 zonectl help \(command)", "see zonectl help \(command)")
        case .missing(let command, _), .tooManyWords(let command, _, _):
            Text("用法见 zonectl help \(command)；含空格的值加引号", "see zonectl help \(command); quote values with blanks")
        case .doubled, .valueUnexpected: Text("删去一个", "leave one out")
        case .valueMissing(let field):
            Text("值以 -- 开头时写作 \(field)=值", "write \(field)=VALUE for a value that begins with --")
        case .unknownOption(_, let suggestions):
            Phrase.didYouMean(suggestions) ?? Text("见 zonectl help", "see zonectl help")
        case .optionOfWholeRun(let option): Text("写作 zonectl \(option) … run 文件", "write zonectl \(option) … run FILE")
        case .conflicting("--resume", _): Text("再加 --tx=line", "add --tx=line")
        case .conflicting: Text("只留一个", "keep one of them")
        case .badOptionValue(_, _, let allowed): Text("例如 \(allowed)", "such as \(allowed)")
        case .nothingMade: Text("写出它的编号", "write its code")
        case .notInFiles: Text("单独运行它", "run it by itself")
        case .expectIncomplete: Text("例如 expect SCH01 session add …", "such as expect SCH01 session add …")
        case .noCommand: Text("zonectl help 列出全部命令", "zonectl help lists all commands")
        case .notInPrompt: Text("直接输入该命令", "give the command itself")
        case .useWithoutOption: Text("例如 use --zone ETDZ", "such as use --zone ETDZ")
        }
    }

    static var explanations: [Explanation] { grammarExplanations }
}
