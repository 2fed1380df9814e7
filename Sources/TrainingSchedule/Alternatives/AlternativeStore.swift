import Postgres
import Store
import Zones

/// Finds what could be done instead of what was refused.
public enum AlternativeStore {
    /// So many are offered.
    public static let limit = 3
    /// So many are tried, each in a transaction that is rolled back.
    static let tries = 24

    /// Up to three alternatives that were tried and would be done: another room at the same time where the room is the
    /// trouble, the same room at another time of the day, the same time on another day.
    ///
    /// - Parameter verb: the command for another room and time
    public static func find<Answer>(
        _ session: Session,
        for wish: Wish,
        refusedBy rejection: ScheduleRejection,
        _ verb: (Alternative) throws -> Verb<Answer>
    ) throws -> [Alternative] {
        guard rejection.hasAlternatives else { return [] }
        var lanes = [try rooms(session, wish, rejection), try times(session, wish), wish.otherDays.map { wish.at($0) }]
        lanes = lanes.map { $0.filter { $0.time.starts > session.now } }
        var found: [Alternative] = []
        var tried = 0
        // One of each kind first: somebody who may not change the day finds another room, and the other way round.
        while found.count < limit, tried < tries, lanes.contains(where: { !$0.isEmpty }) {
            for index in lanes.indices where found.count < limit && tried < tries {
                var next: Alternative?
                while let candidate = lanes[index].first, next == nil, tried < tries {
                    lanes[index].removeFirst()
                    tried += 1
                    if try session.trial({ _ = try $0.perform(verb(candidate)) }) { next = candidate }
                }
                if let next { found.append(next) }
            }
        }
        return found
    }

    private static func rooms(_ session: Session, _ wish: Wish, _ rejection: ScheduleRejection) throws -> [Alternative]
    {
        guard rejection.isAboutRoom else { return [] }
        return try VenueStore.free(session, at: wish.time, seating: wish.people).filter { $0.code != wish.venue }
            .prefix(8).map { Alternative(venue: $0.code, time: wish.time) }
    }

    /// Times of the day at which nothing that may be seen takes the room or the instructor.
    private static func times(_ session: Session, _ wish: Wish) throws -> [Alternative] {
        let day = wish.time.starts.day
        var taken = try BusyStore.list(session, of: .venue, wish.venue, from: day, until: day)
        if let instructor = wish.instructor {
            taken += try BusyStore.list(session, of: .instructor, instructor, from: day, until: day)
        }
        return wish.otherTimes.filter { time in !taken.contains { $0.starts < time.ends && time.starts < $0.ends } }
            .map { wish.at($0) }
    }

    /// How many people the rooms of a course must seat; 0 for a cohort without limit and for no such course.
    public static func people(_ session: Session, course: Code) throws -> Int {
        Int(
            try session.connection.value(
                """
                select case when s.unlimited then 0 else s.capacity end
                from schedule.course l join enrollment.cohort_seats s on s.cohort_id = l.cohort_id
                where l.code = \(course)
                """,
                as: Int32.self
            ) ?? 0
        )
    }
}

extension Wish {
    /// The same room at another time.
    func at(_ time: SessionTime) -> Alternative { Alternative(venue: venue, time: time) }
}

extension ScheduleRejection {
    /// Whether another room or time can help.
    var hasAlternatives: Bool {
        switch self {
        case .roomTaken, .instructorTaken, .cohortTaken, .traineesTaken, .roomTooSmall, .roomNotEquipped, .outsideHours,
            .closed, .weekFull, .roomNotLent:
            true
        default: false
        }
    }

    /// Whether another room at the same time can help.
    var isAboutRoom: Bool {
        switch self {
        case .roomTaken, .roomTooSmall, .roomNotEquipped, .roomNotLent, .outsideHours(.venue, _),
            .closed(.venue, _, _, _):
            true
        default: false
        }
    }
}
