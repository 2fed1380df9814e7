/// What the program reads besides its arguments.
enum Surroundings {
    /// Environment variables.
    static let variables: [(name: String, meaning: Text)] = [
        (
            "ZONECTL_LANG",
            Text("提示语言 zh 或 en，先于 LC_ALL、LC_MESSAGES、LANG", "language, zh or en; before LC_ALL, LC_MESSAGES, LANG")
        ),
        (
            "ZONECTL_DSN",
            Text("办公室服务器的连接串，未给 --dsn 和 PG* 时使用", "the office's server, where neither --dsn nor PG* names one")
        ),
        ("ZONECTL_HOME", Text("私有库的目录", "folder of the private cluster")),
        ("ZONECTL_KEYS", Text("密钥文件或其目录", "the key file, or the folder of one file a zone")),
        ("CREDENTIALS_DIRECTORY", Text("systemd 凭据目录，先于 ZONECTL_KEYS", "systemd's credentials; before ZONECTL_KEYS")),
        ("ZONECTL_DOCUMENTS", Text("材料内容存放的目录（不设则存于数据库）", "folder for contents of documents, else the database")),
        ("ZONECTL_HISTORY", Text("会话历史文件；/dev/null 为不保存", "file of the session's history; /dev/null for none")),
        ("ZONECTL_BACKUPS", Text("备份目录，供 doctor 和 ops metrics 查看", "folder of backups, for doctor and ops metrics")),
        ("XDG_STATE_HOME", Text("历史与私有库的上级目录", "where history and private cluster lie")),
        ("HOME", Text("同上，未设 XDG_STATE_HOME 时", "the same, without XDG_STATE_HOME")),
        ("TMPDIR", Text("暂存结果的目录", "folder for results that wait for their commit")),
        ("PATH", Text("寻找 setpriv、pg_config 等程序", "where setpriv, pg_config and others are found")),
        ("PGOPTIONS", Text("libpq 的运行参数，原样附上", "libpq's run-time settings, passed on")),
        (
            "PGHOST, PGHOSTADDR, PGPORT, PGDATABASE, PGSERVICE",
            Text("设了其一即使用该服务器；其余 libpq 变量同样有效", "any of them names a server; libpq's other variables hold too")
        ),
        ("NO_COLOR, TERM", Text("终端输出是否用颜色", "whether a terminal gets colour")),
        ("LC_ALL, LC_MESSAGES, LANG", Text("提示语言，未设 ZONECTL_LANG 时", "language, without ZONECTL_LANG")),
    ]

    /// Files.
    static let files: [(name: String, meaning: Text)] = [
        ("/var/lib/zonectl", Text("root 的私有库", "root's private cluster")),
        ("~/.local/state/zonectl", Text("其他用户的私有库", "other users' private cluster")),
        (
            "~/.local/state/zonectl/history",
            Text("会话历史，只限本人可读；含秘密的行不保存", "the session's history, mode 0600, without lines that hold secrets")
        ),
        ("/etc/zonebridge/keys/ZONE.key", Text("服务器上各区的密钥", "a server's keys, one file a zone")),
        ("~/.pgpass, ~/.pg_service.conf", Text("libpq 的口令与服务文件", "libpq's passwords and services")),
    ]
}

extension ExitCode {
    /// For the manual.
    var meaning: Text {
        switch self {
        case .done: Text("完成", "done")
        case .no: Text("回答为否", "the answer is no")
        case .someRefused: Text("--keep-going 时有的行被拒绝", "some lines were refused, with --keep-going")
        case .undecided: Text("缺少事实，无法判断", "undecided: facts are missing")
        case .usage: Text("命令写法不对", "the line is no command")
        case .badData: Text("数据不合要求，或规则不允许", "bad data, or a rule said no")
        case .noInput: Text("没有这个输入文件", "no such input file")
        case .unreachable: Text("数据库连不上", "the database cannot be reached")
        case .bug: Text("程序出错", "a fault of the program's own")
        case .cannotWrite: Text("结果写不出去", "output cannot be written")
        case .temporary: Text("暂时不行，稍后再试", "temporary: try again")
        case .notPermitted: Text("没有权限", "not permitted")
        case .badConfiguration: Text("配置不对", "bad configuration")
        case .interrupted: Text("被中断", "interrupted")
        }
    }
}
