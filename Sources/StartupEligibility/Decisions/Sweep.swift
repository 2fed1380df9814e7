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
    static let chunk = 2_000

    /// Sweeps in the transaction that is open, in parts under the request's own ids.
    ///
    /// - Throws: `EligibilityRejection`, `CoreRejection`
    public static func run(_ session: Session, on day: Day, as request: Request) throws -> Outcome {
        let assessor = try Assessor(session)
        var outcome = Outcome()
        var last: Applicant?
        var number = 0
        while true {
            let people = try ApplicantStore.people(session, after: last, limit: chunk)
            guard let final = people.last else { break }
            var parts: [Code: OutlookStore.Part] = [:]
            for (person, answers) in zip(people, try assessor.answers(session, people, on: day)) {
                guard let id = person.personID else { continue }
                for answer in answers {
                    parts[answer.policy.code, default: OutlookStore.Part()].add(id, answer)
                    outcome.counts[answer.policy.code, default: [:]][answer.decision.verdict, default: 0] += 1
                }
            }
            for (policy, part) in parts.sorted(by: { $0.key < $1.key }) {
                number += 1
                try session.perform(OutlookStore.store(policy, day, part), as: request.part(number))
            }
            outcome.people += people.count
            last = final
        }
        try session.perform(OutlookStore.finish(day, people: outcome.people), as: request)
        return outcome
    }
}
