import Postgres

/// A server of an office, on which a superuser of the machine makes the database.
public struct OfficeServer: Sendable {
    private let parameters: ConnectionParameters

    /// - Parameter parameters: reach the server as `zb_super` and as `zb_migrator`.
    public init(_ parameters: ConnectionParameters) {
        self.parameters = parameters
    }

    /// Makes the region's keys where they are missing, and the database where it is; a second run completes what the
    /// first one left. Keys are never made anew for data that are there.
    ///
    /// - Parameter administrator: the login that gets every role of the region.
    /// - Returns: the database's name.
    /// - Throws: `KeyFault`, `MigrationRefusal`, `PostgresError`
    public func create(administrator: String, keys: KeyFile) throws -> Identifier {
        let database = Identifier.ownDatabase
        let setup = DatabaseSetup { database, user in
            parameters.setting("dbname", to: database.name).setting("user", to: user)
        }
        if try !keys.exists && !setup.exists(database) { try keys.write(.make(), replacing: false) }
        try setup.create(
            database,
            sample: false,
            administrator: administrator,
            indexKey: keys.read().indexID,
            replacing: false
        )
        let login = parameters.setting("dbname", to: database.name).setting("user", to: administrator)
        try PublicFacts.load(into: Session(SessionConfiguration(parameters: login)))
        return database
    }
}
