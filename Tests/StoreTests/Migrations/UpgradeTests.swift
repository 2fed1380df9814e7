import Glibc
import Postgres
import SQL
import Store
import StoreTesting
import Testing
import Zones

/// Migrations of releases to come, on a database that is in use.
@Suite(.database)
struct UpgradeTests {
    let database = TestDatabase.current

    private static func migration(_ number: Int, _ name: String, _ text: StaticString) throws -> Migration {
        try #require(Migration(EmbeddedFile(path: "migrations/\(number)_\(name).sql", text: text)))
    }

    /// An expanding release by the rules: a column, an index beside running work, a check in two steps.
    private static func next() throws -> [Migration] {
        try Migration.all + [
            migration(9001, "nation", "alter table core.organization add column nation text not null default ''"),
            migration(
                9002,
                "nation_concurrently",
                "create index concurrently organization_by_nation on core.organization (zone_id, nation)"
            ),
            migration(
                9003,
                "short",
                "alter table core.organization add constraint nation_short check (length(nation) < 40) not valid"
            ),
            migration(9004, "short_by_all", "alter table core.organization validate constraint nation_short"),
        ]
    }

    private func migrator(_ migrations: [Migration]) throws -> Migrator {
        try Migrator(database.connection(as: "zb_migrator"), migrations: migrations)
    }

    @Test func `what is pending is told without being done`() throws {
        #expect(try migrator(Migration.all).pending().migrations == [])
        let pending = try migrator(Self.next()).pending()
        #expect(pending.migrations.count == 4)
        #expect(pending.functions == [])
        #expect(try SchemaVersion.inDatabase(database.connection()) == SchemaVersion.program)
        #expect(SchemaVersion.supported.contains(SchemaVersion.program))
    }

    @Test func `sessions of the previous release go on while the next one's schema comes, and no line is lost`() throws
    {
        let (database, next) = (database, try Self.next())
        let sessions = 4
        let outcomes = race(sessions + 1) { lane -> Int in
            if lane == sessions {
                usleep(100_000)
                return try Migrator(database.connection(as: "zb_migrator"), migrations: next).run().migrations.count
            }
            // Its session was open before: a new one would be refused, because the schema is newer.
            let session = try database.session()
            for number in 0..<60 {
                try session.perform(
                    OrganizationStore.add(
                        code: Code("O\(lane)-\(number)"),
                        OrganizationDetails(),
                        name: OrganizationName("样例\(lane)之\(number)有限公司"),
                        kind: .company
                    )
                )
                _ = try OrganizationStore.list(session)
            }
            return 60
        }
        #expect(try outcomes.map { try $0.get() } == [60, 60, 60, 60, 4])
        let superuser = try database.connection()
        #expect(try superuser.value("select count(*) from core.organization", as: Int64.self) == 240)
        for invariant in Invariant.all { #expect(try invariant.violations(superuser).isEmpty, "\(invariant.name)") }
        #expect(throws: SchemaMismatch.newer(database: 9004, program: SchemaVersion.program)) {
            try database.session()
        }
    }

    @Test func `a migration waits for a lock in short turns, and comes through once the table is free`() throws {
        let (database, next) = (database, try Self.next())
        let outcomes = race(2) { lane -> Int in
            if lane == 0 {
                usleep(200_000)
                return try Migrator(database.connection(as: "zb_migrator"), migrations: next).run().migrations.count
            }
            let holder = try database.connection()
            _ = try holder.execute("begin")
            _ = try holder.execute("select count(*) from core.organization")
            // Behind a migrator that waited without end nobody could read any more.
            usleep(700_000)
            let reader = try database.connection()
            _ = try reader.execute("set statement_timeout = '8s'")
            let rows = try reader.value("select count(*) from core.organization", as: Int64.self)
            _ = try holder.execute("commit")
            return Int(rows ?? -1)
        }
        #expect(try outcomes.map { try $0.get() } == [4, 0])
    }

    @Test func `an index whose building was interrupted is built again`() throws {
        let superuser = try database.connection()
        try superuser.script("alter table core.organization add column nation text not null default ''")
        try superuser.script("create index organization_by_nation on core.organization (zone_id, nation)")
        try superuser.script(
            "update pg_index set indisvalid = false where indexrelid = 'core.organization_by_nation'::regclass"
        )
        let next = try Self.next().filter { $0.number != 9001 }
        #expect(try migrator(next).run().migrations.count == 3)
        let valid = try superuser.value(
            "select indisvalid from pg_index where indexrelid = 'core.organization_by_nation'::regclass",
            as: Bool.self
        )
        #expect(valid == true)
    }
}
