import Postgres
import ProjectHandoff
import Store
import Zones

extension Subject {
    static let handoff = Subject(
        "handoff",
        "steps of handoffs a second against a bare function; reports over many projects; the server waits for its disk",
        settings: [
            .init("connections", 8, "connections at once"),
            .init("handoffs", 160, "handoffs that are asked about and answered in turn"),
            .init("rounds", 4, "questions and answers a handoff and contest"),
            .init("contests", 3, "how often both sides run in turn"),
            .init("projects", 100_000, "projects of the reports, with ten events each"),
        ]
    ) { bench in
        try HandoffBench(bench).run()
    }
}

/// Steps of handoffs, and what coordinators read all day.
struct HandoffBench {
    let bench: Bench
    let database: BenchDatabase

    init(_ bench: Bench) throws {
        self.bench = bench
        database = try bench.cluster().makeDatabase("bench_handoff")
        bench.report.progress("projects on offer")
        try BareHandoff.install(database.connection())
        let session = try database.session(zone: "INNO")
        for number in 0..<bench["handoffs"] {
            let project = try Code("B-\(number)")
            try session.perform(
                ProjectStore.add(code: project, .init(name: "样例", industry: "装备", stage: Code("talks")))
            )
            try session.perform(
                HandoffStore.offer(
                    project,
                    to: [ZoneCode("ETDZ")],
                    HandoffStore.Offer(
                        part: Code("whole"),
                        reason: "样例",
                        terms: CreditTerms(CreditSplit(sender: Rate(percent: "50")))
                    ),
                    code: Code("H-\(number)")
                )
            )
        }
        try database.connection().execute(
            "insert into bench.handoff select i, 'offered', 1 from generate_series(0, \(Int64(bench["handoffs"]))) i"
        )
        try database.settle()
    }

    func run() throws {
        let connections = bench["connections"]
        let steps = bench["handoffs"] * bench["rounds"] * 2
        try bench.compare(
            "\(connections) connections: ask and answer, with event, chain, clock and notice",
            .rateAtLeast(0.8),
            items: steps,
            rounds: bench["contests"],
            against: "bare function"
        ) {
            try step(connections)
        } theirs: {
            try bareStep(connections)
        }
        let half = try step(max(connections / 2, 1))
        let whole = try step(connections)
        bench.report.add(
            Figure(
                "twice the connections",
                ours: Figure.rate(Double(steps) / whole),
                against: "half of them",
                theirs: Figure.rate(Double(steps) / half),
                ratio: half / whole,
                bar: "≥ 1.50",
                isMet: half / whole >= 1.5
            )
        )
        try reports()
    }

    private func step(_ connections: Int) throws -> Double {
        let (database, handoffs, rounds) = (database, bench["handoffs"], bench["rounds"])
        return try Crew.run(connections) { _ in
            (try database.session(zone: "ETDZ"), try database.session(zone: "INNO"))
        } work: { index, sides in
            for _ in 0..<rounds {
                for number in stride(from: index, to: handoffs, by: connections) {
                    let code = try Code("H-\(number)")
                    try sides.0.perform(HandoffStore.move(code, .ask, note: "问"))
                    try sides.1.perform(HandoffStore.move(code, .answer, note: "答"))
                }
            }
        }
    }

    private func bareStep(_ connections: Int) throws -> Double {
        let (database, handoffs, rounds) = (database, bench["handoffs"], bench["rounds"])
        return try Crew.run(connections) { _ in
            try database.connection()
        } work: { index, connection in
            for _ in 0..<rounds {
                for number in stride(from: index, to: handoffs, by: connections) {
                    let id = Int64(number)
                    try connection.execute("select bench.step(\(id), 'offered', 'ask', 'query', '问')")
                    try connection.execute("select bench.step(\(id), 'query', 'answer', 'offered', '答')")
                }
            }
        }
    }

    private func reports() throws {
        bench.report.progress("\(bench["projects"]) projects with ten events each")
        try HandoffHistory.load(bench["projects"], into: database.connection())
        try database.settle()
        let session = try database.session(zone: "INNO")
        let year = try (since: Day(iso: "2024-01-01"), until: Day(iso: "2024-06-30"))
        func best(_ body: () throws -> Void) rethrows -> Double {
            try body()
            return median(
                try (0..<7).map { _ in
                    let start = Stopwatch.now()
                    try body()
                    return Stopwatch.now() - start
                }
            )
        }
        for axis in PipelineStore.Axis.allCases {
            bench.limit(
                "pipeline report of a half-year, by \(axis)",
                seconds: try best {
                    _ = try PipelineStore.report(session, since: year.since, until: year.until, by: axis)
                },
                atMost: 0.5
            )
        }
        bench.limit("project board", seconds: try best { _ = try BoardStore.rows(session) }, atMost: 0.02)
        let until = try Day(iso: "2999-12-31")
        bench.limit(
            "handoff due",
            seconds: try best { _ = try HandoffStore.due(session, until: until, limit: 50) },
            atMost: 0.02
        )
        let custody = try database.connection().value(
            """
            select bool_and(h.version = (select count(*) from handoff.history y where y.handoff_id = h.id))
            from handoff.handoff h where h.code like 'H-%'
            """,
            as: Bool?.self
        )
        bench.demand("a line of history for every step of every handoff", custody == true)
    }
}
