import Postgres
import Store
import StoreTesting
import TalentEnrollment
import Zones

extension Scene {
    /// Reserves seats of a cohort for a zone.
    @discardableResult
    func quota(_ zone: String, _ seats: Int, of cohort: Code, releaseOn: String? = nil) throws -> [WaitlistOutcome] {
        let day = try releaseOn.map { try Day(iso: $0) }
        return try officer("INNO").perform(
            QuotaStore.set(cohort: cohort, .zone(ZoneCode(zone), seats: seats, releaseOn: day))
        )
    }

    /// The quota board as `zone seats taken free waiting` a row; the pool is `pool`.
    func board(_ cohort: Code) throws -> [String] {
        try QuotaStore.board(officer("INNO"), cohort).map {
            let free = $0.free.map(String.init) ?? "-"
            return "\($0.zone?.text ?? "pool") \($0.seats ?? -1) \($0.taken) \(free) \($0.waiting)"
        }
    }

    /// Gives a cohort a session, written as the owner: planning is another module's.
    func session(_ code: String, of cohort: Code, _ starts: String, _ ends: String) throws {
        try database.connection().execute(
            """
            with l as (
                insert into schedule.course (zone_id, code, name, cohort_id)
                select c.zone_id, \("L-" + code), '样例课', c.id from enrollment.cohort c where c.code = \(cohort)
                returning id, zone_id, cohort_id),
            v as (
                insert into schedule.venue (zone_id, code, name, capacity)
                select zone_id, \("V-" + code), '样例教室', 50 from l returning id)
            insert into schedule.session (zone_id, contact, code, cohort_id, course_id, venue_id, starts_at, ends_at, hours, planned_at)
            select l.zone_id, '样例', \(code), l.cohort_id, l.id, v.id, \(Instant(iso: starts)), \(Instant(iso: ends)), 1,
                \(Instant(iso: starts))
            from l, v
            """
        )
    }
}
