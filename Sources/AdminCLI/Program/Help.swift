/// Help text, made from the registry.
struct Help {
    let registry: Registry
    let language: Language

    /// All nouns with their verbs, the options, and how to go on.
    func overview() -> [String] {
        var lines = [
            Text("用法：zonectl [选项] 名词 动词 [值…] [--字段 值]…", "usage: zonectl [option…] NOUN VERB [KEY…] [--field value]…")[
                language
            ],
            "",
        ]
        lines += table(
            registry.nouns.filter { !registry.verbs(of: $0).isEmpty }.map { noun in
                (noun, registry.verbs(of: noun).joined(separator: ", "))
            }
        )
        lines += [""]
        lines += table(registry.commands.filter { $0.verb.isEmpty }.map { ($0.noun, $0.summary[language]) })
        lines += ["", Text("选项", "options")[language]]
        lines += table(
            GlobalOption.allCases.sorted { $0.rawValue < $1.rawValue }.map { option in
                (option.name + (option.valueName.map { " " + $0 } ?? ""), option.meaning[language])
            }
        )
        lines += [
            "",
            Text("命令文件", "in a file of commands")[language],
        ]
        lines += table(Self.fileSyntax.map { ($0.term, $0.meaning[language]) })
        lines += [
            "",
            Text(
                "详情：zonectl help 名词 [动词]；错误代码：zonectl explain 代码",
                "more: zonectl help NOUN [VERB]; error codes: zonectl explain CODE"
            )[language],
        ]
        return lines
    }

    /// What a file of commands may hold besides commands.
    static let fileSyntax: [(term: String, meaning: Text)] = [
        ("# …", Text("注释", "a comment")),
        ("expect CODE …", Text("该命令须以此代码被拒绝", "the command must be refused with this code")),
        ("use --zone Z --clock T", Text("对其后各行生效", "holds for the lines after it")),
        ("@noun", Text("最近新建的该名词的编号", "the code of the last one made")),
    ]

    /// The verbs of a noun, or one command in full.
    /// - Throws: `GrammarFault` with suggestions
    func about(_ noun: String, verb: String?) throws(GrammarFault) -> [String] {
        guard registry.has(noun: noun) else {
            throw .unknownNoun(noun, suggestions: Suggestion.nearest(to: noun, in: registry.nouns))
        }
        if let verb {
            guard let command = registry.command(noun, verb) else {
                let near = Suggestion.verb(meaning: verb, of: registry.verbs(of: noun))
                throw .unknownVerb(noun: noun, verb, suggestions: near)
            }
            return about(command)
        }
        let commands = registry.commands.filter { $0.noun == noun }
        if commands.count == 1, let command = commands.first { return about(command) }
        return table(commands.map { ($0.name, $0.summary[language]) })
            + ["", Text("详情：zonectl help \(noun) 动词", "more: zonectl help \(noun) VERB")[language]]
    }

    /// Usage, fields, columns, example of one command.
    func about(_ command: Command) -> [String] {
        var lines = ["zonectl " + command.usage, "", "  " + command.summary[language]]
        lines.append(
            "  " + Text("作用：", "effect: ")[language] + command.effect.told[language]
                + Text("；角色：", "; role: ")[language] + command.role.rawValue
        )
        if !command.fields.isEmpty {
            lines += ["", Text("字段", "fields")[language]]
            lines += table(command.fields.map { ($0.label, describe($0)) })
        }
        if !command.columns.isEmpty {
            lines += ["", Text("输出列", "columns")[language]]
            lines += table(command.columns.map { ($0.name, $0.heading[language] + " (\($0.kind.rawValue))") })
        }
        lines += ["", Text("例子", "example")[language], "  zonectl " + command.example]
        return lines
    }

    /// What a field takes, in one line.
    func describe(_ field: Field) -> String {
        var text = field.meaning[language]
        switch field.type {
        case .integer(let range): text += "  \(range.lowerBound)–\(range.upperBound)"
        case .choice(let words): text += "  " + words.joined(separator: "|")
        case .flag: break
        case .list(let element): text += Text("  (多个 \(element.name))", "  (list of \(element.name))")[language]
        default: text += "  (\(field.type.name))"
        }
        switch field.need {
        case .required: break
        case .optional: if field.type != .flag { text += Text("，可不给", ", may be left out")[language] }
        case .defaulted(let value): text += Text("，默认 \(value)", ", \(value) if left out")[language]
        }
        return text
    }

    /// Two columns, the first padded by display width.
    private func table(_ rows: [(String, String)]) -> [String] {
        let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
        return rows.map { left, right in
            "  " + left + String(repeating: " ", count: width - DisplayWidth.of(left) + 2) + right
        }
    }
}

extension Effect {
    var told: Text {
        switch self {
        case .read: Text("只读", "reads")
        case .write: Text("修改", "changes data")
        case .destructive: Text("不可轻易撤回，先询问", "not easily taken back; asks first")
        }
    }
}
