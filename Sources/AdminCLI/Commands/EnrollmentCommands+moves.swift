import Store
import TalentEnrollment
import Zones

extension EnrollmentCommands {
    static let reinstate = Command(
        "enrollment",
        "reinstate",
        "恢复误退的学员：有空位即入座，否则按原候补号，原来没排过的排在队首",
        "undo a mistaken withdrawal: a seat if there is one, else the old number, else the head of the queue",
        effect: .write,
        role: .officer,
        fields: [.key("enrollment", .code, "报名编号", "the enrollment's code"), .reason],
        columns: ApplicationCommands.placed,
        example: "enrollment reinstate E-FOUNDER --reason 误操作",
        .write { invocation, _ in
            let verb = EnrollmentStore.reinstate(
                try invocation.code("enrollment"),
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .rows([ApplicationCommands.cells($0)]) }
        }
    )

    static let correct = Command(
        "enrollment",
        "correct",
        "更正报名信息（奖项、职级）；已入座的不因此退出",
        "correct what was entered with an enrollment; who is in stays in",
        effect: .write,
        role: .officer,
        fields: [
            .key("enrollment", .code, "报名编号", "the enrollment's code"), .reason,
            .optional("award", .text, "奖项", "an award that the cohort may ask for"),
            .optional("post-level", .choice(of: PostLevel.self), "职级", "the level of the post"),
        ],
        columns: ApplicationCommands.placed,
        example: "enrollment correct E-FOUNDER --reason 录入错误 --post-level section",
        .write { invocation, _ in
            let verb = EnrollmentStore.correct(
                try invocation.code("enrollment"),
                reason: try invocation.text("reason"),
                award: try invocation.optionalText("award"),
                postLevel: try invocation.optionalChoice("post-level", as: PostLevel.self)
            )
            return PendingWrite(verb) { .rows([ApplicationCommands.cells($0)]) }
        }
    )

    static let transfer = Command(
        "enrollment",
        "transfer",
        "转到另一期（--to），或转给另一区（--zone 放行，--person 接收）",
        "move to another cohort (--to), or to another zone (--zone lets go, --person takes over)",
        effect: .write,
        role: .officer,
        fields: [
            .key("enrollment", .code, "报名编号", "the enrollment's code"),
            .optional("to", .code, "转到哪一期", "the cohort to move to"),
            .optional("zone", .zone, "放给哪个区接收", "the zone that may take it over"),
            .optional("person", .code, "本区接收：本区的人员编号", "take it over: the zone's own record of the person"),
            .optional("override", .prose, "放行理由，记入事件", "why somebody is let in all the same"),
            .optional("reason", .prose, "理由，记入事件", "why; kept in the event"),
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("to", "转到", "to", .code),
            Column("promoted", "递补", "promoted", .code),
        ],
        example: "enrollment transfer E-FOUNDER --to NIGHT-2 --reason 时间调整",
        .write { invocation, _ in
            let move = try EnrollmentStore.Move(
                cohort: invocation.optionalCode("to"),
                zone: invocation.optionalZone("zone"),
                person: invocation.optionalCode("person"),
                reason: invocation.optionalText("reason"),
                override: invocation.optionalText("override")
            )
            return PendingWrite(EnrollmentStore.move(try invocation.code("enrollment"), move)) {
                .row(.code($0.code), .code($0.to), .optional($0.promoted))
            }
        }
    )

    static let history = Command(
        "enrollment",
        "history",
        "一个人的报名经过",
        "what happened to a person's enrollments",
        effect: .read,
        role: .officer,
        fields: [.key("person", .code, "人员编号", "the person's code")],
        columns: [
            Column("at", "时间", "at", .instant), Column("enrollment", "报名编号", "enrollment", .code),
            Column("cohort", "现在的期", "cohort now", .code), Column("state", "现状", "state now"),
            Column("verb", "办理", "verb"), Column("actor", "经办人", "actor"), Column("change", "内容", "change"),
            Column("registered_by", "登记区", "registered by", .code),
        ],
        example: "enrollment history FOUNDER",
        .query { invocation, session in
            .rows(
                try EnrollmentStore.history(session, person: invocation.code("person")).map {
                    [
                        .instant($0.event.at), .code($0.enrollment.code.text), .code($0.enrollment.cohort.text),
                        .text($0.enrollment.state.rawValue), .text($0.event.verb), .text($0.event.actor),
                        .text($0.event.change), .code($0.enrollment.registeredBy.text),
                    ]
                }
            )
        }
    )
}
