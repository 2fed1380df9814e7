import Store
import Zones

/// What deciding anew says about a claim: the windows by the day on which it was made, the facts by today's.
public struct ClaimAssessment: Sendable {
    public let claim: Claim
    public let answer: Answer
    /// The policy's verdict and the benefit's own condition together.
    public let verdict: Ternary
    /// What the treasury would pay in all: of a monthly benefit over its months, of a loan the interest over its years;
    /// nil while facts leave it open.
    public let amount: Money?
    /// Of a loan, the most that is lent.
    public let principal: Money?
    public let months: Int?
    /// The most that all awards under the policy's cap may come to; nil without a cap.
    public let cap: Money?
    /// The zone that holds the project.
    public let funder: String?
    /// Clauses, `amount` and `promise`: what does not rest on registers alone; empty when the claim may be approved with
    /// others.
    public let odd: [String]
    /// The latest fact on record when it was read.
    let factsSeen: Int64

    /// Whether it may be decided together with others: eligible, the amount exact, and every fact from a register.
    public var isPlain: Bool { verdict == .yes && amount != nil && odd.isEmpty }

    /// The clauses that stand against it, or that nobody knows yet.
    public var obstacles: [String] {
        answer.reasons.filter { $0.outcome == (verdict == .no ? .no : .unknown) }.map(\.clause.code)
    }

    /// - Throws: `ClaimRejection.notEligible` (`CLM03`), `.policyChanged` (`CLM23`), `.amountOpen` (`CLM41`)
    public func checked() throws(ClaimRejection) -> ClaimAssessment {
        let version = answer.head.code
        guard version == claim.version else {
            throw .policyChanged(claim: claim.code.text, version: claim.version.text, now: version.text)
        }
        guard verdict == .yes else {
            throw .notEligible(
                subject: claim.code.text,
                verdict: verdict.word,
                because: obstacles.joined(separator: ",")
            )
        }
        guard amount != nil else { throw .amountOpen(claim: claim.code.text) }
        return self
    }
}

/// Decides about claims of the active zone anew, many at once.
public struct ClaimAssessor {
    private let session: Session
    private let assessor: Assessor
    private let lpr: LoanPrimeRates
    private let registers: Set<String>
    private let zone: ZoneCode?

    public init(_ session: Session, policy: Code? = nil) throws {
        self.session = session
        assessor = try Assessor(session, policy: policy)
        lpr = LoanPrimeRates(fixings: try RateStore.fixings(session))
        registers = try AssessmentStore.registers(session)
        zone = try ApplicantStore.zone(session)
    }

    /// One claim.
    public func assess(_ claim: Claim) throws -> ClaimAssessment {
        guard let found = try assess([claim]).first else {
            throw EligibilityRejection.notApplicable(policy: claim.policy.text)
        }
        return found
    }

    /// Each claim whose policy answers in the zone, in the same order.
    public func assess(_ claims: [Claim]) throws -> [ClaimAssessment] {
        // What is recorded while the facts are read must be noticed: so this comes first.
        let seen = try AssessmentStore.factsSeen(session, claims.map(\.code))
        var found: [Code: ClaimAssessment] = [:]
        for (day, group) in Dictionary(grouping: claims, by: { $0.appliedOn ?? session.today }) {
            let applicants = try group.map { try ApplicantStore.find(session, $0.applicant) }
            let answers = try assessor.answers(session, applicants, on: day, seenOn: session.today)
            for (claim, answers) in zip(group, answers) {
                guard let answer = answers.first(where: { $0.policy.code == claim.policy }) else { continue }
                found[claim.code] = try assessment(claim, answer, day, seen[claim.code] ?? 0)
            }
        }
        return claims.compactMap { found[$0.code] }
    }

    private func assessment(_ claim: Claim, _ answer: Answer, _ day: Day, _ seen: Int64) throws -> ClaimAssessment {
        let facts = answer.file.facts
        let received = try AssessmentStore.receivedBefore(session, claim)
        let award = answer.rules.awards(facts, on: day, lpr: lpr, received: received)
            .first { $0.benefit.code == claim.benefit }
        var amount = award?.amount.exact
        if award?.benefit.kind == .monthly {
            amount = try amount.flatMap { amount in try award?.months.map { try amount.multiplied(by: Int64($0)) } }
        } else if let interest = award?.interest {
            amount = try interest.subsidised?.multiplied(by: Int64(interest.years))
        }
        return ClaimAssessment(
            claim: claim,
            answer: answer,
            verdict: answer.decision.verdict && (award?.outcome ?? .no),
            amount: amount,
            principal: award?.benefit.kind == .loan ? award?.amount.exact : nil,
            months: award?.benefit.kind == .monthly ? award?.months : nil,
            cap: answer.rules.cap(of: claim.benefit, facts, on: day),
            funder: Self.funder(answer, zone),
            odd: odd(answer, claim),
            factsSeen: seen
        )
    }

    /// The zone that holds the project; where several do, the one that answers, if it is among them.
    private static func funder(_ answer: Answer, _ own: ZoneCode?) -> String? {
        answer.handledBy.first { $0 == own?.text } ?? answer.handledBy.first
    }

    /// Of each group one alternative that holds must rest on registers, and so must the amount.
    private func odd(_ answer: Answer, _ claim: Claim) -> [String] {
        let era = answer.rules.era(on: Int64(answer.decision.day.daysSinceEpoch2000))
        func isPlain(_ facts: [Int]) -> Bool {
            facts.allSatisfy { answer.file.sources(of: $0).isSubset(of: registers) }
        }
        let doubtful = era.clauses.map { !isPlain($0.facts) }
        var odd: [String] = []
        for alternatives in era.groups {
            let holding = alternatives.filter { answer.decision.yes & $0 == $0 }
            let marks = (holding.isEmpty ? alternatives : holding).map { mask in
                era.clauses.indices.filter { mask & 1 << UInt64($0) != 0 && doubtful[$0] }
            }
            let least = marks.min { $0.count < $1.count } ?? []
            odd += least.map { era.clauses[$0].clause.code }
        }
        let amount = era.benefits.first { $0.benefit.code == claim.benefit }?.facts ?? []
        if !isPlain(amount) { odd.append("amount") }
        if claim.promisedUntil != nil { odd.append("promise") }
        return odd
    }
}

extension Rulebook {
    /// The cap over all awards that a benefit counts under: its own, or that of the stages; nil without one.
    func cap(of benefit: String, _ facts: FactSheet, on day: Day) -> Money? {
        var scene = Scene(facts, day)
        let benefits = era(on: scene.day).benefits
        guard let own = benefits.first(where: { $0.benefit.code == benefit }) else { return nil }
        let stages = own.benefit.stage == nil ? [] : benefits.filter { $0.benefit.stage != nil }
        guard let cap = own.cap ?? stages.compactMap(\.cap).first else { return nil }
        let bounds = cap.bounds(&scene)
        return bounds.isExact ? Money(fen: max(0, bounds.low)) : .zero
    }
}
