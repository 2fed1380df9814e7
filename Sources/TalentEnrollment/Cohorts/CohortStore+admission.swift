import Store
import Zones

extension CohortStore {
    /// Holds the draw of a cohort with a published seed, once. By a host.
    ///
    /// Refused with `ENR25` for a cohort that is not drawn, `ENR30` for a second draw.
    public static func draw(_ cohort: Code, seed: String) -> Verb<[Drawn]> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.draw(\(request), \(cohort), \(seed))"
        } decode: { columns throws(AnswerFault) in
            try Drawn.decode(columns)
        }
    }

    /// Closes a cohort to everybody who would come, or opens it again, when free seats go to the queue. By a host.
    public static func setClosed(_ cohort: Code, _ close: Bool, reason: String) -> Verb<[WaitlistOutcome]> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.set_closed(\(request), \(cohort), \(close), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try WaitlistOutcome.decode(columns)
        }
    }
}
