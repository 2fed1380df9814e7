import Store
import Zones

enum PersonCommands {
    static let all = [add, list, show, find, reveal, correct, merge, erase, `import`]

    static let columns = [
        Column("code", "编号", .code), Column("name", "姓名"), Column("id_number", "身份证号"),
        Column("birth_on", "出生日期", .day), Column("sex", "性别"), Column("phone", "手机号"), Column("unit", "单位", .code),
        Column("post", "职务"), Column("erased_on", "删除日", .day),
    ]

    private static let details: [Field] = [
        .optional("id-number", .residentID, "居民身份证号（18位）", "resident ID, 18 characters"),
        .optional("birth-on", .pastDay, "出生日期（有身份证号时不填）", "date of birth, without a resident ID"),
        .optional("sex", .choice(of: Sex.self), "性别（有身份证号时不填）", "sex, without a resident ID"),
        .optional("phone", .phone, "手机号", "mobile number"),
        .optional("unit", .code, "单位编号", "the code of the unit"),
        .optional("post", .text, "职务", "post in the unit"),
    ]

    static let add = Command(
        "person",
        "add",
        "登记人员",
        "register a person",
        effect: .write,
        role: .officer,
        fields: [.required("name", .name, "姓名", "name"), .newCode] + details,
        columns: [Column("code", "编号", .code)],
        example: "person add --name 样例一 --id-number 32061119990525189X --phone 13800000001 --code FOUNDER",
        .write { invocation, _ in
            let verb = PersonStore.add(
                code: try invocation.optionalCode("code"),
                name: try invocation.name("name"),
                try given(invocation)
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let list = Command(
        "person",
        "list",
        "列出本区人员",
        "list the people of the zone",
        effect: .read,
        role: .officer,
        fields: [
            .optional("after", .code, "从此编号之后", "only codes after this one"),
            .defaulted("limit", .integer(1...100_000), to: "1000", "最多行数", "at most so many rows"),
        ],
        columns: columns,
        example: "person list --limit 20",
        .query { invocation, session in
            .rows(
                try PersonStore.list(
                    session,
                    after: invocation.optionalCode("after"),
                    limit: invocation.integer("limit")
                ).map(cells)
            )
        }
    )

    static let show = Command(
        "person",
        "show",
        "查看人员",
        "show a person",
        effect: .read,
        role: .officer,
        fields: [.key("person", .code, "人员编号", "the person's code")],
        columns: columns,
        example: "person show FOUNDER",
        .query { invocation, session in
            let code = try invocation.code("person")
            guard let person = try PersonStore.show(session, code) else {
                throw CoreRejection.missing(noun: "person", key: code.text)
            }
            return .rows([cells(person)])
        }
    )

    static let find = Command(
        "person",
        "find",
        "按姓名或身份证号查找本区人员",
        "find people of the zone by name or resident ID",
        effect: .read,
        role: .officer,
        fields: [
            .optionalKey("name", .name, "姓名开头", "beginning of the name"),
            .optional("id-number", .residentID, "居民身份证号", "resident ID"),
        ],
        columns: columns,
        example: "person find 样例",
        .query { invocation, session in
            if let number = try invocation.optionalResidentID("id-number") {
                return .rows(try PersonStore.find(session, idNumber: number).map { [cells($0)] } ?? [])
            }
            guard let name = try invocation.optionalName("name") else {
                throw GrammarFault.missing(command: "person find", ["NAME"])
            }
            return .rows(try PersonStore.find(session, name: name).map(cells))
        }
    )

    static let correct = Command(
        "person",
        "correct",
        "更正人员信息",
        "correct a person's record",
        effect: .write,
        role: .officer,
        fields: [.key("person", .code, "人员编号", "the person's code"), .reason, .optional("name", .name, "姓名", "name")]
            + details,
        columns: [Column("code", "编号", .code)],
        example: "person correct FOUNDER --reason 录入错误 --post 负责人",
        .write { invocation, _ in
            var details = try given(invocation)
            details.name = try invocation.optionalName("name")
            let verb = PersonStore.correct(
                try invocation.code("person"),
                reason: try invocation.text("reason"),
                details
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let merge = Command(
        "person",
        "merge",
        "合并同一人的重复记录",
        "merge two records of one person",
        effect: .destructive,
        role: .officer,
        fields: [
            .key("duplicate", .code, "重复的记录", "the duplicate"),
            .required("into", .code, "保留的记录", "the record that stays"), .reason,
        ],
        columns: [Column("code", "保留的编号", "code that stays", .code)],
        example: "person merge P2 --into FOUNDER --reason 重复登记",
        touches: { invocation, session in
            .rows(try PersonStore.show(session, invocation.code("duplicate")).map { [cells($0)] } ?? [])
        },
        .write { invocation, _ in
            let verb = PersonStore.merge(
                duplicate: try invocation.code("duplicate"),
                into: try invocation.code("into"),
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    private static func given(_ invocation: Invocation) throws -> PersonDetails {
        PersonDetails(
            idNumber: try invocation.optionalResidentID("id-number"),
            birthOn: try invocation.optionalDay("birth-on"),
            sex: try invocation.optionalChoice("sex", as: Sex.self),
            phone: try invocation.optionalPhone("phone"),
            unit: try invocation.optionalCode("unit"),
            post: try invocation.optionalText("post")
        )
    }

    static func cells(_ person: PersonRow) -> [Cell] {
        [
            .code(person.code.text), .text(person.name), .optional(person.idNumberMasked), .optional(person.birthOn),
            .optional(person.sex?.rawValue), .optional(person.phoneMasked), .optional(person.unit?.text),
            .optional(person.post), .optional(person.erasedOn),
        ]
    }
}
