import Postgres
import Store
import Zones

extension CompletionStore {
    /// A new version of what it takes to complete a program that the active zone published, for cohorts that start on its
    /// day or later. Answers the version.
    public static func add(_ rule: CompletionRule, to program: Code, from day: Day) -> Verb<Int> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.add_completion_rule(\(request), \(program), \(day),
                \(Int32(clamping: rule.attendedShare.partsPerMillion)), \(rule.counts), \(rule.needsExamination),
                \(rule.leaveOneIn.map { Int32(clamping: $0) }))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.integer(1)
        }
    }

    /// What an examination found; a later one replaces it.
    public static func examine(_ enrollment: Code, _ result: CompletionFacts.Examination) -> Verb<String> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.examine(\(request), \(enrollment), \(result.rawValue))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// How one zone's people did in one cohort.
    public struct Figures: Sendable, Hashable {
        public let cohort: Code
        public let program: Code
        public let zone: ZoneCode
        public let seats: Int
        public let completed: Int
        public let failed: Int
        public let undecided: Int
        /// Training hours attended by those who were judged.
        public let hours: Int
    }

    /// Completion by cohort and zone: for a host of all zones, for a guest of its own.
    public static func figures(_ session: Session) throws -> [Figures] {
        try session.connection.rows(
            "select cohort, program, zone, seats, completed, failed, undecided, hours from enrollment.completion_figures()",
            as: (Code, Code, ZoneCode, Int32, Int32, Int32, Int32, Int32).self
        ).map(figures)
    }

    private static func figures(_ row: (Code, Code, ZoneCode, Int32, Int32, Int32, Int32, Int32)) -> Figures {
        Figures(
            cohort: row.0,
            program: row.1,
            zone: row.2,
            seats: Int(row.3),
            completed: Int(row.4),
            failed: Int(row.5),
            undecided: Int(row.6),
            hours: Int(row.7)
        )
    }
}
