import Store
import TalentEnrollment
import Zones

enum QuotaCommands {
    static let all = [set, board]

    /// Columns of what became of those who waited.
    static let outcomes = [
        Column("outcome", "结果"), Column("enrollment", "报名编号", "enrollment", .code),
        Column("reason", "原因", "reason"), Column("detail", "说明", "detail"),
    ]

    static let set = Command(
        "quota",
        "set",
        "定名额：各区、公共池放开日、选派单位、全班",
        "set a limit: a zone's quota, the day of release, a unit's places, the capacity",
        effect: .write,
        role: .officer,
        fields: [
            .key("cohort", .code, "期的编号", "the cohort's code"),
            .optional("zone", .zone, "哪个区的名额", "the zone whose quota it is"),
            .optional("unit", .code, "哪个选派单位的名额", "the unit whose places they are"),
            .optional("seats", .integer(0...Capacity.limit), "名额数", "how many"),
            .optional("capacity", .integer(0...Capacity.limit), "全班名额", "seats of the cohort"),
            .optional("release-on", .day, "未用名额并入公共池的日期", "the day on which unused quotas join the pool"),
        ],
        columns: outcomes,
        example: "quota set LIJIAN-3 --zone INNO --seats 20 --release-on 2024-09-05",
        .write { invocation, _ in
            let change = try QuotaChange(
                zone: invocation.optionalZone("zone"),
                unit: invocation.optionalCode("unit"),
                seats: invocation.optionalInteger("seats"),
                capacity: invocation.optionalInteger("capacity"),
                releaseOn: invocation.optionalDay("release-on")
            )
            return PendingWrite(QuotaStore.set(cohort: try invocation.code("cohort"), change)) {
                rows($0, invocation.language)
            }
        }
    )

    static let board = Command(
        "quota",
        "board",
        "名额一览：各区与公共池的名额、已占、空余、候补、放开日",
        "seats by zone and of the pool: taken, free, waiting, next release",
        effect: .read,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: [
            Column("zone", "区（空为公共池）", "zone (none: the pool)", .code), Column("seats", "名额", "seats", .integer),
            Column("in_force", "现保留", "reserved now", .integer), Column("taken", "已占", "taken", .integer),
            Column("free", "空余", "free", .integer), Column("waiting", "候补", "waiting", .integer),
            Column("passed_over", "暂缓", "passed over", .integer), Column("release_on", "放开日", "released on", .day),
        ],
        example: "quota board LIJIAN-3",
        .query { invocation, session in
            .rows(
                try QuotaStore.board(session, invocation.code("cohort")).map {
                    [
                        $0.zone.map { .code($0.text) } ?? .null, .optional($0.seats), .optional($0.inForce),
                        .integer($0.taken), .optional($0.free), .integer($0.waiting), .optional($0.passedOver),
                        .optional($0.releaseOn),
                    ]
                }
            )
        }
    )

    /// What became of the people of a queue.
    static func rows(_ outcomes: [WaitlistOutcome], _ language: Language) -> Output {
        .rows(
            outcomes.map { outcome in
                [
                    .text(outcome.kind.rawValue), .code(outcome.enrollment),
                    outcome.obstacle.map { .text($0.word) } ?? .null,
                    .optional(outcome.obstacle?.told[language] ?? outcome.lastDay),
                ]
            }
        )
    }
}
