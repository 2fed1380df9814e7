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
    ]

    @Test func `every definer function fixes its search path and looks at the active zone`() throws {
        let careless = try names(
            """
            select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = any (\(Self.schemas)) and p.prosecdef and not (
                coalesce(p.proconfig @> array['search_path=core, pg_temp'], false)
                and (p.prosrc like '%core.active_zone()%' or p.oid::regproc::text = any (\(Self.ofTheLogin))))
            """
        )
        #expect(careless == [])
    }

    @Test func `every verb refuses a session without a zone`() throws {
        let careless = try names(
            """
            select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = any (\(Self.schemas)) and p.prosecdef
                and p.oid::regproc::text <> all (\(Self.ofTheLogin))
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

    @Test func `only the members of the store's roles may connect`() throws {
        let error = #expect(throws: PostgresError.self) {
            try database.connection().execute("drop role if exists passer_by")
            try database.connection().execute("create role passer_by login")
            _ = try database.connection(as: "passer_by")
        }
        #expect(error?.message.contains("permission denied for database") == true)
    }
}
