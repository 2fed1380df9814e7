import StartupEligibility
import Store
import Zones

enum FactCommands {
    static let all = [catalog, add, set, list, `import`]

    static let catalog = Command(
        "fact",
        "catalog",
        "列出政策条款可用的全部事实",
        "list all facts that clauses can name",
        effect: .read,
        role: .officer,
        columns: [
            Column("name", "名称", "name", .code), Column("type", "类型"), Column("unit", "单位"),
            Column("name_zh", "中文名", "name in Chinese"), Column("name_en", "英文名", "name in English"),
            Column("source", "来源"), Column("evidence", "证明材料"),
        ],
        example: "fact catalog",
        .query { _, session in
            let catalogue = try FactStore.catalogue(session)
            let definitions = catalogue.facts.flatMap { [$0] + (catalogue.columns[$0.name] ?? []) }
            return .rows(
                definitions.map {
                    [
                        .code($0.name), .text($0.type.rawValue), .optional($0.unit), .text($0.nameZh), .text($0.nameEn),
                        .text($0.source), .optional($0.evidence),
                    ]
                }
            )
        }
    )

    static let add = Command(
        "fact",
        "add",
        "在目录中新增一项事实（列表的列写作 list.column）",
        "add a fact to the catalogue (a list's column is list.column)",
        effect: .write,
        role: .officer,
        fields: [
            .required("code", .code, "名称，小写", "its name, in lower case"),
            .required("type", .choice(of: FactType.self), "类型", "type"),
            .optional(
                "unit",
                .choice(["months", "days", "people", "hours", "square_metres", "times"]),
                "整数的单位",
                "what an integer counts"
            ),
            .required("name-zh", .text, "中文名", "name in Chinese"),
            .required("name-en", .text, "英文名", "name in English"),
            .optional("evidence", .text, "证明材料", "what proves it"),
        ],
        columns: [Column("name", "名称", "name", .code)],
        example: "fact add --code incubated --type boolean --name-zh 入驻孵化基地 --name-en \"in an incubator\"",
        .write { invocation, _ in
            let fact = FactDefinition(
                try invocation.code("code").text,
                try invocation.choice("type", as: FactType.self),
                unit: try invocation.optionalChoice("unit"),
                zh: try invocation.text("name-zh"),
                en: try invocation.text("name-en"),
                evidence: try invocation.optionalText("evidence")
            )
            return PendingWrite(FactStore.add(fact)) { .row(.code($0), made: $0) }
        }
    )

    static let set = Command(
        "fact",
        "set",
        "登记某人或单位的一项事实；列表逐行登记，用 --row 给出行号",
        "put a fact about a person or organization on record; rows of a list one by one, each with --row",
        effect: .write,
        role: .officer,
        fields: [
            .key("subject", .code, "人员或单位编号", "the code of a person or organization"),
            .key("fact", .code, "事实名称", "the fact's name"),
            .optionalKey("value", .prose, "值；不给表示又成未知", "the value; left out it is unknown again"),
            .required("on", .day, "何日的情况", "as observed on"),
            .optional("row", .code, "列表中的行", "the row of a list"),
            .defaulted("source", .text, to: "declared", "来源", "where it comes from"),
            .optional("evidence", .text, "证明材料", "what proves it"),
        ],
        columns: [Column("subject", "对象", "subject", .code)],
        example:
            "fact set FOUNDER hires \"start_on=2024-06-01, contract_months=12, insured_months=4\" --row K1 --on 2024-10-10",
        .write { invocation, _ in
            let verb = FactStore.set(
                try invocation.code("subject"),
                FactStore.Declaration(
                    fact: try invocation.code("fact").text,
                    row: try invocation.optionalCode("row")?.text,
                    value: try invocation.optionalText("value"),
                    observedOn: try invocation.day("on"),
                    source: try invocation.text("source"),
                    evidence: try invocation.optionalText("evidence")
                )
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let list = Command(
        "fact",
        "list",
        "列出某人或单位已知的事实及来源",
        "list what is known about a person or organization, and from where",
        effect: .read,
        role: .officer,
        fields: [
            .key("subject", .code, "人员或单位编号", "the code of a person or organization"),
            .optional("as-of", .day, "截至何日的情况", "as of this day"),
            .optional("known-at", .instant, "截至何时已登记的", "as known at this time"),
        ],
        columns: [
            Column("fact", "事实", "fact", .code), Column("name_zh", "中文名", "name in Chinese"), Column("value", "值"),
            Column("observed_on", "何日情况", "observed on", .day), Column("source", "来源"),
            Column("evidence", "证明材料"), Column("contradicting", "互相矛盾的来源", "contradicting sources"),
        ],
        example: "fact list FOUNDER --as-of 2024-10-19",
        .query { invocation, session in
            let applicant = try ApplicantStore.find(session, invocation.code("subject"))
            let sources = try FactSources(session)
            let catalogue = sources.catalogue
            let file = try ApplicantStore.file(
                session,
                applicant,
                sources,
                asOf: invocation.optionalDay("as-of") ?? session.today,
                knownAt: invocation.optionalInstant("known-at")
            )
            return .rows(
                file.records.map { record in
                    [
                        .code(record.definition.name), .text(record.definition.nameZh),
                        .optional(record.value.shown(record.definition, catalogue)),
                        .optional(record.provenance?.observedOn), .text(record.provenance?.source ?? ""),
                        .optional(record.provenance?.evidence),
                        .optional(record.provenance?.contradicting.nonEmpty?.joined(separator: ", ")),
                    ]
                }
            )
        }
    )
}

extension Array {
    fileprivate var nonEmpty: Array? { isEmpty ? nil : self }
}
