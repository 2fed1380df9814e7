import Postgres
import Store
import Zones

/// The judgement of one enrollment with the facts that it rests on.
public struct Completion: Sendable, Hashable {
    public let enrollment: String
    public let attended: Int
    public let recorded: Int
    /// The least number of sessions that the rule wants.
    public let needed: Int
    public let judgement: Judgement
}

/// Evaluations of whole cohorts.
public enum CompletionStore {
    /// What judging a cohort starts from.
    struct Basis: Sendable, Hashable {
        let ruleID: Int64
        let rule: CompletionRule
        /// Sessions of the cohort that were recorded.
        let recorded: Int32
    }

    /// The rule by which a cohort is judged (the program's own or the general one, in force when the cohort started), and
    /// the number of its sessions.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    static func basis(_ session: Session, of cohort: Code) throws -> Basis {
        guard
            let row = try session.connection.row(
                """
                select r.id, r.attended_share_ppm,
                    (select count(*)::int from enrollment.recorded_session s where s.cohort_id = c.id)
                from enrollment.cohort c cross join lateral enrollment.completion_rule_of(c.id) r where c.code = \(cohort)
                """,
                as: (Int64, Int32, Int32).self
            )
        else { throw CoreRejection.missing(noun: "cohort", key: cohort.text) }
        return Basis(
            ruleID: row.0,
            rule: CompletionRule(attendedShare: Rate(partsPerMillion: Int64(row.1))),
            recorded: row.2
        )
    }

    /// Judges everybody in a cohort who holds a seat and has not completed before, and writes the judgements in one step.
    ///
    /// - Throws: `EnrollmentRejection.factsChanged` when attendance was recorded in between; asking again helps.
    public static func evaluate(_ session: Session, cohort: Code, as request: Request) throws -> [Completion] {
        let basis = try basis(session, of: cohort)
        let candidates = try RosterStore.roster(session, cohort).filter { $0.state.next(.complete) != nil }
        let verdicts = candidates.map { basis.rule.judge(attended: $0.attended, recorded: $0.recorded).verdict }
        return try session.perform(write(cohort: cohort, basis, candidates, verdicts), as: request)
    }

    /// The verb that writes verdicts; its answer holds the facts, so that a repeated request explains the same again.
    static func write(
        cohort: Code,
        _ basis: Basis,
        _ candidates: [RosterEntry],
        _ verdicts: [Judgement.Verdict]
    ) -> Verb<[Completion]> {
        let codes = candidates.map(\.enrollment.text)
        let attended = candidates.map { Int32(clamping: $0.attended) }
        let verdicts = verdicts.map(\.rawValue)
        return Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.evaluate_completion(\(request), \(cohort), \(basis.ruleID), \(basis.recorded), \(codes),
                \(attended), \(verdicts))
            """
        } decode: { columns throws(AnswerFault) in
            try decode(columns)
        }
    }

    /// Sessions recorded, the share wanted, then the codes, then the counts.
    private static func decode(_ columns: [String?]) throws(AnswerFault) -> [Completion] {
        guard columns.count >= 2, columns.count.isMultiple(of: 2) else { throw AnswerFault(columns) }
        let recorded = try columns.integer(0)
        let rule = CompletionRule(attendedShare: Rate(partsPerMillion: Int64(try columns.integer(1))))
        let people = (columns.count - 2) / 2
        var completions: [Completion] = []
        for position in 0..<people {
            let attended = try columns.integer(2 + people + position)
            completions.append(
                Completion(
                    enrollment: try columns.column(2 + position),
                    attended: attended,
                    recorded: recorded,
                    needed: rule.needed(of: recorded),
                    judgement: rule.judge(attended: attended, recorded: recorded)
                )
            )
        }
        return completions
    }
}
