import Zones

/// A room (场地) as a zone sees it.
public struct Venue: Sendable, Hashable {
    /// The key that commands name it by; once in all zones.
    public let code: Code
    /// What it says on the door.
    public let name: String
    /// How many people it seats.
    public let capacity: Int
    /// The zone that it belongs to.
    public let owner: ZoneCode
    /// What the active zone may do with it; nil for a joint office, which acts for no zone.
    public let level: PartyLevel?
    /// The zones that may book it too; told to the owner only.
    public let guests: [String]
    /// The zones that see when it is taken; told to the owner only.
    public let watchers: [String]
    /// What it has, such as 投影.
    public let features: [String]
    /// Whom a zone asks that wants to book it; nil for the owner's officers.
    public let consentBy: String?
}
