import Store
import TalentEnrollment
import Zones

enum ProgramCommands {
    static let all = [add, list, correct]

    static let add = Command(
        "program",
        "add",
        "发布一个班（培训项目）",
        "publish a program",
        effect: .write,
        role: .officer,
        fields: [
            .required("name-zh", .organizationName, "中文名", "name in Chinese"),
            .required("name-en", .organizationName, "英文名", "name in English"),
            .defaulted("audience", .choice(of: Audience.self), to: "everybody", "面向人群", "whom it is for"),
            .newCode,
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: "program add --name-zh 砺剑班 --name-en 'Sharp Sword class' --audience promotion-staff --code LIJIAN",
        .write { invocation, _ in
            let verb = ProgramStore.add(
                code: try invocation.optionalCode("code"),
                nameZh: try invocation.organizationName("name-zh").text,
                nameEn: try invocation.organizationName("name-en").text,
                audience: try invocation.choice("audience", as: Audience.self)
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let correct = Command(
        "program",
        "correct",
        "更正本区发布的班",
        "correct a program that the zone published",
        effect: .write,
        role: .officer,
        fields: [
            .key("program", .code, "班的编号", "the program's code"), .reason,
            .optional("name-zh", .organizationName, "中文名", "name in Chinese"),
            .optional("name-en", .organizationName, "英文名", "name in English"),
            .optional("audience", .choice(of: Audience.self), "面向人群", "whom it is for"),
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: "program correct LIJIAN --reason 录入错误 --name-en 'Sharp Sword class'",
        .write { invocation, _ in
            let verb = ProgramStore.correct(
                try invocation.code("program"),
                reason: try invocation.text("reason"),
                nameZh: try invocation.optionalOrganizationName("name-zh")?.text,
                nameEn: try invocation.optionalOrganizationName("name-en")?.text,
                audience: try invocation.optionalChoice("audience", as: Audience.self)
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let list = Command(
        "program",
        "list",
        "列出各班",
        "list the programs",
        effect: .read,
        role: .officer,
        columns: [
            Column("code", "编号", "code", .code), Column("name_zh", "名称"), Column("name_en", "英文名"),
            Column("audience", "面向人群"), Column("published_by", "发布区", "published by", .code),
        ],
        example: "program list",
        .query { _, session in
            .rows(
                try ProgramStore.list(session).map {
                    [
                        .code($0.code.text), .text($0.nameZh), .text($0.nameEn), .text($0.audience.rawValue),
                        .code($0.publishedBy.text),
                    ]
                }
            )
        }
    )
}
