import StartupEligibility
import Store
import Zones

extension EligibilityCommands {
    static let everybody = [sweep, upcoming, nearMisses, combination]

    static let sweep = Command(
        "eligibility",
        "sweep",
        "为本区所有人测算，更新展望表",
        "decide about all people of the zone and overwrite the outlook",
        effect: .write,
        role: .officer,
        fields: [asOf],
        columns: [
            Column("policy", "政策", "policy", .code), Column("yes", "可享受", "eligible", .integer),
            Column("no", "不能享受", "not eligible", .integer), Column("unknown", "不能定", "undecided", .integer),
        ],
        example: "eligibility sweep --as-of 2024-10-19",
        .act { invocation, context in
            let session = try context.session()
            let day = try invocation.optionalDay("as-of") ?? session.today
            let outcome = try session.together { try Sweep.run($0, on: day, as: invocation.request) }
            return .rows(
                outcome.counts.sorted { $0.key < $1.key }.map { policy, counts in
                    [
                        .code(policy.text), .integer(counts[.yes] ?? 0), .integer(counts[.no] ?? 0),
                        .integer(counts[.unknown] ?? 0),
                    ]
                }
            )
        }
    )

    static let upcoming = Command(
        "eligibility",
        "upcoming",
        "今后几天谁开始或不再符合条件（依据上次 sweep）",
        "who becomes or ceases to be eligible within so many days (by the last sweep)",
        effect: .read,
        role: .officer,
        fields: [.defaulted("days", .integer(0...3660), to: "30", "今后几天", "within so many days")],
        columns: [
            Column("on", "日期", "on", .day), Column("policy", "政策", "policy", .code),
            Column("person", "人员", "person", .code), Column("name", "姓名"), Column("change", "变化"),
        ],
        example: "eligibility upcoming --days 30",
        .query { invocation, session in
            let days = try invocation.integer("days")
            return .streaming { sink in
                try OutlookStore.upcoming(session, from: session.today, days: days) {
                    try sink([
                        .day($0.on), .code($0.policy.text), .code($0.person.text), .text($0.name),
                        .text($0.becomes ? "begins" : "ends"),
                    ])
                }
            }
        }
    )

    static let nearMisses = Command(
        "eligibility",
        "near-misses",
        "只差一条就符合条件的人，按条款列出（依据上次 sweep）",
        "who is one clause away, by clause (by the last sweep)",
        effect: .read,
        role: .officer,
        fields: [.optional("policy", .code, "只列这项政策", "only this policy")],
        columns: [
            Column("policy", "政策", "policy", .code), Column("clause", "条款", "clause", .code), Column("wording", "要求"),
            Column("cure", "补救"), Column("person", "人员", "person", .code), Column("name", "姓名"),
            Column("from", "自何日满足", "from", .day),
        ],
        example: "eligibility near-misses --policy RENT",
        .query { invocation, session in
            let policy = try invocation.optionalCode("policy")
            return .streaming { sink in
                try OutlookStore.nearMisses(session, policy: policy) {
                    try sink([
                        .code($0.policy.text), .code($0.clause), .text($0.wording), .text($0.cure.rawValue),
                        .code($0.person.text), .text($0.name), .optional($0.from),
                    ])
                }
            }
        }
    )

    static let combination = Command(
        "eligibility",
        "combination",
        "在互斥规定之下，合计最高的组合",
        "the combination of the highest sum under all exclusions",
        effect: .read,
        role: .officer,
        fields: [subject, asOf],
        columns: [
            Column("policy", "政策", "policy", .code), Column("taken", "选用", .flag), Column("amount", "金额", .money),
            Column("deducted", "扣减", .money), Column("because_of", "因为", "because of", .code), Column("mode", "方式"),
            Column("article", "条款"),
        ],
        example: "eligibility combination FOUNDER --as-of 2024-10-19",
        .query { invocation, session in
            let applicant = try ApplicantStore.find(session, invocation.code("subject"))
            let day = try invocation.optionalDay("as-of") ?? session.today
            let answers = try Assessor(session).answers(session, applicant, on: day)
            let best = try Combination.best(session, answers)
            let taken: [[Cell]] = best.parts.map {
                [.code($0.policy), .flag(true), .money($0.amount), .money($0.deducted), nil, nil, nil]
            }
            let lost: [[Cell]] = best.losses.map {
                let other = $0.because.policy == $0.policy ? $0.because.other : $0.because.policy
                return [
                    .code($0.policy), .flag(false), nil, nil, .code(other), .text($0.because.mode.rawValue),
                    .text($0.because.article),
                ]
            }
            return .rows(taken + lost)
        }
    )
}
