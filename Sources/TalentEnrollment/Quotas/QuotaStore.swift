import Postgres
import Store
import Zones

/// The seats of one zone in a cohort, or those of the pool.
public struct QuotaRow: Sendable, Hashable {
    /// Nil for the pool: the seats that no quota reserves, open to every zone.
    public let zone: ZoneCode?
    /// Seats as published; nil for a pool without limit.
    public let seats: Int?
    /// Seats reserved now: nought after the release.
    public let inForce: Int?
    /// Seats that the zone's people hold, quota and pool together; for the pool, those beyond the quotas.
    public let taken: Int
    /// Seats left of the quota, or of the pool; nil without limit.
    public let free: Int?
    public let waiting: Int
    /// People whom the queue went on without, with a reason on record.
    public let passedOver: Int?
    /// The day on which unused seats of the quota join the pool.
    public let releaseOn: Day?
}

/// Limits of cohorts: quotas of zones, places of units, the capacity itself.
public enum QuotaStore {
    /// The seats of a cohort by zone, the pool last: for a host those of all zones, for a guest its own.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    public static func board(_ session: Session, _ cohort: Code) throws -> [QuotaRow] {
        _ = try CohortStore.show(session, cohort)
        return try session.connection.rows(
            """
            select zone, seats, in_force, taken, free, waiting, passed_over, release_on
            from enrollment.quota_board(\(cohort))
            """,
            as: Row.self
        ).map(row)
    }

    private typealias Row = (ZoneCode?, Int32?, Int32?, Int32, Int32?, Int32, Int32?, Day?)

    private static func row(_ row: Row) -> QuotaRow {
        QuotaRow(
            zone: row.0,
            seats: row.1.map(Int.init),
            inForce: row.2.map(Int.init),
            taken: Int(row.3),
            free: row.4.map(Int.init),
            waiting: Int(row.5),
            passedOver: row.6.map(Int.init),
            releaseOn: row.7
        )
    }
}
