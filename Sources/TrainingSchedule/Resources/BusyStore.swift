import Postgres
import Store
import Zones

/// When the resources that zones lend each other are taken.
public enum BusyStore {
    /// What takes rooms or instructors on some days, both included, by start; one resource or all that may be seen.
    ///
    /// - Parameter kind: rooms or instructors; a cohort's own times are its sessions, `SessionStore.list`
    public static func list(
        _ session: Session,
        of kind: ResourceKind,
        _ resource: Code? = nil,
        from first: Day,
        until last: Day
    ) throws -> [Busy] {
        let midnight = try TimeOfDay(hour: 0, minute: 0)
        let statement: Statement = """
            select b.resource_code, b.starts_at, b.ends_at, b.zone_code, b.contact, b.session_code
            from schedule.busy(\(Instant(first, midnight)), \(Instant(try last.adding(days: 1), midnight)),
                \(kind.rawValue), \(resource)) b
            """
        return try session.connection.rows(
            statement + " order by b.starts_at, b.resource_code",
            as: (Code, Instant, Instant, ZoneCode, String, Code?).self
        ).map { Busy(resource: $0.0, starts: $0.1, ends: $0.2, zone: $0.3, contact: $0.4, session: $0.5) }
    }
}
