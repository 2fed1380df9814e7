import Postgres

/// The codes that people type, whatever they name: for completing a line.
public enum CodeStore {
    /// Milliseconds after which an answer comes too late.
    private static let patience = "80"

    /// The codes in the table of that name which begin with a text, as far as this session may see them, in order; none
    /// for a table that is not there or has no codes.
    public static func codes(
        _ session: Session,
        of table: String,
        beginning: String,
        limit: Int
    ) throws -> [String] {
        guard let name = Identifier(validating: table) else { return [] }
        return try session.rehearse { session in
            _ = try session.connection.execute("select set_config('statement_timeout', \(patience), true)")
            let schema = try session.connection.value(
                """
                select n.nspname::text from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'code' and not a.attisdropped
                where c.relname = \(name.name) and c.relkind = 'r' and has_schema_privilege(n.oid, 'usage')
                    and n.nspname in ('core', 'enrollment', 'schedule', 'eligibility', 'handoff')
                    and has_column_privilege(c.oid, a.attnum, 'select')
                order by n.nspname limit 1
                """,
                as: String.self
            )
            guard let schema = schema.flatMap(Identifier.init(validating:)) else { return [] }
            // A range of the index: of `^@` the planner makes none in a locale other than C.
            return try session.connection.rows(
                """
                select distinct code from \(schema).\(name)
                where code >= \(beginning) and code <= \(beginning + "\u{10FFFF}") order by code limit \(limit)
                """,
                as: String.self
            )
        }
    }
}
