import Postgres
import SQL
import Store
import StoreTesting
import Testing

@Suite(.database)
struct MigratorTests {
    let database = TestDatabase.current

    private func migrate() throws -> Migrator.Outcome {
        try Migrator(database.connection(as: "zb_migrator")).run()
    }

    @Test func `a second run changes nothing`() throws {
        let outcome = try migrate()
        #expect(outcome.migrations == [])
        #expect(outcome.functions == [])
        #expect(outcome.version == SchemaVersion.program)
    }

    @Test func `a function whose text changed is installed again and one with other parameters replaces it`() throws {
        let superuser = try database.connection()
        try superuser.script(
            """
            drop function core.find_person(bytea);
            set role zb_owner;
            create function core.find_person(a int, b int) returns int language sql as 'select 1';
            reset role;
            update core.installed_file set sha256 = 'old' where path = 'functions/core/find_person.sql';
            """
        )
        #expect(try migrate().functions == ["functions/core/find_person.sql"])
        let signatures = try superuser.rows(
            "select pg_get_function_identity_arguments(oid) from pg_proc where proname = 'find_person'",
            as: String.self
        )
        #expect(signatures == ["wanted bytea"])
    }

    @Test func `a database of a newer program is refused by sessions and by the migrator`() throws {
        try database.connection().execute("insert into core.migration values (9999, '9999_future.sql', 'x')")
        #expect(throws: MigrationRefusal.newerSchema(database: 9999, program: SchemaVersion.program)) { try migrate() }
        #expect(throws: SchemaMismatch.newer(database: 9999, program: SchemaVersion.program)) { try database.session() }
    }

    @Test func `an applied migration whose text was edited is refused`() throws {
        try database.connection().execute("update core.migration set sha256 = 'edited' where number = 1")
        #expect(throws: MigrationRefusal.changed(name: "0001_zones.sql")) { try migrate() }
    }

    @Test func `an older database is refused by sessions until it is migrated`() throws {
        try database.connection().execute("delete from core.migration where number = \(Int32(SchemaVersion.program))")
        let error = #expect(throws: SchemaMismatch.self) { try database.session() }
        guard case .older = error else {
            Issue.record("expected an older schema, got \(String(describing: error))")
            return
        }
    }

    @Test func `a database without a schema is said to be absent`() throws {
        try database.connection().execute("drop schema core cascade")
        #expect(throws: SchemaMismatch.absent) { try database.session() }
    }

    @Test func `two migrators at once bring one database to the schema once`() throws {
        let database = database
        try database.connection().execute("update core.installed_file set sha256 = 'old'")
        let outcomes = try race(4) { _ in try Migrator(database.connection(as: "zb_migrator")).run() }.map {
            try $0.get()
        }
        let installed = outcomes.map(\.functions.count).filter { $0 > 0 }
        #expect(installed == [embeddedFiles(in: "functions").count])
    }

    @Test func `migrations are numbered upwards and the functions have one verb a file`() {
        let numbers = Migration.all.map(\.number)
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
        for file in embeddedFiles(in: "functions") {
            let name = file.path.dropFirst("functions/".count).dropLast(".sql".count).split(separator: "/").joined(
                separator: "."
            )
            #expect(file.text.description.contains("function \(name)("), "\(file.path)")
        }
    }
}
