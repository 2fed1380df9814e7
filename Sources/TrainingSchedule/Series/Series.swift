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

/// The answer to editing a series.
public struct EditedSeries: Sendable, Hashable {
    /// How many sessions were moved, given to somebody else, or cancelled because that was asked for.
    public let changed: Int
    /// Days that the series leaves out: the sessions that would have come to lie on them were cancelled.
    public let skipped: [SeriesPlan.Skipped]

    /// Reads `2024-10-01:holiday,2024-10-02:holiday`; what is of another form is left out.
    static func skipped(_ text: String) -> [SeriesPlan.Skipped] {
        text.split(separator: ",").compactMap { part in
            let fields = part.split(separator: ":", maxSplits: 1).map(String.init)
            guard fields.count == 2, let day = try? Day(iso: fields[0]),
                let reason = SeriesPlan.Reason(rawValue: fields[1])
            else { return nil }
            return SeriesPlan.Skipped(day: day, reason: reason)
        }
    }
}
