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
        }
    }
}
