import Postgres
import Store
import Zones

/// One criterion of a rubric with its bands.
public struct Criterion: Sendable, Hashable {
    public let code: Code
    public let nameZh: String
    public let nameEn: String
    public let unit: String
    /// Met, it takes all points.
    public let isVeto: Bool
    /// `from:points` each, rising.
    public let bands: String
}

/// One scorer's value of one criterion.
public struct Score: Sendable, Hashable {
    public let criterion: Code
    public let scorer: String
    public let value: Int
    public let points: Int
    public let vetoed: Bool
}

/// A project's quality evaluation under one version of a rubric.
public struct Evaluation: Sendable, Hashable {
    public let rubric: Code
    public let version: Int
    /// Whether two people have scored.
    public let isComplete: Bool
    public let scores: [Score]

    /// The mean of the scorers' sums, in hundredths of a point; nothing when a veto is met.
    public var hundredths: Int {
        let scorers = Set(scores.map(\.scorer)).count
        guard scorers > 0, !scores.contains(where: \.vetoed) else { return 0 }
        return scores.reduce(0) { $0 + $1.points } * 100 / scorers
    }
}

/// Quality evaluations of the projects whose work the active zone sees; they go where the project goes.
public enum EvaluationStore {
    /// The criteria of a rubric's version that holds on a day, in order.
    ///
    /// - Throws: `CoreRejection.missing` when there is none.
    public static func rubric(_ session: Session, _ code: Code, on day: Day) throws -> [Criterion] {
        let rows = try session.connection.rows(
            """
            select c.code, c.name_zh, c.name_en, c.unit, c.is_veto, coalesce((
                select string_agg(b.at_least || ':' || b.points, ' ' order by b.at_least) from handoff.band b
                where (b.rubric, b.version, b.criterion) = (c.rubric, c.version, c.code)), '')
            from handoff.criterion c where c.rubric = \(code) and c.version = (
                select max(r.version) from handoff.rubric r where r.code = c.rubric and r.valid_from <= \(day))
            order by c.position
            """,
            as: (Code, String, String, String, Bool, String).self
        )
        guard !rows.isEmpty else { throw CoreRejection.missing(noun: "rubric", key: code.text) }
        return rows.map {
            Criterion(code: $0.0, nameZh: $0.1, nameEn: $0.2, unit: $0.3, isVeto: $0.4, bands: $0.5)
        }
    }

    /// The evaluations of a project, the latest version first.
    public static func evaluations(_ session: Session, project: Code) throws -> [Evaluation] {
        _ = try ProjectStore.show(session, project)
        let heads = try session.connection.rows(
            """
            select e.id, e.rubric, e.version, e.complete from handoff.evaluation e
            join handoff.project p on p.id = e.project_id where p.code = \(project) order by e.version desc, e.rubric
            """,
            as: (Int64, Code, Int32, Bool).self
        )
        return try heads.map { head in
            let scores = try session.connection.rows(
                """
                select s.criterion, s.scorer, s.value, s.points, s.vetoed from handoff.score s
                join handoff.criterion c on (c.rubric, c.version, c.code) = (s.rubric, s.version, s.criterion)
                where s.evaluation_id = \(head.0) order by s.scorer, c.position
                """,
                as: (Code, String, Int32, Int32, Bool).self
            ).map {
                Score(criterion: $0.0, scorer: $0.1, value: Int($0.2), points: Int($0.3), vetoed: $0.4)
            }
            return Evaluation(rubric: head.1, version: Int(head.2), isComplete: head.3, scores: scores)
        }
    }

    /// What one scoring came to.
    public struct Scored: Sendable, Hashable {
        public let project: String
        public let points: Int
        public let isComplete: Bool
        public let isVetoed: Bool
    }

    /// Scores a project that the active zone holds, one value a criterion. Refused with `HND35` unless every criterion is
    /// given once, `HND36` for a second time by one person, `HND37` after two scorers.
    public static func score(_ project: Code, rubric: Code, _ values: [(criterion: Code, value: Int32)])
        -> Verb<Scored>
    {
        let codes = values.map(\.criterion)
        let numbers = values.map(\.value)
        return Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.score_project(\(request), \(project), \(rubric), \(codes), \(numbers))"
        } decode: { columns throws(AnswerFault) in
            Scored(
                project: try columns.column(0),
                points: try columns.integer(1),
                isComplete: try columns.column(2) == "true",
                isVetoed: try columns.column(3) == "true"
            )
        }
    }
}
