import Store
import Zones

/// Changes of sessions. Each is refused with `SCH12` for a cancelled session, `SCH13` when another zone keeps it, `SCH23`
/// when it has begun, `SCH25` when somebody else changed it at the same moment; with what stands in the way of the new
/// time, room or instructor as `add` is. Every zone of the cohort finds a notice.
extension SessionStore {
    /// Moves a session to another time, another room, or both. What is nil stays; without an end it takes as long as
    /// before.
    ///
    /// - Parameter was: the start that the officer saw; a session that starts at another time is refused with `SCH25`
    public static func move(
        _ code: Code,
        was: Instant? = nil,
        starts: Instant? = nil,
        ends: Instant? = nil,
        venue: Code? = nil,
        reason: String? = nil
    ) -> Verb<MovedSession> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.move_session(\(request), \(code), \(was), \(starts), \(ends), \(venue), \(reason))
            """
        } decode: {
            MovedSession(
                code: try $0.column(0),
                starts: try Instant(iso: $0.column(1)),
                ends: try Instant(iso: $0.column(2)),
                venue: try $0.column(3),
                sequence: try $0.integer(4),
                day: SpecialDay(answer: $0, at: 5)
            )
        }
    }

    /// Lets two sessions change places: times, and rooms unless those are kept. Answers their new starts.
    ///
    /// Also refused with `SCH26` for a session and itself.
    public static func swap(
        _ first: Code,
        _ second: Code,
        keepingRooms: Bool = false,
        reason: String? = nil
    ) -> Verb<[SwappedSession]> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            "select schedule.swap_sessions(\(request), \(first), \(second), \(keepingRooms), \(reason))"
        } decode: {
            [
                SwappedSession(code: try $0.column(0), starts: try Instant(iso: $0.column(1))),
                SwappedSession(code: try $0.column(2), starts: try Instant(iso: $0.column(3))),
            ]
        }
    }

    /// Lets somebody else teach a session. Answers who was to teach it; nil for nobody.
    ///
    /// Also refused with `SCH27` when they teach it already.
    public static func substitute(_ code: Code, by instructor: Code, reason: String) -> Verb<String?> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            "select schedule.substitute_instructor(\(request), \(code), \(instructor), \(reason))"
        } decode: {
            guard $0.count == 3 else { throw AnswerFault($0) }
            return $0[1]
        }
    }

    /// Cancels a session that the active zone keeps: the row stays, what it booked is free again. Answers its code.
    public static func cancel(_ code: Code, reason: String) -> Verb<String> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            "select schedule.cancel_session(\(request), \(code), \(reason))"
        } decode: {
            try $0.column(0)
        }
    }

    /// Puts right what is on record of a session that has begun; what is nil stays. Answers its code.
    ///
    /// Refused with `SCH24` for a session that has not begun.
    public static func correct(
        _ code: Code,
        starts: Instant? = nil,
        ends: Instant? = nil,
        hours: Int? = nil,
        venue: Code? = nil,
        instructor: Code? = nil,
        reason: String
    ) -> Verb<String> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.correct_session(\(request), \(code), \(starts), \(ends), \(hours), \(venue), \(instructor),
                \(reason))
            """
        } decode: {
            try $0.column(0)
        }
    }
}

/// Where a session is after it was moved.
public struct MovedSession: Sendable, Hashable {
    public let code: String
    public let starts: Instant
    public let ends: Instant
    public let venue: String
    /// How often it was changed by now.
    public let sequence: Int
    /// What sets its day apart; nil for an ordinary one.
    public let day: SpecialDay?
}

/// One of two sessions that changed places.
public struct SwappedSession: Sendable, Hashable {
    public let code: String
    public let starts: Instant
}
