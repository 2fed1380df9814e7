import ProjectHandoff
import StartupEligibility
import Store
import Zones

/// What a handoff changes for the project's founder: the policies of the two zones, side by side.
///
/// The modules know nothing of each other: custody comes from one, policies from the other, and they meet here.
struct HandoffImpact {
    enum Change: String, CaseIterable {
        /// The receiving zone has it, the sending one has not.
        case adds
        /// Both have it: claims go on.
        case keeps
        /// Only the sending zone has it.
        case ends
    }

    struct Line {
        let change: Change
        let policy: Policy
        let version: VersionHead
        let benefits: [Benefit]
        /// From which day the change counts: the handoff's, or the version's if that begins later.
        let from: Day
        /// Whether the founder has it as things are; nil where the active zone cannot say.
        let verdict: Ternary?
    }

    let lines: [Line]

    /// The lines of a handoff on a day, what is lost first.
    ///
    /// The founder's own facts are looked at where the active zone sees the founder, for its own policies.
    init(_ session: Session, _ handoff: Handoff, on day: Day) throws {
        let verdicts = try Self.verdicts(session, handoff, on: day)
        var lines: [Line] = []
        for policy in try PolicyStore.list(session) {
            guard let change = Self.change(policy.zones, from: handoff.from, to: handoff.to) else { continue }
            let versions = try PolicyStore.versions(session, policy.code)
            guard let version = Self.inForce(versions, on: day) else { continue }
            lines.append(
                Line(
                    change: change,
                    policy: policy,
                    version: version,
                    benefits: try PolicyStore.provisions(session, version).benefits,
                    from: max(day, version.validFrom),
                    verdict: verdicts[policy.code]
                )
            )
        }
        let order: [Change] = [.ends, .adds, .keeps]
        self.lines = lines.sorted {
            (order.firstIndex(of: $0.change) ?? 0, $0.policy.code) < (
                order.firstIndex(of: $1.change) ?? 0, $1.policy.code
            )
        }
    }

    static func change(_ zones: [ZoneCode], from: ZoneCode, to: ZoneCode) -> Change? {
        switch (zones.contains(from), zones.contains(to)) {
        case (true, true): .keeps
        case (true, false): .ends
        case (false, true): .adds
        case (false, false): nil
        }
    }

    /// The published version of a day, else the next one that will hold.
    static func inForce(_ versions: [VersionHead], on day: Day) -> VersionHead? {
        let published = versions.filter { $0.state != .draft && ($0.validUntil ?? .last) >= day }
        return published.filter { $0.validFrom <= day }.max { $0.validFrom < $1.validFrom }
            ?? published.min { $0.validFrom < $1.validFrom }
    }

    private static func verdicts(_ session: Session, _ handoff: Handoff, on day: Day) throws -> [Code: Ternary] {
        guard session.zone == handoff.from,
            let project = try ProjectStore.list(session).first(where: { $0.code == handoff.project }),
            project.origin == handoff.from, let founder = project.founder
        else { return [:] }
        let applicant = try ApplicantStore.find(session, founder)
        let answers = try Assessor(session).answers(session, applicant, on: day)
        return Dictionary(answers.map { ($0.policy.code, $0.decision.verdict) }) { first, _ in first }
    }
}
