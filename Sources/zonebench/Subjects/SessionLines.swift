import CLibPQ
import Postgres

extension Subject {
    static let session = Subject(
        "session",
        "lines of `zonectl run --tx=all` that write one row with its event, against a bare pipelined insert",
        settings: [
            .init("lines", 20_000, "lines a round"),
            .init("long", 200_000, "lines of the longest file, for memory; 0 leaves it out"),
        ]
    ) { bench in
        try SessionBench(bench).run()
    }
}

/// `org add`, line by line of a file, and the same insert by a bare loop as the same login under the same policies.
private struct SessionBench {
    let bench: Bench
    let database: BenchDatabase
    let zonectl: String
    let bare: BareConnection

    init(_ bench: Bench) throws {
        self.bench = bench
        database = try bench.cluster().makeDatabase("bench_session")
        zonectl = try Child.product("zonectl")
        // No login may insert into a table of the product: what the bare loop needs is granted here, policy included.
        try database.connection().script(
            """
            grant insert on core.organization to zb_officer;
            create policy bench_insert on core.organization for insert to zb_officer
                with check (zone_id = (select core.active_zone()));
            """
        )
        bare = try BareConnection(database.dsn() + " options='-c zonebridge.zone=INNO'")
        try bare.prepare(
            "add",
            """
            insert into core.organization (zone_id, code, name, kind)
            values ((select core.active_zone()), $1, $2, $3)
            """,
            [25, 25, 25]
        )
    }

    func run() throws {
        let lines = bench["lines"]
        var round = 0
        var rates: [Double] = []
        try bench.compare("lines with event and answer", .rateAtLeast(0.25), items: lines, against: "bare insert") {
            round += 1
            let seconds = try zonectl(lines, "A\(round)").seconds
            rates.append(Double(lines) / seconds)
            return seconds
        } theirs: {
            round += 1
            return try Stopwatch.wall { try insert(lines, "B\(round)") }
        }
        let rate = median(rates)
        bench.report.add(
            Figure(
                "lines a second, on a quiet machine",
                ours: Figure.rate(rate),
                bar: "≥ 4000/s",
                isMet: rate >= 4_000
            )
        )
        let kept = try database.connection().value(
            """
            select count(*) = (select count(*) from core.event where noun = 'org' and verb = 'add')
            from core.organization where code like 'A%'
            """,
            as: Bool.self
        )
        bench.demand("each line left its row and its event", kept == true)
        if bench["long"] > 0 { try memory() }
    }

    private func memory() throws {
        let long = bench["long"]
        bench.report.progress("memory of \(long) lines")
        let short = try zonectl(1_000, "S", watchesMemory: true).peak
        let most = try zonectl(long, "L", watchesMemory: true).peak
        let ratio = Double(most) / Double(short)
        bench.report.add(
            Figure(
                "most memory for \(long) lines",
                ours: "\(most >> 20) MiB",
                against: "for 1000 lines",
                theirs: "\(short >> 20) MiB",
                ratio: ratio,
                bar: "≤ 1.25",
                isMet: ratio <= 1.25
            )
        )
    }

    private func zonectl(_ lines: Int, _ prefix: String, watchesMemory: Bool = false) throws -> Child {
        var text = ""
        for line in 1...lines { text += "org add --code \(prefix)-\(line) --name 样例单位 --kind company\n" }
        let file = try ScratchFile("session.zctl", text)
        let output = try ScratchFile("session.out")
        let child = try Child.run(
            [zonectl, "--dsn", database.dsn(), "--zone", "INNO", "run", file.path],
            environment: database.cluster.environment,
            output: output.path,
            watchesMemory: watchesMemory
        )
        guard child.status == 0 else { throw BenchFault("zonectl: \(output.lines().last ?? "\(child.status)")") }
        return child
    }

    /// One transaction, 500 statements a pipeline, every answer taken.
    private func insert(_ count: Int, _ prefix: String) throws {
        try bare.execute("begin")
        PQenterPipelineMode(bare.pointer)
        for start in stride(from: 1, through: count, by: 500) {
            let end = min(start + 499, count)
            for line in start...end { try send("\(prefix)-\(line)") }
            PQpipelineSync(bare.pointer)
            for _ in start...end {
                while let result = PQgetResult(bare.pointer) { try bare.check(result) }
            }
            try bare.check(PQgetResult(bare.pointer))
        }
        PQexitPipelineMode(bare.pointer)
        try bare.execute("commit")
    }

    private func send(_ code: String) throws {
        let sent = code.withCString { code in
            "样例单位".withCString { name in
                "company".withCString { kind in
                    PQsendQueryPrepared(bare.pointer, "add", 3, [code, name, kind], nil, nil, 1)
                }
            }
        }
        guard sent == 1 else { throw BenchFault("bare insert") }
    }
}
