import Glibc
import Postgres
import StartupEligibility
import Store
import Zones

extension Subject {
    static let money = Subject(
        "money",
        "reservations at several connections, loan schedules, and a batch of payments through the bank's files",
        settings: [
            .init("connections", 16, "connections at once"),
            .init("reservations", 8_000, "reservations a round"),
            .init("budgets", 100, "budgets of the spread"),
            .init("schedules", 50_000, "schedules of 36 months a round"),
            .init("payments", 10_000, "payments of a batch"),
            .init("contests", 3, "how often both sides run in turn"),
        ]
    ) { bench in
        try MoneyBench(bench).run()
    }
}

/// Money as it moves: reserved, reckoned, paid.
struct MoneyBench {
    let bench: Bench
    let database: BenchDatabase
    let world: MoneyWorld
    let bare: BareMoney

    init(_ bench: Bench) throws {
        self.bench = bench
        database = try bench.cluster().makeDatabase("bench_money")
        bench.report.progress("budgets, people, accounts")
        world = try MoneyWorld(
            superuser: database.connection(),
            session: database.session(),
            budgets: bench["budgets"]
        )
        try world.addPeople(bench["payments"])
        bare = try BareMoney(database, budgets: bench["budgets"])
        try database.settle()
    }

    func run() throws {
        try reservations(over: 1)
        try reservations(over: bench["budgets"])
        try schedules()
        try batches()
    }

    private func reservations(over count: Int) throws {
        let attempts = bench["reservations"]
        try bench.compare(
            "reservations from \(count == 1 ? "one budget" : "\(count) budgets"), \(bench["connections"]) connections",
            .rateAtLeast(0.9),
            items: attempts,
            rounds: bench["contests"],
            against: "the update and its entry in a function"
        ) {
            try bare.reserve(.ours, attempts, bench["connections"], budgets: count)
        } theirs: {
            try bare.reserve(.guarded, attempts, bench["connections"], budgets: count)
        }
        try check("reserved from \(count)")
    }

    private func check(_ what: String) throws {
        let broken = try MoneyWorld.broken(world.superuser)
        bench.demand(
            "\(what): ledger = budgets = payments, none overspent, nothing twice",
            broken.isEmpty,
            broken.first ?? ""
        )
    }

    private func schedules() throws {
        let count = bench["schedules"]
        for method in RepaymentMethod.allCases {
            let rates = try (0..<bench.rounds).map { _ in
                var sum: Int64 = 0
                let seconds = try Stopwatch.cpu {
                    for number in 0..<count {
                        let terms = try LoanTerms(
                            principal: Money(fen: 20_000_000 + Int64(number)),
                            rate: Rate(partsPerMillion: 31_000),
                            months: 36,
                            method: method,
                            dayCount: method.usualDayCount,
                            drawnOn: Day(daysSinceEpoch2000: 9_064)
                        )
                        sum &+= LoanSchedule(terms).interest.fen
                    }
                }
                guard sum > 0 else { throw BenchFault("schedules without interest") }
                return Double(count) / seconds
            }
            let rate = median(rates)
            bench.report.add(
                Figure(
                    "schedules of 36 months a core, \(method.rawValue)",
                    ours: Figure.rate(rate),
                    bar: "≥ 100000/s",
                    isMet: rate >= 100_000
                )
            )
        }
    }

    private func batches() throws {
        let count = bench["payments"]
        var round = 0
        let program = try Child.product("zonectl")
        try bench.compare(
            "\(count) payments: the bank's file written, its answer taken",
            .rateAtLeast(0.25),
            items: count,
            rounds: bench["contests"],
            against: "COPY both ways and one statement a table"
        ) {
            round += 1
            return try pay(round, count, program)
        } theirs: {
            try bare.pay(count)
        }
        bench.report.add(
            Figure("the same by COPY both ways into a table without books", ours: Figure.time(try bare.copyOnly(count)))
        )
        try check("\(round) batches")
    }

    /// Approves and orders, which is not measured; then the two commands of a cashier.
    private func pay(_ round: Int, _ count: Int, _ program: String) throws -> Double {
        try world.approve(round: round, count: count)
        let session = try database.session()
        let claims = try PaymentStore.payable(session, limit: count)
        let batch = try session.perform(PaymentStore.order(claims, code: nil, retry: false))
        guard batch.payments == count else { throw BenchFault("\(batch.payments) payments in the batch") }
        let file = try ScratchFile("bank-\(round).csv")
        let answer = try ScratchFile("answer-\(round).csv")
        let output = try ScratchFile("money-\(round).out")
        unlink(file.path)
        func zonectl(_ words: String...) throws -> Double {
            let child = try Child.run(
                [program, "--dsn", database.dsn(), "--zone", "INNO"] + words,
                environment: database.cluster.environment,
                output: output.path
            )
            guard child.status == 0 else { throw BenchFault(output.lines().last ?? "zonectl: \(child.status)") }
            return child.seconds
        }
        let exported = try zonectl("payment", "export", batch.code.text, "--to", file.path)
        // The bank marks every line as paid.
        let made = try Child.run([
            "/usr/bin/sed", "-e", "s/\\r$//", "-e", "1s/$/,状态/", "-e", "2,$s/$/,成功/", "-n", "-e", "w \(answer.path)",
            file.path,
        ])
        guard made.status == 0 else { throw BenchFault("sed: \(made.status)") }
        return exported + (try zonectl("payment", "import-result", batch.code.text, answer.path))
    }
}
