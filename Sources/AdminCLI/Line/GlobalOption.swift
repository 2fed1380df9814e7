/// An option that every command takes.
enum GlobalOption: String, CaseIterable, Sendable {
    case zone, clock, lang, json, csv, bom, tsv, header, tx, resume, again, echo, yes, expect, dsn, sample, request
    case encoding
    case role = "as"
    case dryRun = "dry-run"
    case keepGoing = "keep-going"

    /// Long name with its dashes.
    var name: String { "--" + rawValue }

    /// What its value is called in help; nil for a flag, which takes none.
    var valueName: String? {
        switch self {
        case .zone: "ZONE"
        case .role: "ROLE"
        case .clock: "INSTANT"
        case .lang: "zh|en"
        case .tx: "all|line"
        case .expect: "N"
        case .dsn: "CONNINFO"
        case .request: "UUID"
        case .encoding: "utf-8|gb18030"
        case .json, .csv, .bom, .tsv, .header, .resume, .again, .echo, .yes, .sample, .dryRun, .keepGoing: nil
        }
    }

    /// True if a single line of a session file may carry it; the others are for the whole run.
    var isOfOneLine: Bool {
        switch self {
        case .zone, .clock, .role, .yes, .expect, .request: true
        default: false
        }
    }

    /// For help.
    var meaning: Text {
        switch self {
        case .zone: Text("以哪个区的身份操作", "the zone to act for")
        case .role: Text("以该数据库角色登录（- 为本人）", "connect as this database role (-: your own)")
        case .clock: Text("业务时间（仅限样例库）", "business time (sample databases only)")
        case .lang: Text("提示语言", "language of messages")
        case .json: Text("每行一个 JSON 对象", "one JSON object a line")
        case .csv: Text("CSV，首行为列名", "CSV with a header")
        case .bom: Text("CSV 前加 BOM，供电子表格识别", "a byte order mark before CSV, for spreadsheets")
        case .tsv: Text("制表符分隔（输出到管道时的默认形式）", "tab-separated (the default in a pipe)")
        case .header: Text("TSV 首行输出列名", "a first line of column names in TSV")
        case .dryRun: Text("照做一遍，最后回滚", "do everything, then roll back")
        case .tx: Text("文件：整体一个事务，或逐行提交", "files: one transaction, or one a line")
        case .keepGoing: Text("遇错继续，最后列出全部错误", "go on after errors and list them all")
        case .resume: Text("跳过已完成的行（--tx=line）", "skip the lines already done (--tx=line)")
        case .again: Text("同一文件有意再执行一遍", "run a file once more on purpose")
        case .echo: Text("输出前先显示该行", "print each line before its output")
        case .yes: Text("不询问，直接执行", "do not ask")
        case .expect: Text("应涉及的行数，不符则拒绝", "the number of rows that must be concerned")
        case .dsn: Text("连接串（默认按 PG* 环境变量，否则用本机私有库）", "connection string (else PG*, else the private cluster)")
        case .sample: Text("使用样例库", "use the sample database")
        case .request: Text("请求号：重复提交只算一次", "request id: sent twice, done once")
        case .encoding: Text("输入的编码", "encoding of the input")
        }
    }
}
