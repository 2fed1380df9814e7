import Postgres
import Store
import StoreTesting
import Testing

/// Every table × login × verb, tried with plain SQL as that login.
@Suite(.database)
struct MatrixTests {
    let database = TestDatabase.current

    private struct Table {
        let name: String
        let kind: String
    }

    private func tables() throws -> [Table] {
        try database.connection().rows(
            "select table_name, kind from core.table_kind order by table_name",
            as: (String, String).self
        ).map { Table(name: $0.0, kind: $0.1) }
    }

    /// The first column that the login may see; statements are built by the server, which quotes the names.
    private func statement(_ verb: String, _ table: String, _ connection: Connection) -> SQLState? {
        do throws(PostgresError) {
            _ = try connection.execute("select public.try_verb(\(verb), \(table))")
            return nil
        } catch {
            return error.sqlState
        }
    }

    private func install() throws {
        try database.connection().script(
            """
            create function public.try_verb(verb text, name text) returns void language plpgsql as $$
            declare
                first text := (
                    select quote_ident(attname) from pg_attribute
                    where attrelid = to_regclass(name) and attnum > 0 and not attisdropped order by attnum limit 1);
            begin
                execute case verb
                    when 'select' then format('select count(%s) from %s', first, name)
                    when 'insert' then format('insert into %s default values', name)
                    when 'update' then format('update %s set %s = default', name, first)
                    when 'delete' then format('delete from %s', name)
                    when 'truncate' then format('truncate %s', name) end;
            end $$;
            grant usage on schema public to public;
            grant execute on function public.try_verb(text, text) to public;
            """
        )
    }

    @Test(arguments: ["officer_etdz", "officer_inno", "stranger", "tester"])
    func `a login reads what is not hidden and writes nothing`(login: String) throws {
        try install()
        let connection = try database.connection(as: login)
        for table in try tables() {
            let readable = statement("select", table.name, connection)
            #expect(
                (readable == nil) == (table.kind != "hidden"),
                "\(login) select \(table.name): \(readable?.rawValue ?? "ok")"
            )
            for verb in ["insert", "update", "delete", "truncate"] {
                let state = statement(verb, table.name, connection)
                #expect(state?.rawValue == "42501", "\(login) \(verb) \(table.name): \(state?.rawValue ?? "ok")")
            }
        }
    }

    @Test func `a login sees only the rows of its own zone in every owned table`() throws {
        for (login, zone) in [("officer_etdz", "ETDZ"), ("officer_inno", "INNO")] {
            let session = try database.session(as: login, zone: zone)
            try session.perform(
                OrganizationStore.add(
                    code: .init("O1"),
                    OrganizationDetails(),
                    name: .init("样例\(zone)有限公司"),
                    kind: .company
                )
            )
            try session.perform(
                PersonStore.add(code: .init("P1"), name: .init("样例一"), PersonDetails(unit: .init("O1")))
            )
        }
        let superuser = try database.connection()
        let owned = try tables().filter { $0.kind == "owned" }
        try superuser.script(
            """
            create function public.foreign_rows(name text, own text) returns bigint language plpgsql as $$
            declare
                found bigint;
            begin
                execute format('select count(*) from %s where zone_id is distinct from (select id from core.zone where code = %L)',
                    name, own) into found;
                return found;
            end $$;
            create function public.all_rows(name text) returns bigint language plpgsql as $$
            declare
                found bigint;
            begin
                execute format('select count(zone_id) from %s', name) into found;
                return found;
            end $$;
            grant usage on schema public to public;
            grant execute on function public.foreign_rows(text, text), public.all_rows(text) to public;
            """
        )
        var visible = 0
        for table in owned {
            let mine = try database.connection(as: "officer_etdz")
            #expect(
                try mine.value("select public.foreign_rows(\(table.name), 'ETDZ')", as: Int.self) == 0,
                "\(table.name)"
            )
            visible += try mine.value("select public.all_rows(\(table.name))", as: Int.self) ?? 0
        }
        #expect(visible >= 4, "the organization, the person and their events")
        let stranger = try database.connection(as: "stranger")
        for table in owned {
            #expect(try stranger.value("select public.all_rows(\(table.name))", as: Int.self) == 0, "\(table.name)")
        }
    }
}
