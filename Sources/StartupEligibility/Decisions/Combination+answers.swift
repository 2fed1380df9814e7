import Store
import Zones

extension Combination {
    /// The best of the answers that are yes and whose amount is exact; loans are no sums and stand beside.
    public static func best(_ session: Session, _ answers: [Answer]) throws -> Combination {
        var candidates: [Candidate] = []
        var exclusions: [Exclusion] = []
        for answer in answers where answer.decision.verdict == .yes {
            let awards = answer.awards.filter { $0.benefit.kind != .loan }
            exclusions += try PolicyStore.exclusions(session, answer.head)
            guard !awards.isEmpty, let amount = answer.rules.sum(awards).exact else { continue }
            candidates.append(Candidate(policy: answer.policy.code.text, amount: amount))
        }
        return Combination(candidates, exclusions)
    }
}
