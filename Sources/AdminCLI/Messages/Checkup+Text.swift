import Store

extension Checkup.Check {
    /// What is looked at.
    var told: Text {
        switch self {
        case .serverVersion: Text("PostgreSQL 版本", "PostgreSQL's version")
        case .fsync: Text("写入落盘", "writes reach the disk")
        case .synchronousCommit: Text("提交落盘", "commits reach the disk")
        case .fullPageWrites: Text("整页写入", "whole pages are written")
        case .checksums: Text("数据页校验", "checksums of pages")
        case .timeZone: Text("时区", "time zone")
        case .encoding: Text("编码", "encoding")
        case .schema: Text("结构版本", "schema version")
        case .zones: Text("已登记的区", "zones")
        case .calendar: Text("工作日历用到", "working days known until")
        case .rates: Text("LPR 用到", "loan prime rates known until")
        case .binaries: Text("运行中 / 已安装的版本", "version that runs / is installed")
        case .functions: Text("数据库函数可用", "functions can be run")
        case .clock: Text("服务器与本机时钟之差", "the server's clock against this machine's")
        case .keys: Text("密钥文件", "key file")
        case .seal: Text("最近一次封存", "last seal")
        case .backup: Text("最近一次备份", "last backup")
        case .drill: Text("最近一次恢复演练", "last drill of a restore")
        case .archive: Text("日志归档到", "log archived until")
        case .standby: Text("同步备库", "standbys in step")
        case .disk: Text("磁盘剩余", "free on the disk")
        case .connections: Text("连接数", "connections")
        case .sequences: Text("最满的序列", "the fullest sequence")
        }
    }

    /// What to do when the check fails.
    var advice: Text {
        switch self {
        case .serverVersion: Text("使用 PostgreSQL 15 或更高版本", "use PostgreSQL 15 or later")
        case .binaries, .functions:
            Text("服务程序已升级，请立即重启：db stop 后 db start", "the server's programs were upgraded: db stop, then db start")
        case .fsync: Text("把 fsync 设为 on，否则断电会丢数据", "set fsync = on, or a power cut loses data")
        case .synchronousCommit: Text("把 synchronous_commit 设为 on", "set synchronous_commit = on")
        case .fullPageWrites: Text("把 full_page_writes 设为 on", "set full_page_writes = on")
        case .checksums: Text("用 pg_checksums 启用校验", "enable checksums with pg_checksums")
        case .timeZone: Text("把数据库时区设为 Asia/Shanghai", "set the database's time zone to Asia/Shanghai")
        case .encoding: Text("数据库编码必须是 UTF8", "the database's encoding must be UTF8")
        case .schema: Text("zonectl db migrate", "zonectl db migrate")
        case .zones: Text("用 zone add 登记各区", "register the zones with zone add")
        case .calendar: Text("用 calendar load 载入下一年的放假安排", "load the next year's holidays with calendar load")
        case .rates: Text("用 rate load 载入新的 LPR", "load the new loan prime rates with rate load")
        case .clock: Text("校准两台机器的时钟", "set the clocks of both machines")
        case .keys:
            Text("找回密钥文件，属主 root，权限 0440 或 0400", "bring the key file back, root's, mode 0440 or 0400")
        case .seal: Text("做一次 audit seal --to 文件，交给对方区保存", "make one: audit seal --to FILE, kept by the other zone")
        case .backup: Text("做一次 db backup", "take one: db backup")
        case .drill: Text("做一次 db drill", "practise one: db drill")
        case .archive: Text("归档失败，看服务器日志", "archiving fails: see the server's log")
        case .standby: Text("同步备库不在，写入会等待", "no standby is there: writes will wait")
        case .disk: Text("腾出空间，磁盘写满后无法写入", "make room: nothing can be written on a full disk")
        case .connections: Text("连接快用完，看 pg_stat_activity", "connections run out: see pg_stat_activity")
        case .sequences: Text("编号快用完，请联系维护者", "numbers run out: tell the maintainers")
        }
    }
}

extension Checkup.Finding {
    /// The finding in two columns for a person, with what to do below it.
    func lines(_ language: Language, width: Int) -> [String] {
        let name = check.told[language]
        let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(name)))
        let line = "\(isHealthy ? "✓" : "✗") \(name)\(padding)  \(value)"
        return isHealthy ? [line] : [line, "    → " + check.advice[language]]
    }
}
