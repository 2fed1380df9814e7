import Casework
import Store

/// Every way in which talent enrollment says no.
public enum EnrollmentRejection: Rejection {
    /// `ENR01`: the cohort has ended; nobody comes or goes any more.
    case cohortOver(cohort: String, lastDay: String)
    /// `ENR02`: this natural person is in the cohort already, perhaps by another zone's entry.
    case alreadyInCohort(cohort: String, person: String)
    /// `ENR03`: the code is taken.
    case codeTaken(rule: String)
    /// `ENR04`: the program has a cohort of that number.
    case cohortNumberTaken
    /// `ENR05`: an enrollment in this state does not take this step.
    case stepUnknown(enrollment: String, state: String, step: String)
    /// `ENR06`: the last day lies before the first.
    case endsBeforeStart
    /// `ENR07`: a zone was named as host and as guest.
    case zoneNamedTwice
    /// `ENR08`: only a host of the cohort may do this.
    case hostsOnly(cohort: String)
    /// `ENR09`: the session's day lies outside the cohort's.
    case sessionOutsideCohort(session: String, day: String, first: String, last: String)
    /// `ENR10`: the session lies in the future.
    case sessionNotHeldYet(session: String, day: String)
    /// `ENR11`: the session is on record with another day or other hours.
    case sessionRecordedOtherwise(session: String, day: String, hours: String)
    /// `ENR12`: who holds no seat cannot attend.
    case noSeat(enrollment: String, state: String)
    /// `ENR13`: the cohort has not ended, so completion cannot be judged.
    case cohortNotEnded(cohort: String, lastDay: String)
    /// `ENR14`: no session was recorded, so there is nothing to judge by.
    case noSessionRecorded(cohort: String)
    /// `ENR15`: attendance or the rule changed while completion was judged; asking again helps.
    case factsChanged(cohort: String)
    /// `ENR16`: no certificate for who has not completed.
    case notCompleted(enrollment: String, state: String)
    /// `ENR17`: the enrollment has its certificate.
    case certificateIssued(enrollment: String, certificate: String)
    /// `ENR18`: a certificate is never changed or deleted.
    case certificateImmutable(certificate: String)
    /// `ENR19`: a capacity is a number or unlimited, one of the two.
    case capacityUnclear
    /// `ENR20`: no verification code looks like this.
    case verificationMistyped(VerificationCode.Refusal)
    /// `ENR21`: no certificate has this verification code.
    case noSuchCertificate(String)
    /// `ENR22`: a value that the module's constraints do not allow.
    case invalid(rule: String)
    /// `ENR23`: the cohort is closed to everybody who would come.
    case cohortClosed(cohort: String)
    /// `ENR24`: every seat is reserved for other zones.
    case zoneWithoutQuota(cohort: String, releaseOn: String)
    /// `ENR25`: the cohort gives its places in another way.
    case otherMode(cohort: String, mode: String)
    /// `ENR26`: a prerequisite is not met, or another class is at that time.
    case keptOut(cohort: String, person: String, [Obstacle])
    /// `ENR27`: a ranking decides person by person, so a group must be splittable.
    case groupNotSplittable(cohort: String, mode: String)
    /// `ENR28`: a unit nominates within the places allotted to it.
    case placesTaken(unit: String, places: String, used: String)
    /// `ENR29`: no seat is free; the full limit is named.
    case noSeatLeft(cohort: String, full: String)
    /// `ENR30`: the draw has been held.
    case drawn(cohort: String)
    /// `ENR31`: the offer has ended.
    case offerOver(enrollment: String, lastDay: String)
    /// `ENR32`: a cohort without limit has nothing to reserve.
    case quotaWithoutLimit(cohort: String)
    /// `ENR33`: a quota is made of seats that are free or the zone's own.
    case quotaTooLarge(cohort: String, zone: String, possible: String)
    /// `ENR34`: a capacity covers the seats that are held and reserved.
    case capacityBelowTaken(cohort: String, seats: String, taken: String, leavers: String, reserved: String)
    /// `ENR35`: the cohort is open.
    case cohortNotClosed(cohort: String)
    /// `ENR36`: a transfer leads into another cohort.
    case sameCohort(cohort: String)
    /// `ENR37`: two reviewers, neither of whom entered the application.
    case reviewerNotFree(rule: String)
    /// `ENR38`: quotas are released before the cohort ends.
    case releasedTooLate(cohort: String, lastDay: String)
    /// `ENR39`: one change of a limit at a time.
    case quotaUnclear
    /// `ENR40`: a move leads to a cohort, lets go to a zone, or takes over, one of the three.
    case moveUnclear
    /// `ENR41`: the code for signing in is another, or no longer open.
    case signInCodeWrong(session: String)
    /// `ENR42`: has signed in, or is on record for the session.
    case signedInBefore(enrollment: String, session: String)
    /// `ENR43`: completion was judged by the cohort's days, which stay as they are.
    case cohortJudged(cohort: String, on: String)

    public var code: String {
        switch self {
        case .cohortOver: "ENR01"
        case .alreadyInCohort: "ENR02"
        case .codeTaken: "ENR03"
        case .cohortNumberTaken: "ENR04"
        case .stepUnknown: "ENR05"
        case .endsBeforeStart: "ENR06"
        case .zoneNamedTwice: "ENR07"
        case .hostsOnly: "ENR08"
        case .sessionOutsideCohort: "ENR09"
        case .sessionNotHeldYet: "ENR10"
        case .sessionRecordedOtherwise: "ENR11"
        case .noSeat: "ENR12"
        case .cohortNotEnded: "ENR13"
        case .noSessionRecorded: "ENR14"
        case .factsChanged: "ENR15"
        case .notCompleted: "ENR16"
        case .certificateIssued: "ENR17"
        case .certificateImmutable: "ENR18"
        case .capacityUnclear: "ENR19"
        case .verificationMistyped: "ENR20"
        case .noSuchCertificate: "ENR21"
        case .invalid: "ENR22"
        case .cohortClosed: "ENR23"
        case .zoneWithoutQuota: "ENR24"
        case .otherMode: "ENR25"
        case .keptOut: "ENR26"
        case .groupNotSplittable: "ENR27"
        case .placesTaken: "ENR28"
        case .noSeatLeft: "ENR29"
        case .drawn: "ENR30"
        case .offerOver: "ENR31"
        case .quotaWithoutLimit: "ENR32"
        case .quotaTooLarge: "ENR33"
        case .capacityBelowTaken: "ENR34"
        case .cohortNotClosed: "ENR35"
        case .sameCohort: "ENR36"
        case .reviewerNotFree: "ENR37"
        case .releasedTooLate: "ENR38"
        case .quotaUnclear: "ENR39"
        case .moveUnclear: "ENR40"
        case .signInCodeWrong: "ENR41"
        case .signedInBefore: "ENR42"
        case .cohortJudged: "ENR43"
        }
    }
}
