import Postgres
import Store
import Zones

/// An application that is not settled.
public struct ApplicationRow: Sendable, Hashable {
    public let code: Code
    public let person: Code
    public let name: String
    public let state: EnrollmentState
    public let appliedOn: Day
    /// Reviewers who have given a score.
    public let scores: Int
    /// The sum of the scores; nil before the first.
    public let total: Int?
    /// The last day to say yes to an admission or an offer.
    public let offerUntil: Day?
}

extension ApplicationStore {
    /// The active zone's applications to a cohort that wait for a decision or an answer, the highest scores first.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    public static func list(_ session: Session, cohort: Code) throws -> [ApplicationRow] {
        _ = try CohortStore.show(session, cohort)
        let statement: Statement = """
            select e.code, coalesce(k.code, p.code), coalesce(k.name, p.name), e.state, core.day(e.applied_at),
                count(s.score)::int, sum(s.score)::int, e.offer_until
            from enrollment.enrollment e
            join enrollment.cohort c on c.id = e.cohort_id
            join core.person p on p.zone_id = e.zone_id and p.id = e.person_id
            left join core.person k on k.id = p.merged_into
            left join enrollment.score s on s.enrollment_id = e.id
            where c.code = \(cohort) and e.state in ('applied', 'under_review', 'admitted')
            group by e.id, e.code, k.code, p.code, k.name, p.name, e.state, e.applied_at, e.offer_until
            order by sum(s.score) desc nulls last, e.applied_at, e.id
            """
        return try session.connection.rows(statement, as: Row.self).map(row)
    }

    private typealias Row = (Code, Code, String, EnrollmentState, Day, Int32, Int32?, Day?)

    private static func row(_ row: Row) -> ApplicationRow {
        ApplicationRow(
            code: row.0,
            person: row.1,
            name: row.2,
            state: row.3,
            appliedOn: row.4,
            scores: Int(row.5),
            total: row.6.map(Int.init),
            offerUntil: row.7
        )
    }
}
