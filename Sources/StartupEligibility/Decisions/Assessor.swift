import Store
import Zones

/// One policy's answer for one applicant, with everything that explains it.
public struct Answer: Sendable {
    public let policy: Policy
    public let head: VersionHead
    public let rules: Rulebook
    public let file: CaseFile
    public let decision: Decision
    public let reasons: [Reason]
    public let awards: [Award]
    /// Unknown facts that can still change the answer.
    public let missing: [FactDefinition]
    /// The zones that hold the applicant's project, where it has one, else the zone that answers.
    public let handledBy: [String]

    /// Whether amounts or conditions rest on parameters that are assumed.
    public var isAssumed: Bool {
        policy.confidence == .assumed || awards.contains { !$0.assumed.isEmpty }
            || reasons.contains { !$0.assumed.isEmpty }
    }
}

/// Answers for applicants of the active zone: reads the policies once, then decides.
public struct Assessor {
    public let catalogue: FactCatalogue
    private let lpr: LoanPrimeRates
    private let policies: [(policy: Policy, versions: [(head: VersionHead, rules: Rulebook)])]

    /// - Parameter policy: only this one
    /// - Throws: `CoreRejection.missing`; `EligibilityRejection.notApplicable` (`ELG16`) for a named policy of which no
    ///   version applies to the zone
    public init(_ session: Session, policy wanted: Code? = nil) throws {
        let catalogue = try FactStore.catalogue(session)
        self.catalogue = catalogue
        lpr = LoanPrimeRates(fixings: try RateStore.fixings(session))
        let zone = try ApplicantStore.zone(session)
        let candidates = try wanted.map { [try PolicyStore.show(session, $0)] } ?? PolicyStore.list(session, zone: zone)
        var policies: [(policy: Policy, versions: [(head: VersionHead, rules: Rulebook)])] = []
        for policy in candidates where zone.map(policy.zones.contains) ?? false {
            let heads = try PolicyStore.versions(session, policy.code).filter { $0.state != .draft }
            let versions = try heads.map {
                ($0, try Self.rulebook(try PolicyStore.provisions(session, $0), catalogue))
            }
            if !versions.isEmpty { policies.append((policy, versions)) }
        }
        if let wanted, policies.isEmpty { throw EligibilityRejection.notApplicable(policy: wanted.text) }
        self.policies = policies
    }

    static func rulebook(_ version: PolicyVersion, _ catalogue: FactCatalogue) throws(EligibilityRejection) -> Rulebook
    {
        do throws(PolicyFault) {
            return try Rulebook(version, catalogue)
        } catch { throw .faulty(policy: version.policy, [error]) }
    }

    /// The answers of all policies for an applicant, in order of their codes.
    public func answers(
        _ session: Session,
        _ applicant: Applicant,
        on day: Day,
        knownAt: Instant? = nil
    ) throws -> [Answer] {
        try answers(session, [applicant], on: day, knownAt: knownAt)[0]
    }

    /// The answers for each of many applicants.
    ///
    /// - Parameter seenOn: facts that were observed until then, where it is not the day itself: of a claim the windows
    ///   are judged by the day on which it was made, and the facts by today's
    public func answers(
        _ session: Session,
        _ applicants: [Applicant],
        on day: Day,
        seenOn: Day? = nil,
        knownAt: Instant? = nil
    ) throws -> [[Answer]] {
        let files = try ApplicantStore.files(session, applicants, catalogue, asOf: seenOn ?? day, knownAt: knownAt)
        return zip(applicants, files).map { applicant, file in
            policies.filter { $0.policy.subject == applicant.subject }.map { policy, versions in
                answer(policy, versions, file, day)
            }
        }
    }

    /// The answers to facts alone, for an interview or a what-if.
    public func answers(_ facts: FactSheet, on day: Day) -> [Answer] {
        policies.filter { $0.policy.subject == .person }.map { policy, versions in
            answer(policy, versions, CaseFile(catalogue, facts), day)
        }
    }

    /// By the version in force; where an older one may still be claimed and says yes, by that.
    private func answer(
        _ policy: Policy,
        _ versions: [(head: VersionHead, rules: Rulebook)],
        _ file: CaseFile,
        _ day: Day
    ) -> Answer {
        let decided = versions.map { (head: $0.head, rules: $0.rules, decision: assess(file.facts, $0.rules, on: day)) }
        let inForce = decided.filter { $0.decision.inForce != .no }
        let chosen =
            inForce.first { $0.decision.verdict == .yes } ?? inForce.first { $0.decision.verdict == .unknown }
            ?? inForce.first ?? decided[0]
        return Answer(
            policy: policy,
            head: chosen.head,
            rules: chosen.rules,
            file: file,
            decision: chosen.decision,
            reasons: chosen.rules.reasons(file.facts, chosen.decision),
            awards: chosen.rules.awards(file.facts, on: day, lpr: lpr),
            missing: chosen.rules.missing(file.facts, chosen.decision),
            handledBy: Self.handledBy(file)
        )
    }

    static func handledBy(_ file: CaseFile) -> [String] {
        guard let slot = file.catalogue.slot("projects"), case .rows(let rows) = file.facts.values[slot],
            let column = file.catalogue.column("zone", of: "projects")
        else { return [] }
        var zones: [String] = []
        for row in rows {
            if case .code(let zone) = row[column], !zones.contains(zone) { zones.append(zone) }
        }
        if zones.isEmpty, let slot = file.catalogue.slot("zone"), case .code(let zone) = file.facts.values[slot] {
            zones = [zone]
        }
        return zones
    }
}
