import Postgres
import Zones

/// Sealing the log and checking it.
public enum AuditStore {
    /// A seal that was written.
    public struct Seal: Sendable, Hashable {
        public let number: Int
        public let digest: Bytes
        public let subjects: Int
        public let events: Int
        /// Events of transactions that may have been running: the next seal covers them.
        public let unsealed: Int
    }

    /// What a check of the log found.
    public struct Verification: Sendable, Hashable {
        public var subjects = 0
        public var events = 0
        /// Events that the seal does not cover; without a seal all of them.
        public var unsealed = 0
        /// Chains with something wrong.
        public var broken = 0
        /// The first fault, by the order of the log.
        public var first: ChainFault?
        /// The digest of the seal that was compared with.
        public var digest: Bytes?

        public init() {}

        mutating func found(_ fault: ChainFault, near event: Int64) {
            broken += 1
            if first == nil || event < position {
                first = fault
                position = event
            }
        }

        private var position = Int64.max
    }

    /// Writes the heads of all chains that the login may audit to a new file, and remembers that it did.
    ///
    /// - Throws: `SealFault` for the file, `ChainFault` for a log that is not intact and must not be sealed.
    public static func seal(_ session: Session, to path: String, as request: Request) throws -> Seal {
        let header = try header(session)
        let writer = try SealWriter(path: path, header: header)
        var total = 0
        do {
            try chains(session) { chain in
                guard chain.isIntact else {
                    throw ChainFault(.changed, subject: chain.subject, seq: 0, event: chain.events.first)
                }
                total += chain.count
                if let sealed = SealedChain(chain, covered: chain.covered(by: header.snapshot)) {
                    try writer.add(sealed)
                }
            }
        } catch {
            if let fault = error as? ChainFault { throw try self.fault(session, in: fault.subject) ?? fault }
            throw error
        }
        let (subjects, events) = (writer.subjects, writer.events)
        let digest = try writer.finish()
        let number = try session.perform(record(digest, header.snapshot, subjects, events), as: request)
        return Seal(number: number, digest: digest, subjects: subjects, events: events, unsealed: total - events)
    }

    private static func record(_ digest: Bytes, _ snapshot: SealSnapshot, _ subjects: Int, _ events: Int) -> Verb<Int> {
        Verb(
            refusedAs: CoreRejection.self,
            { request in
                """
                select core.seal_events(\(request), \(digest), \(snapshot.oldest), \(Int64(subjects)), \(Int64(events)))
                """
            },
            decode: { try $0.integer(0) }
        )
    }

    /// What a seal taken now would cover. Asked before the chains are read: what is final now is final then.
    private static func header(_ session: Session) throws -> SealHeader {
        let row = try session.connection.row(
            """
            select (select system_identifier::text from pg_control_system()), current_database()::text,
                core.audit_scope(), pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint
            from pg_current_snapshot() as s
            """,
            as: (String, String, String, Int64, Int64).self
        )
        guard let row else { throw AnswerFault([]) }
        return SealHeader(
            server: row.0,
            database: row.1,
            scope: row.2,
            snapshot: SealSnapshot(oldest: row.3, next: row.4)
        )
    }

    /// Checks the log by its own hashes and, where a seal is given, against that.
    ///
    /// - Throws: `SealFault` for a file that is no seal, was changed, or covers other chains.
    public static func verify(_ session: Session, against path: String?) throws -> Verification {
        let seal = try path.map { path throws(SealFault) in try SealReader(path: path) }
        let now = try header(session)
        if let seal, seal.header.scope != now.scope {
            throw SealFault.otherScope(path: seal.path, scope: seal.header.scope)
        }
        var verification = Verification()
        var broken: [(subject: String, event: Int64)] = []
        var sealed = try seal?.next()
        try chains(session) { chain in
            verification.subjects += 1
            verification.events += chain.count
            let first = chain.events.first ?? 0
            while let gone = sealed, gone.subject.utf8.lexicographicallyPrecedes(chain.subject.utf8) {
                verification.found(ChainFault(.removed, subject: gone.subject, seq: 1, event: nil), near: first)
                sealed = try seal?.next()
            }
            var covered = 0
            var fault: ChainFault?
            if let known = sealed, known.subject == chain.subject {
                covered = known.count
                fault = known.fault(in: chain)
                sealed = try seal?.next()
            }
            fault = fault ?? Self.inserted(chain, after: covered, seal?.header, now)
            verification.unsealed += max(0, chain.count - covered)
            if let fault {
                verification.found(fault, near: fault.event ?? first)
            } else if !chain.isIntact {
                broken.append((chain.subject, first))
            }
        }
        while let gone = sealed {
            verification.found(ChainFault(.removed, subject: gone.subject, seq: 1, event: nil), near: .max - 1)
            sealed = try seal?.next()
        }
        for chain in broken {
            guard let fault = try fault(session, in: chain.subject) else { continue }
            verification.found(fault, near: fault.event ?? chain.event)
        }
        verification.digest = seal?.digest
        return verification
    }

    /// A row behind the sealed ones that claims a transaction older than the seal: it cannot have been missed then.
    private static func inserted(_ chain: EventChain, after covered: Int, _ seal: SealHeader?, _ now: SealHeader)
        -> ChainFault?
    {
        guard let seal, seal.server == now.server, chain.count > covered,
            chain.transactions[covered] < seal.snapshot.oldest
        else { return nil }
        return ChainFault(.inserted, subject: chain.subject, seq: covered + 1, event: chain.events[covered])
    }

    private static func chains(_ session: Session, _ body: (EventChain) throws -> Void) throws {
        // A whole log takes as long as it takes; it holds no lock that anybody waits for.
        _ = try session.connection.execute("set statement_timeout = 0")
        defer { _ = try? session.connection.execute("reset statement_timeout") }
        try session.connection.stream(
            "select subject, ids, xacts, hashes, contents, intact from core.event_chains()",
            as: (String, [Int64], [Int64], Bytes, Bytes, Bool).self
        ) { subject, ids, transactions, hashes, contents, isIntact in
            try body(
                EventChain(
                    subject: subject,
                    events: ids,
                    transactions: transactions,
                    hashes: hashes.octets,
                    contents: contents.octets,
                    isIntact: isIntact
                )
            )
        }
    }

    private static func fault(_ session: Session, in subject: String) throws -> ChainFault? {
        let links = try session.connection.rows(
            "select id, seq, prev_hash, hash, places from core.event_chain(\(subject))",
            as: (Int64, Int32, Bytes, Bytes, [Int32]).self
        ).map {
            ChainLink(
                event: $0.0,
                seq: Int($0.1),
                prevHash: $0.2.octets,
                hash: $0.3.octets,
                places: $0.4.map { Int($0) }
            )
        }
        return ChainFault.first(in: links, of: subject)
    }
}
