import Store
import TalentEnrollment
import Zones

enum WaitlistCommands {
    static let all = [list, offer, decline]

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
            Column("queue_number", "候补号", "queue number", .integer), Column("passed_over", "暂缓原因", "passed over for"),
        ],
        example: "waitlist list NIGHT-1",
        .query { invocation, session in
            .rows(
                try RosterStore.waitlist(session, invocation.code("cohort")).map {
                    [
                        .optional($0.queuePosition), .code($0.enrollment.text), .code($0.zone.text), .text($0.name),
                        .optional($0.unit), .optional($0.queueNumber),
                        $0.passedOver.map { .text($0.word) } ?? .null,
                    ]
                }
            )
        }
    )

    static let offer = Command(
        "waitlist",
        "offer",
        "把空出的名额给候补：过期的收回，暂缓的重查，到期的区名额放开",
        "give free seats on: expired offers end, people passed over are checked again, quotas due are released",
        effect: .write,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: QuotaCommands.outcomes,
        example: "waitlist offer NIGHT-1",
        .write { invocation, _ in
            PendingWrite(WaitlistStore.offer(cohort: try invocation.code("cohort"))) {
                QuotaCommands.rows($0, invocation.language)
            }
        }
    )

    static let decline = ApplicationCommands.leaving(
        "waitlist",
        "本人放弃候补或递补",
        "somebody's no to an offer, or to waiting on"
    )
}
