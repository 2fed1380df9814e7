import Store

extension KeyFault: Explained {
    static let ownFile = Text(
        "用 ZONECTL_KEYS 指定本库的密钥文件，或从备份取回",
        "name this database's key file with ZONECTL_KEYS, or take it from its backup"
    )

    public var code: String {
        switch self {
        case .missing: "KEY01"
        case .damaged: "KEY02"
        case .exposed: "KEY03"
        case .ofAnotherDatabase: "KEY04"
        case .zoneKeyMissing: "KEY05"
        case .unusable: "KEY06"
        case .doesNotOpen: "KEY07"
        case .personKeyMissing: "KEY08"
        case .noRehearsal: "KEY09"
        }
    }

    public var exit: ExitCode { self == .noRehearsal ? .usage : .badConfiguration }

    public var zh: String {
        switch self {
        case .missing(let path): "没有密钥文件 \(path)"
        case .damaged(let path): "密钥文件 \(path) 不完整或被改动"
        case .exposed(let path, let mode): "密钥文件 \(path) 的权限过宽（\(String(mode, radix: 8))）或属于他人"
        case .ofAnotherDatabase(let path, let file, let database):
            "密钥文件 \(path) 属于另一个数据库（文件 \(file)，数据库 \(database)）"
        case .zoneKeyMissing(let path, let zone, let key):
            "密钥文件 \(path) 中没有 \(zone.text) 正在使用的密钥 \(key.map { "\($0)" } ?? "")"
        case .unusable(let path, let reason): "密钥文件 \(path) 无法使用：\(reason)"
        case .doesNotOpen: "密文无法解开：被改动、被移到别的行，或由别的密钥加密"
        case .personKeyMissing: "该记录的数据密钥不在库中"
        case .noRehearsal: "写密钥文件的命令不能试运行"
        }
    }

    public var en: String {
        switch self {
        case .missing(let path): "there is no key file \(path)"
        case .damaged(let path): "the key file \(path) was cut off or changed"
        case .exposed(let path, let mode):
            "the key file \(path) is open to others (mode \(String(mode, radix: 8))) or belongs to somebody else"
        case .ofAnotherDatabase(let path, let file, let database):
            "the key file \(path) belongs to another database (file \(file), database \(database))"
        case .zoneKeyMissing(let path, let zone, let key):
            "the key file \(path) has not the key \(key.map { "\($0) " } ?? "")that \(zone.text) uses"
        case .unusable(let path, let reason): "the key file \(path) cannot be used: \(reason)"
        case .doesNotOpen: "the value does not open: it was changed, moved to another row, or sealed under another key"
        case .personKeyMissing: "the record's data key is not in the database"
        case .noRehearsal: "what writes key files cannot be rehearsed"
        }
    }

    public var hint: Text? {
        switch self {
        case .missing, .damaged, .ofAnotherDatabase, .zoneKeyMissing: Self.ownFile
        case .exposed: Text("chmod 0400，属主为使用者或 root", "chmod 0400, owned by whoever uses it or by root")
        case .unusable, .noRehearsal: nil
        case .doesNotOpen: Text("运行 audit verify", "run audit verify")
        case .personKeyMissing:
            Text("用 key import 取回个人密钥的备份", "bring the person keys back from their backup: key import")
        }
    }

    public static let explanations = [
        Explanation(
            "KEY01",
            "身份证号、手机号、银行账号加密保存，密钥在数据库之外的文件里。私有库：<home>/keys/zonebridge.key；服务器：/etc/zonebridge/keys/<区>.key，或 ZONECTL_KEYS 所指。",
            "Id numbers, phones and accounts are stored sealed; their keys lie in a file outside of the database. Private: <home>/keys/zonebridge.key; server: /etc/zonebridge/keys/<ZONE>.key, or what ZONECTL_KEYS names."
        ),
        Explanation(
            "KEY02",
            "密钥文件末行是全文的摘要；不符即说明文件被截断或改动。",
            "The file's last line is a digest of all before; it does not agree with them."
        ),
        Explanation(
            "KEY03",
            "密钥文件只能由属主读取（0400），服务器上可由一个组读取（0440）。",
            "Only its owner may read a key file (0400), on a server one group, too (0440)."
        ),
        Explanation(
            "KEY04",
            "数据库记得建立索引所用密钥的编号，与文件中的不同：文件来自别的数据库，或恢复的是别处的备份。",
            "The database remembers the id of its index key, and the file's is another: the file is another database's, or the dump was restored elsewhere."
        ),
        Explanation(
            "KEY05",
            "本区的主密钥已更换，而此文件是更换前的副本；或者它是别的区的文件。",
            "The zone's master key was replaced and this file is a copy of before, or it is another zone's file."
        ),
        Explanation(
            "KEY06",
            "操作系统拒绝读写密钥文件，消息说明原因。",
            "The operating system refuses to read or write the file; the message says why."
        ),
        Explanation(
            "KEY07",
            "每个密文绑定其列和数据密钥；换位、改动都会使它无法解开。",
            "Each value is bound to its column and data key; a value that was moved or changed does not open."
        ),
        Explanation(
            "KEY08",
            "每个人有自己的数据密钥，普通备份不含它；记录被销毁或备份恢复不完整时，号码无法恢复。",
            "Everybody has a data key of their own, which ordinary dumps leave out; without it a number cannot be given back."
        ),
        Explanation(
            "KEY09",
            "--dry-run 在最后回滚，而文件不能回滚。",
            "--dry-run rolls back at its end, and a file cannot be rolled back."
        ),
    ]
}
