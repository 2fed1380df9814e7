import Foundation
import Postgres
import SQL
import Store
import StoreTesting
import Testing
import Zones

/// What the release did that is out, on the schema of one to come.
@Suite(.database)
struct SmokeTests {
    let database = TestDatabase.current

    private static func migration(_ number: Int, _ name: String, _ text: StaticString) throws -> Migration {
        try #require(Migration(EmbeddedFile(path: "migrations/\(number)_\(name).sql", text: text)))
    }

    /// Columns and checks in tables that the smoke set writes, by the rules for migrations.
    private static func next() throws -> [Migration] {
        try Migration.all + [
            migration(
                9001,
                "wider",
                """
                alter table core.person add column nation text not null default '';
                alter table enrollment.enrollment add column channel text;
                alter table handoff.project add column park text;
                """
            ),
            migration(
                9002,
                "person_nation_concurrently",
                "create index concurrently person_by_nation on core.person (zone_id, nation)"
            ),
            migration(
                9003,
                "short",
                "alter table core.person add constraint person_nation_short check (length(nation) < 40) not valid"
            ),
            migration(9004, "short_by_all", "alter table core.person validate constraint person_nation_short"),
        ]
    }

    @Test func `the smoke set of release 1 passes, and passes on the next schema while others write`() throws {
        let file = "deploy/upgrade/smoke-1.zctl"
        let zonectl = Zonectl(database: database, options: [])
        let before = try zonectl.run(["--dry-run", "run", file])
        #expect(before.status == 0, "\(before.errors)")
        let (database, next) = (database, try Self.next())
        let outcomes = race(3) { lane -> Int32 in
            if lane == 0 {
                _ = try Migrator(database.connection(as: "zb_migrator"), migrations: next).run()
                // A program of the release before refuses to begin on a newer schema. Were it told that this one is its
                // own, every line of it still works.
                _ = try database.connection().execute("delete from core.migration where number > 9000")
                return try zonectl.run(["run", file]).status
            }
            let session = try database.session()
            for number in 0..<80 {
                try session.perform(
                    OrganizationStore.add(
                        code: Code("L\(lane)-\(number)"),
                        OrganizationDetails(),
                        name: OrganizationName("样例\(lane)之\(number)有限公司"),
                        kind: .company
                    )
                )
            }
            return 0
        }
        #expect(try outcomes.map { try $0.get() } == [0, 0, 0])
        let superuser = try database.connection()
        for invariant in Invariant.all { #expect(try invariant.violations(superuser).isEmpty, "\(invariant.name)") }
        #expect(try superuser.value("select count(*) from core.organization", as: Int64.self) == 161)
    }
}
