import Store

/// What a zone may do with a room or an instructor; each level includes the later ones.
public enum PartyLevel: String, Sendable, Hashable, CaseIterable {
    /// It is the zone's own: books it, and decides who else may.
    case owner
    /// Books it.
    case guest
    /// Sees when it is taken, and whom to ask.
    case busy
    /// Knows what it is called, because its own trainees have a session there.
    case attends

    /// Whether a zone of this level may place a session.
    public var books: Bool { self == .owner || self == .guest }
    /// Whether a zone of this level sees when the resource is taken.
    public var seesBusy: Bool { self != .attends }
}

extension PartyLevel: PostgresText {}
