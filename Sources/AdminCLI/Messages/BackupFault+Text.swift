import Store

extension BackupFault: Explained {
    public var code: String {
        switch self {
        case .unusable: "BAK01"
        case .together: "BAK02"
        case .none: "BAK03"
        case .before: "BAK04"
        case .notReached: "BAK05"
        case .damaged: "BAK06"
        case .gap: "BAK07"
        case .exists: "BAK08"
        case .failed: "BAK09"
        case .notArchived: "BAK10"
        case .noRehearsal: "BAK11"
        }
    }

    public var zh: String {
        switch self {
        case .unusable(let path, let reason): "\(Phrase.quoted(path)) 不能使用：\(reason)"
        case .together(let path, let other): "\(Phrase.quoted(path)) 与 \(Phrase.quoted(other)) 在一处，会一起丢失"
        case .none(let path): "\(Phrase.quoted(path)) 里没有备份"
        case .before(let first): "最早的备份完成于 \(first)，没有更早的"
        case .notReached(let target): "归档的日志到不了 \(target)"
        case .damaged(let path): "\(Phrase.quoted(path)) 与备份时写入的不同"
        case .gap(let segment): "归档中缺少日志段 \(segment)"
        case .exists(let path): "\(Phrase.quoted(path)) 已存在"
        case .failed(let program, let output): "\(program) 失败：\(Self.lines(output))"
        case .notArchived(let folder): "日志没有归档到 \(Phrase.quoted(folder))，只能恢复到备份完成的时刻"
        case .noRehearsal: "备份和恢复不能试运行"
        }
    }

    public var en: String {
        switch self {
        case .unusable(let path, let reason): "\(Phrase.quoted(path)) cannot be used: \(reason)"
        case .together(let path, let other):
            "\(Phrase.quoted(path)) lies with \(Phrase.quoted(other)); both would be lost together"
        case .none(let path): "there is no backup in \(Phrase.quoted(path))"
        case .before(let first): "the first backup ended at \(first); there is none from before"
        case .notReached(let target): "the archived log does not reach \(target)"
        case .damaged(let path): "\(Phrase.quoted(path)) is not what was written when the backup was taken"
        case .gap(let segment): "segment \(segment) of the log is missing in the archive"
        case .exists(let path): "\(Phrase.quoted(path)) is there already"
        case .failed(let program, let output): "\(program) failed: \(Self.lines(output))"
        case .notArchived(let folder):
            "the log is not archived in \(Phrase.quoted(folder)): a restore reaches the backup's own moment only"
        case .noRehearsal: "backups and restores cannot be rehearsed"
        }
    }

    public var hint: Text? {
        switch self {
        case .unusable: nil
        case .together: Text("换一个目录，最好在另一块盘上", "name another folder, on another disk if there is one")
        case .none: Text("先做 db backup", "take one: db backup")
        case .before: Text("换一个更晚的时刻", "name a later moment")
        case .notReached: Text("换一个更早的时刻，或不给 --to", "name an earlier moment, or leave --to out")
        case .damaged, .gap:
            Text("用 --to 恢复到损坏之前的时刻，或用更早的备份", "restore to a moment before it with --to, or use another backup")
        case .exists: Text("恢复从不覆盖：换一个新目录", "a restore overwrites nothing: name a new folder")
        case .failed: nil
        case .notArchived: Text("服务器请用 deploy/server 设置归档", "deploy/server sets the archive of a server up")
        case .noRehearsal: Text("用 db drill 演练", "practise with db drill")
        }
    }

    public var exit: ExitCode {
        switch self {
        case .unusable, .exists: .cannotWrite
        case .together, .noRehearsal: .usage
        case .none, .before: .noInput
        case .notReached, .damaged, .gap: .badData
        case .failed: .temporary
        case .notArchived: .badConfiguration
        }
    }

    /// As a line on the way, not an error.
    var text: Text { Text(zh, en) }

    private static func lines(_ output: String) -> String {
        TerminalText.escaped(output.split(whereSeparator: \.isNewline).suffix(4).joined(separator: " | "))
    }

    public static let explanations = [
        Explanation(
            "BAK01",
            "操作系统拒绝读写，消息说明原因；目录名只能含字母、数字和 / _ - .",
            "The operating system refuses; the message says why. Names of folders may hold letters, digits and / _ - . only."
        ),
        Explanation(
            "BAK02",
            "密钥、数据、备份三者分开存放：任何一处丢失或被盗时，另一处还在，且单独打不开。",
            "Keys, data and backups lie apart: what is lost or stolen in one place is neither all there is nor readable."
        ),
        Explanation(
            "BAK03",
            "目录里没有完成的备份；中断的备份不算。",
            "The folder holds no complete backup; one that was interrupted does not count."
        ),
        Explanation(
            "BAK04",
            "恢复从一个在该时刻之前完成的备份开始。",
            "A restore begins with a backup that had ended by the moment asked for."
        ),
        Explanation(
            "BAK05",
            "备份之后的改动来自归档的日志；日志在该时刻之前就结束了。",
            "What came after the backup is read from the archived log, and that ends before the moment asked for."
        ),
        Explanation(
            "BAK06",
            "备份的每个文件都有摘要，归档的每段日志有校验；差一个字节也拒绝，免得恢复出悄悄错误的数据。",
            "Every file of a backup has a digest and every segment a checksum; one octet that differs is refused, lest wrong data be restored in silence."
        ),
        Explanation(
            "BAK07",
            "日志必须连续；缺少一段时，后面的都用不上，若不拒绝就会悄悄停在那里。",
            "The log is read without gaps: what follows a missing segment is of no use, and a restore would silently end there."
        ),
        Explanation("BAK08", "恢复只写入新目录。", "A restore writes into a new folder only."),
        Explanation(
            "BAK09",
            "PostgreSQL 自带的程序失败，消息是它最后的几行。",
            "One of PostgreSQL's own programs failed; the message is its last lines."
        ),
        Explanation(
            "BAK10",
            "没有日志归档时，备份之后的改动无法恢复。私有库由 db backup 自动设置；服务器由 deploy/server 设置。",
            "Without an archive of the log what came after a backup is lost with the server. db backup sets a private server's up, deploy/server an office's."
        ),
        Explanation(
            "BAK11",
            "文件不能回滚；db drill 做的正是不留痕迹的恢复。",
            "Files cannot be rolled back; db drill is a restore of which nothing stays."
        ),
    ]
}

extension Backup.Step {
    /// What the user waits for.
    var text: Text {
        switch self {
        case .archiving: Text("私有服务重启一次，以便归档日志", "starting the private server again, with an archive of its log")
        case .copying: Text("正在复制", "copying")
        case .verifying: Text("正在逐字节核对", "reading every octet back")
        }
    }
}
