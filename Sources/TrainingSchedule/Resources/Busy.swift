import Zones

/// A time at which a room or an instructor is taken, and whom to ask about it.
public struct Busy: Sendable, Hashable {
    public let resource: Code
    public let starts: Instant
    public let ends: Instant
    /// The zone that keeps the session.
    public let zone: ZoneCode
    /// Whom to ask there.
    public let contact: String
    /// The session; nil for one of another zone that the active zone has no part in.
    public let session: Code?

    public init(resource: Code, starts: Instant, ends: Instant, zone: ZoneCode, contact: String, session: Code?) {
        self.resource = resource
        self.starts = starts
        self.ends = ends
        self.zone = zone
        self.contact = contact
        self.session = session
    }
}
