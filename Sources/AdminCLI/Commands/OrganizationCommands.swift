import Store
import Zones

enum OrganizationCommands {
    static let all = [add, list, show, find, correct, `import`]

    static let columns = [
        Column("code", "编号", .code), Column("name", "名称"), Column("kind", "性质"),
        Column("credit_code", "统一社会信用代码"), Column("registered_on", "登记日", .day), Column("industry", "行业"),
    ]

    private static let details: [Field] = [
        .optional("credit-code", .creditCode, "统一社会信用代码", "unified social credit code"),
        .optional("registered-on", .day, "登记日期", "day of registration"),
        .optional("industry", .text, "行业", "industry"),
    ]

    static let add = Command(
        "org",
        "add",
        "登记单位",
        "register an organization",
        effect: .write,
        role: .officer,
        fields: [
            .required("name", .organizationName, "名称", "name"),
            .required("kind", .choice(of: OrganizationKind.self), "性质", "kind"), .newCode,
        ] + details,
        columns: [Column("code", "编号", .code)],
        example: "org add --name 样例科技有限公司 --kind company --credit-code 91320691MA8F2AA90X --code ACME",
        .write { invocation, _ in
            let verb = OrganizationStore.add(
                code: try invocation.optionalCode("code"),
                try given(invocation),
                name: try invocation.organizationName("name"),
                kind: try invocation.choice("kind", as: OrganizationKind.self)
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let list = Command(
        "org",
        "list",
        "列出本区单位",
        "list the organizations of the zone",
        effect: .read,
        role: .officer,
        fields: [
            .optional("after", .code, "从此编号之后", "only codes after this one"),
            .defaulted("limit", .integer(1...100_000), to: "1000", "最多行数", "at most so many rows"),
        ],
        columns: columns,
        example: "org list",
        .query { invocation, session in
            .rows(
                try OrganizationStore.list(
                    session,
                    after: invocation.optionalCode("after"),
                    limit: invocation.integer("limit")
                ).map(cells)
            )
        }
    )

    static let show = Command(
        "org",
        "show",
        "查看单位",
        "show an organization",
        effect: .read,
        role: .officer,
        fields: [.key("org", .code, "单位编号", "the organization's code")],
        columns: columns,
        example: "org show ACME",
        .query { invocation, session in
            let code = try invocation.code("org")
            guard let organization = try OrganizationStore.show(session, code) else {
                throw CoreRejection.missing(noun: "org", key: code.text)
            }
            return .rows([cells(organization)])
        }
    )

    static let find = Command(
        "org",
        "find",
        "按名称或信用代码查找本区单位",
        "find organizations by name or credit code",
        effect: .read,
        role: .officer,
        fields: [
            .optional("name", .organizationName, "名称开头", "beginning of the name"),
            .optional("credit-code", .creditCode, "统一社会信用代码", "unified social credit code"),
        ],
        columns: columns,
        example: "org find --name 样例",
        .query { invocation, session in
            .rows(
                try OrganizationStore.find(
                    session,
                    name: invocation.optionalOrganizationName("name")?.text,
                    creditCode: invocation.optionalCreditCode("credit-code")
                ).map(cells)
            )
        }
    )

    static let correct = Command(
        "org",
        "correct",
        "更正单位信息",
        "correct an organization's record",
        effect: .write,
        role: .officer,
        fields: [
            .key("org", .code, "单位编号", "the organization's code"), .reason,
            .optional("name", .organizationName, "名称", "name"),
            .optional("kind", .choice(of: OrganizationKind.self), "性质", "kind"),
        ] + details,
        columns: [Column("code", "编号", .code)],
        example: "org correct ACME --reason 录入错误 --industry 应用软件开发",
        .write { invocation, _ in
            var details = try given(invocation)
            details.name = try invocation.optionalOrganizationName("name")
            details.kind = try invocation.optionalChoice("kind", as: OrganizationKind.self)
            let verb = OrganizationStore.correct(
                try invocation.code("org"),
                reason: try invocation.text("reason"),
                details
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    private static func given(_ invocation: Invocation) throws -> OrganizationDetails {
        OrganizationDetails(
            creditCode: try invocation.optionalCreditCode("credit-code"),
            registeredOn: try invocation.optionalDay("registered-on"),
            industry: try invocation.optionalText("industry")
        )
    }

    private static func cells(_ organization: OrganizationRow) -> [Cell] {
        [
            .code(organization.code.text), .text(organization.name), .text(organization.kind.rawValue),
            .optional(organization.creditCode), .optional(organization.registeredOn), .optional(organization.industry),
        ]
    }
}
