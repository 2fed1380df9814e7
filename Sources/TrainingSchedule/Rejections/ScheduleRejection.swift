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
    /// `SCH08`: the owner has not agreed that the active zone books the room on that day; `askFor` may agree, empty for
    /// the owner's officers.
    case roomNotLent(venue: String, owner: String, askFor: String)
    /// `SCH09`: the home zone has not agreed that the active zone books the instructor on that day.
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
    /// `SCH15`: people with a seat in the cohort have a session of another cohort then.
    case traineesTaken([Overlap])
    /// `SCH17`: the room lacks what the course needs.
    case roomNotEquipped(venue: String, missing: String)
    /// `SCH18`: outside the weekly hours of the room or the instructor.
    case outsideHours(ResourceKind, resource: String)
    /// `SCH19`: the room cannot be used, or the instructor cannot come, from one time to another.
    case closed(ResourceKind, resource: String, from: String, until: String)
    /// `SCH20`: the instructor does not teach the course's subject.
    case notVersed(instructor: String, subject: String)
    /// `SCH21`: more training hours in the week from `monday` than the instructor takes.
    case weekFull(instructor: String, limit: String, planned: String, monday: String)
    /// `SCH22`: more training hours than the other zone lent.
    case lentHoursUsed(resource: String, owner: String, lent: String, planned: String)
    /// `SCH23`: what has begun is not changed, and nothing is moved into the past.
    case begun(session: String, starts: String)
    /// `SCH24`: only what has begun is corrected.
    case notBegun(session: String, starts: String)
    /// `SCH25`: somebody else changed the session first.
    case changedMeanwhile(session: String, EarlierChange)
    /// `SCH26`: a session cannot be swapped with itself.
    case swappedWithItself(session: String)
    /// `SCH27`: the instructor teaches the session already.
    case substitutedByThemselves(session: String, instructor: String)
    /// `SCH28`: the session belongs to no series.
    case ofNoSeries(session: String)
    /// `SCH29`: the date was not skipped by the series, or was restored before.
    case dateNotSkipped(series: String, day: String)
    /// `SCH30`: the rule of a series is none that can be planned.
    case rule(RuleRefusal)
    /// `SCH31`: weekly hours that cannot be read.
    case hoursUnclear(String)
    /// `SCH32`: a zone lends to others, not to itself.
    case lentToItself
    /// `SCH33`: the proposal was carried out before.
    case proposalApplied(proposal: String, at: String)
    /// `SCH34`: the series leaves out the day to which the session would be moved.
    case dayLeftOut(session: String, day: String, SeriesPlan.Reason, series: String)
    /// `SCH16`: what was asked for makes no timetable: nothing to place, no room, no day.
    case nothingToPlan(PlanningGap)

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
        case .traineesTaken: "SCH15"
        case .roomNotEquipped: "SCH17"
        case .outsideHours: "SCH18"
        case .closed: "SCH19"
        case .notVersed: "SCH20"
        case .weekFull: "SCH21"
        case .lentHoursUsed: "SCH22"
        case .begun: "SCH23"
        case .notBegun: "SCH24"
        case .changedMeanwhile: "SCH25"
        case .swappedWithItself: "SCH26"
        case .substitutedByThemselves: "SCH27"
        case .ofNoSeries: "SCH28"
        case .dateNotSkipped: "SCH29"
        case .rule: "SCH30"
        case .hoursUnclear: "SCH31"
        case .lentToItself: "SCH32"
        case .proposalApplied: "SCH33"
        case .dayLeftOut: "SCH34"
        case .nothingToPlan: "SCH16"
        }
    }
}

/// A noun of the schedule that people give codes to.
public enum ScheduleNoun: String, Sendable, Hashable, CaseIterable {
    case venue, instructor, course, session, series, proposal
}
