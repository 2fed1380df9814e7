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
        try scaling(connections, steps)
        try reports()
    }

    /// No lock is shared by all: twice the connections do nearly twice as much until the machine is the limit, which the
    /// bare function shows. The bar stands where one connection leaves half of it idle.
    private func scaling(_ connections: Int, _ steps: Int) throws {
        var width = 1
        var ours = try step(1)
        var theirs = try bareStep(1)
        while width < connections {
            let (more, bare) = (try step(width * 2), try bareStep(width * 2))
            bench.report.add(
                Figure(
                    "\(width * 2) connections against \(width)",
                    ours: "\(Figure.rate(Double(steps) / more)), × \(Figure.decimal(ours / more, 2))",
                    against: "bare function",
                    theirs: "\(Figure.rate(Double(steps) / bare)), × \(Figure.decimal(theirs / bare, 2))",
                    ratio: ours / more,
                    bar: width == 1 ? "≥ 1.50" : "",
                    isMet: width == 1 ? ours / more >= 1.5 : nil
                )
            )
            (ours, theirs, width) = (more, bare, width * 2)
        }
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
            seconds: try best { _ = try HandoffStore.due(session, until: until) },
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
