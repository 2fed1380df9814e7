import Store
import TalentEnrollment
import Zones

enum EnrollmentCommands {
    static let all = [add, list, correct, withdraw, reinstate, transfer, history]

    static let add = Command(
        "enrollment",
        "add",
        "报名入班；满员则排入候补",
        "enroll a person, or queue them when the cohort is full",
        effect: .write,
        role: .officer,
        fields: [
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .required("person", .code, "人员编号", "the person's code"), .newCode,
            .optional("award", .text, "奖项", "an award that the cohort may ask for"),
            .optional("post-level", .choice(of: PostLevel.self), "职级", "the level of the post"),
            .optional("override", .prose, "放行理由，记入事件", "why somebody is let in all the same"),
        ],
        columns: ApplicationCommands.placed,
        example: "enrollment add --cohort NIGHT-1 --person FOUNDER --code E-FOUNDER",
        .write { invocation, _ in
            let verb = EnrollmentStore.add(
                cohort: try invocation.code("cohort"),
                person: try invocation.code("person"),
                code: try invocation.optionalCode("code"),
                award: try invocation.optionalText("award"),
                postLevel: try invocation.optionalChoice("post-level", as: PostLevel.self),
                override: try invocation.optionalText("override")
            )
            return PendingWrite(verb) { placed in
                .row(
                    .code(placed.code),
                    .text(placed.state.rawValue),
                    .optional(placed.queueNumber),
                    .optional(placed.full),
                    made: placed.code
                )
            }
        }
    )

    static let list = Command(
        "enrollment",
        "list",
        "列出本区人员的报名",
        "list the enrollments of the zone's people",
        effect: .read,
        role: .officer,
        fields: [
            .optional("cohort", .code, "期的编号", "only this cohort"),
            .optional("person", .code, "人员编号", "only this person"),
            .optional("state", .choice(of: EnrollmentState.self), "状态", "only in this state"),
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("cohort", "期", "cohort", .code),
            Column("person", "人员", "person", .code), Column("name", "姓名"), Column("state", "状态"),
            Column("queue_number", "候补号", "queue number", .integer), Column("applied_on", "报名日", "applied on", .day),
        ],
        example: "enrollment list --cohort NIGHT-1 --state enrolled",
        .query { invocation, session in
            let filter = EnrollmentStore.Filter(
                cohort: try invocation.optionalCode("cohort"),
                person: try invocation.optionalCode("person"),
                state: try invocation.optionalChoice("state", as: EnrollmentState.self)
            )
            return .streaming { sink in
                try EnrollmentStore.list(session, filter) {
                    try sink([
                        .code($0.code.text), .code($0.cohort.text), .code($0.person.text), .text($0.name),
                        .text($0.state.rawValue), .optional($0.queueNumber), .day($0.appliedOn),
                    ])
                }
            }
        }
    )

    static let withdraw = Command(
        "enrollment",
        "withdraw",
        "退出；空出的名额当即给候补第一位",
        "withdraw; a seat that falls free goes to the first in the queue",
        effect: .destructive,
        role: .officer,
        fields: [
            .key("enrollment", .code, "报名编号", "the enrollment's code"),
            .optional("reason", .prose, "理由，记入事件", "why; kept in the event"),
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("state", "状态"), Column("promoted", "递补", "promoted", .code),
        ],
        example: "enrollment withdraw E-FOUNDER --reason 时间冲突 --yes",
        touches: { invocation, session in
            let code = try invocation.code("enrollment")
            return .rows(
                try EnrollmentStore.show(session, code).map { [[.code($0.code.text), .text($0.state.rawValue), nil]] }
                    ?? []
            )
        },
        .write { invocation, _ in
            let verb = EnrollmentStore.withdraw(
                try invocation.code("enrollment"),
                reason: try invocation.optionalText("reason")
            )
            return PendingWrite(verb) { .row(.code($0.code), "withdrawn", $0.promoted.map(Cell.code) ?? .null) }
        }
    )
}
