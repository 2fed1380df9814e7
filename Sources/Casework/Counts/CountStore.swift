import Postgres
import Store
import Zones

/// A module's counts for whoever watches the system: no names, no codes, only kinds and states.
public struct CountSource: Sendable {
    /// The schema that the counts are of.
    public let module: String
    let statement: @Sendable () -> Statement

    /// - Parameter statement: selects kind, state, count, and since when the oldest waits (null where nothing does).
    public init(_ module: String, _ statement: @escaping @Sendable () -> Statement) {
        self.module = module
        self.statement = statement
    }

    /// What this source counts in the zone of the session.
    public func counts(_ session: Session) throws -> [StateCount] {
        try session.connection.rows(statement(), as: (String, String, Int, Instant?).self)
            .map { StateCount(kind: $0.0, state: $0.1, count: $0.2, waitingSince: $0.3) }
    }

    /// The store's own: people, clocks of cases, reviews.
    public static let casework = CountSource("core") {
        """
        select 'person', case when p.merged_into is null then 'current' else 'merged' end, count(*), null::timestamptz
        from core.person p group by 2
        union all
        select 'deadline',
            case when d.met_on is not null then 'met' when d.paused_on is not null then 'paused' else 'running' end,
            count(*), min(d.started_on::timestamp at time zone 'Asia/Shanghai') filter (where d.met_on is null)
        from core.deadline d group by 2
        union all
        select 'review', r.outcome, count(*), null from core.review r group by 2
        order by 1, 2
        """
    }
}
