import Store

/// Every way in which the schedule says no.
public enum ScheduleRejection: Rejection {
    /// `SCH01`: the room has another session then; all that stands in the way, rooms first.
    case roomTaken([Overlap])
    /// `SCH02`: the instructor has another session then.
    case instructorTaken([Overlap])
    /// `SCH03`: the cohort has another session then.
    case cohortTaken([Overlap])
    /// `SCH04`: a session ends after it starts.
    case endsBeforeStart
    /// `SCH05`: a session ends on the day on which it starts.
    case overMidnight
    /// `SCH06`: more training hours of 45 minutes than the time has, or fewer than none.
    case hoursDoNotFit
    /// `SCH07`: the room seats fewer people than the cohort has seats.
    case roomTooSmall(venue: String, seats: String, cohort: String, people: String)
    /// `SCH08`: the owner shows the active zone the room, but does not lend it.
    case roomNotLent(venue: String, owner: String)
    /// `SCH09`: the home zone shows the active zone the instructor, but does not lend them.
    case instructorNotLent(instructor: String, home: String)
    /// `SCH10`: only a host of the cohort plans its courses and sessions.
    case plannedByHost(cohort: String)
    /// `SCH11`: the code is taken, here or in another zone.
    case taken(ScheduleNoun)
    /// `SCH12`: the session was cancelled before.
    case alreadyCancelled(session: String)
    /// `SCH13`: another zone keeps the session; ask there.
    case keptByOtherZone(session: String, zone: String, contact: String)
    /// `SCH14`: a value that the schedule's constraints do not allow.
    case invalid(rule: String)

    public var code: String {
        switch self {
        case .roomTaken: "SCH01"
        case .instructorTaken: "SCH02"
        case .cohortTaken: "SCH03"
        case .endsBeforeStart: "SCH04"
        case .overMidnight: "SCH05"
        case .hoursDoNotFit: "SCH06"
        case .roomTooSmall: "SCH07"
        case .roomNotLent: "SCH08"
        case .instructorNotLent: "SCH09"
        case .plannedByHost: "SCH10"
        case .taken: "SCH11"
        case .alreadyCancelled: "SCH12"
        case .keptByOtherZone: "SCH13"
        case .invalid: "SCH14"
        }
    }
}

/// A noun of the schedule that people give codes to.
public enum ScheduleNoun: String, Sendable, Hashable, CaseIterable {
    case venue, instructor, course, session
}
