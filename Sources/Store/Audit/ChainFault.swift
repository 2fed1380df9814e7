/// What is wrong with a chain of events, and where it begins.
public struct ChainFault: Error, Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The row says something else than when it was written.
        case changed
        /// The row is gone.
        case removed
        /// The row stands where another stood.
        case reordered
        /// The row was not there.
        case inserted
    }

    public let kind: Kind
    public let subject: String
    /// The place in the subject's chain, from 1.
    public let seq: Int
    /// The event's number in the log; nil for a row that is gone.
    public let event: Int64?

    public init(_ kind: Kind, subject: String, seq: Int, event: Int64?) {
        self.kind = kind
        self.subject = subject
        self.seq = seq
        self.event = event
    }
}

/// One row of a chain, as far as its hashes tell where it belongs.
struct ChainLink: Sendable, Hashable {
    let event: Int64
    let seq: Int
    let prevHash: [UInt8]
    let hash: [UInt8]
    /// The numbers under which the row's content gives its own hash: one, unless somebody touched the row.
    let places: [Int]
}

extension ChainFault {
    /// The first thing wrong with a chain by its own hashes; nil for an intact one.
    static func first(in links: [ChainLink], of subject: String) -> ChainFault? {
        var before: [UInt8] = []
        for (index, link) in links.enumerated() {
            let place = index + 1
            func fault(_ kind: Kind, at place: Int, _ event: Int64? = nil) -> ChainFault {
                ChainFault(kind, subject: subject, seq: place, event: event)
            }
            if link.seq == place, link.places.contains(place), link.prevHash == before {
                before = link.hash
                continue
            }
            guard let origin = link.places.first else {
                // Its own hash is wrong. A row that takes the place of the next one, or whose link hangs in the air, was
                // put in; else it is the old row with other words.
                let nextBelongsHere = links.indices.contains(index + 1) && links[index + 1].places.contains(place)
                return fault(
                    nextBelongsHere || link.prevHash != before ? .inserted : .changed,
                    at: place,
                    link.event
                )
            }
            if origin > place {
                let isElsewhere = links[index...].contains { $0.places.contains(place) }
                return isElsewhere ? fault(.reordered, at: place, link.event) : fault(.removed, at: place)
            }
            if origin < place {
                // Two rows for one place: the one that nothing follows was put in.
                let twoBefore = index >= 2 ? links[index - 2].hash : []
                return link.prevHash == twoBefore
                    ? fault(.inserted, at: place - 1, links[index - 1].event) : fault(.inserted, at: place, link.event)
            }
            // The row is itself but follows another hash: the row before was written anew, hash and all.
            return index == 0
                ? fault(.changed, at: 1, link.event) : fault(.changed, at: place - 1, links[index - 1].event)
        }
        return nil
    }
}
