import Postgres
import SQL
import Store
import Zones

/// The migrated database that every test's own is cloned from, named by the content of `sql/`.
enum TemplateDatabase {
    static let name: String = {
        var hasher = SHA256()
        for file in embeddedFiles {
            hasher.update(file.path)
            hasher.update(file.text.description)
        }
        hasher.update(seedVersion)
        return "zb_template_" + hasher.finish().hexadecimal.prefix(16)
    }()

    /// Changes with what `seed` does.
    private static let seedVersion = "3"

    /// Made once a process, and once a given server.
    static let ready: Bool = {
        do {
            try make()
        } catch {
            preconditionFailure("the template database cannot be made: \(error)")
        }
        return true
    }()

    private static func make() throws {
        let cluster = ThrowawayCluster.shared
        let maintenance = try Connection(cluster.parameters(database: "postgres"))
        try maintenance.execute("select pg_advisory_lock(742)")
        let exists: Bool? = try maintenance.value(
            "select not datallowconn from pg_database where datname = \(name)"
        )
        guard exists != true, let identifier = Identifier(validating: name) else { return }
        if exists == false { try maintenance.execute("drop database \(identifier) with (force)") }
        try DatabaseSetup { database, user in cluster.parameters(database: database.name, user: user) }
            .create(identifier, sample: true, administrator: "tester", replacing: false)
        try seed(database: name)
        try maintenance.execute("alter database \(identifier) with allow_connections false")
    }

    /// Three zones, the public facts, and logins that belong to one zone each.
    private static func seed(database: String) throws {
        let cluster = ThrowawayCluster.shared
        let tester = try Session(
            SessionConfiguration(
                parameters: cluster.parameters(database: database, user: "tester"),
                clock: .fixed(TestDatabase.noon)
            )
        )
        for (code, zh, en) in [
            ("INNO", "样例创新区", "Sample Innovation Zone"), ("ETDZ", "样例开发区", "Sample Development Zone"),
            ("TZBA", "样例示范区", "Sample Demonstration Zone"),
        ] {
            try tester.perform(ZoneStore.add(code: ZoneCode(code), nameZh: zh, nameEn: en))
        }
        try PublicFacts.load(into: tester)
        let superuser = try Connection(cluster.parameters(database: database))
        try superuser.script(
            """
            do $$
            declare
                z text;
                name text;
            begin
                foreach z in array array['INNO', 'ETDZ', 'TZBA'] loop
                    name := 'officer_' || lower(z);
                    if not exists (select from pg_roles where rolname = name) then
                        execute format('create role %I login in role zb_officer, zb_coordinator, zb_reviewer', name);
                    end if;
                    insert into core.membership (login, role, zone_id, valid_from)
                    select name, r, (select id from core.zone where code = z), '2000-01-01'
                    from unnest(array['officer', 'coordinator', 'reviewer']) as r;
                end loop;
                if not exists (select from pg_roles where rolname = 'stranger') then
                    create role stranger login in role zb_officer;
                end if;
            end $$;
            """
        )
    }
}
