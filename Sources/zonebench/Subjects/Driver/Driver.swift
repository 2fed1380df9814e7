import Postgres

extension Subject {
    static let driver = Subject(
        "driver",
        "client CPU of the Postgres layer against bare libpq loops",
        settings: [
            .init("selects", 5_000, "one-row selects a round"),
            .init("rows", 1_000_000, "rows fetched a round"),
            .init("copied", 200_000, "rows copied in a round"),
        ]
    ) { bench in
        try DriverBench(bench).run()
    }
}

/// The same work twice, by the product's layer and by libpq alone, on a table of numbers and short texts.
struct DriverBench {
    let bench: Bench
    let product: Connection
    let bare: BareConnection
    /// What the selects of a round have to add up to.
    let expected: Int64
    private static let selectTypes = [OID.int8.rawValue]

    init(_ bench: Bench) throws {
        self.bench = bench
        let cluster = try bench.cluster()
        product = try Connection(cluster.parameters("postgres"))
        bare = try BareConnection("host=\(cluster.folder) port=5432 dbname=postgres user=zb_super")
        try product.script(
            """
            drop table if exists public.item, public.copied;
            create unlogged table public.item (id bigint primary key, name text not null, amount bigint not null);
            create unlogged table public.copied (id bigint, name text, amount bigint);
            insert into public.item select i, 'name of ' || i, i * 7 from generate_series(1, 10000) i;
            analyze public.item;
            """
        )
        expected = Self.expected(bench["selects"])
        try bare.prepare("one", "select id, name, amount from public.item where id = $1", Self.selectTypes)
    }

    func run() throws {
        let selects = bench["selects"]
        try bench.compare("prepared one-row select", .costAtMost(1.3), items: selects, against: "bare libpq") {
            try Stopwatch.cpu { try select(selects) }
        } theirs: {
            try Stopwatch.cpu { try bareSelect(selects) }
        }
        try bench.compare("pipelined select, 1,000 at once", .costAtMost(1.3), items: selects, against: "bare libpq") {
            try Stopwatch.cpu { try pipelined(selects) }
        } theirs: {
            try Stopwatch.cpu { try barePipelined(selects) }
        }
        try bench.compare("  as values of type Statement", .none, items: selects, against: "bare libpq") {
            try Stopwatch.cpu { try mixed(selects) }
        } theirs: {
            try Stopwatch.cpu { try barePipelined(selects) }
        }
        try fetches()
        try copies()
    }

    private func fetches() throws {
        let rows = bench["rows"]
        try bench.compare("fetch of \(rows) rows, one by one", .costAtMost(1.3), items: rows, against: "bare libpq") {
            try Stopwatch.cpu { try stream(rows) }
        } theirs: {
            try Stopwatch.cpu { try bareStream(rows) }
        }
        try bench.compare("fetch of \(rows) rows as one result", .costAtMost(1.3), items: rows, against: "bare libpq") {
            try Stopwatch.cpu { try fetch(rows) }
        } theirs: {
            try Stopwatch.cpu { try bareFetch(rows) }
        }
        try bench.compare("  as an array of tuples", .none, items: rows, against: "bare libpq") {
            try Stopwatch.cpu { try tuples(rows) }
        } theirs: {
            try Stopwatch.cpu { try bareFetch(rows) }
        }
    }

    private func copies() throws {
        let copied = bench["copied"]
        for (what, ours, theirs) in [
            ("COPY in, binary", copyBinary, bareCopyBinary), ("COPY in, text", copyText, bareCopyText),
        ] {
            try bench.compare(what, .costAtMost(2.5), items: copied, against: "bare libpq") {
                try product.execute("truncate public.copied")
                return try Stopwatch.cpu { try ours(copied) }
            } theirs: {
                try product.execute("truncate public.copied")
                return try Stopwatch.cpu { try theirs(copied) }
            }
        }
        let arrived = try product.row(
            "select count(*), sum(id)::bigint, sum(amount)::bigint, min(name) from public.copied",
            as: (Int, Int, Int, String).self
        )
        bench.demand("every row copied arrived", arrived?.0 == copied && arrived?.3 == "name of 1")
    }

    /// A sum that depends on every value read; compared, so that nothing can be left out.
    func require(_ sum: Int64, _ expected: Int64) throws {
        guard sum == expected else { throw BenchFault("read \(sum) instead of \(expected)") }
    }

    /// The sum of `7 · id + id + length of name` over ids 1…count that repeat after 10,000.
    static func expected(_ count: Int) -> Int64 {
        (0..<count).reduce(0) { sum, index in
            let id = index % 10_000 + 1
            return sum + Int64(8 * id + 8 + String(id).utf8.count)
        }
    }
}
