import Postgres
import SQL

extension Migrator {
    /// What a run would do: migrations by name and files of functions by path. Changes nothing.
    ///
    /// - Throws: `MigrationRefusal`, as a run would
    public func pending() throws -> (migrations: [String], functions: [String]) {
        _ = try connection.execute("set role zb_owner")
        guard try SchemaVersion.inDatabase(connection) != nil else {
            return (migrations.map(\.name), embeddedFiles(in: "functions").map(\.path))
        }
        let applied = try applied()
        try check(applied: applied)
        let known = try connection.rows("select path, sha256 from core.installed_file", as: (String, Bytes).self)
        let digests = Dictionary(known, uniquingKeysWith: { $1 })
        return (
            migrations.dropFirst(applied.count).map(\.name),
            embeddedFiles(in: "functions").filter { digests[$0.path] != $0.text.sha256 }.map(\.path)
        )
    }
}
