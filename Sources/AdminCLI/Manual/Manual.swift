import Zones

/// The manual page of the program, made from the registry: every command with its fields, options, exit status,
/// environment, files.
struct Manual {
    private let registry: Registry
    private let language: Language
    private var page: Roff

    /// - Parameter day: the date that the page bears
    init(registry: Registry, language: Language, on day: Day) {
        self.registry = registry
        self.language = language
        page = Roff(
            title: "ZONECTL",
            section: 1,
            on: "\(day)",
            source: "ZoneBridge",
            manual: Text("ZoneBridge 手册", "ZoneBridge Manual")[language]
        )
        introduce()
        describeOptions()
        describeFiles()
        describeCommands()
        describeSurroundings()
    }

    var text: String { page.text }

    private mutating func section(_ zh: String, _ en: String) { page.section(Text(zh, en)[language]) }

    private mutating func introduce() {
        section("名称", "NAME")
        // `man` finds a page by this line: a name, a hyphen, what it is.
        page.sentence("zonectl - " + Text("两区协同的命令行", "the command line of ZoneBridge")[language])
        section("概要", "SYNOPSIS")
        page.item(
            "zonectl "
                + Text("[选项]… 名词 动词 [值]… [--字段 值]…", "[option]... NOUN VERB [KEY]... [--field value]...")[language],
            Text("执行一个命令", "do one command")[language]
        )
        page.item("zonectl run FILE", Text("执行命令文件", "do a file of commands")[language])
        page.item("zonectl", Text("在终端上：逐行会话", "on a terminal: a session, line by line")[language])
        section("说明", "DESCRIPTION")
        page.sentence(
            Text(
                "人才培训报名、课程排期、创业扶持测算、项目移交，都用同一种命令行。",
                "Enrollment, timetables, benefits for founders and projects handed over between zones, all by one kind of line."
            )[language]
        )
        page.sentence(
            Text(
                "同一行既可写在命令行，也可写进文件，或在会话中键入。",
                "The same line may stand in the arguments, in a file, or be typed in a session."
            )[language]
        )
        page.paragraph(
            Text(
                "结果在终端上是表格，在管道中是 TSV；--json、--csv 另选形式。",
                "Results are a table on a terminal and TSV in a pipe; --json and --csv choose otherwise."
            )[language],
            Text(
                "拒绝是一行：位置、代码、原因、怎么办；zonectl explain 代码 给出详情。",
                "A refusal is one line: place, code, reason, what to do; zonectl explain CODE says more."
            )[language]
        )
    }

    private mutating func describeOptions() {
        section("选项", "OPTIONS")
        for option in GlobalOption.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
            page.item(option.name + (option.valueName.map { " " + $0 } ?? ""), option.meaning[language])
        }
    }

    private mutating func describeFiles() {
        section("命令文件", "FILES OF COMMANDS")
        for (term, meaning) in Help.fileSyntax { page.item(term, meaning[language]) }
        section("会话", "SESSION")
        for (term, meaning) in Prompt.keys { page.item(term, meaning[language]) }
    }

    private mutating func describeCommands() {
        section("命令", "COMMANDS")
        for noun in registry.nouns {
            page.subsection(noun)
            for command in registry.commands where command.noun == noun { describe(command) }
        }
    }

    private mutating func describe(_ command: Command) {
        page.item(command.usage, command.summary[language])
        page.line(
            Text("作用：", "effect: ")[language] + command.effect.told[language] + Text("；角色：", "; role: ")[language]
                + command.role.rawValue
        )
        if !command.columns.isEmpty {
            page.line(Text("输出列：", "columns: ")[language] + command.columns.map(\.name).joined(separator: ", "))
        }
        page.line(Text("例：", "example: ")[language] + "zonectl " + command.example)
        let help = Help(registry: registry, language: language)
        page.nested(command.fields.map { ($0.label, help.describe($0)) })
    }

    private mutating func describeSurroundings() {
        section("退出状态", "EXIT STATUS")
        for code in ExitCode.allCases { page.item("\(code.rawValue)", code.meaning[language]) }
        section("环境变量", "ENVIRONMENT")
        for variable in Surroundings.variables { page.item(variable.name, variable.meaning[language]) }
        section("文件", "FILES")
        for file in Surroundings.files { page.item(file.name, file.meaning[language]) }
        section("例子", "EXAMPLES")
        page.literal([
            "zonectl --sample db init", "zonectl --sample run deploy/sample/tour.zctl", "zonectl todo --days 30",
        ])
        section("参见", "SEE ALSO")
        page.sentence("psql(1), pg_dump(1), pg_basebackup(1)")
    }
}
