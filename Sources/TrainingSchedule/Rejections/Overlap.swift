import Zones

/// What stands in the way of a session: a resource, the time that both would take, and the other session.
public struct Overlap: Sendable, Hashable {
    public let kind: ResourceKind
    /// The code of the room, instructor or cohort.
    public let resource: String
    public let starts: Instant
    public let ends: Instant
    /// The other session; nil for one of another zone that the active zone has no part in.
    public let session: String?
    /// The zone that keeps the other session.
    public let zone: String
    /// Whom to ask there.
    public let contact: String

    static let factCount = 7

    /// Reads seven facts an overlap, in the order of the properties, as `schedule.overlaps` writes them; what is no
    /// overlap is left out.
    static func read(_ facts: [String]) -> [Overlap] {
        stride(from: 0, through: facts.count - factCount, by: factCount).compactMap { start in
            let group = Array(facts[start..<start + factCount])
            guard let kind = ResourceKind(rawValue: group[0]), let starts = try? Instant(iso: group[2]),
                let ends = try? Instant(iso: group[3])
            else { return nil }
            return Overlap(
                kind: kind,
                resource: group[1],
                starts: starts,
                ends: ends,
                session: group[4].isEmpty ? nil : group[4],
                zone: group[5],
                contact: group[6]
            )
        }
    }
}
