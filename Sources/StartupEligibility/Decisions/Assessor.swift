import Store
import Zones

/// Answers for applicants of the active zone: reads the policies once, then decides.
public struct Assessor: Sendable {
    public let sources: FactSources
    let policies: [Entry]

    /// A policy with what its versions say, the newest first.
    struct Entry: Sendable {
        let policy: Policy
        let versions: [(head: VersionHead, rules: Rulebook)]
    }

    public var catalogue: FactCatalogue { sources.catalogue }

    /// - Parameter policy: only this one
    /// - Throws: `CoreRejection.missing`; `EligibilityRejection.notApplicable` (`ELG16`) for a named policy of which no
    ///   version applies to the zone
    public init(_ session: Session, policy wanted: Code? = nil) throws {
        try RegisterStore.planOnce(session)
        let sources = try FactSources(session)
        self.sources = sources
        let zone = sources.zone
        let candidates = try wanted.map { [try PolicyStore.show(session, $0)] } ?? PolicyStore.list(session, zone: zone)
        var policies: [Entry] = []
        for policy in candidates where zone.map(policy.zones.contains) ?? false {
            let heads = try PolicyStore.versions(session, policy.code).filter { $0.state != .draft }
            let versions = try heads.map {
                ($0, try Self.rulebook(try PolicyStore.provisions(session, $0), sources.catalogue))
            }
            if !versions.isEmpty { policies.append(Entry(policy: policy, versions: versions)) }
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
        try applicants.map { applicant in
            let file = try ApplicantStore.file(session, applicant, sources, asOf: seenOn ?? day, knownAt: knownAt)
            return answers(file, applicant.subject, on: day)
        }
    }

    /// The answers to facts alone, for an interview or a what-if.
    public func answers(_ facts: FactSheet, on day: Day) -> [Answer] {
        answers(CaseFile(catalogue, facts), .person, on: day)
    }

    private func answers(_ file: CaseFile, _ subject: FactSubject, on day: Day) -> [Answer] {
        policies.filter { $0.policy.subject == subject }.map { entry in
            let (index, decision) = entry.decide(file.facts, on: day)
            let (head, rules) = entry.versions[index]
            return Answer(
                policy: entry.policy,
                head: head,
                rules: rules,
                file: file,
                decision: decision,
                reasons: rules.reasons(file.facts, decision),
                awards: rules.awards(file.facts, on: day, lpr: sources.lpr),
                missing: rules.missing(file.facts, decision),
                handledBy: file.facts.handledBy(catalogue)
            )
        }
    }
}

extension Assessor.Entry {
    /// By the version in force; where an older one may still be claimed and says yes, by that. With the version's place.
    func decide(_ facts: FactSheet, on day: Day) -> (version: Int, Decision) {
        if versions.count == 1 { return (0, assess(facts, versions[0].rules, on: day)) }
        let decided = versions.map { assess(facts, $0.rules, on: day) }
        let inForce = decided.indices.filter { decided[$0].inForce != .no }
        let chosen =
            inForce.first { decided[$0].verdict == .yes } ?? inForce.first { decided[$0].verdict == .unknown }
            ?? inForce.first ?? 0
        return (chosen, decided[chosen])
    }

    /// The facts that the clauses look at, and the days that choose the versions.
    var slots: Set<Int> {
        versions.reduce(into: []) { $0.formUnion($1.rules.decisiveSlots) }
    }
}

extension FactSheet {
    /// The zones that hold the applicant's projects; without one the zone that asks.
    func handledBy(_ catalogue: FactCatalogue) -> [String] {
        guard let slot = catalogue.slot("projects"), case .rows(let rows) = values[slot],
            let column = catalogue.column("zone", of: "projects")
        else { return [] }
        var zones: [String] = []
        for row in rows {
            if let zone = row[column].word, !zones.contains(zone) { zones.append(zone) }
        }
        if zones.isEmpty, let zone = catalogue.slot("zone").flatMap({ values[$0].word }) { zones = [zone] }
        return zones
    }

    /// Sets a fact by its name; one that the catalogue has not is left out.
    mutating func set(_ name: String, _ value: FactValue, _ catalogue: FactCatalogue) {
        if let slot = catalogue.slot(name) { values[slot] = value }
    }
}
