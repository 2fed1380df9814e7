import CLibPQ
import Glibc
import Postgres
import Store
import Zones

extension Subject {
    static let `import` = Subject(
        "import",
        "a sheet of applicants through zonectl, all bad rows reported, against binary COPY of what it wrote",
        settings: [
            .init("rows", 100_000, "rows of the sheet"),
            .init("bad", 5, "per cent of them that are refused"),
        ]
    ) { bench in
        try ImportBench(bench).run()
    }
}

/// One sheet into an empty zone, then the rows that this wrote into the same tables of another database, by COPY.
struct ImportBench {
    let bench: Bench
    let ours: BenchDatabase
    let bare: BenchDatabase

    init(_ bench: Bench) throws {
        self.bench = bench
        ours = try bench.cluster().makeDatabase("bench_import")
        bare = try bench.cluster().makeDatabase("bench_import_bare")
        let rows = bench["rows"]
        for database in [ours, bare] {
            try database.play(
                """
                program add --code LIJIAN --name-zh 砺剑班 --name-en 'Sharp Sword' --audience promotion-staff
                cohort add --code BIG --program LIJIAN --number 1 --capacity \(rows) --starts-on 2999-01-01 --ends-on 2999-12-31
                cohort add --code SMALL --program LIJIAN --number 2 --capacity \(rows) --starts-on 2999-01-01 --ends-on 2999-12-31

                """
            )
            try database.settle()
        }
    }

    /// The tables that an import fills, in the order of their keys. The server makes what is generated.
    private static let tables: [(name: StaticString, out: Statement, in: StaticString)] = [
        (
            "core.identity", "copy (select id, id_index from core.identity order by id) to stdout (format binary)",
            "copy core.identity (id, id_index) from stdin (format binary)"
        ),
        (
            "core.person",
            """
            copy (select id, zone_id, code, name, identity_id, id_number_masked, birth_on, sex, phone_masked from core.person
                order by id) to stdout (format binary)
            """,
            """
            copy core.person (id, zone_id, code, name, identity_id, id_number_masked, birth_on, sex, phone_masked)
                from stdin (format binary)
            """
        ),
        (
            "core.person_key",
            "copy (select ref, zone_id, person_id, wrapped from core.person_key order by person_id) to stdout (format binary)",
            "copy core.person_key (ref, zone_id, person_id, wrapped) from stdin (format binary)"
        ),
        (
            "core.person_secret",
            "copy (select person_id, field, ref, sealed from core.person_secret order by person_id) to stdout (format binary)",
            "copy core.person_secret (person_id, field, ref, sealed) from stdin (format binary)"
        ),
        (
            "enrollment.enrollment",
            """
            copy (select id, zone_id, code, cohort_id, person_id, identity_id, state, queue_number, applied_at, applied_by,
                seated_at, splittable from enrollment.enrollment order by id) to stdout (format binary)
            """,
            """
            copy enrollment.enrollment (id, zone_id, code, cohort_id, person_id, identity_id, state, queue_number, applied_at,
                applied_by, seated_at, splittable) from stdin (format binary)
            """
        ),
    ]

    func run() throws {
        let rows = bench["rows"]
        bench.report.progress("\(rows) rows")
        let large = try play(rows..<rows * 2, cohort: "BIG")
        try bench.compare(
            "\(rows) rows, \(bench["bad"]) % bad",
            .rateAtLeast(0.25),
            items: rows,
            rounds: 1,
            isWarm: true,
            against: "COPY"
        ) {
            large.seconds
        } theirs: {
            try copy()
        }
        let small = try play(0..<rows / 10, cohort: "SMALL")
        bench.demand(
            "the memory of \(rows) rows is that of \(rows / 10), within 32 MiB",
            large.peak - small.peak < 32 << 20,
            "\(large.peak >> 20) MiB, \(small.peak >> 20) MiB"
        )
        bench.report.note(
            "COPY runs after the import, in one transaction, from memory; the trigger that books time is off for it"
        )
    }

    /// Imports rows of people that nobody knows; demands that the store has what was fit, and the report what was not.
    private func play(_ range: Range<Int>, cohort: String) throws -> Child {
        let every = max(100 / bench["bad"], 1)
        var text = "序号,姓名,身份证号,手机号\n"
        var bad = 0
        for index in range {
            var id = SampleIdentities.residentID(index).number
            if index % every == 0 {
                bad += 1
                id = String(id.dropLast()) + (id.last == "0" ? "1" : "0")
            }
            text += "\(index),\(SampleIdentities.personName(index)),\(id),138\(10_000_000 + index)\n"
        }
        let sheet = try ScratchFile("\(cohort).csv", text)
        let rejects = try ScratchFile("\(cohort).rejects.csv")
        let output = try ScratchFile("\(cohort).out")
        unlink(rejects.path)
        let child = try Child.run(
            [
                Child.product("zonectl"), "--dsn", ours.dsn(), "--zone", "INNO", "application", "import", sheet.path,
                "--cohort", cohort, "--rejects", rejects.path,
            ],
            environment: ours.cluster.environment,
            output: output.path,
            watchesMemory: true
        )
        let told = output.lines().count { $0.contains("\trefused\t") }
        let kept = rejects.lines().count - 1
        let seated = try ours.connection().value(
            """
            select count(*)::int from enrollment.enrollment e join enrollment.cohort c on c.id = e.cohort_id
            where c.code = \(cohort) and e.state = 'enrolled'
            """,
            as: Int32.self
        )
        bench.demand(
            "\(range.count) rows: every bad one reported and kept for mending, every other one seated",
            child.status == 2 && told == bad && kept == bad && seated.map(Int.init) == range.count - bad,
            "\(told) reported, \(seated ?? 0) seated, exit \(child.status)"
        )
        return child
    }

    /// What the store holds now, into the other database; the seconds that COPY took.
    private func copy() throws -> Double {
        let source = try ours.connection()
        var octets: [[UInt8]] = []
        for table in Self.tables {
            var all: [UInt8] = []
            try source.copyOut(table.out) { all.append(contentsOf: $0) }
            octets.append(all)
        }
        let target = try BareConnection(bare.dsn(as: "zb_super"))
        try target.execute("alter table enrollment.enrollment disable trigger trainee_takes_seat")
        let start = Stopwatch.now()
        try target.execute("begin")
        for (table, all) in zip(Self.tables, octets) { try target.copy(table.in, all) }
        try target.execute("commit")
        return Stopwatch.now() - start
    }
}

extension BareConnection {
    /// Sends octets to a COPY statement, a mebibyte at a time.
    fileprivate func copy(_ statement: StaticString, _ octets: [UInt8]) throws {
        try check(PQexec(pointer, String(describing: statement)))
        try octets.withUnsafeBytes { bytes in
            var rest = UnsafeRawBufferPointer(bytes)[...]
            while !rest.isEmpty {
                let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
                guard
                    PQputCopyData(pointer, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count))
                        == 1
                else { throw BenchFault("COPY") }
                rest = rest.dropFirst(piece.count)
            }
        }
        guard PQputCopyEnd(pointer, nil) == 1 else { throw BenchFault("COPY") }
        while let result = PQgetResult(pointer) { try check(result) }
    }
}
