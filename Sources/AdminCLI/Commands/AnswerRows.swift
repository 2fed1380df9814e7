import StartupEligibility
import Zones

/// One policy's answer as rows of `eligibility check`.
enum AnswerRows {
    static func all(_ answer: Answer) -> [[Cell]] {
        [verdict(answer)] + answer.reasons.map { clause($0, answer) } + answer.awards.map { award($0, answer) }
            + answer.missing.map { missing($0, answer) }
    }

    private static func verdict(_ answer: Answer) -> [Cell] {
        let window = answer.decision.window
        let total = answer.rules.sum(answer.awards)
        return row(
            answer,
            "verdict",
            answer.head.code.text,
            answer.decision.verdict.word,
            amount: answer.decision.verdict == .no ? nil : total.text,
            requirement: answer.policy.titleZh,
            article: answer.policy.documentNumber,
            window: window,
            daysLeft: window.flatMap { $0.contains(answer.decision.day) ? $0.daysLeft(on: answer.decision.day) : nil },
            note: [
                answer.isAssumed ? Wording.assumed.zh : nil,
                answer.decision.inForce == .no ? Wording.notInForce.zh : nil,
                answer.handledBy.isEmpty ? nil : Wording.handledBy.zh + answer.handledBy.joined(separator: ","),
            ].compactMap(\.self).joined(separator: "; ")
        )
    }

    private static func clause(_ reason: Reason, _ answer: Answer) -> [Cell] {
        let window = reason.outcome == .yes ? nil : reason.holdsFrom.map { Window(from: $0, until: nil) }
        return row(
            answer,
            "clause",
            reason.clause.code,
            reason.outcome.word,
            facts: reason.facts.map { Wording.seen($0, answer) }.joined(separator: "; "),
            requirement: reason.clause.wordingZh,
            article: reason.clause.article,
            window: window,
            until: reason.holdsUntil,
            cure: reason.outcome == .no ? reason.clause.cure.rawValue : nil,
            note: reason.assumed.isEmpty ? nil : Wording.assumed.zh,
            threshold: reason.threshold
        )
    }

    private static func award(_ award: Award, _ answer: Answer) -> [Cell] {
        var notes = award.assumed.isEmpty ? [] : [Wording.assumed.zh]
        if let interest = award.interest { notes.append(Wording.interest(interest)[.zh]) }
        if !award.benefit.payers.isEmpty { notes.append(Wording.payers(award, answer)[.zh]) }
        return row(
            answer,
            "benefit",
            award.benefit.code,
            award.outcome.word,
            amount: award.amount.text,
            requirement: award.benefit.nameZh,
            article: award.benefit.article,
            note: notes.joined(separator: "; ")
        )
    }

    private static func missing(_ fact: FactDefinition, _ answer: Answer) -> [Cell] {
        row(answer, "missing", fact.name, "unknown", requirement: fact.nameZh, note: fact.evidence)
    }

    private static func row(
        _ answer: Answer,
        _ part: String,
        _ code: String,
        _ outcome: String,
        amount: String? = nil,
        facts: String? = nil,
        requirement: String,
        article: String? = nil,
        window: Window? = nil,
        until: Day? = nil,
        daysLeft: Int? = nil,
        cure: String? = nil,
        note: String? = nil,
        threshold: String? = nil
    ) -> [Cell] {
        [
            .code(answer.policy.code.text), .text(part), .code(code), .text(outcome), .optional(amount),
            .optional(facts), .text(requirement), .optional(article), .optional(window?.from),
            .optional(window?.until ?? until), .optional(daysLeft), .optional(cure),
            .optional(note.flatMap { $0.isEmpty ? nil : $0 }), .optional(threshold),
        ]
    }
}
