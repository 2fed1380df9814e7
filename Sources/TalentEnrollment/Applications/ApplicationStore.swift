import Store
import Zones

/// What one person, or a group of one organization, applies with.
public struct Application: Sendable, Hashable {
    public let cohort: Code
    /// Several people are a group: all of them get seats, or all wait, unless it may be split.
    public let persons: [Code]
    public let splittable: Bool
    /// An award that the cohort may ask for.
    public let award: String?
    public let postLevel: PostLevel?
    /// Why somebody is let in whom a prerequisite or another class keeps out.
    public let override: String?

    public init(
        cohort: Code,
        persons: [Code],
        splittable: Bool = false,
        award: String? = nil,
        postLevel: PostLevel? = nil,
        override: String? = nil
    ) {
        self.cohort = cohort
        self.persons = persons
        self.splittable = splittable
        self.award = award
        self.postLevel = postLevel
        self.override = override
    }
}

/// Applications of the active zone's people, in the four modes of admission.
public enum ApplicationStore {
    /// Applies. First come: seats, or the queue; by score or draw: a list that is decided later.
    ///
    /// Refused with `ENR23` for a closed cohort, `ENR24` for a zone without quota, `ENR26` for who lacks a prerequisite or
    /// sits in another class at that time, `ENR02` for who is in the cohort already.
    public static func add(_ application: Application, code: Code?) -> Verb<[EnrollmentStore.Placed]> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.apply(\(request), \(application.cohort), \(application.persons.map(\.text)), \(code),
                \(application.splittable), \(application.award), \(application.postLevel), \(application.override))
            """
        } decode: { columns throws(AnswerFault) in
            try EnrollmentStore.Placed.decode(columns)
        }
    }

    /// A unit sends people to its places of a cohort; each says yes or no afterwards.
    ///
    /// Refused with `ENR28` for more people than places, `ENR29` when the seats themselves are full.
    public static func nominate(cohort: Code, unit: Code, persons: [Code], override: String?)
        -> Verb<[EnrollmentStore.Placed]>
    {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.nominate(\(request), \(cohort), \(unit), \(persons.map(\.text)), \(override))"
        } decode: { columns throws(AnswerFault) in
            try EnrollmentStore.Placed.decode(columns)
        }
    }

    /// One reviewer's score, 0–100. Answers how many there are now.
    ///
    /// Refused with `ENR37` for who entered the application, who has scored it, or a third reviewer.
    public static func review(_ enrollment: Code, score: Int) -> Verb<Int> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.review(\(request), \(enrollment), \(Int32(clamping: score)))"
        } decode: { columns throws(AnswerFault) in
            try columns.integer(2)
        }
    }

    /// Admits what has both scores, the highest sum first; whoever finds no seat joins the queue in this order.
    public static func admit(cohort: Code) -> Verb<[Drawn]> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.admit(\(request), \(cohort))"
        } decode: { columns throws(AnswerFault) in
            try Drawn.decode(columns)
        }
    }

    /// The applicant's yes to an admission or an offer.
    ///
    /// Refused with `ENR31` after the last day of the offer.
    public static func confirm(_ enrollment: Code) -> Verb<EnrollmentState> {
        decide(enrollment, "confirm", reason: nil)
    }

    /// The officer's no to an application that is not decided yet.
    public static func reject(_ enrollment: Code, reason: String) -> Verb<EnrollmentState> {
        decide(enrollment, "reject", reason: reason)
    }

    private static func decide(_ enrollment: Code, _ act: String, reason: String?) -> Verb<EnrollmentState> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.decide(\(request), \(enrollment), \(act), \(reason))"
        } decode: { columns throws(AnswerFault) in
            guard let state = EnrollmentState(rawValue: try columns.column(1)) else { throw AnswerFault(columns) }
            return state
        }
    }
}
