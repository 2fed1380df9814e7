import Store

extension PersonRejection: Explained {
    public var exit: ExitCode {
        switch self {
        case .keyOfAnotherDatabase: .badConfiguration
        case .keyReplaced, .revealLimited: .temporary
        case .revealNotLogged: .notPermitted
        case .erased, .caseOpen, .keptByLaw, .fromALaterDay: .badData
        }
    }

    public var zh: String {
        switch self {
        case .keyOfAnotherDatabase: "密钥文件属于另一个数据库"
        case .keyReplaced: "本区的主密钥刚刚更换"
        case .revealLimited(let hour, let day): "查看完整号码已达上限（每小时 \(hour) 次，每日 \(day) 次）"
        case .revealNotLogged: "查看记录尚未提交，不显示号码"
        case .erased(let code): "\(code) 的个人信息已经删除"
        case .caseOpen(let code, let kind, let subject): "\(code) 还有未结的 \(kind)：\(subject)"
        case .keptByLaw(let code, let kind, let subject, let until):
            "\(code) 的 \(kind) 记录 \(subject) 依法须保存至 \(until)"
        case .fromALaterDay(let earliest): "新的规定最早从 \(earliest) 起"
        }
    }

    public var en: String {
        switch self {
        case .keyOfAnotherDatabase: "the key file belongs to another database"
        case .keyReplaced: "the zone's master key was just replaced"
        case .revealLimited(let hour, let day): "no more numbers may be shown now (\(hour) an hour, \(day) a day)"
        case .revealNotLogged: "numbers are shown only once the look is logged and committed"
        case .erased(let code): "what was personal of \(code) is erased"
        case .caseOpen(let code, let kind, let subject): "\(code) has an open \(kind): \(subject)"
        case .keptByLaw(let code, let kind, let subject, let until):
            "the law keeps the \(kind) \(subject) of \(code) until \(until)"
        case .fromALaterDay(let earliest): "the new rule can hold from \(earliest) at the earliest"
        }
    }

    public var hint: Text? {
        switch self {
        case .keyOfAnotherDatabase: KeyFault.ownFile
        case .keyReplaced: Text("重新执行；仍被拒绝则密钥文件已过时", "run it again; if refused again, the key file is out of date")
        case .revealLimited: Text("稍后再试", "try again later")
        case .revealNotLogged: Text("不能试运行，也不能放在事务中", "not in a dry run and not within a transaction")
        case .erased: nil
        case .caseOpen: Text("先办结该事项", "close the case first")
        case .keptByLaw: Text("见 retention periods", "see retention periods")
        case .fromALaterDay(let earliest): Text("写 --from \(earliest)", "say --from \(earliest)")
        }
    }

    public static let explanations = [
        Explanation(
            "PER01",
            "身份证号的索引由全区域同一把密钥计算；用别的密钥写入会使同一个人变成两个人，因此拒绝。",
            "Id numbers are found by an index under one key of the region; another key would make two people of one, so it is refused."
        ),
        Explanation(
            "PER02",
            "key rotate 换了主密钥，旧密钥已停用；已打开的会话在重新开始后使用新密钥。",
            "key rotate replaced the master key and the old one is retired; a session that was open takes the new one when it starts again."
        ),
        Explanation(
            "PER03",
            "每个登录每小时、每天能查看的完整号码有上限，上限见 reveal limits，由管理员用 reveal limit 设定。",
            "A login may look at so many people's numbers an hour and a day; reveal limits shows the limits, reveal limit sets them."
        ),
        Explanation(
            "PER04",
            "先提交查看记录，再显示号码；会被回滚的操作不显示任何内容。",
            "The look is logged and committed before anything is shown; what could be rolled back shows nothing."
        ),
        Explanation(
            "PER05",
            "个人信息删除后不能恢复，记录只剩编号，供账目和日志引用。",
            "Erasure cannot be undone; only the code is left, for ledgers and events to refer to."
        ),
        Explanation(
            "PER06",
            "申领或贷款未结时不得删除当事人的信息。",
            "Nobody is erased while a claim or loan of theirs is open."
        ),
        Explanation(
            "PER07",
            "部分记录须保存到法定期限届满，期限和依据见 retention periods。",
            "Some records must be kept until a legal period is over; retention periods lists them with their basis."
        ),
        Explanation(
            "PER08",
            "保存期限和查看上限按日期生效，已经生效的不改写；新的一条须从更晚的日期起。",
            "Periods and limits hold from a day on and are never rewritten; a new one begins after the last."
        ),
    ]
}
