import Zones

/// A version as the lines of a pack: what `policy load` reads, and what `git diff` shows well.
public struct PackText: Sendable {
    public let lines: [String]

    /// - Parameter facts: the catalogue entries to bring along, those that no installation has by itself
    public init(
        _ policy: Policy,
        _ head: VersionHead,
        _ version: PolicyVersion,
        exclusions: [Exclusion] = [],
        requirements: [Requirement] = [],
        steps: [ProcessStep] = [],
        cases: [WorkedCase] = []
    ) {
        let key = "--policy \(policy.code) --version \(head.code)"
        var lines = [Self.policy(policy), Self.version(head)]
        lines += version.parameters.map { "parameter add \(key)" + Self.parameter($0) }
        lines += version.clauses.map { "clause add \(key)" + Self.clause($0) }
        lines += version.benefits.map { "benefit add \(key)" + Self.benefit($0) }
        lines += exclusions.map {
            "exclusion add \(key)" + field("with", $0.other) + field("mode", $0.mode.rawValue)
                + field("article", $0.article)
        }
        lines += requirements.map {
            "requirement add \(key)" + field("code", $0.code) + field("zh", $0.titleZh) + field("en", $0.titleEn)
                + field("fact", $0.fact) + field("deferrable-days", $0.deferrableDays.map(String.init))
        }
        lines += steps.map {
            "step add \(key)" + field("code", $0.code) + field("zh", $0.titleZh) + field("en", $0.titleEn)
                + field("actor", $0.actor) + field("days", String($0.days)) + field("unit", $0.unit.rawValue)
        }
        lines += cases.map {
            "case add \(key)" + field("code", $0.code) + field("as-of", $0.asOf.description) + field("facts", $0.facts)
                + field("expect", $0.verdict.word) + field("amount", $0.amount?.description)
                + field("source", $0.source)
        }
        self.lines = lines
    }

    private static func policy(_ policy: Policy) -> String {
        "policy add" + field("code", policy.code.text) + field("title-zh", policy.titleZh)
            + field("title-en", policy.titleEn) + field("subject", policy.subject.rawValue)
            + field("authority", policy.authority) + field("document", policy.documentNumber)
            + field("source", policy.source) + field("confidence", policy.confidence.rawValue)
            + field("zones", policy.zones.map(\.text).joined(separator: ","))
    }

    private static func version(_ head: VersionHead) -> String {
        "policy version \(head.policy)" + field("code", head.code.text) + field("from", head.validFrom.description)
            + field("until", head.validUntil?.description) + field("anchor", head.anchor.text)
            + field("late-claim-until", head.lateClaimUntil?.description) + field("transition", head.transition)
    }

    private static func parameter(_ parameter: Parameter) -> String {
        field("code", parameter.code) + field("type", parameter.type.rawValue) + field("value", parameter.text)
            + field("unit", parameter.unit) + field("article", parameter.article)
            + field("from", parameter.from?.description) + field("basis", parameter.basis)
            + (parameter.isAssumed ? " --assumed" : "")
    }

    private static func clause(_ clause: Clause) -> String {
        field("code", clause.code) + field("group", clause.group == clause.code ? nil : clause.group)
            + field("alternative", clause.alternative == 1 ? nil : String(clause.alternative))
            + field("when", clause.condition) + field("article", clause.article) + field("zh", clause.wordingZh)
            + field("en", clause.wordingEn) + field("cure", clause.cure.rawValue)
    }

    private static func benefit(_ benefit: Benefit) -> String {
        let scopes = benefit.oncePer.map(\.rawValue).joined(separator: ",")
        let payers = benefit.payers.map { "\($0.layer)=\($0.share)" }.joined(separator: ",")
        let texts =
            field("code", benefit.code) + field("kind", benefit.kind.rawValue) + field("zh", benefit.nameZh)
            + field("en", benefit.nameEn) + field("article", benefit.article) + field("amount", benefit.amount)
            + field("when", benefit.condition) + field("ends", benefit.ending)
            + field("stage", benefit.stage.map(String.init))
        let terms =
            field("cap", benefit.cap) + field("cap-scope", benefit.capScope?.rawValue) + field("once-per", scopes)
            + field("months", benefit.months) + field("spread", benefit.spread?.description)
        return texts + terms + field("subsidy", benefit.subsidy?.description)
            + field("years", benefit.subsidisedYears.map(String.init)) + field("payers", payers)
    }
}

/// ` --name value`, quoted where the line needs it; nothing for a value that is missing or empty.
private func field(_ name: String, _ value: String?) -> String {
    guard let value, !value.isEmpty else { return "" }
    let plain = value.unicodeScalars.allSatisfy {
        switch $0 {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", ",", "=", ":", "/": true
        default: $0.properties.isIdeographic
        }
    }
    guard !plain else { return " --\(name) \(value)" }
    // Between single quotes everything stands for itself but the quote, which stands between double ones.
    return " --\(name) '" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\"'\"'")
        + "'"
}
