import Store
import Zones

extension EnrollmentStore {
    /// Undoes a mistaken withdrawal: a seat if there is one, else the old number, else the head of the queue.
    ///
    /// Refused with `ENR05` for who has not left, `ENR23` for a closed cohort, `ENR26` for whom something keeps out now.
    public static func reinstate(_ code: Code, reason: String) -> Verb<Placed> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.reinstate(\(request), \(code), \(reason))"
        } decode: { columns throws(AnswerFault) in
            try Placed.one(columns)
        }
    }

    /// Mends what was entered about a place; nil leaves a field as it is. Who is in stays in.
    public static func correct(_ code: Code, reason: String, award: String?, postLevel: PostLevel?) -> Verb<Placed> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.correct_enrollment(\(request), \(code), \(reason), \(award), \(postLevel))"
        } decode: { columns throws(AnswerFault) in
            try Placed.one(columns)
        }
    }

    /// Where an enrollment went.
    public struct Moved: Sendable, Hashable {
        public let code: String
        /// The cohort, or the zone that may take it over.
        public let to: String
        /// The enrollments that got the seat left behind, joined by commas.
        public let promoted: String?

        static func decode(_ columns: [String?]) throws(AnswerFault) -> Moved {
            guard columns.count == 4 else { throw AnswerFault(columns) }
            return Moved(code: try columns.column(0), to: try columns.column(2), promoted: columns[3])
        }
    }

    /// Where to: exactly one of the three.
    public enum Move: Sendable, Hashable {
        /// To a free seat of another cohort; code, history and attendance move along.
        case cohort(Code, reason: String?, override: String?)
        /// Another zone of the cohort may take it over; until it does, nothing changes.
        case release(ZoneCode, reason: String?)
        /// Taken over from the zone that let it go, for the active zone's own record of the same natural person.
        case takeOver(person: Code)

        /// - Throws: `EnrollmentRejection.moveUnclear` for none or several.
        public init(cohort: Code?, zone: ZoneCode?, person: Code?, reason: String?, override: String?)
            throws(EnrollmentRejection)
        {
            switch (cohort, zone, person) {
            case (let cohort?, nil, nil): self = .cohort(cohort, reason: reason, override: override)
            case (nil, let zone?, nil): self = .release(zone, reason: reason)
            case (nil, nil, let person?): self = .takeOver(person: person)
            default: throw .moveUnclear
            }
        }
    }

    /// Moves an enrollment.
    ///
    /// Refused with `ENR29` when no seat is free there, naming the full limit.
    public static func move(_ code: Code, _ move: Move) -> Verb<Moved> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            switch move {
            case .cohort(let cohort, let reason, let override):
                "select enrollment.transfer(\(request), \(code), \(cohort), \(reason), \(override))"
            case .release(let zone, let reason):
                "select enrollment.release_enrollment(\(request), \(code), \(zone), \(reason))"
            case .takeOver(let person):
                "select enrollment.take_over(\(request), \(code), \(person))"
            }
        } decode: { columns throws(AnswerFault) in
            try Moved.decode(columns)
        }
    }
}
