import Postgres
import SQL

/// The store's schema does not fit this program.
public enum SchemaMismatch: Error, Sendable, Hashable {
    /// No schema at all: the database was not set up.
    case absent
    /// The database lacks migrations that this program knows: `zonectl db migrate` applies them.
    case older(database: Int, program: Int)
    /// The database was migrated by a newer program, which must be used.
    case newer(database: Int, program: Int)
}

/// The number of the last migration, in a database and in this program.
public enum SchemaVersion {
    /// The last migration that this program knows.
    public static let program: Int = Migration.all.last?.number ?? 0

    /// The last migration of a database; nil when it has none.
    public static func inDatabase(_ connection: Connection) throws(PostgresError) -> Int? {
        do {
            return try connection.value("select max(number) from core.migration", as: Int32?.self)?.map { Int($0) }
        } catch let error where error.sqlState?.rawValue == "42P01" || error.sqlState?.rawValue == "3F000" {
            return nil
        }
    }

    /// Refuses a database of another schema version than this program's.
    ///
    /// - Throws: `SchemaMismatch`, or `PostgresError` when the question cannot be asked.
    public static func check(_ connection: Connection) throws {
        guard let database = try inDatabase(connection) else { throw SchemaMismatch.absent }
        if database < program { throw SchemaMismatch.older(database: database, program: program) }
        if database > program { throw SchemaMismatch.newer(database: database, program: program) }
    }
}
