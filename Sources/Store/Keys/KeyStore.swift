import Postgres
import Zones

extension Session {
    /// The keys of the zone that this session acts for: read once, and checked with what the database remembers.
    ///
    /// - Throws: `KeyFault`; `CoreRejection.zoneNeeded` when the session acts for no zone
    public func keyring() throws -> Keyring {
        if let ring = keyrings[zone] { return ring }
        let (file, keys, state) = try KeyStore.file(self)
        let ring = try Keyring(keys, zone: state.zone, current: state.master, file: file)
        keyrings[zone] = ring
        return ring
    }
}

/// A master key as the database knows it: by its id.
public struct MasterKeyRow: Sendable, Hashable {
    public let id: KeyID
    public let usedSince: Instant
    public let replacedAt: Instant?
    public let retiredAt: Instant?
    /// How many data keys it wraps.
    public let wraps: Int
    /// Whether the key file has it.
    public let isInFile: Bool
}

/// What the database remembers of keys: their ids, and people's keys in their wrapped form.
public enum KeyStore {
    struct State {
        let zone: ZoneCode
        /// The id of the key of all blind indexes; nil before the first use.
        let index: KeyID?
        /// The id of the master key that the zone uses now; nil before the first use.
        let master: KeyID?
    }

    static func state(_ session: Session) throws -> State {
        let rows = try session.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
            try connection.rows(
                "select zone_code, index_id, master_id from core.key_state()",
                as: (ZoneCode, Bytes?, Bytes?).self
            )
        }
        guard let row = rows.first else { throw AnswerFault([]) }
        return State(zone: row.0, index: row.1.map(KeyID.init), master: row.2.map(KeyID.init))
    }

    /// The key file of the active zone and its keys, found to be this database's.
    static func file(_ session: Session) throws -> (file: KeyFile, keys: KeySet, state: State) {
        let state = try state(session)
        let file = session.configuration.keys.file(of: state.zone)
        let keys = try file.read()
        if let database = state.index, database != keys.indexID {
            throw KeyFault.ofAnotherDatabase(path: file.path, file: keys.indexID, database: database)
        }
        return (file, keys, state)
    }

    /// The master keys that the active zone has had, the latest last.
    public static func list(_ session: Session) throws -> [MasterKeyRow] {
        let (_, keys, state) = try file(session)
        let known = Set(keys.keyIDs(of: state.zone))
        return try session.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
            try connection.rows(
                "select id, used_since, replaced_at, retired_at, wraps from core.master_keys()",
                as: (Bytes, Instant, Instant?, Instant?, Int64).self
            )
        }.map {
            MasterKeyRow(
                id: KeyID($0.0),
                usedSince: $0.1,
                replacedAt: $0.2,
                retiredAt: $0.3,
                wraps: Int($0.4),
                isInFile: known.contains(KeyID($0.0))
            )
        }
    }

    /// Wrapped keys after a ref, at most `number`; with `ofReplaced` those of replaced master keys only.
    static func wrapped(_ session: Session, after: UUID128?, number: Int, ofReplaced: Bool) throws -> [(
        ref: UUID128, person: Code?, wrapped: Bytes
    )] {
        let first = after ?? UUID128(octets: [])
        return try session.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
            try connection.rows(
                "select ref, person, wrapped from core.wrapped_keys(\(first), \(Int32(number)), \(ofReplaced))",
                as: (UUID128, Code?, Bytes).self
            )
        }.map { ($0.0, $0.1, $0.2) }
    }

    static func rewrap(_ session: Session, refs: [UUID128], from old: [Bytes], to new: [Bytes]) throws -> Int {
        Int(
            try session.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
                try connection.value("select core.rewrap_keys(\(refs), \(old), \(new))", as: Int64.self)
            } ?? 0
        )
    }

    /// Notes that the zone uses another master key from now on.
    static func add(master id: KeyID) -> Verb<Void> {
        Verb(refusedAs: PersonRejection.self) { request in
            "select core.add_master_key(\(request), \(id.bytes))"
        } decode: { _ in
        }
    }

    /// Ends the use of replaced keys that wrap nothing any more. Answers how many.
    static func retire() -> Verb<Int> {
        Verb(refusedAs: PersonRejection.self) { request in
            "select core.retire_master_keys(\(request))"
        } decode: { columns in
            columns.count
        }
    }

    static func noteExport(part: String, file sha256: Bytes) -> Verb<Void> {
        Verb(refusedAs: PersonRejection.self) { request in
            "select core.export_keys(\(request), \(part), \(sha256))"
        } decode: { _ in
        }
    }

    static func restore(_ keys: [(ref: UUID128, person: Code?, wrapped: Bytes)]) -> Verb<Int> {
        let (refs, people, wrapped) = (keys.map(\.ref), keys.map { $0.person?.text }, keys.map(\.wrapped))
        return Verb(refusedAs: PersonRejection.self) { request in
            "select core.restore_keys(\(request), \(refs), \(people), \(wrapped))"
        } decode: { columns in
            try columns.integer(0)
        }
    }
}
