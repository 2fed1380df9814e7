import StartupEligibility
import Store
import Zones

extension PolicyCommands {
    static let versions = [export, diff, coverage, simulate, retire]

    private static let policyKey = Field.key("policy", .code, "政策编号", "the policy's code")
    private static let versionKey = Field.key("version", .code, "版本", "the version's code")

    private static func keys(_ invocation: Invocation) throws -> VersionKey {
        VersionKey(policy: try invocation.code("policy"), version: try invocation.code("version"))
    }

    static let export = Command(
        "policy",
        "export",
        "把一个版本写成政策文件的行",
        "print a version as the lines of a pack",
        effect: .read,
        role: .officer,
        fields: [policyKey, versionKey],
        example: "policy export RENT 2024",
        .query { invocation, session in .lines(try PackText.of(session, keys(invocation)).lines) }
    )

    static let diff = Command(
        "policy",
        "diff",
        "两个版本有哪些行不同",
        "the lines in which two versions differ",
        effect: .read,
        role: .officer,
        fields: [policyKey, versionKey, .key("other", .code, "另一版本", "the other version's code")],
        columns: [Column("side", "版本", "version", .code), Column("line", "行")],
        example: "policy diff RENT 2024 2024",
        .query { invocation, session in
            let key = try keys(invocation)
            let other = VersionKey(policy: key.policy, version: try invocation.code("other"))
            let old = try PackText.of(session, key).lines(without: key)
            let new = try PackText.of(session, other).lines(without: other)
            return .rows(
                old.filter { !new.contains($0) }.map { [.code(key.version.text), .text($0)] }
                    + new.filter { !old.contains($0) }.map { [.code(other.version.text), .text($0)] }
            )
        }
    )

    static let coverage = Command(
        "policy",
        "coverage",
        "各版本用到规则语言的哪些功能（F1–F19）",
        "which features of the rule language each version uses (F1 to F19)",
        effect: .read,
        role: .officer,
        columns: [
            Column("policy", "政策", "policy", .code), Column("version", "版本", "version", .code),
            Column("features", "功能"), Column("count", "个数", "count", .integer),
        ],
        example: "policy coverage",
        .query { _, session in
            var rows: [[Cell]] = []
            for policy in try PolicyStore.list(session) {
                for head in try PolicyStore.versions(session, policy.code) {
                    let features = try Feature.used(session, head)
                    rows.append([
                        .code(policy.code.text), .code(head.code.text),
                        .text(features.map(\.code).joined(separator: ",")), .integer(features.count),
                    ])
                }
            }
            return .rows(rows)
        }
    )

    static let simulate = Command(
        "policy",
        "simulate",
        "试算草案：与现行版本相比谁增谁减、多花多少，不留改动",
        "what a draft would change against the version in force, by zone; nothing is kept",
        effect: .read,
        role: .officer,
        fields: [policyKey, versionKey, EligibilityCommands.asOf],
        columns: [
            Column("zone", "项目所在区", "zone", .code), Column("people", "人数", "people", .integer),
            Column("gainers", "新增", "gainers", .integer), Column("losers", "失去", "losers", .integer),
            Column("undecided", "不能定", "undecided", .integer), Column("cost", "增加支出", "cost", .money),
            Column("incomplete", "金额不全", .flag),
        ],
        example: "policy simulate RENT 2024 --as-of 2024-10-19",
        .query { invocation, session in
            let day = try invocation.optionalDay("as-of") ?? session.today
            return .rows(
                try Simulation.run(session, keys(invocation), on: day).effects.sorted { $0.key < $1.key }.map {
                    [
                        .code($0.key), .integer($0.value.people), .integer($0.value.gainers), .integer($0.value.losers),
                        .integer($0.value.undecided), .money($0.value.cost), .flag($0.value.isIncomplete),
                    ]
                }
            )
        }
    )

    static let retire = Command(
        "policy",
        "retire",
        "提前结束已发布的版本",
        "end a published version earlier than it says",
        effect: .destructive,
        role: .reviewer,
        fields: [
            policyKey, versionKey, .required("on", .day, "最后一天", "its last day"),
            .optional("late-claim-until", .day, "期内符合条件者可补申至", "who qualified may claim until"), .reason,
        ],
        columns: [Column("policy", "政策", "policy", .code)],
        example: "policy retire RENT 2024 --on 2024-12-31 --reason 修订 --yes",
        touches: { invocation, session in
            let head = try PolicyStore.version(session, invocation.code("policy"), invocation.code("version"))
            return .rows([[.code(head.policy.text)]])
        },
        .write { invocation, _ in
            let verb = PolicyStore.retire(
                try keys(invocation),
                on: try invocation.day("on"),
                lateClaimUntil: try invocation.optionalDay("late-claim-until"),
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )
}
