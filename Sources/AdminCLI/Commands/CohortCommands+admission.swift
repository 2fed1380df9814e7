import Store
import TalentEnrollment
import Zones

extension CohortCommands {
    static let close = closing("close", "停止报名；候补不再递补", "close a cohort to everybody who would come", true)
    static let reopen = closing("reopen", "恢复报名；空出的名额当即给候补", "open it again; free seats go to the queue", false)

    private static func closing(_ verb: String, _ zh: String, _ en: String, _ close: Bool) -> Command {
        Command(
            "cohort",
            verb,
            zh,
            en,
            effect: .write,
            role: .officer,
            fields: [.key("cohort", .code, "期的编号", "the cohort's code"), .reason],
            columns: QuotaCommands.outcomes,
            example: "cohort \(verb) LIJIAN-3 --reason 教室调整",
            .write { invocation, _ in
                let verb = CohortStore.setClosed(
                    try invocation.code("cohort"),
                    close,
                    reason: try invocation.text("reason")
                )
                return PendingWrite(verb) { QuotaCommands.rows($0, invocation.language) }
            }
        )
    }

    static let drawn = [
        Column("position", "次序", "position", .integer), Column("enrollment", "报名编号", "enrollment", .code),
        Column("zone", "区", "zone", .code), Column("state", "状态"),
        Column("queue_number", "候补号", "queue number", .integer),
    ]

    static let draw = Command(
        "cohort",
        "draw",
        "摇号：按 SHA-256(种子:编号) 排序，任何人可复算",
        "the draw, by SHA-256 of seed:code; anyone can repeat it",
        effect: .write,
        role: .officer,
        fields: [
            .key("cohort", .code, "期的编号", "the cohort's code"),
            .required("seed", .text, "事先公布的种子", "the seed, published before"),
        ],
        columns: drawn,
        example: "cohort draw LIJIAN-3 --seed 2024-08-20-双色球",
        .write { invocation, _ in
            let verb = CohortStore.draw(try invocation.code("cohort"), seed: try invocation.text("seed"))
            return PendingWrite(verb) { .rows($0.map(drawnCells)) }
        }
    )

    static func drawnCells(_ drawn: Drawn) -> [Cell] {
        [
            .integer(drawn.position), .code(drawn.enrollment), .code(drawn.zone), .text(drawn.state.rawValue),
            .optional(drawn.queueNumber),
        ]
    }
}
