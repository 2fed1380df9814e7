import Postgres
import Store
import Zones

/// One zone's share of one measure of a handoff.
public struct CreditShare: Sendable, Hashable {
    public let measure: CreditMeasure
    public let zone: ZoneCode
    public let share: Rate
}

/// The agreed shares of credit.
public enum CreditStore {
    /// The shares of a handoff, by measure, the sender's first.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has no part in a handoff of that code.
    public static func shares(_ session: Session, handoff: Code) throws -> [CreditShare] {
        _ = try HandoffStore.show(session, handoff)
        return try session.connection.rows(
            """
            select s.measure, z.code, s.basis_points * 100::bigint
            from handoff.credit_share s join handoff.handoff h on h.id = s.handoff_id join core.zone z on z.id = s.zone_id
            where h.code = \(handoff) order by s.measure, s.zone_id = s.to_zone_id
            """,
            as: (CreditMeasure, ZoneCode, Rate).self
        ).map { CreditShare(measure: $0.0, zone: $0.1, share: $0.2) }
    }
}

extension CreditMeasure: PostgresText {}
