import Postgres
import Store
import Zones

/// Calendars of sessions.
public enum SessionCalendarStore {
    /// The events of a cohort, a person, an instructor or a room on some days, both included, by start; cancelled
    /// sessions stay as such. Of another zone's private session only the times, the zone and the contact are told.
    public static func events(
        _ session: Session,
        of owner: CalendarOf,
        from first: Day? = nil,
        until last: Day? = nil
    ) throws -> [CalendarEvent] {
        var statement: Statement = """
            select s.code, s.sequence, s.state = 'cancelled', s.starts_at, s.ends_at, l.name, v.name, i.name, c.code,
                k.code, s.contact, coalesce((select max(d.at) from schedule.session_change d where d.session_id = s.id),
                s.planned_at)
            from schedule.session s
            join schedule.course l on l.id = s.course_id
            join enrollment.cohort c on c.id = s.cohort_id
            join core.zone k on k.id = s.zone_id
            left join schedule.venue v on v.id = s.venue_id
            left join schedule.instructor i on i.id = s.instructor_id
            """
        switch owner {
        case .cohort(let code): statement = statement + " where c.code = \(code)"
        case .instructor(let code): statement = statement + " where i.code = \(code)"
        case .venue(let code): statement = statement + " where v.code = \(code)"
        case .person(let code):
            statement =
                statement + """
                     where s.cohort_id in (
                        select h.cohort_id from enrollment.seat_of_person h where h.person_code = \(code))
                    """
        }
        if let first { statement = statement + " and s.held_on >= \(first)" }
        if let last { statement = statement + " and s.held_on <= \(last)" }
        let own = try session.connection.rows(
            statement + " order by s.starts_at, s.code",
            as: (
                String, Int32, Bool, Instant, Instant, String, String?, String?, String, String, String, Instant
            ).self
        ).map { row in
            CalendarEvent(
                uid: row.0 + "@zonebridge",
                sequence: Int(row.1),
                isCancelled: row.2,
                starts: row.3,
                ends: row.4,
                summary: row.5,
                location: row.6,
                description: [row.8, row.7, row.9 + " " + row.10].compactMap(\.self).joined(separator: "\n"),
                changed: row.11
            )
        }
        let others = try busy(session, owner, first, last)
        return (own + others).sorted { ($0.starts, $0.uid) < ($1.starts, $1.uid) }
    }

    /// What else takes a room or an instructor: sessions of which nothing may be told.
    private static func busy(_ session: Session, _ owner: CalendarOf, _ first: Day?, _ last: Day?) throws
        -> [CalendarEvent]
    {
        let kind: ResourceKind
        switch owner {
        case .venue: kind = .venue
        case .instructor: kind = .instructor
        case .cohort, .person: return []
        }
        let from = try first ?? Day(year: 1992, month: 1, day: 1)
        let until = try last ?? Day(year: 9998, month: 12, day: 31)
        return try BusyStore.list(session, of: kind, owner.code, from: from, until: until)
            .filter { $0.session == nil }
            .map {
                CalendarEvent(
                    uid: "busy-\(owner.code)-\($0.starts.microsecondsSince2000 / 1_000_000)@zonebridge",
                    starts: $0.starts,
                    ends: $0.ends,
                    summary: "\($0.zone) \($0.contact)",
                    changed: session.now
                )
            }
    }
}
