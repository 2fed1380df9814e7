import Casework
import Store
import Zones

enum DocumentCommands {
    static let all = [add, list, save]

    /// Larger files belong in a document system; the store keeps what a case needs as evidence.
    private static let largest = 32 << 20

    private static let nouns = FieldType.choice([
        "person", "org", "enrollment", "project", "handoff", "policy", "claim",
    ])

    static let add = Command(
        "document",
        "add",
        "为一件事添加材料（按内容去重）",
        "add a document to a case; content is kept once",
        effect: .write,
        role: .officer,
        fields: [
            .key("noun", nouns, "所属事项的类别", "what kind of thing it belongs to"),
            .key("subject", .code, "所属事项的编号", "the code of what it belongs to"),
            .key("file", .path, "文件", "the file"), .required("title", .text, "材料名称", "title"), .newCode,
        ],
        columns: [Column("code", "编号", .code)],
        example: "document add project X1 plan.pdf --title 项目计划书",
        .act { invocation, context in
            let subject = Subject(try invocation.choice("noun"), try invocation.code("subject").text)
            let path = try invocation.path("file")
            let octets = try ImportFile.octets(at: path, limit: largest)
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let verb = DocumentStore.add(
                code: try invocation.optionalCode("code"),
                to: subject,
                title: try invocation.text("title"),
                fileName: name,
                content: try DocumentFolder.content(octets)
            )
            let code = try context.session().perform(verb, as: invocation.request)
            return .row(.code(code), made: code)
        }
    )

    static let list = Command(
        "document",
        "list",
        "列出材料",
        "list documents",
        effect: .read,
        role: .officer,
        fields: [
            .optionalKey("noun", nouns, "所属事项的类别", "what kind of thing they belong to"),
            .optionalKey("subject", .code, "所属事项的编号", "the code of what they belong to"),
        ],
        columns: [
            Column("code", "编号", .code), Column("subject", "所属事项"), Column("title", "名称"), Column("file", "文件名"),
            Column("size", "字节", "bytes", .integer), Column("added_at", "添加时间", .instant), Column("sha256", "SHA-256"),
        ],
        example: "document list project X1",
        .query { invocation, session in
            let subject = try invocation.optionalCode("subject").map {
                Subject(try invocation.choice("noun"), $0.text)
            }
            return .rows(
                try DocumentStore.list(session, subject: subject).map {
                    [
                        .code($0.code.text), .text($0.subject), .text($0.title), .text($0.fileName), .integer($0.size),
                        .instant($0.addedAt), .text($0.sha256),
                    ]
                }
            )
        }
    )

    static let save = Command(
        "document",
        "save",
        "把材料存成文件",
        "write a document to a file",
        effect: .read,
        role: .officer,
        fields: [
            .key("code", .code, "材料编号", "the document's code"), .key("file", .path, "新文件的路径", "path of a new file"),
        ],
        columns: [Column("file", "文件"), Column("size", "字节", "bytes", .integer), Column("sha256", "SHA-256")],
        example: "document save D-2024-000001 copy.pdf",
        .act { invocation, context in
            let code = try invocation.code("code")
            guard let content = try DocumentStore.content(context.session(), code) else {
                throw CoreRejection.missing(noun: "document", key: code.text)
            }
            let path = try invocation.path("file")
            try NewFile.write(try content.body?.octets ?? DocumentFolder.octets(of: content.sha256), to: path)
            return .row(.text(path), .integer(content.size), .text(content.sha256.hexadecimal))
        }
    )
}
