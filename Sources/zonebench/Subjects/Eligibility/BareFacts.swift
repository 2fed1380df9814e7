import CLibPQ

/// The rows that a decision about one founder rests on, fetched by libpq with one prepared statement and nothing else.
final class BareFacts {
    private let bare: BareConnection

    init(_ conninfo: String) throws {
        bare = try BareConnection(conninfo)
        try bare.prepare(
            "facts",
            """
            select p.id, p.code, p.name, p.birth_on, p.sex, v.fact, v.row_key, v.value, v.observed_on, v.source, v.evidence
            from core.person p left join eligibility.fact_value v on v.zone_id = p.zone_id and v.person_id = p.id
            where p.zone_id = (select id from core.zone where code = 'INNO') and p.code = $1
            """,
            [25]
        )
    }

    func fetch(_ code: String) throws {
        let result = code.withCString { text in
            var value: UnsafePointer<CChar>? = text
            return PQexecPrepared(bare.pointer, "facts", 1, &value, nil, nil, 1)
        }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, PQntuples(result) > 0 else { throw BenchFault("bare fetch") }
        for row in 0..<PQntuples(result) { _ = PQgetvalue(result, row, 7) }
    }
}
