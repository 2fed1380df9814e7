import Store
import TalentEnrollment
import Zones

enum ApplicationCommands {
    static let all = [add, list, review, admit, reject, confirm, decline, nominate, `import`, template]

    static let placed = [
        Column("code", "编号", "code", .code), Column("state", "状态"),
        Column("queue_number", "候补号", "queue number", .integer), Column("full", "已满的名额", "full limits"),
    ]

    static let add = Command(
        "application",
        "add",
        "申请入班，可一次几人（团体）",
        "apply to a cohort, for one person or a group",
        effect: .write,
        role: .officer,
        fields: [
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .required("persons", .list(.code), "人员编号，几人即为团体", "the persons' codes; several are a group"),
            .flag("splittable", "团体可拆分", "the group may be split"),
            .optional("award", .text, "奖项", "an award that the cohort may ask for"),
            .optional("post-level", .choice(of: PostLevel.self), "职级", "the level of the post"),
            .optional("override", .prose, "放行理由，记入事件", "why somebody is let in all the same"), .newCode,
        ],
        columns: placed,
        example: "application add --cohort NIGHT-1 --persons P2,P3 --splittable --code G-1",
        .write { invocation, _ in
            let application = Application(
                cohort: try invocation.code("cohort"),
                persons: try invocation.codes("persons"),
                splittable: try invocation.flag("splittable"),
                award: try invocation.optionalText("award"),
                postLevel: try invocation.optionalChoice("post-level", as: PostLevel.self),
                override: try invocation.optionalText("override")
            )
            return PendingWrite(ApplicationStore.add(application, code: try invocation.optionalCode("code"))) {
                .rows($0.map(cells))
            }
        }
    )

    static let list = Command(
        "application",
        "list",
        "列出还没有定下来的申请（申请、评审、录取待确认）",
        "applications that are not settled: applied, under review, admitted",
        effect: .read,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: [
            Column("code", "编号", "code", .code), Column("person", "人员", "person", .code), Column("name", "姓名"),
            Column("state", "状态"), Column("applied_on", "申请日", "applied on", .day),
            Column("scores", "评分人数", "scores", .integer), Column("score", "总分", "sum of scores", .integer),
            Column("offer_until", "确认截止日", "answer by", .day),
        ],
        example: "application list NIGHT-1",
        .query { invocation, session in
            let cohort = try invocation.code("cohort")
            return .rows(
                try ApplicationStore.list(session, cohort: cohort).map {
                    [
                        .code($0.code.text), .code($0.person.text), .text($0.name), .text($0.state.rawValue),
                        .day($0.appliedOn), .integer($0.scores), .optional($0.total), .optional($0.offerUntil),
                    ]
                }
            )
        }
    )

    static let review = Command(
        "application",
        "review",
        "给一份申请评分（两人，都不是登记人）",
        "score an application; two reviewers, neither of whom entered it",
        effect: .write,
        role: .reviewer,
        fields: [
            .key("application", .code, "申请编号", "the application's code"),
            .required("score", .integer(0...100), "分数", "the score"),
        ],
        columns: [Column("code", "编号", "code", .code), Column("scores", "评分人数", "scores", .integer)],
        example: "application review E-FOUNDER --score 86",
        .write { invocation, _ in
            let code = try invocation.code("application")
            return PendingWrite(ApplicationStore.review(code, score: try invocation.integer("score"))) {
                .row(.code(code.text), .integer($0))
            }
        }
    )

    static let admit = Command(
        "application",
        "admit",
        "按两人总分录取一期的申请",
        "admit a cohort's applications by both scores",
        effect: .write,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: CohortCommands.drawn,
        example: "application admit NIGHT-1",
        .write { invocation, _ in
            PendingWrite(ApplicationStore.admit(cohort: try invocation.code("cohort"))) {
                .rows($0.map(CohortCommands.drawnCells))
            }
        }
    )

    static let reject = Command(
        "application",
        "reject",
        "不予录取",
        "turn an application down",
        effect: .write,
        role: .officer,
        fields: [.key("application", .code, "申请编号", "the application's code"), .reason],
        columns: [Column("code", "编号", "code", .code), Column("state", "状态")],
        example: "application reject E-FOUNDER --reason 材料不全",
        .write { invocation, _ in
            let code = try invocation.code("application")
            return PendingWrite(ApplicationStore.reject(code, reason: try invocation.text("reason"))) {
                .row(.code(code.text), .text($0.rawValue))
            }
        }
    )

    static let confirm = Command(
        "application",
        "confirm",
        "本人确认录取或递补",
        "the applicant's yes to an admission or an offer",
        effect: .write,
        role: .officer,
        fields: [.key("application", .code, "申请编号", "the application's code")],
        columns: [Column("code", "编号", "code", .code), Column("state", "状态")],
        example: "application confirm E-FOUNDER",
        .write { invocation, _ in
            let code = try invocation.code("application")
            return PendingWrite(ApplicationStore.confirm(code)) { .row(.code(code.text), .text($0.rawValue)) }
        }
    )

    static let decline = leaving("application", "本人放弃录取或递补", "the applicant's no to an admission or an offer")

    /// `application decline` and `waitlist decline`: the same no, wherever it is looked for.
    static func leaving(_ noun: String, _ zh: String, _ en: String) -> Command {
        Command(
            noun,
            "decline",
            zh,
            en,
            effect: .write,
            role: .officer,
            fields: [
                .key("application", .code, "申请编号", "the application's code"),
                .optional("reason", .prose, "理由，记入事件", "why; kept in the event"),
            ],
            columns: [
                Column("code", "编号", "code", .code), Column("state", "状态"),
                Column("promoted", "递补", "promoted", .code),
            ],
            example: noun + " decline E-FOUNDER --reason 出差",
            .write { invocation, _ in
                let verb = EnrollmentStore.withdraw(
                    try invocation.code("application"),
                    reason: try invocation.optionalText("reason"),
                    as: .decline
                )
                return PendingWrite(verb) { .row(.code($0.code), "withdrawn", $0.promoted.map(Cell.code) ?? .null) }
            }
        )
    }

    static let nominate = Command(
        "application",
        "nominate",
        "单位选派人员（在分得的名额内）",
        "a unit nominates people within its places",
        effect: .write,
        role: .officer,
        fields: [
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .required("unit", .code, "单位编号", "the unit's code"),
            .required("persons", .list(.code), "人员编号", "the persons' codes"),
            .optional("override", .prose, "放行理由，记入事件", "why somebody is let in all the same"),
        ],
        columns: placed,
        example: "application nominate --cohort NIGHT-1 --unit SAMPLE --persons P2,P3",
        .write { invocation, _ in
            let verb = ApplicationStore.nominate(
                cohort: try invocation.code("cohort"),
                unit: try invocation.code("unit"),
                persons: try invocation.codes("persons"),
                override: try invocation.optionalText("override")
            )
            return PendingWrite(verb) { .rows($0.map(cells)) }
        }
    )

    /// What became of one person who came.
    static func cells(_ placed: EnrollmentStore.Placed) -> [Cell] {
        [.code(placed.code), .text(placed.state.rawValue), .optional(placed.queueNumber), .optional(placed.full)]
    }
}
