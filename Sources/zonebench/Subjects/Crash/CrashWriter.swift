import Glibc
import Postgres
import Store
import Zones

/// One client of the crash trial, a process of its own (`zonebench crash-writer`, started by `crash` only): intent,
/// call, answer; for ever.
enum CrashWriter {
    static let word = "crash-writer"
    /// The organization that all writers correct, so that their events meet in one chain.
    static let shared = "SHARED"

    /// - Parameters: of the process: folder with socket and journals, database, number of the writer.
    static func main(_ arguments: [String]) -> Never {
        guard arguments.count == 3, let number = Int(arguments[2]) else { exit(64) }
        do {
            try write(folder: arguments[0], database: arguments[1], number: number)
        } catch {
            Report.complain("zonebench \(word): \(error)\n")
            exit(70)
        }
    }

    private static func write(folder: String, database: String, number: Int) throws -> Never {
        let journal = try CrashJournal(path: "\(folder)/journal-\(number)")
        let parameters = ConnectionParameters([
            "host": folder, "port": "5432", "dbname": database, "user": "bench",
        ])
        let configuration = SessionConfiguration(parameters: parameters, zone: try ZoneCode("INNO"))
        let started = UInt32.random(in: 0 ... .max)
        var session: Session?
        var round = 0
        var generator = SystemRandomNumberGenerator()
        let trial = getppid()
        while true {
            round += 1
            let isShared = round.isMultiple(of: 4)
            let code = isShared ? shared : "W\(number)-\(String(started, radix: 36))-\(round)"
            let request = Request(code, at: BusinessClock.machine.now, using: &generator)
            journal.write(.intent, request.id, code)
            var isLost = false
            while true {
                // A writer whose trial was killed ends too.
                guard getppid() == trial else { exit(0) }
                do {
                    let open = try session ?? Session(configuration)
                    session = open
                    if isLost {
                        let outcome = try RequestStore.show(open, request.id).first?.state
                        isLost = false
                        journal.write(outcome == .done ? .resolvedDone : .resolvedAbsent, request.id, code)
                        if outcome == .done { break }
                    }
                    try perform(open, code, round, request)
                    journal.write(.answered, request.id, code)
                    break
                } catch let error as PostgresError where isOfALostServer(error) {
                    session = nil
                    isLost = true
                    usleep(20_000)
                }
            }
        }
    }

    private static func perform(_ session: Session, _ code: String, _ round: Int, _ request: Request) throws {
        if code == shared {
            let details = OrganizationDetails(industry: "行业\(getpid())-\(round)")
            try session.perform(OrganizationStore.correct(Code(code), reason: "压测", details), as: request)
        } else {
            try session.perform(
                OrganizationStore.add(
                    code: Code(code),
                    OrganizationDetails(),
                    name: OrganizationName("样例\(code)公司"),
                    kind: .company
                ),
                as: request
            )
        }
    }

    private static func isOfALostServer(_ error: PostgresError) -> Bool {
        error.kind == .connection || error.kind == .outcomeUnknown || error.sqlState?.class == .operatorIntervention
    }
}
