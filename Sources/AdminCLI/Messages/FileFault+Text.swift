extension FileFault: Explained {
    var code: String {
        switch self {
        case .notFound: "CLI60"
        case .directory: "CLI61"
        case .notRegular: "CLI62"
        case .unreadable: "CLI63"
        case .tooLarge: "CLI64"
        case .unwritable: "CLI65"
        case .outputClosed: "CLI66"
        case .outputFailed: "CLI67"
        case .damaged: "CLI68"
        }
    }

    var exit: ExitCode {
        switch self {
        case .notFound, .directory, .notRegular, .unreadable, .damaged: .noInput
        case .tooLarge: .badData
        case .unwritable, .outputClosed, .outputFailed: .cannotWrite
        }
    }

    var zh: String {
        switch self {
        case .notFound(let path): "没有文件\(Phrase.quoted(path))"
        case .directory(let path): "\(Phrase.quoted(path))是目录"
        case .notRegular(let path): "\(Phrase.quoted(path))不是普通文件"
        case .unreadable(let path, let error): "读不了\(Phrase.quoted(path))：\(error.text)"
        case .tooLarge(let path, let limit): "\(Phrase.quoted(path))超过 \(limit) 字节"
        case .unwritable(let path, let error): "写不了\(Phrase.quoted(path))：\(error.text)"
        case .damaged(let path): "\(Phrase.quoted(path))的内容与其摘要不符"
        case .outputClosed: "标准输出已关闭，什么也没有做"
        case .outputFailed(let error, true): "结果没能输出（\(error.text)），但改动已经提交"
        case .outputFailed(let error, false): "结果没能输出：\(error.text)"
        }
    }

    var en: String {
        switch self {
        case .notFound(let path): "there is no file \(Phrase.quoted(path))"
        case .directory(let path): "\(Phrase.quoted(path)) is a directory"
        case .notRegular(let path): "\(Phrase.quoted(path)) is no regular file"
        case .unreadable(let path, let error): "cannot read \(Phrase.quoted(path)): \(error.text)"
        case .tooLarge(let path, let limit): "\(Phrase.quoted(path)) is larger than \(limit) bytes"
        case .unwritable(let path, let error): "cannot write \(Phrase.quoted(path)): \(error.text)"
        case .damaged(let path): "\(Phrase.quoted(path)) does not hold what its digest says"
        case .outputClosed: "standard output is closed; nothing was done"
        case .outputFailed(let error, true):
            "the result could not be written (\(error.text)), but the changes are committed"
        case .outputFailed(let error, false): "the result could not be written: \(error.text)"
        }
    }

    var hint: Text? {
        switch self {
        case .notRegular: Text("管道内容请从标准输入给出：… | zonectl run -", "give a pipe as standard input: … | zonectl run -")
        case .outputFailed(_, true): Text("不要重做；用 list 或 show 查看", "do not repeat it; look with list or show")
        case .notFound, .directory: Text("检查文件名", "check the name")
        case .damaged: Text("从备份恢复该文件", "restore the file from the backup")
        case .tooLarge: Text("分成几个文件", "split it")
        case .unreadable, .unwritable, .outputClosed, .outputFailed(_, false): nil
        }
    }

    static var explanations: [Explanation] {
        [
            Explanation("CLI60", "给出的文件不存在。", "The file does not exist."),
            Explanation("CLI61", "需要文件，给出的是目录。", "A file is needed, a directory was given."),
            Explanation(
                "CLI62",
                "文件参数只接受普通文件；管道、设备会让程序无限等待，请改用标准输入。",
                "A file argument is a regular file; FIFOs and devices could keep the program waiting: use standard input."
            ),
            Explanation(
                "CLI63",
                "系统拒绝读取该文件，原因见消息。",
                "The system refuses to read the file; the message has its reason."
            ),
            Explanation("CLI64", "文件超过大小限制。", "The file exceeds the limit."),
            Explanation(
                "CLI65",
                "系统拒绝写入该文件，原因见消息。",
                "The system refuses to write the file; the message has its reason."
            ),
            Explanation(
                "CLI66",
                "标准输出在启动时就是关闭的（>&-），结果无处可写，所以不开始。",
                "Standard output was closed at the start (>&-): results would go nowhere, so nothing begins."
            ),
            Explanation(
                "CLI67",
                "磁盘已满等原因使结果无法写出。消息会说明改动是否已经提交。",
                "Results could not be written, for instance to a full disk. The message says whether changes were committed."
            ),
            Explanation(
                "CLI68",
                "材料按内容的 SHA-256 存放；读出的内容摘要不同，说明文件损坏或被改过，不会交出。",
                "Documents are kept under the SHA-256 of their content. What was read has another digest: the file is damaged or was changed, and is not handed out."
            ),
        ]
    }
}
