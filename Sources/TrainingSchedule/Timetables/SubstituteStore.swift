import Postgres
import Store
import Zones

/// Who can take over the sessions of instructors who cannot come.
enum SubstituteStore {
    /// The sessions that somebody else can teach at the same time and place, each with who: somebody of the active zone
    /// or lent to it, of the course's subject, there and free, with hours left. As few people as possible are asked.
    ///
    /// - Parameters:
    ///   - met: sessions that a closure meets; one whose room is closed has to move and is left out
    ///   - closed: closures by room and instructor
    static func takeovers(
        _ session: Session,
        _ days: [Day],
        of met: [ScheduledSession],
        closed: [Code: [TimeSpan]]
    ) throws -> [ProposedSession] {
        let orphaned = met.filter { held in
            guard let venue = held.venue, held.instructor != nil else { return false }
            return !(closed[venue] ?? []).contains { $0.overlaps(held.span) }
        }.sorted { ($0.starts, $0.code) < ($1.starts, $1.code) }
        guard !orphaned.isEmpty else { return [] }
        let world = try Surroundings(session, days, cohorts: [])
        let subjects = try subjects(session, of: orphaned)
        let all = try InstructorStore.list(session)
        let known = Dictionary(all.map { ($0.code, $0.subjects) }, uniquingKeysWith: { first, _ in first })
        func teaches(_ instructor: Instructor, _ held: ScheduledSession) -> Bool {
            if instructor.code == held.instructor { return false }
            if let subject = subjects[held.course] { return instructor.subjects.contains(subject) }
            // A course without a subject goes to somebody who teaches what its instructor does, or anything.
            let wanted = held.instructor.flatMap { known[$0] } ?? []
            return instructor.subjects.isEmpty || instructor.subjects.contains { wanted.contains($0) }
        }
        let willing = all.filter { $0.level?.books ?? false }.map { instructor in
            (
                instructor,
                Set(
                    orphaned.filter { teaches(instructor, $0) && world.isFree(instructor: instructor.code, $0.span) }
                        .map(\.code)
                )
            )
        }
        // Whoever can teach the most comes first, of those somebody of one's own zone.
        let ranked = willing.filter { !$0.1.isEmpty }.sorted {
            ($1.1.count, $0.0.level == .owner ? 0 : 1, $0.0.code) < (
                $0.1.count, $1.0.level == .owner ? 0 : 1, $1.0.code
            )
        }
        var hours = HoursLeft(try HourLimitStore.list(session, days))
        var taken: [Code: [TimeSpan]] = [:]
        return orphaned.compactMap { held -> ProposedSession? in
            for (instructor, sessions) in ranked
            where sessions.contains(held.code) && !(taken[instructor.code] ?? []).contains(where: held.span.overlaps)
                && hours.take(held.hours, of: instructor.code, on: held.starts.day)
            {
                taken[instructor.code, default: []].append(held.span)
                return held.takenOver(by: instructor.code)
            }
            return nil
        }
    }

    private static func subjects(_ session: Session, of sessions: [ScheduledSession]) throws -> [Code: String] {
        let rows = try session.connection.rows(
            """
            select code, subject from schedule.course
            where subject is not null and code = any (\(Set(sessions.map(\.course.text)).sorted()))
            """,
            as: (Code, String).self
        )
        return Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The hours that are left while sessions are given away one by one.
private struct HoursLeft {
    private let limits: [HourLimit]
    private var used: [Int]

    init(_ limits: [HourLimit]) {
        self.limits = limits
        used = limits.map { _ in 0 }
    }

    /// Takes hours of an instructor if every limit of theirs has as many left.
    mutating func take(_ hours: Int, of instructor: Code, on day: Day) -> Bool {
        let meant = limits.indices.filter {
            limits[$0].holder == .instructor && limits[$0].resource == instructor && limits[$0].days.contains(day)
        }
        guard meant.allSatisfy({ used[$0] + hours <= limits[$0].left }) else { return false }
        for index in meant { used[index] += hours }
        return true
    }
}

extension ScheduledSession {
    fileprivate var span: TimeSpan { TimeSpan(starts: starts, ends: ends) }

    fileprivate func takenOver(by substitute: Code) -> ProposedSession? {
        guard let venue else { return nil }
        return ProposedSession(
            course: course,
            cohort: cohort,
            session: code,
            was: SessionDifference.Placement(starts: starts, ends: ends, venue: venue, instructor: instructor),
            venue: venue,
            instructor: substitute,
            starts: starts,
            ends: ends
        )
    }
}
