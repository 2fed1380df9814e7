import Zones

/// How a session differs from what it was at some instant.
public struct SessionDifference: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case added, changed, cancelled, reinstated
    }

    /// When, where and by whom.
    public struct Placement: Sendable, Hashable {
        public let starts: Instant
        public let ends: Instant
        public let venue: Code?
        public let instructor: Code?
    }

    public let session: Code
    public let course: Code
    public let cohort: Code
    public let kind: Kind
    /// Nil for a session that was added.
    public let was: Placement?
    public let now: Placement
    /// The login of the last change; nil for a session that was added and never changed.
    public let by: String?
    /// When it was last changed, or added.
    public let at: Instant
    /// The reason of the last change.
    public let reason: String?
}
