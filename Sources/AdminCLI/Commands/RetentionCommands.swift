import Store
import Zones

enum RetentionCommands {
    static let all = [list, periods, set]

    static let list = Command(
        "retention",
        "list",
        "列出保存期满、应当删除的人员记录及依据",
        "list the people whose records are due for erasure, and by what right",
        effect: .read,
        role: .officer,
        fields: [.optional("by", .day, "到哪天为止（默认今天）", "due by this day, today if not given")],
        columns: [
            Column("person", "人员", .code), Column("due_on", "期满日", .day), Column("kind", "记录类别"),
            Column("since", "起算日", .day), Column("basis_zh", "依据"), Column("basis_en", "依据（英文）"),
        ],
        example: "retention list --by 2030-01-01",
        .query { invocation, session in
            .rows(
                try RetentionStore.due(session, by: invocation.optionalDay("by") ?? session.today).map {
                    [
                        .code($0.person.text), .day($0.dueOn), .text($0.kind), .day($0.since), .text($0.basisZh),
                        .text($0.basisEn),
                    ]
                }
            )
        }
    )

    static let periods = Command(
        "retention",
        "periods",
        "各类记录的保存期限和法律依据",
        "how long each kind of record is kept, and by what right",
        effect: .read,
        role: .anyone,
        columns: [
            Column("kind", "记录类别"), Column("valid_from", "生效日", .day), Column("months", "月数", .integer),
            Column("binding", "期内不得删除", .flag), Column("basis_zh", "依据"), Column("basis_en", "依据（英文）"),
        ],
        example: "retention periods",
        .query { _, session in
            .rows(
                try RetentionStore.periods(session).map {
                    [
                        .text($0.kind), .day($0.validFrom), .integer($0.months), .flag($0.isBinding),
                        .text($0.basisZh), .text($0.basisEn),
                    ]
                }
            )
        }
    )

    static let set = Command(
        "retention",
        "set",
        "为一类记录规定新的保存期限（从某日起的记录适用）",
        "set another period for a kind of record, for what begins from a day on",
        effect: .write,
        role: .admin,
        fields: [
            .key("kind", .text, "记录类别，见 retention periods", "the kind of record, see retention periods"),
            .required("from", .day, "从哪天起的记录", "for what begins from this day on"),
            .required("months", .integer(1...1_200), "保存月数", "months to keep it"),
            .required("basis-zh", .text, "依据", "the legal basis in Chinese"),
            .required("basis-en", .text, "依据（英文）", "the legal basis in English"),
        ],
        columns: [Column("kind", "记录类别"), Column("valid_from", "生效日", .day), Column("months", "月数", .integer)],
        example:
            "retention set training --from 2030-01-01 --months 60 --basis-zh 本区规定 --basis-en \"rule of the region\"",
        .act { invocation, context in
            let kind = try invocation.text("kind")
            let day = try invocation.day("from")
            let months = try invocation.integer("months")
            let verb = try RetentionStore.set(
                kind,
                from: day,
                months: months,
                basisZh: invocation.text("basis-zh"),
                basisEn: invocation.text("basis-en")
            )
            try context.session().perform(verb, as: invocation.request)
            return .row(.text(kind), .day(day), .integer(months))
        }
    )
}
