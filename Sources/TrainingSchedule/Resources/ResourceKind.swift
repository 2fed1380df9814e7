/// What a session occupies; none of these can be in two sessions at a time.
public enum ResourceKind: String, Sendable, Hashable, CaseIterable {
    case venue, instructor, cohort
    /// A natural person with a seat in the cohort.
    case trainee
}
