import Zones

/// A series: a rule, and what was made of it.
public struct Series: Sendable, Hashable {
    /// The key that commands name it by; once in all zones.
    public let code: Code
    public let course: Code
    public let cohort: Code
    /// RFC 5545, as it was given.
    public let rule: String
    public let firstOn: Day
    /// Sessions that are to be held or were held.
    public let sessions: Int
    /// Dates of the rule that are left out and can be restored.
    public let skipped: [Day]
    /// The zone that keeps it.
    public let zone: ZoneCode
}

/// The answer to planning a series.
public struct PlannedSeries: Sendable, Hashable {
    public let code: String
    public let cohort: String
    public let sessions: Int
    /// Dates of the rule that were left out.
    public let skipped: Int
    /// The codes of the first and the last session.
    public let first: String
    public let last: String
}
