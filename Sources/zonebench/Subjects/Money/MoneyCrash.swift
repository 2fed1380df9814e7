import Glibc
import Postgres
import StartupEligibility
import Store
import Zones

extension Subject {
    /// Server and cashiers are killed in the middle of batches and of settlement runs; what was begun is taken up again.
    static let moneyCrash = Subject(
        "money-crash",
        "cashiers pay and settle while server and cashiers are killed with -9; everything is paid and settled once",
        settings: [
            .init("kills", 60, "kills of the server or of a cashier, one to one"),
            .init("claims", 600, "claims to be paid"),
            .init("loans", 120, "loans whose quarters are settled"),
        ]
    ) { bench in
        let trial = try MoneyCrashTrial(claims: bench["claims"], loans: bench["loans"])
        let kills = try trial.run(kills: bench["kills"], progress: bench.report.progress)
        bench.report.add(Figure("kills of the server, of cashiers", ours: "\(kills.server), \(kills.clients)"))
        let found = try trial.count()
        bench.demand(
            "every claim is paid once",
            found.paid == bench["claims"] && found.open == 0,
            "\(found.paid), \(found.open) open"
        )
        bench.demand("every payment that fell due is settled once", found.unsettled == 0, "\(found.lines) lines")
        bench.demand("batches that were acknowledged are there", found.lost == 0, "\(found.acknowledged)")
        bench.demand("ledger = budgets = payments and settlements", found.broken.isEmpty, found.broken.first ?? "")
    }
}

/// Claims, loans, and cashiers that work them off on a server that is killed.
final class MoneyCrashTrial {
    struct Count {
        var paid = 0
        /// Payments under way at the end.
        var open = 0
        var lines = 0
        var unsettled = 0
        var acknowledged = 0
        var lost = 0
        var broken: [String] = []
    }

    static let cashiers = 4
    private let server: CrashServer
    private let world: MoneyWorld
    private let claims: Int
    private var clients: [pid_t] = []

    init(claims: Int, loans: Int) throws {
        self.claims = claims
        server = try CrashServer(commits: true)
        try KeyFile(server.folder + "/keys").write(KeySet(phrase: "the benchmark's own keys"), replacing: true)
        try DatabaseSetup { [server] database, user in server.parameters(database.name, as: user) }
            .create(.ownDatabase, sample: true, administrator: "bench", replacing: true)
        let session = try MoneyCashier.session(server.folder, zone: nil)
        try session.perform(ZoneStore.add(code: .init("INNO"), nameZh: "样例创新区", nameEn: "Sample Innovation Zone"))
        try PublicFacts.load(into: session)
        try session.act(for: ZoneCode("INNO"))
        world = try MoneyWorld(
            superuser: Connection(server.parameters("zonebridge")),
            session: session,
            budgets: 1
        )
        try world.addPeople(claims)
        try world.approve(round: 1, count: claims)
        for number in 1...loans {
            let terms = try LoanTerms(
                principal: Money(yuan: "100000"),
                rate: Rate(percent: "3.60"),
                months: 12,
                method: number.isMultiple(of: 2) ? .interestOnly : .equalInstallment,
                dayCount: .actual360,
                drawnOn: Day(iso: "2024-10-25")
            )
            try session.perform(
                LoanStore.open(
                    NewLoan(
                        code: Code("LN\(number)"),
                        person: Code("P-\(number)"),
                        policy: Code("M1"),
                        decision: nil,
                        bank: Code("BANK"),
                        contract: "HT-\(number)",
                        terms: terms,
                        lprOn: terms.drawnOn,
                        lpr: Rate(percent: "3.10"),
                        cap: nil,
                        layers: [SubsidyLayer("city=half"), SubsidyLayer("zone=half")].compactMap(\.self)
                    )
                )
            )
        }
    }

    func run(kills: Int, progress: (String) -> Void) throws -> (server: Int, clients: Int) {
        clients = try (0..<Self.cashiers).map(launch)
        defer { clients.forEach(end) }
        var done = (server: 0, clients: 0)
        for round in 0..<kills {
            progress("kill \(round + 1) of \(kills)")
            usleep(UInt32.random(in: 30_000...300_000))
            if round.isMultiple(of: 2) {
                let victim = Int.random(in: 0..<Self.cashiers)
                end(clients[victim])
                clients[victim] = try launch(victim)
                done.clients += 1
            } else {
                try server.restart()
                done.server += 1
            }
        }
        progress("the rest of the work")
        for _ in 0..<1_200 {
            usleep(100_000)
            if try isFinished() { return done }
        }
        return done
    }

    private func isFinished() throws -> Bool {
        let found = try count()
        return found.paid == claims && found.open == 0 && found.unsettled == 0
    }

    private func launch(_ number: Int) throws -> pid_t {
        let words = ["/proc/self/exe", MoneyCashier.word, server.folder, "\(number)"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var child = pid_t()
        guard posix_spawn(&child, words[0], nil, nil, &arguments, environ) == 0 else { throw BenchFault("a cashier") }
        return child
    }

    private func end(_ client: pid_t) {
        Glibc.kill(client, SIGKILL)
        while waitpid(client, nil, 0) == -1, errno == EINTR {}
    }

    func count() throws -> Count {
        let superuser = try Connection(server.parameters("zonebridge"))
        let row = try superuser.row(
            """
            select (select count(*) from eligibility.claim where state = 'paid'),
                (select count(*) from eligibility.payment where state = 'ordered'),
                (select count(*) from eligibility.settlement_line where state = 'paid'),
                (select count(*) from eligibility.loan_installment i
                    left join eligibility.settlement_line s on s.installment_id = i.id and s.state = 'paid'
                    where i.replaced_in is null and s.id is null)
            """,
            as: (Int64, Int64, Int64, Int64).self
        )
        var count = Count()
        if let row {
            (count.paid, count.open, count.lines, count.unsettled) = (Int(row.0), Int(row.1), Int(row.2), Int(row.3))
        }
        let codes = try superuser.rows("select code from eligibility.payment_batch", as: String.self)
        let batches = Set<String>(codes.map { $0 })
        for entry in try CrashJournal.read(server.folder, writers: Self.cashiers).values where entry.isAnswered {
            count.acknowledged += 1
            if !batches.contains(entry.code) { count.lost += 1 }
        }
        count.broken = try MoneyWorld.broken(superuser)
        return count
    }
}
