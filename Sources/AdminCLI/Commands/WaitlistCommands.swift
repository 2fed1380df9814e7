import Store
import TalentEnrollment
import Zones

enum WaitlistCommands {
    static let all = [list]

    static let list = Command(
        "waitlist",
        "list",
        "候补名单，下一位在最前",
        "who waits for a seat, the next one first",
        effect: .read,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: [
            Column("position", "位次", "position", .integer), Column("enrollment", "报名编号", "enrollment", .code),
            Column("zone", "区", "zone", .code), Column("name", "姓名"), Column("unit", "单位"),
            Column("queue_number", "候补号", "queue number", .integer),
        ],
        example: "waitlist list NIGHT-1",
        .query { invocation, session in
            .rows(
                try RosterStore.waitlist(session, invocation.code("cohort")).map {
                    [
                        .optional($0.queuePosition), .code($0.enrollment.text), .code($0.zone.text), .text($0.name),
                        .optional($0.unit), .optional($0.queueNumber),
                    ]
                }
            )
        }
    )
}
