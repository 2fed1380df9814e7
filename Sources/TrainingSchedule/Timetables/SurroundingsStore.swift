import Postgres
import Store
import Zones

/// Everything that is taken or closed around a timetable.
struct Surroundings {
    /// The weekly hours of instructors.
    let hours: [Code: OpeningHours]
    /// Cohorts that share trainees, by pairs.
    let sharing: [[Code]]
    private let instructors: [Code: [TimeSpan]]
    private let cohorts: [Code: [TimeSpan]]
    private let offers: [TimetableDraft.Room]

    /// - Parameter leavingOut: sessions that may move and so take nothing
    init(_ session: Session, _ days: [Day], cohorts named: [Code], leavingOut: Set<Code> = []) throws {
        let first = days.first ?? session.today
        let last = days.last ?? first
        hours = try AvailabilityStore.hours(session, of: .instructor)
        func taken(_ kind: ResourceKind) throws -> [Code: [TimeSpan]] {
            let busy = try BusyStore.list(session, of: kind, from: first, until: last).filter { held in
                !(held.session.map(leavingOut.contains) ?? false)
            }.map { ($0.resource, TimeSpan(starts: $0.starts, ends: $0.ends)) }
            let closed = try AvailabilityStore.closures(session, of: kind, after: session.now).map {
                ($0.resource, TimeSpan(starts: $0.from, ends: $0.until))
            }
            return Dictionary(grouping: busy + closed, by: \.0).mapValues { $0.map(\.1) }
        }
        let lent = try LendingStore.list(session).filter { $0.to == session.zone }
        func ranges(_ kind: ResourceKind, _ code: Code) -> [ClosedRange<Day>] {
            lent.filter { $0.kind == kind.rawValue && $0.resource == code }
                .map { ($0.firstDay ?? Day.first)...($0.lastDay ?? Day.last) }
        }
        var instructors = try taken(.instructor)
        // Another zone's instructor is away on the days for which nobody agreed.
        for instructor in try InstructorStore.list(session) where instructor.level != .owner {
            let agreed = ranges(.instructor, instructor.code)
            for day in days where !agreed.contains(where: { $0.contains(day) }) {
                instructors[instructor.code, default: []].append(
                    TimeSpan(starts: Instant(day, .midnight), ends: Instant(try day.adding(days: 1), .midnight))
                )
            }
        }
        self.instructors = instructors
        (sharing, cohorts) = try Self.trainees(session, named, first, last, leavingOut)
        let rooms = try taken(.venue)
        let roomHours = try AvailabilityStore.hours(session, of: .venue)
        offers = try VenueStore.list(session).filter { $0.level?.books ?? false }.map { room in
            TimetableDraft.Room(
                code: room.code,
                capacity: room.capacity,
                features: room.features,
                blocked: rooms[room.code] ?? [],
                hours: roomHours[room.code] ?? OpeningHours(),
                lent: room.level == .owner ? nil : ranges(.venue, room.code)
            )
        }
    }

    /// When a cohort, its trainees or an instructor cannot come.
    func blocked(cohort: Code, instructor: Code?) -> [TimeSpan] {
        (cohorts[cohort] ?? []) + (instructor.flatMap { instructors[$0] } ?? [])
    }

    /// Whether an instructor can be had at a time.
    func isFree(instructor: Code, _ span: TimeSpan) -> Bool {
        (hours[instructor] ?? OpeningHours()).cover(span)
            && !(instructors[instructor] ?? []).contains { $0.overlaps(span) }
    }

    /// The rooms that may be booked.
    func rooms() -> [TimetableDraft.Room] { offers }

    private static func trainees(
        _ session: Session,
        _ named: [Code],
        _ first: Day,
        _ last: Day,
        _ leavingOut: Set<Code>
    ) throws -> ([[Code]], [Code: [TimeSpan]]) {
        var taken: [Code: [TimeSpan]] = [:]
        var movable: Set<TimeSpan> = []
        for cohort in named {
            try SessionStore.list(session, matching: SessionFilter(cohort: cohort, from: first, until: last)) { held in
                guard held.state == .scheduled else { return }
                let span = TimeSpan(starts: held.starts, ends: held.ends)
                if leavingOut.contains(held.code) {
                    movable.insert(span)
                } else {
                    taken[cohort, default: []].append(span)
                }
            }
        }
        var sharing: [[Code]] = []
        let rows = try session.connection.rows(
            """
            select cohort, other, starts_at, ends_at from schedule.trainee_times(\(named.map(\.text)),
                \(Instant(first, .midnight)), \(Instant(try last.adding(days: 1), .midnight)))
            order by 1, 2, 3, 4
            """,
            as: (Code, Code?, Instant?, Instant?).self
        )
        for (cohort, other, starts, ends) in rows {
            if let other { sharing.append([cohort, other]) }
            guard let starts, let ends else { continue }
            let span = TimeSpan(starts: starts, ends: ends)
            if !movable.contains(span) { taken[cohort, default: []].append(span) }
        }
        return (sharing, taken)
    }
}
