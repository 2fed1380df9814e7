import Postgres
import Zones

extension Session {
    /// The keys of the zone that this session acts for: read once, and checked with what the database remembers.
    ///
    /// - Throws: `KeyFault`; `CoreRejection.zoneNeeded` when the session acts for no zone
    public func keyring() throws -> Keyring {
        if let ring = keyrings[zone] { return ring }
        let state = try KeyStore.state(self)
        let file = configuration.keys.file(of: state.zone)
        let keys = try file.read()
        if let database = state.index, database != keys.indexID {
            throw KeyFault.ofAnotherDatabase(path: file.path, file: keys.indexID, database: database)
        }
        let ring = try Keyring(keys, zone: state.zone, current: state.master, file: file)
        keyrings[zone] = ring
        return ring
    }
}

/// What the database remembers of keys: their ids, and people's keys in their wrapped form.
enum KeyStore {
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
        guard let row = rows.first else { throw KeyFault.personKeyMissing }
        return State(zone: row.0, index: row.1.map(KeyID.init), master: row.2.map(KeyID.init))
    }
}
