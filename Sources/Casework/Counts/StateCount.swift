import Zones

/// How many things of a kind are in a state, and since when the oldest of them waits for somebody.
public struct StateCount: Sendable, Hashable {
    /// `enrollment`, `claim`
    public let kind: String
    public let state: String
    public let count: Int
    /// Nil for a state in which nothing waits.
    public let waitingSince: Instant?
}
