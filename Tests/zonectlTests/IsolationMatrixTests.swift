import Foundation
import Postgres
import StoreTesting
import Testing

/// Every table of every module × group role × verb × zone, after the tour has filled them; `ZB_MATRIX=FILE` prints it.
@Suite(.newDatabase)
struct IsolationMatrixTests {
    let database = TestDatabase.current

    /// What a login did to a table, in the words of the printed matrix.
    private struct Row {
        let table: String
        let kind: String
        let role: String
        let zone: String
        /// Rows seen, or the SQLSTATE.
        let select: String
        let expected: String
        /// SQLSTATE of insert, update, delete, truncate.
        let writes: [String]
    }

    private static let roles = [
        "officer", "coordinator", "reviewer", "cashier", "auditor", "admin", "joint_office", "none",
    ]

    private static let tools: StaticString = """
        -- Logins of one role each: `matrix_<role>_<zone>`; `none` has the group of an officer and no role.
        create function public.make_logins() returns void language plpgsql as $$
        declare
            r text;
            z record;
            login text;
        begin
            for z in select id, lower(code) as code from core.zone where code in ('ETDZ', 'INNO') loop
                foreach r in array array['officer', 'coordinator', 'reviewer', 'cashier', 'auditor', 'admin',
                    'joint_office', 'none'] loop
                    login := 'matrix_' || r || '_' || z.code;
                    if not exists (select from pg_roles where rolname = login) then
                        execute format('create role %I login in role %I', login,
                            'zb_' || case r when 'none' then 'officer' else r end);
                    end if;
                    continue when r = 'none';
                    insert into core.membership (login, role, zone_id, valid_from)
                    values (login, r, case when r <> 'joint_office' then z.id end, '2000-01-01');
                end loop;
            end loop;
        end $$;
        -- Rows that the first column that may be read shows; the server quotes the names.
        create function public.seen(name text) returns bigint language plpgsql as $$
        declare
            first text := (
                select quote_ident(attname) from pg_attribute a
                where attrelid = to_regclass(name) and attnum > 0 and not attisdropped
                order by not has_column_privilege(attrelid, attnum, 'select'), attnum limit 1);
            found bigint;
        begin
            execute format('select count(*) from (select %s from %s) as t', first, name) into found;
            return found;
        end $$;
        create function public.try_verb(verb text, name text) returns void language plpgsql as $$
        declare
            first text := (select quote_ident(attname) from pg_attribute
                where attrelid = to_regclass(name) and attnum > 0 and not attisdropped order by attnum limit 1);
        begin
            execute case verb
                when 'insert' then format('insert into %s default values', name)
                when 'update' then format('update %s set %s = default', name, first)
                when 'delete' then format('delete from %s', name)
                when 'truncate' then format('truncate %s', name) end;
        end $$;
        -- Rows that a zone may see, counted by the superuser from what the kind means, not by the policy.
        create function public.due(name text, kind text, z bigint) returns bigint language plpgsql as $$
        declare
            found bigint;
            policy text := (select pg_get_expr(polqual, polrelid) from pg_policy
                where polrelid = to_regclass(name) and polname = 'own_zone');
        begin
            execute format('select count(*) from %s where %s', name, case kind
                when 'reference' then 'true'
                when 'owned' then format('zone_id = %s', z)
                when 'two_party' then format('%s in (from_zone_id, to_zone_id)', z)
                -- Which party table is the declaration's to say; who acts is put in by hand.
                when 'shared' then regexp_replace(policy, '\\( SELECT core.active_zone\\(\\)[^)]*\\)', z::text)
                else 'false' end) into found;
            return found;
        end $$;
        grant usage on schema public to public;
        grant execute on function public.seen(text), public.try_verb(text, text) to public;
        """

    private func state(_ body: () throws(PostgresError) -> Void) -> String {
        do throws(PostgresError) {
            try body()
            return "ok"
        } catch {
            return error.sqlState?.rawValue ?? "\(error.kind)"
        }
    }

