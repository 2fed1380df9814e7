import Postgres
import Store
import Zones

/// The hours that instructors and rooms have left.
enum HourLimitStore {
    /// The limits that apply to some days, for the instructors and rooms that the active zone may book.
    static func list(_ session: Session, _ days: [Day]) throws -> [HourLimit] {
        guard let first = days.first, let last = days.last else { return [] }
        return try weeks(session, days, first, last) + lent(session, days)
    }

    private static func weeks(_ session: Session, _ days: [Day], _ first: Day, _ last: Day) throws
        -> [HourLimit]
    {
        let rows = try session.connection.rows(
            "select instructor, monday, hours from schedule.taught_hours(\(first), \(last))",
            as: (Code, Day, Int64).self
        )
        var taught: [Code: [Day: Int]] = [:]
        for (code, monday, hours) in rows { taught[code, default: [:]][monday] = Int(hours) }
        let weeks = Dictionary(grouping: days) { Week.monday(of: $0) }.sorted { $0.key < $1.key }
        var limits: [HourLimit] = []
        for instructor in try InstructorStore.list(session) where instructor.level?.books ?? false {
            guard let allowed = instructor.weeklyHours else { continue }
            for (monday, days) in weeks {
                limits.append(
                    HourLimit(
                        holder: .instructor,
                        resource: instructor.code,
                        kind: .week(monday),
                        allowed: allowed,
                        planned: taught[instructor.code]?[monday] ?? 0,
                        days: Set(days)
                    )
                )
            }
        }
        return limits
    }

    /// Of several consents for a day the one with the most hours left counts; one without a number of hours is no limit.
    private static func lent(_ session: Session, _ days: [Day]) throws -> [HourLimit] {
        let given = try LendingStore.list(session).filter { $0.to == session.zone }
        let groups = Dictionary(grouping: given) { $0.kind + ":" + $0.resource.text }.sorted {
            $0.key < $1.key
        }
        var limits: [HourLimit] = []
        for (_, consents) in groups {
            var open = Set(days)
            var counted: [HourLimit] = []
            for consent in consents {
                guard let hours = consent.hours else {
                    open.subtract(days.filter { consent.covers($0) })
                    continue
                }
                counted.append(
                    HourLimit(
                        holder: ResourceKind(rawValue: consent.kind) ?? .instructor,
                        resource: consent.resource,
                        kind: .lent(consent.firstDay, consent.lastDay),
                        allowed: hours,
                        planned: try booked(session, consent),
                        days: Set(days.filter { consent.covers($0) })
                    )
                )
            }
            for limit in counted.sorted(by: { $0.left > $1.left }) {
                let days = open.intersection(limit.days)
                open.subtract(days)
                if !days.isEmpty { limits.append(limit.on(days)) }
            }
        }
        return limits
    }

    /// The hours that the active zone has planned under a consent, as `schedule.check_lent` counts them.
    private static func booked(_ session: Session, _ consent: Lending) throws -> Int {
        let hours = try session.connection.value(
            """
            select coalesce(sum(s.hours), 0)
            from schedule.session s
            join core.zone k on k.id = s.zone_id
            left join schedule.venue v on v.id = s.venue_id
            left join schedule.instructor i on i.id = s.instructor_id
            where k.code = \(consent.to) and s.state = 'scheduled'
                and case \(consent.kind) when 'venue' then v.code else i.code end = \(consent.resource)
                and s.held_on >= \(consent.firstDay ?? Day.first) and s.held_on <= \(consent.lastDay ?? Day.last)
            """,
            as: Int64.self
        )
        return Int(hours ?? 0)
    }
}

extension HourLimit {
    fileprivate func on(_ days: Set<Day>) -> HourLimit {
        HourLimit(
            holder: holder,
            resource: resource,
            kind: kind,
            allowed: allowed,
            planned: planned,
            days: days
        )
    }
}

extension Lending {
    /// Whether the consent is for this day.
    fileprivate func covers(_ day: Day) -> Bool {
        day >= (firstDay ?? Day.first) && day <= (lastDay ?? Day.last)
    }
}
