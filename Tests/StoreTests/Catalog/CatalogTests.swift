import Postgres
import StoreTesting
import Testing

/// What must hold for every table, view and function of the store, also for those that nobody thought of.
@Suite(.database)
struct CatalogTests {
    let database = TestDatabase.current
    static let schemas = ["core", "enrollment", "schedule", "eligibility", "handoff"]

    private func names(_ statement: Statement) throws -> [String] {
        try database.connection().rows(statement, as: String.self)
    }

    @Test func `every table is declared as one of the kinds`() throws {
        let undeclared = try names(
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (\(Self.schemas)) and c.relkind in ('r', 'p', 'm', 'f')
                and c.oid::regclass::text not in (select table_name from core.table_kind)
            """
        )
        #expect(undeclared == [])
    }

    @Test func `a table that nobody declared is found`() throws {
        try database.connection().execute("create table core.forgotten (id int)")
        let undeclared = try names(
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'core' and c.relkind = 'r' and c.oid::regclass::text not in (select table_name from core.table_kind)
            """
        )
        #expect(undeclared == ["core.forgotten"])
    }

    @Test func `every table has row level security and belongs to the owner role`() throws {
        let open = try names(
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (\(Self.schemas)) and c.relkind in ('r', 'p')
                and not (c.relrowsecurity and pg_get_userbyid(c.relowner) = 'zb_owner')
            """
        )
        #expect(open == [])
    }

    @Test func `a table that is not reference has a restrictive policy for everybody who reads it`() throws {
        let open = try names(
            """
            select k.table_name from core.table_kind k
            where k.kind not in ('reference', 'hidden') and not exists (
                select from pg_policy p
                where p.polrelid = k.table_name::regclass and not p.polpermissive
                    and 'zb_reader'::regrole = any (p.polroles))
            """
        )
        #expect(open == [])
    }

    @Test func `no role but the owner may write to any table`() throws {
        let writable = try names(
            """
            select g.table_schema || '.' || g.table_name || ' ' || g.privilege_type || ' ' || g.grantee
            from information_schema.table_privileges g
            where g.table_schema = any (\(Self.schemas)) and g.grantee <> 'zb_owner' and g.privilege_type <> 'SELECT'
            """
        )
        #expect(writable == [])
    }

    @Test func `a hidden table is granted to nobody`() throws {
        let granted = try names(
            """
            select distinct g.table_schema || '.' || g.table_name || ' ' || g.grantee
            from information_schema.column_privileges g
            join core.table_kind k on k.table_name = g.table_schema || '.' || g.table_name and k.kind = 'hidden'
            where g.grantee <> 'zb_owner'
            """
        )
        #expect(granted == [])
    }

    @Test func `every view asks with the rights of whoever asks`() throws {
        let definers = try names(
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (\(Self.schemas)) and c.relkind = 'v'
                and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)
            """
        )
        #expect(definers == [])
    }

    /// Definer functions that answer a login about itself, whatever its zone: its membership, and its own requests.
    private static let ofTheLogin = [
        "core.active_zone", "core.has_role", "core.regional", "core.my_roles", "core.answered_requests",
        "core.show_request", "core.deny_attempt",
    ]

    /// What makes and closes logins: of zb_registrar, open to zb_owner alone, whose verbs look at the zone.
    private static let ofTheRegistrar = ["core.make_login", "core.grant_group", "core.close_login"]

    @Test func `every definer function fixes its search path and looks at the active zone`() throws {
        let careless = try names(
            """
            select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = any (\(Self.schemas)) and p.prosecdef and not (
                coalesce(p.proconfig @> array['search_path=core, pg_temp'], false)
                and (p.prosrc like '%core.active_zone()%' or p.oid::regproc::text = any (\(Self.ofTheLogin + Self.ofTheRegistrar))))
            """
        )
        #expect(careless == [])
    }

    @Test func `every verb refuses a session without a zone`() throws {
        let careless = try names(
            """
            select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = any (\(Self.schemas)) and p.prosecdef
                and p.oid::regproc::text <> all (\(Self.ofTheLogin + Self.ofTheRegistrar))
                and p.prosrc not like '%core.begin(%' and p.prosrc not like '%zone_needed%'
            """
        )
        #expect(careless == [])
    }

    @Test func `no function may be called by everybody`() throws {
        let open = try names(
            """
            select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = any (\(Self.schemas)) and has_function_privilege('public', p.oid, 'execute')
            """
        )
        #expect(open == [])
    }

    @Test func `what makes logins is the registrar's, and only the owner's verbs may call it`() throws {
        let callers = try names(
            """
            select p.oid::regproc::text || ' ' || pg_get_userbyid(p.proowner) || ' ' || r.rolname
            from pg_proc p join pg_roles r on has_function_privilege(r.oid, p.oid, 'execute')
            where p.oid::regproc::text = any (\(Self.ofTheRegistrar)) and not r.rolsuper
                and r.rolname not in ('zb_owner', 'zb_registrar')
            """
        )
        // The migrator inherits nothing: it must say `set role zb_owner` first.
        #expect(callers == [])
        let owners = try names(
            "select distinct pg_get_userbyid(proowner)::text from pg_proc where oid::regproc::text = any (\(Self.ofTheRegistrar))"
        )
        #expect(owners == ["zb_registrar"])
        let members = try names(
            "select member::regrole::text from pg_auth_members where roleid = 'zb_registrar'::regrole"
        )
        #expect(members == [], "nobody may become the registrar")
        // Beside this test EscalationTests make a role without row security, which no database lets in.
        let powerful = try names(
            """
            select rolname::text from pg_roles
            where (rolsuper or rolcreaterole or rolcreatedb or rolreplication
                    or rolbypassrls and has_database_privilege(oid, current_database(), 'connect'))
                and rolname not in ('zb_super', 'zb_registrar') and rolname !~ '^pg_'
            """
        )
        #expect(powerful == [])
    }

    @Test func `only the members of the store's roles may connect`() throws {
        let error = #expect(throws: PostgresError.self) {
            try database.connection().execute("drop role if exists passer_by")
            try database.connection().execute("create role passer_by login")
            _ = try database.connection(as: "passer_by")
        }
        #expect(error?.message.contains("permission denied for database") == true)
    }
}
