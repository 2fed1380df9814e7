import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// The known ways around row level security, each tried with plain `psql` as a zone's officer.
@Suite(.database)
struct LeakTests {
    let database = TestDatabase.current
    let officer: Psql

    init() throws {
        officer = Psql(TestDatabase.current, as: "officer_etdz")
        for (zone, people) in [("ETDZ", 1), ("INNO", 3)] {
            let session = try database.session(as: "officer_\(zone.lowercased())", zone: zone)
            for number in 1...people {
                try session.perform(
                    PersonStore.add(
                        code: Code("P\(number)"),
                        name: PersonName("样例\(zone == "ETDZ" ? "甲" : "乙")"),
                        PersonDetails()
                    )
                )
            }
        }
    }

    private func refuse(_ script: String, _ words: String, as login: Psql? = nil) throws {
        let answer = try (login ?? officer)(script)
        #expect(answer.status != 0, "\(script)")
        #expect(answer.errors.contains(words), "\(script): \(answer.errors)")
        #expect(!answer.output.contains("乙") && !answer.errors.contains("乙"), "\(script)")
    }

    @Test func `1: no login owns a table, so no login is exempt from its policies`() throws {
        #expect(
            try officer(
                "select count(*) from pg_class where relkind in ('r', 'p') and pg_get_userbyid(relowner) in (session_user, current_user)"
            ).rows == ["0"]
        )
        #expect(try officer("select name from core.person").rows == ["样例甲"])
        try refuse("set role zb_owner; select name from core.person", "permission denied to set role")
    }

    @Test func `2: without a zone, or with an empty one, a login of many sees nothing`() throws {
        let tester = Psql(database, as: "tester")
        #expect(try tester("select count(*) from core.person").rows == ["0"])
        #expect(try tester("set zonebridge.zone = ''; select count(*) from core.person").rows == ["0"])
        #expect(try tester("set zonebridge.zone = 'ETDZ'; select count(*) from core.person").rows == ["1"])
        #expect(
            try tester("begin; set local zonebridge.zone = 'ETDZ'; commit; select count(*) from core.person").rows == [
                "0"
            ]
        )
    }

    @Test func `3: setting another zone opens nothing`() throws {
        for zone in ["INNO", "*", "ETDZ' or true --", "2", "%"] {
            let script =
                "set zonebridge.zone = '\(zone.split(separator: "'").joined(separator: "''"))'; select count(*) from core.person"
            #expect(try officer(script).rows == ["0"], "\(zone)")
        }
    }

    @Test func `4: a code that another zone uses is free here, and writing is closed anyway`() throws {
        #expect(
            try database.session(as: "officer_etdz").perform(
                PersonStore.add(code: Code("P3"), name: PersonName("样例甲"), PersonDetails())
            ) == "P3"
        )
        try refuse("insert into core.person (code) values ('P1') on conflict do nothing", "permission denied")
        try refuse(
            "insert into core.person (code) values ('P1') on conflict (id) do update set name = 'x'",
            "permission denied"
        )
    }

    @Test func `5: no row may be made that points at another zone's, seen or not`() throws {
        try refuse("insert into enrollment.enrollment (zone_id) values (2)", "permission denied")
        let open = try database.connection().rows(
            """
            select c.conrelid::regclass || '.' || c.conname from pg_constraint c
            join core.table_kind child on child.table_name = c.conrelid::regclass::text and child.kind = 'owned'
            join core.table_kind parent on parent.table_name = c.confrelid::regclass::text and parent.kind = 'owned'
            where c.contype = 'f' and not exists (
                select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                    and a.attname in ('zone_id', 'sha256'))
            order by 1
            """,
            as: String.self
        )
        // What another zone pays by the policy comes from that zone's budget; only the verbs of money write these.
        let paidByAnotherZone = [
            "eligibility.award_part.award_part_budget_id_fkey",
            "eligibility.settlement_share.settlement_share_budget_id_fkey",
        ]
        #expect(open == paidByAnotherZone, "keys between two owned tables include the zone")
    }

    @Test func `6: a cheap function in the filter sees no other zone's row`() throws {
        // No login may make functions of its own, so the cheapest that reports is a cast that fails with the value in it.
        try refuse(
            "create function pg_temp.leak(text) returns boolean cost 0.001 language sql as 'select true'",
            "permission denied"
        )
        try refuse(
            "create function public.leak(text) returns boolean language sql as 'select true'",
            "permission denied"
        )
        let answer = try officer("select count(*) from core.person where name::int > 0")
        #expect(answer.status != 0 && answer.errors.contains("甲") && !answer.errors.contains("乙"), "\(answer.errors)")
    }

    @Test func `7: a view shows only what its reader may see`() throws {
        let views = try officer(
            """
            select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and n.nspname in ('core', 'enrollment', 'schedule', 'handoff', 'eligibility')
                and has_table_privilege(c.oid, 'select')
            """
        ).rows
        #expect(views.count >= 3)
        for view in views {
            let answer = try officer("select * from \(view)")
            #expect(!answer.output.contains("乙"), "\(view)")
        }
        try refuse("create view public.mine as select * from core.person", "permission denied")
    }

    @Test func `8: there is no materialised view, which no policy could cover`() throws {
        #expect(try officer("select count(*) from pg_class where relkind = 'm'").rows == ["0"])
    }

    @Test func `9: COPY out obeys the policies and COPY in is refused`() throws {
        #expect(try officer("copy (select name from core.person) to stdout").rows == ["样例甲"])
        try refuse("copy core.event (subject) from stdin;\nx\n\\.\n", "permission denied")
        try refuse("copy core.person to '/tmp/x'", "must be superuser or have privileges")
        try refuse("copy core.person to program 'cat'", "must be superuser or have privileges")
    }

    @Test func `10: no counter of other zones' volume may be read but the ids' own gaps`() throws {
        let sequences = try database.connection().rows(
            "select c.oid::regclass::text from pg_class c where relkind = 'S' and relnamespace::regnamespace::text not like 'pg\\_%'",
            as: String.self
        )
        #expect(sequences.count > 5)
        for sequence in sequences {
            try refuse("select last_value from \(sequence)", "permission denied")
            try refuse("select nextval('\(sequence)')", "permission denied")
        }
    }

    @Test func `11: plans and statistics tell of other zones what total volume tells, and no value`() throws {
        let plan = try officer("explain (analyze, costs off, timing off, summary off) select name from core.person")
            .output
        #expect(!plan.contains("乙"))
        try database.connection().execute("analyze core.person")
        #expect(
            try officer("select count(*) from pg_stats where schemaname = 'core' and tablename = 'person'").rows == [
                "0"
            ]
        )
        try refuse("select * from pg_statistic", "permission denied")
        #expect(
            try officer(
                "select count(*) from pg_stat_activity where usename <> session_user and query <> '<insufficient privilege>' and query <> ''"
            ).rows == ["0"]
        )
    }

    @Test func `12: switching row security off is an error, not an open door`() throws {
        try refuse(
            "set row_security = off; select name from core.person",
            "query would be affected by row-level security"
        )
        try refuse("set session_replication_role = replica", "permission denied")
    }

    @Test func `13: a temporary table cannot take the place of a real one`() throws {
        try refuse(
            "create temporary table membership (login text, role text, zone_id bigint)",
            "permission denied to create temporary tables"
        )
        try refuse("set search_path = pg_temp, core; create table membership (login text)", "permission denied")
        let paths = "set search_path = public, pg_temp; set zonebridge.zone = 'INNO'; select count(*) from core.person"
        #expect(try officer(paths).rows == ["0"])
        // Even where temporary tables are allowed by mistake, definer functions look for them last.
        try database.connection().execute(
            "create function public.allow() returns void language plpgsql as $$ begin execute format('grant temporary on database %I to public', current_database()); end $$"
        )
        _ = try database.connection().rows("select true from public.allow()", as: Bool.self)
        let hijack = """
            create temporary table membership (login text, role text, zone_id bigint, valid_from date, valid_until date, revoked_at timestamptz);
            insert into membership values ('officer_etdz', 'officer', null, '2000-01-01', null, null);
            create temporary table zone (id bigint, code text, opened_on date, closed_on date);
            insert into zone values (2, 'INNO', '2000-01-01', null), (1, 'INNO', '2000-01-01', null);
            set zonebridge.zone = 'INNO';
            select count(*) from core.person
            """
        #expect(try officer(hijack).rows == ["0"])
    }

    @Test func `14: a new function is nobody's until it is exposed`() throws {
        try database.connection().execute(
            "create function core.new_one() returns text language sql security definer return 'x'"
        )
        try database.connection().execute("alter function core.new_one() owner to zb_owner")
        let migrator = try database.connection(as: "zb_migrator")
        try migrator.execute("set role zb_owner")
        try migrator.execute("create function core.newer() returns text language sql security definer return 'x'")
        try refuse("select core.newer()", "permission denied for function newer")
    }

    @Test func `15: a partition that is asked by its own name is as closed as its parent`() throws {
        try database.connection().script(
            """
            create table core.ledger (zone_id bigint, year int, what text) partition by list (year);
            alter table core.ledger owner to zb_owner;
            create table core.ledger_2024 partition of core.ledger for values in (2024);
            alter table core.ledger_2024 owner to zb_owner;
            insert into core.ledger select id, 2024, '乙' from core.zone;
            select core.declare_owned('core.ledger')
            """
        )
        #expect(try officer("select count(*) from core.ledger").rows == ["1"])
        try refuse("select * from core.ledger_2024", "permission denied")
        let undeclared = try database.connection().rows(
            "select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'core'::regnamespace and c.oid::regclass::text not in (select table_name from core.table_kind)",
            as: String.self
        )
        #expect(undeclared == ["core.ledger_2024"], "and the catalog test names it until it is declared itself")
    }

    @Test func `16: a permissive policy that somebody adds opens no other zone`() throws {
        try database.connection().execute(
            "create policy by_mistake on core.person for select to zb_reader using (true)"
        )
        #expect(try officer("select name from core.person").rows == ["样例甲"])
    }

    @Test func `17: a violated constraint prints no row`() throws {
        let answer = try officer(
            "select core.add_person(gen_random_uuid(), '\\x00', now(), 'P1', '样例丙', null, null, null, null, null, null, null, null)"
        )
        #expect(answer.status != 0)
        #expect(!answer.errors.contains("样例丙") && !answer.errors.contains("乙"), "\(answer.errors)")
    }

    @Test func `other doors of the server are shut too`() throws {
        for script in [
            "select pg_read_file('/etc/passwd')", "select pg_ls_dir('.')", "select lo_import('/etc/passwd')",
            "create schema mine", "create table public.x (a int)", "create extension dblink",
            "set role zb_joint_office",
            "set session authorization tester", "alter role officer_etdz bypassrls",
            "select core.begin('officer', 1, gen_random_uuid(), '', now())",
            "select * from core.person_secret", "select * from core.membership", "select * from core.request",
            "select core.finish(1, gen_random_uuid(), '', now(), 'x', 'x', 'x', '{}', '{}')", "delete from core.event",
            "truncate core.event", "alter table core.event disable trigger all",
            "begin; lock table core.person in share mode",
        ] {
            let answer = try officer(script)
            #expect(answer.status != 0, "\(script)")
            #expect(
                answer.errors.contains("permission denied") || answer.errors.contains("must be"),
                "\(script): \(answer.errors)"
            )
        }
    }

    @Test func `bad standing: no role, a role without a zone, a zone closed yesterday, a revoked officer`() throws {
        #expect(try Psql(database, as: "stranger")("select count(*) from core.person").rows == ["0"])
        try database.connection().execute(
            "update core.zone set opened_on = '2020-01-01', closed_on = core.day(now()) where code = 'ETDZ'"
        )
        #expect(try officer("select count(*) from core.person").rows == ["0"])
        try refuse(
            "select core.close_zone(gen_random_uuid(), '\\x00', now(), 'INNO', '2030-01-01')",
            "permission denied"
        )
        try database.connection().execute("update core.membership set revoked_at = now() where login = 'officer_inno'")
        #expect(try Psql(database, as: "officer_inno")("select count(*) from core.person").rows == ["0"])
    }
}
