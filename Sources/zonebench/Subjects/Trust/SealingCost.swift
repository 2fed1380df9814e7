import Postgres
import Store
import Zones

extension Subject {
    static let sealing = Subject(
        "sealing",
        "what it costs to seal, find and open a person's numbers",
        settings: SealingCost.settings
    ) { bench in
        try SealingCost(bench, bench.cluster().makeDatabase("bench_sealing")).run()
    }
}

/// Each step of sealing by itself, and a whole line with numbers against one without.
struct SealingCost {
    static let settings: [Subject.Setting] = [
        .init("values", 100_000, "values sealed a round"),
        .init("people", 5_000, "people added a round, pipelined by 500"),
    ]

    let bench: Bench
    private let session: Session
    private let ring: Keyring

    init(_ bench: Bench, _ database: BenchDatabase) throws {
        self.bench = bench
        session = try database.session()
        ring = try session.keyring()
    }

    func run() throws {
        try each("a data key, made and wrapped") { _ in _ = try ring.makeDataKey() }
        let key = try ring.makeDataKey()
        let number = SampleIdentities.residentID(1).number
        try each("one value sealed") { _ in _ = try key.seal(number, in: "core.person_secret.id_number") }
        try each("one blind index") { _ in _ = ring.blindIndex(number, of: "resident_id") }
        let sealed = try key.seal(number, in: "core.person_secret.id_number")
        try each("one value opened") { _ in _ = try key.open(sealed, in: "core.person_secret.id_number") }
        try each("one data key unwrapped") { _ in _ = try ring.dataKey(key.ref, wrapped: key.wrapped) }
        try people()
    }

    /// The median of the rounds, by the processor's time of this process.
    private func each(_ what: String, _ body: (Int) throws -> Void) throws {
        bench.report.progress(what)
        let count = bench["values"]
        let rounds = try (0..<bench.rounds).map { _ in try Stopwatch.cpu { for item in 0..<count { try body(item) } } }
        bench.report.add(Figure(what, ours: Figure.time(median(rounds) / Double(count))))
    }

    private func people() throws {
        let count = bench["people"]
        let name = try PersonName("样例一")
        let phone = try PhoneNumber("13800000001")
        var next = 0
        func add(sealed: Bool) throws -> Double {
            try Stopwatch.wall {
                try session.transaction { session in
                    for _ in stride(from: 0, to: count, by: 500) {
                        let batch = try (0..<500).map { _ in
                            next += 1
                            let details = PersonDetails(
                                idNumber: sealed ? SampleIdentities.residentID(next) : nil,
                                phone: sealed ? phone : nil
                            )
                            let verb = PersonStore.add(code: nil, name: name, details)
                            return try session.statement(verb, session.request())
                        }
                        for answer in try session.connection.pipeline(batch) { _ = try answer.get() }
                    }
                }
            }
        }
        try bench.compare("a person with ID number and phone", .none, items: count, against: "a person without") {
            try add(sealed: true)
        } theirs: {
            try add(sealed: false)
        }
    }
}
