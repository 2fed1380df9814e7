import Postgres
import Store
import Zones

extension Subject {
    /// What trust costs: policies, chains, checks.
    static let trust = Subject(
        "trust",
        "policies against an explicit predicate, sealing, events with and without chain, checking a log",
        settings: [
            .init("rows", 1_000_000, "rows of the private and of the shared table"),
            .init("lookups", 2_000, "keyed lookups a round"),
            .init("events", 1_000_000, "events of the log that is checked"),
            .init("chained", 20_000, "events written a round"),
        ] + SealingCost.settings
    ) { bench in
        let database = try bench.cluster().makeDatabase("trust")
        try PolicyCost(bench, database).run()
        try SealingCost(bench, database).run()
        try ChainCost(bench, database).run()
    }
}

/// The same statements by an officer under the policies, and by the superuser with the zone in the predicate.
struct PolicyCost {
    let bench: Bench
    private let officer: Connection
    private let superuser: Connection
    private let zone: Int64

    init(_ bench: Bench, _ database: BenchDatabase) throws {
        self.bench = bench
        bench.report.progress("filling two tables of \(bench["rows"]) rows")
        superuser = try database.connection()
        let rows = Int64(bench["rows"])
        try superuser.execute(
            """
            insert into core.organization (zone_id, code, name, kind, industry)
            select z.id, 'O' || lpad(i::text, 8, '0'), '样例' || i || '公司', 'company', '行业' || i % 20
            from generate_series(1, \(rows)) as i join core.zone z on z.code = case when i % 2 = 0 then 'INNO' else 'ETDZ' end
            """
        )
        try superuser.execute(
            """
            insert into schedule.venue (zone_id, code, name, capacity)
            select z.id, 'V' || lpad(i::text, 8, '0'), '样例' || i || '厅', 1 + i % 200
            from generate_series(1, \(rows)) as i join core.zone z on z.code = case when i % 2 = 0 then 'INNO' else 'ETDZ' end
            """
        )
        try superuser.execute(
            "insert into schedule.venue_party (zone_id, venue_id, level) select zone_id, id, 'owner' from schedule.venue"
        )
        // Every tenth room is lent to the other zone.
        try superuser.execute(
            """
            insert into schedule.venue_party (zone_id, venue_id, level)
            select z.id, v.id, 'guest' from schedule.venue v join core.zone z on z.id <> v.zone_id where v.id % 10 = 0
            """
        )
        try database.settle()
        officer = try database.session().connection
        zone = try superuser.value("select id from core.zone where code = 'INNO'", as: Int64.self) ?? 0
    }

    private var step: Int64 { Int64(max(2, bench["rows"] / bench["lookups"] / 2 * 2)) }

    func run() throws {
        try lookups()
        try lists()
        try aggregates()
    }

    private func compare(
        _ what: String,
        items: Int,
        rounds: Int? = nil,
        _ ours: (Int64) -> Statement,
        _ theirs: (Int64) -> Statement
    ) throws {
        func run(_ connection: Connection, _ statement: (Int64) -> Statement) throws -> Double {
            try Stopwatch.wall {
                for item in 1...Int64(items) {
                    let rows = try connection.rows(statement(item * step), as: (Int64, String).self)
                    guard !rows.isEmpty else { throw BenchFault("\(what): nothing found") }
                }
            }
        }
        try bench.compare(what, .costAtMost(1.3), items: items, rounds: rounds, against: "zone in the predicate") {
            try run(officer, ours)
        } theirs: {
            try run(superuser, theirs)
        }
    }

    private func lookups() throws {
        try compare("private: lookup by key", items: bench["lookups"]) {
            "select id, name from core.organization where code = 'O' || lpad(\($0)::text, 8, '0')"
        } _: {
            """
            select id, name from core.organization
            where code = 'O' || lpad(\($0)::text, 8, '0') and zone_id = \(zone)
            """
        }
        try compare("shared: lookup by key", items: bench["lookups"]) {
            "select id, name from schedule.venue where code = 'V' || lpad(\($0)::text, 8, '0')"
        } _: {
            """
            select v.id, v.name from schedule.venue v where v.code = 'V' || lpad(\($0)::text, 8, '0')
                and exists (select from schedule.venue_party p where p.venue_id = v.id and p.zone_id = \(zone))
            """
        }
    }

    private func lists() throws {
        let items = bench["lookups"] / 10
        try compare("private: filtered list of 100", items: items) {
            """
            select id, name from core.organization where code > 'O' || lpad(\($0)::text, 8, '0') and industry = '行业4'
            order by code limit 100
            """
        } _: {
            """
            select id, name from core.organization where code > 'O' || lpad(\($0)::text, 8, '0') and industry = '行业4'
                and zone_id = \(zone) order by code limit 100
            """
        }
        try compare("shared: filtered list of 100", items: items) {
            """
            select id, name from schedule.venue where code > 'V' || lpad(\($0)::text, 8, '0') and capacity > 100
            order by code limit 100
            """
        } _: {
            """
            select v.id, v.name from schedule.venue v where v.code > 'V' || lpad(\($0)::text, 8, '0') and v.capacity > 100
                and exists (select from schedule.venue_party p where p.venue_id = v.id and p.zone_id = \(zone))
            order by v.code limit 100
            """
        }
    }

    private func aggregates() throws {
        try compare("private: aggregate", items: 1) { _ in
            "select count(*), min(industry) from core.organization where kind = 'company'"
        } _: { _ in
            "select count(*), min(industry) from core.organization where kind = 'company' and zone_id = \(zone)"
        }
        try compare("shared: aggregate", items: 1) { _ in
            "select sum(capacity), min(name) from schedule.venue"
        } _: { _ in
            """
            select sum(v.capacity), min(v.name) from schedule.venue v
            where exists (select from schedule.venue_party p where p.venue_id = v.id and p.zone_id = \(zone))
            """
        }
    }
}
