/// Commands about the commands.
enum HelpCommands {
    static let all = [help, commands, explain, run]

    static let help = Command(
        "help",
        "",
        "说明用法",
        "explain how to use it",
        effect: .read,
        role: .anyone,
        fields: [
            .optionalKey("noun", .text, "名词", "a noun"),
            .optionalKey("verb", .text, "动词", "a verb of it"),
        ],
        example: "help cohort add",
        .act { invocation, context in
            let help = Help(registry: context.registry, language: context.language)
            guard let noun = try invocation.optionalText("noun") else { return .lines(help.overview()) }
            return .lines(try help.about(noun, verb: invocation.optionalText("verb")))
        }
    )

    static let commands = Command(
        "commands",
        "",
        "列出全部命令，供程序读取",
        "list all commands, for programs",
        effect: .read,
        role: .anyone,
        columns: [
            Column("noun", "名词"), Column("verb", "动词"), Column("fields", "字段"), Column("effect", "作用"),
            Column("role", "角色"), Column("columns", "输出列"), Column("example", "例子"), Column("summary_zh", "中文说明"),
            Column("summary_en", "英文说明"),
        ],
        example: "commands",
        .act { _, context in .rows(context.registry.commands.map(\.cells)) }
    )

    static let explain = Command(
        "explain",
        "",
        "说明一个错误代码",
        "explain an error code",
        effect: .read,
        role: .anyone,
        fields: [.optionalKey("code", .code, "错误代码", "the code of an error")],
        columns: [Column("code", "代码", "code", .code), Column("text", "说明", "explanation")],
        example: "explain CLI05",
        .act { invocation, context in
            let all = Explanations.all
            guard let code = try invocation.optionalCode("code")?.text else {
                return .rows(all.map { [.code($0.code), .text($0.text[context.language])] })
            }
            guard let found = all.first(where: { $0.code == code.uppercased() }) else {
                throw HelpFault.unknownCode(code, Suggestion.nearest(to: code, in: all.map(\.code)))
            }
            return .lines(["\(found.code)  \(found.text[context.language])"])
        }
    )

    static let run = Command(
        "run",
        "",
        "执行命令文件，每行一个命令",
        "run a file of commands, one a line",
        effect: .write,
        role: .anyone,
        fields: [.optionalKey("file", .path, "文件；- 为标准输入", "the file; - is standard input")],
        example: "run tour.zctl",
        inFiles: false,
        .act { invocation, context in
            .nothing.exiting(try context.run(invocation.optionalPath("file") ?? "-"))
        }
    )
}
