import Glibc
import Postgres
import StartupEligibility
import Store
import Zones

/// One cashier of the money trial, a process of its own (`zonebench money-cashier`, started by `money-crash` only): those with
/// an even number pay claims, the others settle quarters. Each looks for what was begun before it begins anew.
enum MoneyCashier {
    static let word = "money-cashier"
    private static let quarters = ["2024-12-20", "2025-03-20", "2025-06-20", "2025-09-20", "2025-12-20"]

    static func session(_ folder: String, zone: String? = "INNO", clock: BusinessClock = .machine) throws -> Session {
        try Session(
            SessionConfiguration(
                parameters: ConnectionParameters([
                    "host": folder, "port": "5432", "dbname": "zonebridge", "user": "bench",
                ]),
                zone: zone.map { try ZoneCode($0) },
                clock: clock,
                keys: .file(folder + "/keys")
            )
        )
    }

    /// - Parameters: of the process: folder with socket, keys and journals; number of the cashier.
    static func main(_ arguments: [String]) -> Never {
        guard arguments.count == 2, let number = Int(arguments[1]) else { exit(64) }
        let trial = getppid()
        do {
            let journal = try CrashJournal(path: "\(arguments[0])/journal-\(number)")
            while getppid() == trial {
                do {
                    if number.isMultiple(of: 2) {
                        try pay(arguments[0], journal)
                    } else {
                        try settle(arguments[0])
                    }
                } catch is PostgresError {
                    // The server is gone, or a race was lost: begin again.
                } catch is any Rejection {}
                usleep(20_000)
            }
            exit(0)
        } catch {
            Report.complain("zonebench \(word): \(error)\n")
            exit(70)
        }
    }

    private static func pay(_ folder: String, _ journal: CrashJournal) throws {
        let session = try session(folder)
        // What was ordered and not answered: exported again, the same file, and answered.
        let open = try PaymentStore.list(session, batch: nil, claim: nil, state: .ordered, limit: 1_000)
        for batch in Set(open.map(\.batch)).shuffled().prefix(3) { try answer(session, batch) }
        let claims = try PaymentStore.payable(session, limit: 200).shuffled().prefix(8)
        guard !claims.isEmpty else { return }
        let request = session.request(claims.map(\.text).joined(separator: " "))
        let code = try Code("PB-\(getpid())-\(UInt32.random(in: 0 ... .max))")
        journal.write(.intent, request.id, code.text)
        let batch = try session.perform(PaymentStore.order(Array(claims), code: code, retry: false), as: request)
        journal.write(.answered, request.id, batch.code.text)
        try answer(session, batch.code)
    }

    /// The bank pays everything.
    private static func answer(_ session: Session, _ batch: Code) throws {
        let orders = try PaymentStore.export(session, batch, as: session.request(batch.text)).orders
        let results = orders.map {
            BankResult(
                payment: $0.payment,
                amount: $0.amount,
                holder: $0.holder,
                account: $0.account,
                isPaid: true,
                reason: nil,
                reference: $0.payment.text,
                on: session.today
            )
        }
        try session.perform(
            PaymentStore.importResult(batch, file: SHA256.digest(of: batch.text), results, partial: false)
        )
    }

    private static func settle(_ folder: String) throws {
        let session = try session(folder, clock: .fixed(Instant(iso: "2025-12-21T12:00")))
        for text in quarters {
            let quarter = try Day(iso: text)
            _ = try SettlementStore.settle(session, quarter: quarter, as: session.request(text))
            let sent = try SettlementStore.statement(session, quarter: quarter, bank: Code("BANK")).filter {
                $0.state == .listed
            }
            guard !sent.isEmpty else { continue }
            let lines = sent.map {
                SettlementReply.Line(
                    key: $0.key,
                    dueOn: $0.dueOn,
                    interest: $0.interest,
                    subsidy: $0.subsidy,
                    isPaid: true
                )
            }
            let file = SHA256.digest(of: "\(text) \(sent.map(\.id))")
            try session.perform(
                SettlementStore.answer(
                    quarter: quarter,
                    bank: Code("BANK"),
                    file: file,
                    SettlementReply(lines, to: sent)
                )
            )
        }
    }
}
