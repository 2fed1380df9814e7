import Store

extension Checkup.Check {
    /// What to do when the check fails.
    var advice: Text {
        switch self {
        case .serverVersion: Text("使用 PostgreSQL 15 或更高版本", "use PostgreSQL 15 or later")
        case .binaries:
            Text("服务程序已升级，请立即重启：db stop 后 db start", "the server's programs were upgraded: db stop, then db start")
        case .fsync: Text("把 fsync 设为 on，否则断电会丢数据", "set fsync = on, or a power cut loses data")
        case .synchronousCommit: Text("把 synchronous_commit 设为 on", "set synchronous_commit = on")
        case .checksums: Text("用 pg_checksums 启用校验", "enable checksums with pg_checksums")
        case .timeZone: Text("把数据库时区设为 Asia/Shanghai", "set the database's time zone to Asia/Shanghai")
        case .encoding: Text("数据库编码必须是 UTF8", "the database's encoding must be UTF8")
        case .schema: Text("zonectl db migrate", "zonectl db migrate")
        case .zones: Text("用 zone add 登记各区", "register the zones with zone add")
        case .calendar: Text("用 calendar load 载入下一年的放假安排", "load the next year's holidays with calendar load")
        case .rates: Text("用 rate load 载入新的 LPR", "load the new loan prime rates with rate load")
        }
    }
}
