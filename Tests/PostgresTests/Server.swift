import Glibc
import Postgres
import StoreTesting

/// A connection to the test server's maintenance database, where the tests of the driver need no schema of ours.
func connect(_ settings: [String: String] = [:]) throws -> Connection {
    try Connection(parameters(settings))
}

func parameters(_ settings: [String: String] = [:]) -> ConnectionParameters {
    settings.reduce(ThrowawayCluster.shared.parameters(database: "postgres")) { $0.setting($1.key, to: $1.value) }
}

/// A table that several connections see, gone after the body.
func withTable(_ columns: Statement, _ body: (Identifier) throws -> Void) throws {
    var generator = SystemRandomNumberGenerator()
    let name = "driver_\(getpid())_" + String(generator.next() as UInt32, radix: 36)
    guard let table = Identifier(validating: name) else { preconditionFailure(name) }
    let keeper = try connect()
    try keeper.execute("create table \(table)" + columns)
    defer { _ = try? connect().execute("drop table \(table)") }
    try body(table)
}

/// Runs `body` on a thread of its own while the caller does something else; joined with `wait`.
final class Background {
    private var thread = pthread_t()

    init(_ body: @escaping @Sendable () -> Void) {
        let argument = Unmanaged.passRetained(Body(body))
        let status = pthread_create(
            &thread,
            nil,
            { pointer in
                if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            },
            argument.toOpaque()
        )
        precondition(status == 0, "pthread_create")
    }

    func wait() { pthread_join(thread, nil) }

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

/// Waits until another connection's backend is in a state, at most ten seconds.
func waitUntil(_ process: Int32, _ state: String, waiting: String? = nil) throws {
    let watcher = try connect()
    for _ in 0..<1000 {
        let seen = try watcher.row(
            "select coalesce(state, ''), wait_event from pg_stat_activity where pid = \(process)",
            as: (String, String?).self
        )
        if seen?.0 == state, waiting == nil || seen?.1 == waiting { return }
        usleep(10_000)
    }
    throw PostgresError(.cardinality, "backend \(process) never was \(state)")
}

/// The error that a body throws; nil when it throws none of the driver's.
func failure<Answer>(_ body: () throws -> Answer) -> PostgresError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? PostgresError
    }
}
