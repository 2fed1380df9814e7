import Postgres
import StartupEligibility
import Store
import Zones

extension Subject {
    static let eligibility = Subject(
        "eligibility",
        "decisions for one founder and for all, against fetching the facts and against a hand-written statement",
        settings: [
            .init("founders", 100_000, "founders in the zone"),
            .init("decisions", 500, "decisions a round"),
            .init("sweeps", 1, "sweeps of either side"),
        ]
    ) { bench in
        try EligibilityBench(bench: bench, world: EligibilityWorld(bench)).run()
    }
}

private struct EligibilityBench {
    let bench: Bench
    let world: EligibilityWorld

    func run() throws {
        try evaluation()
        try decisions()
        try sweeps()
        try lists()
    }

    /// The clauses alone, without a database.
    private func evaluation() throws {
        let session = try world.database.session()
        let (policy, version) = (try Code("P"), try Code("1"))
        let catalogue = try FactStore.catalogue(session)
        let head = try PolicyStore.version(session, policy, version)
        let rules = try Rulebook(try PolicyStore.provisions(session, head), catalogue)
        let sheets = try (0..<1_000).map { number in
            let (month, day) = (1 + number % 12, 1 + number % 28)
            let date = { (year: Int) in "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
            return try FactSheet(
                "student=\(number % 2 == 0 ? "yes" : "no"); graduated_on=\(date(2018 + number % 7)); veteran=no; "
                    + "education=\(number % 3 == 0 ? "college" : "master"); birth_on=\(date(1986 + number % 20)); "
                    + "registered_on=\(date(2021 + number % 3)); staff=\(number % 330); insured=\(number % 12); "
                    + "rent=\(number * 70)",
                catalogue
            )
        }
        var seen: UInt64 = 0
        func each(_ body: (FactSheet) -> UInt64) -> Double {
            let times = (0..<20).map { _ in Stopwatch.wall { for sheet in sheets { seen &+= body(sheet) } } }
            return (times.min() ?? .nan) / Double(sheets.count)
        }
        let clauses = each { rules.clauses($0, on: world.day).yes }
        bench.limit("14 clauses evaluated", seconds: clauses, atMost: 2e-6)
        let whole = each { assess($0, rules, on: world.day).yes }
        bench.report.add(Figure("  and the days of yes found", ours: Figure.time(whole), bar: "told"))
        bench.demand("the clauses say something", seen != 0)
    }

    /// From a founder's code to the explained answer, and the bare fetch of the rows that it rests on.
    private func decisions() throws {
        let count = bench["decisions"]
        let session = try world.database.session()
        let assessor = try Assessor(session)
        let bare = try BareFacts(world.database.dsn(as: "zb_super"))
        let codes = try (1...count).map { try Code("F-\($0 * 7 % bench["founders"] + 1)") }
        var reasons = 0
        try bench.compare("one decision, explained", .costAtMost(2), items: count, against: "bare fetch") {
            reasons = 0
            return try Stopwatch.wall {
                for code in codes {
                    let applicant = try ApplicantStore.find(session, code)
                    for answer in try assessor.answers(session, applicant, on: world.day) {
                        reasons += answer.reasons.count
                    }
                }
            }
        } theirs: {
            try Stopwatch.wall { for code in codes { try bare.fetch(code.text) } }
        }
        bench.demand("every clause has its reason", reasons == 14 * count, "\(reasons)")
    }

    private func sweeps() throws {
        let founders = bench["founders"]
        let superuser = try world.database.connection()
        var walls: [Double] = []
        var cpus: [Double] = []
        var grown = 0
        var ours: String?
        var theirs: String?
        try bench.compare(
            "sweep of \(founders), CPU of client and server",
            .costAtMost(2),
            items: founders,
            rounds: bench["sweeps"],
            isWarm: true,
            against: "hand-written"
        ) {
            try world.forget()
            let session = try world.database.session()
            let before = Stopwatch.peakMemory
            let server = try ServerCPU(session.connection)
            walls.append(
                try Stopwatch.wall {
                    cpus.append(
                        try server.used {
                            _ = try session.transaction { try Sweep.run($0, on: world.day, as: $0.request("sweep")) }
                        }
                    )
                }
            )
            grown = Stopwatch.peakMemory - before
            ours = try digest()
            return cpus[cpus.count - 1]
        } theirs: {
            try world.forget()
            let used = try ServerCPU(superuser).used { try HandWrittenSweep.run(superuser, on: world.day) }
            theirs = try digest()
            return used
        }
        bench.demand("both have stored the same columns", ours != nil && ours == theirs)
        bench.demand("memory is flat", grown < 96 << 20, "\(grown >> 20) MB more")
        bench.report.note("a sweep takes \(Figure.time(median(walls))), \(Figure.time(median(cpus))) of processors")
        // What the lists read is the product's outlook.
        try world.forget()
        let session = try world.database.session()
        _ = try session.transaction { try Sweep.run($0, on: world.day, as: $0.request("last sweep")) }
        try world.database.settle()
    }

    private func digest() throws -> String? {
        try world.database.connection().value(
            """
            select concat_ws(' ', (select count(*) || ' ' || coalesce(sum(hashtextextended(concat_ws(' ', person_id, verdict,
                yes_mask, no_mask, near_clause, window_from, window_until), 0)::numeric), 0) from eligibility.outlook),
                (select count(*) || ' ' || coalesce(sum(hashtextextended(concat_ws(' ', person_id, on_day, becomes), 0)::numeric), 0)
                from eligibility.outlook_edge))
            """,
            as: String.self
        )
    }

    private func lists() throws {
        let session = try world.database.session()
        func fastest(_ body: () throws -> Void) throws -> Double {
            try (0..<7).map { _ in try Stopwatch.wall(body) }.min() ?? .nan
        }
        var edges = 0
        let upcoming = try fastest {
            edges = 0
            try OutlookStore.upcoming(session, from: world.day, days: 7) { _ in edges += 1 }
        }
        bench.limit("upcoming --days 7", seconds: upcoming, atMost: 0.010)
        var misses = 0
        let near = try fastest {
            misses = 0
            try OutlookStore.nearMisses(session, policy: nil) { _ in misses += 1 }
        }
        bench.limit("near-misses", seconds: near, atMost: 0.5)
        bench.report.note("\(edges) edges in 7 days, \(misses) founders one clause away")
    }
}
