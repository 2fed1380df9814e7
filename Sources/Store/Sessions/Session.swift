import Postgres
import Zones

/// One login's connection to the store, acting for one zone at one business time.
///
/// Confined to one thread, as its connection is. Reads are plain selects on `connection`, under row level security;
/// writes are verbs, each carried by a `Request`.
public final class Session {
    public private(set) var connection: Connection
    public let configuration: SessionConfiguration
    /// The zone that was asked for; nil leaves the choice to the store, which takes the login's only one.
    public private(set) var zone: ZoneCode?
    /// Business time of what this session does next.
    public var clock: BusinessClock
    /// The keys of the zones that this session has acted for.
    var keyrings: [ZoneCode?: Keyring] = [:]
    private var generator = SystemRandomNumberGenerator()

    /// Connects, and refuses a database whose schema this program does not know.
    ///
    /// - Throws: `PostgresError` when no connection comes about, `SchemaMismatch` for an older or newer schema.
    public init(_ configuration: SessionConfiguration) throws {
        self.configuration = configuration
        self.zone = configuration.zone
        self.clock = configuration.clock
        self.connection = try Connection(configuration.startupParameters)
        try SchemaVersion.check(connection)
    }

    public var login: String { connection.user }
    public var now: Instant { clock.now }
    public var today: Day { clock.today }

    /// Acts for another zone from here on; the store checks the login's membership at the next statement.
    public func act(for zone: ZoneCode?) throws(PostgresError) {
        guard zone != self.zone else { return }
        _ = try connection.execute("select set_config('zonebridge.zone', \(zone?.text ?? ""), false)")
        self.zone = zone
        checkedZone = nil
    }

    /// A request under a random id, at this session's business time.
    public func request(_ canonical: String = "") -> Request {
        Request(canonical, at: now, using: &generator)
    }

    /// Performs one verb under a fresh request id.
    ///
    /// - Throws: the module's `Rejection` or a `CoreRejection` where a rule said no, else `PostgresError`.
    @discardableResult
    public func perform<Answer>(_ verb: Verb<Answer>) throws -> Answer {
        try perform(verb, as: request())
    }

    /// Performs one verb as `request`. Outside a transaction a conflict is retried, and a request whose outcome is
    /// unknown because the connection broke is asked again under the same id, which cannot take effect twice.
    ///
    /// - Throws: the module's `Rejection` or a `CoreRejection` where a rule said no, else `PostgresError`.
    @discardableResult
    public func perform<Answer>(_ verb: Verb<Answer>, as request: Request) throws -> Answer {
        var attempt = 1
        while true {
            do {
                let statement = try statement(verb, request)
                let answer =
                    try verb.isContended && !isInTransaction
                    ? releasing(statement) : connection.value(statement, as: [String?].self)
                return try verb.decode(answer ?? [])
            } catch let error as PostgresError {
                guard !isInTransaction, attempt < 3, try canRepeat(after: error) else { throw verb.explain(error) }
                attempt += 1
            }
        }
    }

    /// The statement of a verb under a request; what is personal in it is sealed with this session's keys.
    ///
    /// - Throws: `KeyFault`
    public func statement<Answer>(_ verb: Verb<Answer>, _ request: Request) throws -> Statement {
        try verb.statement(request) { try keyring() }
    }

    /// Runs `body` in one transaction, from the start again when it lost a race.
    public func transaction<Result>(_ body: (Session) throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        return try connection.transaction { _ in try body(self) }
    }

    /// Runs `body` in a transaction that is then rolled back: the same code, and nothing remains.
    public func rehearse<Result>(_ body: (Session) throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        _ = try connection.execute("begin")
        do {
            let result = try body(self)
            _ = try connection.execute("rollback")
            return result
        } catch {
            _ = try? connection.execute("rollback")
            throw error
        }
    }

    /// Refuses a zone that was named and is none, or is none of this login's: under row level security its lists would
    /// be empty, which reads as an answer.
    ///
    /// - Throws: `CoreRejection.zoneNeeded`
    public func checkZone() throws {
        guard let zone, zone != checkedZone else { return }
        let may = try connection.value(
            """
            select exists (select from core.zone where code = \(zone))
                and (core.active_zone() is not null or core.regional())
            """,
            as: Bool.self
        )
        guard may == true else { throw CoreRejection.zoneNeeded(wanted: zone.text) }
        checkedZone = zone
    }

    /// The zone that was found to be this login's; forgotten when another one is chosen.
    private var checkedZone: ZoneCode?

    private var depth = 0
    private var isInTransaction: Bool { depth > 0 || connection.status == .inTransaction }

    private func canRepeat(after error: PostgresError) throws -> Bool {
        if error.isConflict || error.constraint == "request_once" || error.constraint == "event_subject_in_sequence" {
            return true
        }
        guard error.kind == .connection || error.kind == .outcomeUnknown else { return false }
        connection = try Connection(configuration.startupParameters)
        if let zone { _ = try connection.execute("select set_config('zonebridge.zone', \(zone.text), false)") }
        return true
    }
}
