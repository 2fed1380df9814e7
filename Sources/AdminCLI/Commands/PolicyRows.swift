import StartupEligibility
import Zones

/// A version as rows of `policy show`.
enum PolicyRows {
    static func all(_ policy: Policy, _ head: VersionHead, _ version: PolicyVersion) -> [[Cell]] {
        [
            row("policy", policy.code.text, policy.titleZh, policy.documentNumber, policy.authority, policy.source),
            row(
                "version",
                head.code.text,
                head.anchor.text + " " + head.validFrom.description + ".." + (head.validUntil?.description ?? ""),
                nil,
                head.state.rawValue,
                head.transition
            ),
        ] + version.parameters.map(parameter) + version.clauses.map(clause) + version.benefits.map(benefit)
    }

    private static func parameter(_ parameter: Parameter) -> [Cell] {
        row(
            "parameter",
            parameter.code,
            parameter.text + (parameter.unit.map { " " + $0 } ?? ""),
            parameter.article,
            parameter.basis,
            parameter.isAssumed ? Wording.assumed.zh : nil
        )
    }

    private static func clause(_ clause: Clause) -> [Cell] {
        row(
            "clause",
            clause.code,
            clause.condition,
            clause.article,
            clause.wordingZh,
            "\(clause.group)/\(clause.alternative) \(clause.cure.rawValue)"
        )
    }

    private static func benefit(_ benefit: Benefit) -> [Cell] {
        let payers = benefit.payers.map { "\($0.layer) \($0.share)%" }.joined(separator: ", ")
        return row("benefit", benefit.code, benefit.amount, benefit.article, benefit.nameZh, payers)
    }

    private static func row(
        _ part: String,
        _ code: String,
        _ text: String,
        _ article: String?,
        _ wording: String?,
        _ note: String?
    ) -> [Cell] {
        [.text(part), .code(code), .text(text), .optional(article), .optional(wording), .optional(note)]
    }
}
