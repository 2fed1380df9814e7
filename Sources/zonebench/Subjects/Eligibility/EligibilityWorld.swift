import Postgres
import StartupEligibility
import Store
import Zones

/// Very many founders with facts of which some are unknown, and one policy of 14 clauses.
struct EligibilityWorld {
    let bench: Bench
    let database: BenchDatabase
    let day: Day

    static let clauses: [(group: String, alternative: Int, condition: String)] = [
        ("WHO", 1, "student"), ("WHO", 2, "within 60 months of graduated_on"), ("WHO", 3, "veteran"),
        ("WHO", 4, "education in (bachelor, master)"), ("WHO", 4, "age <= 35"), ("ADULT", 1, "age >= 18"),
        ("FIRM", 1, "within 36 months of registered_on"), ("STABLE", 1, "at least 6 months since registered_on"),
        ("STAFF", 1, "staff between 1 people and 300 people"), ("JOBS", 1, "insured >= 6 months"),
        ("JOBS", 2, "staff >= 20 people"), ("RENT", 1, "rent <= 60000 yuan"), ("NOT", 1, "education != college"),
        ("OLD", 1, "registered_on >= 2015-01-01"),
    ]

    init(_ bench: Bench) throws {
        self.bench = bench
        day = try Day(iso: "2024-10-19")
        database = try bench.cluster().makeDatabase("bench_eligibility")
        try database.play(Self.pack)
        try load()
        try database.settle()
    }

    private static var pack: String {
        let clauses = clauses.enumerated().map { index, clause in
            "clause add --policy P --version 1 --code C\(index) --group \(clause.group) --alternative "
                + "\(clause.alternative) --when \"\(clause.condition)\" --article 第一条 --zh 条件 --cure applicant\n"
        }
        return """
            fact add --code insured --type integer --unit months --name-zh 参保月数 --name-en "months insured"
            fact add --code rent --type money --name-zh 租金 --name-en rent
            policy add --code P --title-zh 样例政策 --title-en Sample --authority 样例局 --source 样例 --confidence assumed --zones INNO
            policy version P --code 1 --from 2020-01-01

            """ + clauses.joined() + "policy publish P 1\n"
    }

    /// The same founders every time: each value is drawn from the founder's number.
    private func load() throws {
        let superuser = try database.connection()
        try superuser.execute(
            """
            create function public.draw(n bigint, k int) returns float immutable language sql as
                'select (hashint8extended(n * 32 + k, 7) & 1048575) / 1048576.0'
            """
        )
        let count = bench["founders"]
        for first in stride(from: 1, through: count, by: 50_000) {
            bench.report.progress("\(first - 1) of \(count) founders")
            let last = Int64(min(first + 49_999, count))
            try superuser.execute(
                """
                with made as (insert into core.identity (id_index) select null from generate_series(\(Int64(first)), \(last)) returning id),
                numbered as (select id, row_number() over () + \(Int64(first)) - 1 as n from made)
                insert into core.person (zone_id, code, name, identity_id, birth_on)
                select z.id, 'F-' || n, '样例', m.id,
                    case when draw(n, 1) < 0.8 then date '1986-10-10' + (draw(n, 2) * 8000)::int end
                from numbered m, core.zone z where z.code = 'INNO'
                """
            )
            try superuser.execute(
                """
                insert into eligibility.fact_value (zone_id, person_id, fact, value, observed_on, source, recorded_at)
                select p.zone_id, p.id, v.fact, v.value, '2024-10-01', 'declared', now()
                from core.person p cross join lateral (select substr(p.code, 3)::bigint as n) as k
                cross join lateral (values
                    (0.8, 3, 'student', case when draw(n, 4) < 0.5 then 'yes' else 'no' end),
                    (0.8, 5, 'graduated_on', (date '2017-10-10' + (draw(n, 6) * 2600)::int)::text),
                    (0.8, 7, 'veteran', case when draw(n, 8) < 0.3 then 'yes' else 'no' end),
                    (0.8, 9, 'education', (array['college', 'bachelor', 'master', 'doctor'])[1 + (draw(n, 10) * 3)::int]),
                    (0.9, 11, 'registered_on', (date '2021-10-10' + (draw(n, 12) * 1000)::int)::text),
                    (0.9, 13, 'staff', (draw(n, 14) * 330)::int::text), (0.8, 15, 'insured', (draw(n, 16) * 12)::int::text),
                    (0.9, 17, 'rent', ((draw(n, 18) * 7000000)::int / 100.0)::numeric(12, 2)::text)
                ) as v (known, k, fact, value)
                where p.code ^@ 'F-' and n between \(Int64(first)) and \(last) and draw(n, v.k) < v.known
                """
            )
        }
    }

    /// Leaves the outlook empty, as before the first sweep.
    func forget() throws { try database.connection().execute("truncate eligibility.outlook, eligibility.outlook_edge") }
}
