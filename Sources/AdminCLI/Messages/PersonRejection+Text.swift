import Store

extension PersonRejection: Explained {
    public var exit: ExitCode {
        switch self {
        case .keyOfAnotherDatabase: .badConfiguration
        case .keyReplaced: .temporary
        }
    }

    public var zh: String {
        switch self {
        case .keyOfAnotherDatabase: "密钥文件属于另一个数据库"
        case .keyReplaced: "本区的主密钥刚刚更换"
        }
    }

    public var en: String {
        switch self {
        case .keyOfAnotherDatabase: "the key file belongs to another database"
        case .keyReplaced: "the zone's master key was just replaced"
        }
    }

    public var hint: Text? {
        switch self {
        case .keyOfAnotherDatabase: KeyFault.ownFile
        case .keyReplaced: Text("重新执行；仍被拒绝则密钥文件已过时", "run it again; if refused again, the key file is out of date")
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
    ]
}
