import Postgres
import Store
import Zones

/// The instructors that the active zone has or may know of.
public enum InstructorStore {
    /// Instructors by code.
    public static func list(_ session: Session) throws -> [Instructor] {
        try session.connection.rows(
            """
            select i.code, i.name, k.code, p.level, coalesce(l.guests, '{}'), coalesce(l.watchers, '{}'),
                i.subjects, i.weekly_hours
            from schedule.instructor i
            left join schedule.instructor_party p on p.instructor_id = i.id
                and p.zone_id = (select core.active_zone())
            join core.zone k on k.id = i.zone_id
            left join schedule.lent() l on l.resource_kind = 'instructor' and l.resource_id = i.id
            order by i.code
            """,
            as: (Code, String, ZoneCode, PartyLevel?, [String], [String], [String], Int32?).self
        ).map {
            Instructor(
                code: $0.0,
                name: $0.1,
                home: $0.2,
                level: $0.3,
                guests: $0.4,
                watchers: $0.5,
                subjects: $0.6,
                weeklyHours: $0.7.map(Int.init)
            )
        }
    }

    /// Adds an instructor of the active zone, under `code` or a new one. Answers the code.
    ///
    /// Refused with `SCH11` when the code is taken, in whatever zone, and `COR01` for a zone that there is not.
    /// - Parameters:
    ///   - guests: zones that may book them too
    ///   - watchers: zones that see when they are taken
    ///   - subjects: what they teach; anything if empty
    ///   - weeklyHours: the most training hours in a week; no limit if nil
    ///   - hours: when they can be had; always if none
    public static func add(
        code: Code?,
        name: PersonName,
        guests: [ZoneCode] = [],
        watchers: [ZoneCode] = [],
        subjects: [String] = [],
        weeklyHours: Int? = nil,
        hours: OpeningHours = .init()
    ) -> Verb<String> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.add_instructor(\(request), \(code), \(name.text), \(guests.map(\.text)),
                \(watchers.map(\.text)), \(subjects), \(weeklyHours), \(hours.weekdays), \(hours.opens), \(hours.closes))
            """
        } decode: {
            try $0.column(0)
        }
    }
}
