import Store

extension SealFault: Explained {
    public var code: String { "COR40" }

    public var zh: String {
        switch self {
        case .unusable(let path, let reason): "封存文件 \(Phrase.quoted(path)) 不能读写：\(reason)"
        case .exists(let path): "文件 \(Phrase.quoted(path)) 已存在"
        case .malformed(let path, let line): "\(Phrase.quoted(path)) 第 \(line) 行不是封存文件的内容"
        case .damaged(let path): "封存文件 \(Phrase.quoted(path)) 被改过或不完整"
        case .otherScope(let path, let scope): "封存文件 \(Phrase.quoted(path)) 的范围是 \(Phrase.quoted(scope))，与本登录不同"
        }
    }

    public var en: String {
        switch self {
        case .unusable(let path, let reason): "the seal \(Phrase.quoted(path)) cannot be used: \(reason)"
        case .exists(let path): "\(Phrase.quoted(path)) is there already"
        case .malformed(let path, let line): "line \(line) of \(Phrase.quoted(path)) is none of a seal"
        case .damaged(let path): "the seal \(Phrase.quoted(path)) was changed or cut"
        case .otherScope(let path, let scope):
            "the seal \(Phrase.quoted(path)) covers \(Phrase.quoted(scope)), which is not what this login may audit"
        }
    }

    public var hint: Text? {
        switch self {
        case .unusable: nil
        case .exists: Text("换一个文件名：封存文件从不覆盖", "name another file: a seal is never overwritten")
        case .malformed, .damaged: Text("使用另一份保存的封存文件", "use another copy of the seal")
        case .otherScope: Text("由同一范围的审计员核对", "let an auditor of the same scope check it")
        }
    }

    public var exit: ExitCode {
        switch self {
        case .unusable: .noInput
        case .exists: .cannotWrite
        case .malformed, .damaged: .badData
        case .otherScope: .notPermitted
        }
    }

    public static let explanations = [
        Explanation(
            "COR40",
            "封存文件含每个对象的链头和逐行指纹，末行是全文摘要；任何一字节不同都会被发现。",
            "A seal holds the head of every chain and a print of each row; its last line is the digest of it all, so one octet changed is found."
        )
    ]
}

extension ChainFault: Explained {
    public var code: String { "COR41" }
    public var zh: String { "变更记录不完好：\(subject) 第 \(seq) 条（\(kind.rawValue)），未封存" }
    public var en: String { "the log is not intact: \(subject) row \(seq) (\(kind.rawValue)); it was not sealed" }
    public var hint: Text? { Text("见 audit verify", "see audit verify") }
    public var exit: ExitCode { .badData }

    public static let explanations = [
        Explanation(
            "COR41",
            "链上有记录被改、删、换序或插入；先查明原因，不能把坏链封存成好的。",
            "A row of a chain was changed, removed, reordered or inserted; a broken chain is not sealed as if it were whole."
        )
    ]
}
