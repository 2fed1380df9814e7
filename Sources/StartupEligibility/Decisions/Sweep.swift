import Store
import Zones

/// Decides about all people of the active zone and overwrites the outlook.
public struct Sweep {
    /// What a sweep did.
    public struct Outcome: Sendable, Hashable {
        public var people = 0
        /// By policy and verdict.
        public var counts: [Code: [Ternary: Int]] = [:]
    }

    /// People whose facts are read, decided and written together: memory does not grow with the zone.
    static let chunk = 4_000

    private let session: Session
    private let day: Day
    private let request: Request
    private let assessor: Assessor
    private var outcome = Outcome()
    private var number = 0

    /// Sweeps in the transaction that is open, in parts under the request's own ids. While the server stores one part, the
    /// next one is decided.
    ///
    /// - Throws: `EligibilityRejection`, `CoreRejection`
    public static func run(_ session: Session, on day: Day, as request: Request) throws -> Outcome {
        var sweep = Sweep(session, day, request, try Assessor(session))
        try sweep.run()
        return sweep.outcome
    }

    private init(_ session: Session, _ day: Day, _ request: Request, _ assessor: Assessor) {
        self.session = session
        self.day = day
        self.request = request
        self.assessor = assessor
    }

    private mutating func run() throws {
        let policies = assessor.policies.filter { $0.policy.subject == .person }
        let slots = policies.reduce(into: Set<Int>()) { $0.formUnion($1.slots) }
        let wanted = try WantedFacts(session, assessor.sources, slots: slots)
        var last: Applicant?
        var decided: [(Assessor.Entry, OutlookStore.Part)] = []
        while true {
            let people = try ApplicantStore.people(session, after: last, limit: Self.chunk)
            guard let final = people.last else { break }
            let batch = try FactBatch(session, people, wanted, on: day)
            let day = day
            let deciding = Background { Self.decide(policies, people, batch, day) }
            // Nothing is read while results are stored: a session is one conversation.
            let stored = Result { try store(decided) }
            decided = deciding.value() ?? []
            try stored.get()
            outcome.people += people.count
            last = final
        }
        try store(decided)
        try session.perform(OutlookStore.finish(day, people: outcome.people), as: request)
    }

    private static func decide(_ policies: [Assessor.Entry], _ people: [Applicant], _ batch: FactBatch, _ day: Day)
        -> [(Assessor.Entry, OutlookStore.Part)]
    {
        policies.map { entry in
            var part = OutlookStore.Part()
            part.reserve(people.count)
            for (person, facts) in zip(people, batch.sheets) {
                guard let id = person.personID else { continue }
                let (index, decision) = entry.decide(facts, on: day)
                part.add(id, entry.versions[index].head, entry.versions[index].rules, decision)
            }
            return (entry, part)
        }
    }

    private mutating func store(_ parts: [(Assessor.Entry, OutlookStore.Part)]) throws {
        for (entry, part) in parts {
            number += 1
            for (verdict, count) in part.counts {
                outcome.counts[entry.policy.code, default: [:]][verdict, default: 0] += count
            }
            try session.perform(OutlookStore.store(entry.policy.code, day, part), as: request.part(number))
        }
    }
}
