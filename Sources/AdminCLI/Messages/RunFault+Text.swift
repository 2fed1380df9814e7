extension RunFault: Explained {
    var code: String {
        switch self {
        case .notRefused: "CLI80"
        case .refusedOtherwise: "CLI81"
        case .needsYes: "CLI82"
        case .otherCount: "CLI83"
        case .declined: "CLI84"
        case .interrupted: "CLI85"
        case .nothingToCount: "CLI86"
        case .leftTransaction: "CLI87"
        case .needsCommand: "CLI88"
        case .notInPack: "CLI89"
        case .oneAuthor: "CLI91"
        }
    }

    var exit: ExitCode {
        switch self {
        case .notRefused, .refusedOtherwise, .otherCount, .notInPack: .badData
        case .needsYes, .nothingToCount, .needsCommand, .oneAuthor: .usage
        case .declined, .interrupted: .interrupted
        case .leftTransaction: .bug
        }
    }

    var zh: String {
        switch self {
        case .notRefused(let expected): "应以 \(expected) 被拒绝，却成功了（已撤销）"
        case .refusedOtherwise(let expected, let found, let what): "应以 \(expected) 被拒绝，实际是 \(found)：\(what.zh)"
        case .needsYes(let command): "\(command) 不可轻易撤回，没有终端可以询问"
        case .otherCount(let expected, let found): "应涉及 \(expected) 行，实际是 \(found) 行"
        case .declined: "没有执行"
        case .interrupted: "已中断，未提交的改动已撤销"
        case .nothingToCount(let command): "\(command) 没有可以用 --expect 核对的行"
        case .leftTransaction(let command): "\(command) 自行结束了事务"
        case .needsCommand: "标准输入不是终端，也没有命令"
        case .notInPack(let command): "政策文件里不能有 \(command)"
        case .oneAuthor: "整个文件是一个事务时只能以一个登录执行"
        }
    }

    var en: String {
        switch self {
        case .notRefused(let expected): "it should have been refused with \(expected), but it was done (and undone)"
        case .refusedOtherwise(let expected, let found, let what):
            "it should have been refused with \(expected), but it was \(found): \(what.en)"
        case .needsYes(let command): "\(command) is not easily taken back, and there is no terminal to ask"
        case .otherCount(let expected, let found): "it should concern \(expected) rows, but it concerns \(found)"
        case .declined: "it was not done"
        case .interrupted: "interrupted; what was not committed is undone"
        case .nothingToCount(let command): "\(command) has no rows for --expect to count"
        case .leftTransaction(let command): "\(command) ended the transaction by itself"
        case .needsCommand: "standard input is no terminal, and there is no command"
        case .notInPack(let command): "a policy pack cannot hold \(command)"
        case .oneAuthor: "a file that is one transaction has one author"
        }
    }

    var hint: Text? {
        switch self {
        case .needsYes: Text("确认后加上 --yes", "add --yes if you are sure")
        case .otherCount: Text("先用 --dry-run 查看", "look with --dry-run first")
        case .nothingToCount: Text("去掉 --expect", "leave --expect out")
        case .needsCommand: Text("见 zonectl help", "see zonectl help")
        case .notInPack: Text("发布等命令请单独执行", "do it by a line of its own")
        case .oneAuthor: Text("用 --tx=line 执行该文件", "run the file with --tx=line")
        case .notRefused, .refusedOtherwise, .declined, .interrupted, .leftTransaction: nil
        }
    }

    static var explanations: [Explanation] {
        [
            Explanation(
                "CLI80",
                "expect 的命令没有被拒绝，所以该行不通过；它的改动已撤销。",
                "The command after expect was not refused, so the line fails; its changes are undone."
            ),
            Explanation(
                "CLI81",
                "expect 的命令被拒绝，但代码不同。",
                "The command after expect was refused, but with another code."
            ),
            Explanation(
                "CLI82",
                "不可轻易撤回的命令在终端上会先询问；没有终端时要有 --yes。",
                "Commands that take away or pay out ask on a terminal; without one they want --yes."
            ),
            Explanation(
                "CLI83",
                "--expect 给出的行数与实际不符，什么也没有做。",
                "The number after --expect is not the number of rows concerned; nothing was done."
            ),
            Explanation("CLI84", "询问时没有回答 yes。", "The question was not answered with yes."),
            Explanation(
                "CLI85",
                "^C：未提交的改动已撤销。--tx=line 的文件可以用 --resume 继续。",
                "^C: what was not committed is undone. A file with --tx=line goes on with --resume."
            ),
            Explanation(
                "CLI86",
                "--expect 只用于会列出所涉及行的命令。",
                "--expect is for commands that list the rows they concern."
            ),
            Explanation("CLI87", "程序出错：命令不应自行提交。", "A bug: a command must not commit by itself."),
            Explanation(
                "CLI88",
                "不在终端上时，命令来自参数、文件或标准输入。",
                "Without a terminal, commands come from arguments, a file or standard input."
            ),
            Explanation(
                "CLI89",
                "政策文件只含组成政策的行：fact add、policy add、policy version、parameter、clause、benefit、case 等。",
                "A policy pack holds the lines of which policies are made: fact add, policy add, policy version, and so on."
            ),
            Explanation(
                "CLI91",
                "一个文件可用 use --as 换登录，但一个事务只能有一个作者，故须 --tx=line。",
                "A file may change its login by use --as; a transaction has one author, so it needs --tx=line."
            ),
        ]
    }
}
