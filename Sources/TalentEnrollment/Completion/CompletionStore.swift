import Postgres
import Store
import Zones

/// The judgement of one enrollment with the facts that it rests on.
public struct Completion: Sendable, Hashable {
    public let enrollment: String
    public let facts: CompletionFacts
    /// The least number of sessions, or of hours, that the rule wants.
    public let needed: Int
    public let judgement: Judgement

    public var attended: Int { facts.attended }
    public var recorded: Int { facts.recorded }

    init(enrollment: String, facts: CompletionFacts, rule: CompletionRule) {
        self.enrollment = enrollment
        self.facts = facts
        needed = rule.needed(of: rule.counts == .hours ? facts.recordedHours : facts.recorded)
        judgement = rule.judge(facts)
    }
}

/// Evaluations of whole cohorts.
public enum CompletionStore {
    /// What judging a cohort starts from.
    struct Basis: Sendable, Hashable {
        let ruleID: Int64
        let rule: CompletionRule
    }

    /// Somebody to be judged.
    struct Candidate: Sendable, Hashable {
        let enrollment: String
        let facts: CompletionFacts
    }

    /// The rule by which a cohort is judged: the program's own or the general one, in force when the cohort started.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    static func basis(_ session: Session, of cohort: Code) throws -> Basis {
        guard
            let row = try session.connection.row(
                """
                select r.id, r.attended_share_ppm, r.counts, r.examination, r.leave_one_in
                from enrollment.cohort c cross join lateral enrollment.completion_rule_of(c.id) r where c.code = \(cohort)
                """,
                as: (Int64, Int32, CompletionRule.Counting, Bool, Int32?).self
            )
        else { throw CoreRejection.missing(noun: "cohort", key: cohort.text) }
        return Basis(
            ruleID: row.0,
            rule: CompletionRule(
                attendedShare: Rate(partsPerMillion: Int64(row.1)),
                counts: row.2,
                needsExamination: row.3,
                leaveOneIn: row.4.map(Int.init)
            )
        )
    }

    /// Everybody in a cohort who holds a seat and has not completed before, for a host.
    static func candidates(_ session: Session, of cohort: Code) throws -> [Candidate] {
        let rows = try session.ask(refusedAs: EnrollmentRejection.self) { connection throws(PostgresError) in
            try connection.rows(
                "select code, facts from enrollment.facts_to_judge(\(cohort))",
                as: (String, String).self
            )
        }
        return try rows.map { code, stored in
            guard let facts = CompletionFacts(stored: stored) else { throw AnswerFault([stored]) }
            return Candidate(enrollment: code, facts: facts)
        }
    }

    /// Judges everybody in a cohort who holds a seat and has not completed before, and writes the judgements in one step.
    ///
    /// - Throws: `EnrollmentRejection.factsChanged` when attendance was recorded in between; asking again helps.
    public static func evaluate(_ session: Session, cohort: Code, as request: Request) throws -> [Completion] {
        let basis = try basis(session, of: cohort)
        let candidates = try candidates(session, of: cohort)
        let verdicts = candidates.map { basis.rule.judge($0.facts).verdict }
        return try session.perform(write(cohort: cohort, basis, candidates, verdicts), as: request)
    }

    /// The verb that writes verdicts; its answer holds the facts, so that a repeated request explains the same again.
    static func write(
        cohort: Code,
        _ basis: Basis,
        _ candidates: [Candidate],
        _ verdicts: [Judgement.Verdict]
    ) -> Verb<[Completion]> {
        let codes = candidates.map(\.enrollment)
        let facts = candidates.map(\.facts.stored)
        let verdicts = verdicts.map(\.rawValue)
        return Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.evaluate_completion(\(request), \(cohort), \(basis.ruleID), \(codes), \(facts), \(verdicts))"
        } decode: { columns throws(AnswerFault) in
            try decode(columns)
        }
    }

    /// The rule in four columns, then the codes, then the facts.
    private static func decode(_ columns: [String?]) throws(AnswerFault) -> [Completion] {
        guard columns.count >= 4, columns.count.isMultiple(of: 2),
            let counts = CompletionRule.Counting(rawValue: try columns.column(1))
        else { throw AnswerFault(columns) }
        let rule = CompletionRule(
            attendedShare: Rate(partsPerMillion: Int64(try columns.integer(0))),
            counts: counts,
            needsExamination: try columns.column(2) == "true",
            leaveOneIn: columns[3] == nil ? nil : try columns.integer(3)
        )
        let people = (columns.count - 4) / 2
        var completions: [Completion] = []
        for position in 0..<people {
            guard let facts = CompletionFacts(stored: try columns.column(4 + people + position)) else {
                throw AnswerFault(columns)
            }
            completions.append(Completion(enrollment: try columns.column(4 + position), facts: facts, rule: rule))
        }
        return completions
    }
}

extension CompletionRule.Counting: PostgresText {}
