/// The chain of one subject's events, as the store reads it now.
struct EventChain: Sendable, Hashable {
    /// Octets of a content that a seal keeps of each row: enough to tell rows of one chain apart. What proves is the hash.
    static let fingerprintLength = 4
    private static let hashLength = 32

    let subject: String
    let events: [Int64]
    /// The transactions that wrote the rows.
    let transactions: [Int64]
    private let hashes: [UInt8]
    private let contents: [UInt8]
    /// Whether the rows' own hashes agree with what they say and with each other.
    let isIntact: Bool

    init(
        subject: String,
        events: [Int64],
        transactions: [Int64],
        hashes: [UInt8],
        contents: [UInt8],
        isIntact: Bool
    ) {
        self.subject = subject
        self.events = events
        self.transactions = transactions
        self.hashes = hashes
        self.contents = contents
        self.isIntact = isIntact
    }

    var count: Int { events.count }

    /// The hash of the row at a place, from 1, as it is stored.
    func hash(at place: Int) -> ArraySlice<UInt8> {
        hashes.dropFirst((place - 1) * Self.hashLength).prefix(Self.hashLength)
    }

    /// The fingerprints of the first rows' contents, one after the other.
    func fingerprints(of rows: Int) -> ArraySlice<UInt8> {
        contents.prefix(rows * Self.fingerprintLength)
    }

    /// How many rows from the first on were final when `snapshot` was taken.
    ///
    /// A row is final when its transaction is older than every one that still ran, or comes from before a restore, whose
    /// numbers the server has not reached again.
    func covered(by snapshot: SealSnapshot) -> Int {
        transactions.prefix { $0 < snapshot.oldest || $0 >= snapshot.next }.count
    }
}

/// Which transactions still ran at an instant.
public struct SealSnapshot: Sendable, Hashable {
    /// The oldest transaction that ran: every older one had ended.
    public let oldest: Int64
    /// The first number that no transaction had yet.
    public let next: Int64
}

/// What a seal says about one subject: how many rows, the last one's hash, and what each row said.
struct SealedChain: Sendable, Hashable {
    let subject: String
    let count: Int
    let head: [UInt8]
    let fingerprints: [UInt8]

    /// What the seal of a chain says; nil when none of its rows is final.
    init?(_ chain: EventChain, covered: Int) {
        guard covered > 0 else { return nil }
        subject = chain.subject
        count = covered
        head = Array(chain.hash(at: covered))
        fingerprints = Array(chain.fingerprints(of: covered))
    }

    init(subject: String, count: Int, head: [UInt8], fingerprints: [UInt8]) {
        self.subject = subject
        self.count = count
        self.head = head
        self.fingerprints = fingerprints
    }

    /// The first place at which a chain is not what was sealed; nil where it still is.
    func fault(in chain: EventChain) -> ChainFault? {
        let sealed = Self.rows(fingerprints[...])
        let found = Self.rows(chain.fingerprints(of: chain.count))
        func fault(_ kind: ChainFault.Kind, _ index: Int) -> ChainFault {
            let event = kind != .removed && chain.events.indices.contains(index) ? chain.events[index] : nil
            return ChainFault(kind, subject: subject, seq: index + 1, event: event)
        }
        for index in sealed.indices {
            guard index < found.count else { return fault(.removed, index) }
            guard sealed[index] != found[index] else { continue }
            let isElsewhere = found[index...].contains(sealed[index])
            guard sealed[index...].contains(found[index]) else {
                return fault(isElsewhere ? .inserted : .changed, index)
            }
            return fault(isElsewhere ? .reordered : .removed, index)
        }
        guard chain.hash(at: count).elementsEqual(head) else { return fault(.changed, count - 1) }
        return nil
    }

    private static func rows(_ octets: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        stride(from: octets.startIndex, to: octets.endIndex, by: EventChain.fingerprintLength).map {
            octets[$0..<min($0 + EventChain.fingerprintLength, octets.endIndex)]
        }
    }
}