    private func rows(of role: String, in zone: String, _ superuser: Connection) throws -> [Row] {
        let connection = try database.connection(as: "matrix_\(role)_\(zone.lowercased())")
        let id = try superuser.value("select id from core.zone where code = \(zone)", as: Int64.self) ?? 0
        let tables = try superuser.rows(
            "select table_name, kind from core.table_kind order by table_name",
            as: (String, String).self
        )
        return try tables.map { name, kind in
            var seen: Int64 = -1
            let outcome = state { () throws(PostgresError) in
                seen = try connection.value("select public.seen(\(name))", as: Int64.self) ?? -1
            }
            let isWhole = role == "joint_office" || kind == "reference"
            let expected: Int64? =
                kind == "hidden"
                ? nil
                : role == "none" && kind != "reference"
                    ? 0
                    : isWhole
                        ? try superuser.value("select public.due(\(name), 'reference', 0)", as: Int64.self)
                        : try superuser.value("select public.due(\(name), \(kind), \(id))", as: Int64.self)
            return Row(
                table: name,
                kind: kind,
                role: role,
                zone: zone,
                select: outcome == "ok" ? "\(seen)" : outcome,
                expected: expected.map { "\($0)" } ?? "42501",
                writes: ["insert", "update", "delete", "truncate"].map { verb in
                    state { () throws(PostgresError) in
                        _ = try connection.execute("select public.try_verb(\(verb), \(name))")
                    }
                }
            )
        }
    }

    @Test func `every role sees of every table what its zone may see, and writes nothing`() throws {
        // Line by line: what the tour's own test says of it is not the question here, only that there are rows.
        let tour = try Zonectl(database: database, options: [])
            .run(["--tx=line", "--keep-going", "--yes", "run", "deploy/sample/tour.zctl"])
        try #require(tour.status == 0 || tour.status == 2, "\(tour.errors)")
        let superuser = try database.connection()
        try superuser.script(Self.tools)
        _ = try superuser.rows("select true from public.make_logins()", as: Bool.self)
        var matrix: [Row] = []
        for zone in ["ETDZ", "INNO"] {
            for role in Self.roles { matrix += try rows(of: role, in: zone, superuser) }
        }
        for row in matrix {
            let place = "\(row.role) of \(row.zone) on \(row.table) (\(row.kind))"
            #expect(row.select == row.expected, "select: \(place)")
            #expect(row.writes.allSatisfy { $0 == "42501" }, "writes: \(place) \(row.writes)")
        }
        try print(matrix)
        let seen = matrix.filter {
            $0.kind != "reference" && $0.role == "officer" && $0.select != "42501" && $0.select != "0"
        }
        #expect(Set(seen.map(\.table)).count >= 12, "the tour has filled enough for the counts to mean something")
    }

    /// The matrix as a table, and which group role may call which function.
    private func print(_ matrix: [Row]) throws {
        guard let path = ProcessInfo.processInfo.environment["ZB_MATRIX"] else { return }
        var text = "table\tkind\trole\tzone\tselect\tinsert\tupdate\tdelete\ttruncate\n"
        for row in matrix {
            text += ([row.table, row.kind, row.role, row.zone, row.select] + row.writes).joined(separator: "\t") + "\n"
        }
        let functions = try database.connection().rows(
            """
            select p.oid::regprocedure::text, coalesce(string_agg(r.rolname, ' ' order by r.rolname), '-')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            left join pg_roles r on r.rolname ~ '^zb_' and r.rolname not in ('zb_super', 'zb_owner', 'zb_registrar')
                and exists (select from aclexplode(p.proacl) a where a.grantee = r.oid and a.privilege_type = 'EXECUTE')
            where n.nspname in ('core', 'enrollment', 'schedule', 'eligibility', 'handoff')
            group by p.oid order by 1
            """,
            as: (String, String).self
        )
        text += "\nfunction\tmay be called by\n"
        for function in functions { text += "\(function.0)\t\(function.1)\n" }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
