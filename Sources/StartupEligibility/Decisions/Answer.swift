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
