import Postgres
import Store
import Zones

/// A decision that was kept.
public struct KeptDecision: Sendable, Hashable {
    public let code: Code
    public let subject: Code
    public let policy: Code
    public let version: Code
    public let asOf: Day
    public let verdict: Ternary
    /// The facts, as `FactSheet.text` writes them.
    public let input: String
    /// As `Answer.record` wrote it.
    public let answer: String
}

/// Decisions that were shown or claimed: immutable.
public enum DecisionStore {
    /// Keeps an answer as it was given; answers the decision's code.
    public static func record(_ answer: Answer, of subject: Code, knownAt: Instant?) -> Verb<String> {
        let decision = answer.decision
        let amount = answer.rules.sum(answer.awards).exact
        let input = answer.file.facts.text(answer.rules.catalogue)
        return PolicyStore.verb { request in
            """
            select eligibility.record_decision(\(request), \(subject), \(answer.policy.code), \(answer.head.code),
                \(decision.day), \(knownAt), \(decision.verdict.word), \(Int64(bitPattern: decision.yes)),
                \(Int64(bitPattern: decision.no)), \(decision.window?.from), \(decision.window?.until), \(amount),
                \(input), \(answer.record))
            """
        }
    }

    /// - Throws: `CoreRejection.missing`
    public static func show(_ session: Session, _ code: Code) throws -> KeptDecision {
        let row = try session.connection.row(
            """
            select coalesce(p.code, o.code), pol.code, v.code, d.as_of, d.verdict, d.input, d.answer
            from eligibility.decision d
            join eligibility.version v on v.id = d.version_id join eligibility.policy pol on pol.id = v.policy_id
            left join core.person p on (p.zone_id, p.id) = (d.zone_id, d.person_id)
            left join core.organization o on (o.zone_id, o.id) = (d.zone_id, d.organization_id)
            where d.code = \(code)
            """,
            as: (Code, Code, Code, Day, String, String, String).self
        )
        guard let row, let verdict = Ternary(word: row.4) else {
            throw CoreRejection.missing(noun: "decision", key: code.text)
        }
        return KeptDecision(
            code: code,
            subject: row.0,
            policy: row.1,
            version: row.2,
            asOf: row.3,
            verdict: verdict,
            input: row.5,
            answer: row.6
        )
    }

    /// Decides once more from what was kept: the same input, the same version, the same day.
    ///
    /// - Throws: `CoreRejection.missing`; `EligibilityRejection.faulty` when the version can no longer be read
    public static func replay(_ session: Session, _ kept: KeptDecision) throws -> String {
        let catalogue = try FactStore.catalogue(session)
        let head = try PolicyStore.version(session, kept.policy, kept.version)
        let rules = try Assessor.rulebook(try PolicyStore.provisions(session, head), catalogue)
        let facts = try FactSheet(kept.input, catalogue)
        let lpr = LoanPrimeRates(fixings: try RateStore.fixings(session))
        return Answer.record(
            rules,
            assess(facts, rules, on: kept.asOf),
            rules.awards(facts, on: kept.asOf, lpr: lpr)
        )
    }
}
