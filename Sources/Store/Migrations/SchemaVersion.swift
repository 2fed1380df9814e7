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

    /// The last migration of the release before this program's, or of the first one while there is none: migrations up to
    /// here may hold anything, those after it meet a database that is in use and follow the rules for locks.
    public static let baseline = 69

    /// The schemas that this program works on. It takes one that is older than its own only once a release has been made
    /// whose schema it still reads.
    public static let supported = program...program

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
        if database < supported.lowerBound { throw SchemaMismatch.older(database: database, program: program) }
        if database > supported.upperBound { throw SchemaMismatch.newer(database: database, program: program) }
    }
}

extension ClosedRange<Int> {
    /// `59`, or `57-59`.
    public var text: String { lowerBound == upperBound ? "\(upperBound)" : "\(lowerBound)-\(upperBound)" }
}
