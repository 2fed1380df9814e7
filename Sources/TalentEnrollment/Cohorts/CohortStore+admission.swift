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

    /// What may be mended in a cohort; nil leaves a field as it is.
    public struct Correction: Sendable, Hashable {
        public var number: Int?
        public var startsOn: Day?
        public var endsOn: Day?
        public var offerDays: Int?

        public init(number: Int? = nil, startsOn: Day? = nil, endsOn: Day? = nil, offerDays: Int? = nil) {
            self.number = number
            self.startsOn = startsOn
            self.endsOn = endsOn
            self.offerDays = offerDays
        }
    }

    /// Mends a cohort; the event keeps the reason, the old and the new. By a host. Answers the code.
    ///
    /// Refused with `ENR09` when a session would lie outside, `ENR43` once completion was judged by its days.
    public static func correct(_ cohort: Code, reason: String, _ correction: Correction) -> Verb<String> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.correct_cohort(\(request), \(cohort), \(reason), \(correction.number.map(Int32.init(clamping:))),
                \(correction.startsOn), \(correction.endsOn), \(correction.offerDays.map(Int32.init(clamping:))))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
