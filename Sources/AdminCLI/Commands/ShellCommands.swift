/// What a machine needs besides the program: completion in its shells, a manual page.
enum ShellCommands {
    static let all = CompletionScript.allCases.map(completion) + [manual]

    private static func completion(_ shell: CompletionScript) -> Command {
        Command(
            "completion",
            shell.rawValue,
            "输出 \(shell.rawValue) 的命令行补全脚本",
            "print the script with which \(shell.rawValue) completes lines of zonectl",
            effect: .read,
            role: .anyone,
            fields: [
                .optional("line", .line, "脚本用：光标前的内容，列出候选", "for the script: what stands before the cursor")
            ],
            example: "completion \(shell.rawValue)",
            .act { invocation, context in
                guard let text = try invocation.optionalText("line") else { return .document(shell.text) }
                guard let line = PartialLine(text).withoutProgram else { return .nothing }
                let completer = Completer(registry: context.registry, isArgv: true, codes: LiveCodes.ask)
                let found = completer.completions(line, options: Options())
                return .document(shell.lines(found, line, context.language).map { $0 + "\n" }.joined())
            }
        )
    }

    static let manual = Command(
        "manual",
        "",
        "输出手册页：zonectl manual zh > zonectl.1，再 man -l zonectl.1",
        "print the manual page: zonectl manual en > zonectl.1, then man -l zonectl.1",
        effect: .read,
        role: .anyone,
        fields: [.optionalKey("language", .choice(of: Language.self), "语言", "the language")],
        example: "manual en",
        .act { invocation, context in
            let language = try invocation.optionalChoice("language").flatMap(Language.init) ?? context.language
            return .document(Manual(registry: context.registry, language: language, on: invocation.at.day).text)
        }
    )
}
