import Postgres
import Store
import StoreTesting
import Testing
import Zones

/// Who makes logins cannot make more of their own.
@Suite(.database)
struct EscalationTests {
    let staff = Staff()
    var database: TestDatabase { staff.database }

    @Test func `names of the system, and what is no name, become no login`() throws {
        let admin = try database.session()
        for name in [
            "zb_owner", "zb_super", "pg_read_all_data", "postgres", "a b", "x'; drop role zb_owner; --", "Ä", "",
        ] {
            let error = #expect(throws: (any Error).self) {
                try admin.perform(OfficerStore.add(login: name, name: PersonName("样例员"), osUser: nil))
            }
            #expect(error is ActorRejection, "\(name)")
        }
    }

    @Test func `a role of the server's that is another's does not become a person's`() throws {
        let name = staff.newLogin("backup")
        let superuser = try database.connection()
        try superuser.execute(
            "create function public.mk(n text) returns void language plpgsql as $$ begin execute format('create role %I login bypassrls', n); end $$"
        )
        _ = try superuser.rows("select true from public.mk(\(name))", as: Bool.self)
        let admin = try database.session()
        #expect(throws: ActorRejection.loginOfAnotherPurpose(login: name)) {
            try admin.perform(OfficerStore.add(login: name, name: PersonName("样例员"), osUser: nil))
        }
    }

    /// What an administrator who reaches psql might try in order to become more than one.
    static let climbs: [StaticString] = [
        "select core.make_login('mallory')", "select core.grant_group('tester', 'admin')",
        "select core.close_login('officer_inno')", "set role zb_registrar", "set role zb_owner", "set role zb_super",
        "set session authorization zb_super", "create role mallory superuser", "create role mallory",
        "grant zb_owner to tester", "grant zb_registrar to tester", "alter role tester superuser",
        "alter role tester createrole", "alter role tester bypassrls", "alter role officer_inno password 'x'",
        "insert into core.membership (login, role, valid_from) values ('tester', 'admin', '2000-01-01')",
        "update core.membership set zone_id = null", "alter table core.person disable row level security",
        "create function core.has_role(text, bigint) returns boolean language sql return true",
        "create schema climb", "create temporary table membership (login text)",
        "alter function core.begin owner to tester",
        "copy core.person to program 'cat'", "select pg_read_file('pg_hba.conf')", "alter system set fsync = off",
        "select pg_reload_conf()", "create extension dblink", "alter database template1 owner to tester",
        "select lo_import('/etc/passwd')", "create publication p for all tables", "load '/tmp/x.so'",
        "security label on role tester is 'x'", "set session_replication_role = replica",
        "drop owned by zb_owner", "reassign owned by zb_owner to tester",
    ]

    @Test func `an administrator at psql cannot climb`() throws {
        let admin = try database.connection(as: "tester")
        for script in Self.climbs {
            #expect(throws: PostgresError.self, "\(script)") { try admin.script(script) }
        }
    }
}
