import Store
import Zones

/// How sure it is that a policy says what its pack says.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// Official text; clear text elsewhere; partial or undated; from memory.
    case a = "A"
    case b = "B"
    case c = "C"
    case m = "M"
    /// Amounts or rules are assumptions.
    case assumed
}

extension Confidence: PostgresText {}

/// A policy as the list shows it.
public struct Policy: Sendable, Hashable {
    public let code: Code
    public let subject: FactSubject
    public let titleZh: String
    public let titleEn: String
    public let authority: String
    public let documentNumber: String?
    public let source: String
    public let confidence: Confidence
    public let zones: [ZoneCode]

    public init(
        code: Code,
        subject: FactSubject,
        titleZh: String,
        titleEn: String,
        authority: String,
        documentNumber: String?,
        source: String,
        confidence: Confidence,
        zones: [ZoneCode]
    ) {
        self.code = code
        self.subject = subject
        self.titleZh = titleZh
        self.titleEn = titleEn
        self.authority = authority
        self.documentNumber = documentNumber
        self.source = source
        self.confidence = confidence
        self.zones = zones
    }
}

/// Where a version stands.
public enum VersionState: String, Sendable, Hashable, CaseIterable {
    case draft, published, retired
}

extension VersionState: PostgresText {}

/// A version's head: everything but what it says.
public struct VersionHead: Sendable, Hashable {
    public let policy: Code
    public let code: Code
    public let state: VersionState
    public let anchor: Anchor
    public let validFrom: Day
    public let validUntil: Day?
    public let lateClaimUntil: Day?
    public let transition: String?
    /// What `publish` must find unchanged.
    public let revision: Int
    let id: Int64
}

/// FactSheet and the answer that they must get.
public struct WorkedCase: Sendable, Hashable {
    public let code: String
    public let asOf: Day
    /// As `FactSheet.init(_:_:)` reads them.
    public let facts: String
    public let verdict: Ternary
    public let amount: Money?
    public let source: String?

    public init(code: String, asOf: Day, facts: String, verdict: Ternary, amount: Money? = nil, source: String? = nil) {
        self.code = code
        self.asOf = asOf
        self.facts = facts
        self.verdict = verdict
        self.amount = amount
        self.source = source
    }
}
