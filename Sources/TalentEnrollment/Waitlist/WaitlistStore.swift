import Store
import Zones

/// Queues of cohorts.
public enum WaitlistStore {
    /// Brings a queue up to date: offers whose day has passed end, quotas due join the pool, people passed over come back
    /// when nothing keeps them out any more, and free seats go on. By a host.
    ///
    /// Refused with `ENR23` for a closed cohort.
    public static func offer(cohort: Code) -> Verb<[WaitlistOutcome]> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.offer_seats(\(request), \(cohort))"
        } decode: { columns throws(AnswerFault) in
            try WaitlistOutcome.decode(columns)
        }
    }
}
