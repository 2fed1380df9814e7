import Postgres
import Zones

/// One change, as the log keeps it.
public struct EventRow: Sendable, Hashable {
    public let at: Instant
    public let actor: String
    public let noun: String
    public let verb: String
    public let subject: String
    public let seq: Int
    /// References and codes, as JSON; no personal values.
    public let change: String
    public let osUser: String
    public let request: String
    /// Its number in the log; gaps mean nothing.
    public let number: Int
    public let hash: Bytes
}

/// The append-only log of what changed, as far as the active zone did it.
public enum EventStore {
    /// What to list; nil does not filter.
    public struct Filter: Sendable, Hashable {
        public var noun: String?
        public var subject: String?
        public var actor: String?
        public var since: Day?
        public var until: Day?
        public var verb: String?
        public var request: UUID128?

        public init(
            noun: String? = nil,
            verb: String? = nil,
            subject: String? = nil,
            actor: String? = nil,
            since: Day? = nil,
            until: Day? = nil,
            request: UUID128? = nil
        ) {
            self.noun = noun
            self.verb = verb
            self.request = request
            self.subject = subject
            self.actor = actor
            self.since = since
            self.until = until
        }
    }

    /// The latest `limit` events that pass the filter, the newest first. Days are days of business time in zone time.
    public static func list(_ session: Session, _ filter: Filter = Filter(), limit: Int = 100) throws -> [EventRow] {
        var statement = columns + " where true"
        if let noun = filter.noun { statement = statement + " and noun = \(noun)" }
        if let verb = filter.verb { statement = statement + " and verb = \(verb)" }
        if let subject = filter.subject { statement = statement + " and subject = \(subject)" }
        if let actor = filter.actor { statement = statement + " and actor = \(actor)" }
        if let request = filter.request { statement = statement + " and request = \(request)" }
        if let since = filter.since { statement = statement + " and at >= \(since.start)" }
        if let until = filter.until { statement = statement + " and at < \(try until.adding(days: 1).start)" }
        return try rows(session, statement + " order by at desc, id desc limit \(limit)")
    }

    /// The columns of an `EventRow`, from the log.
    static let columns: Statement = """
        select at, actor, noun, verb, subject, seq, change::text, os_user, request::text, id, hash from core.event
        """

    static func rows(_ session: Session, _ statement: Statement) throws -> [EventRow] {
        try session.connection.rows(
            statement,
            as: (Instant, String, String, String, String, Int32, String, String, String, Int64, Bytes).self
        ).map {
            EventRow(
                at: $0.0,
                actor: $0.1,
                noun: $0.2,
                verb: $0.3,
                subject: $0.4,
                seq: Int($0.5),
                change: $0.6,
                osUser: $0.7,
                request: $0.8,
                number: Int($0.9),
                hash: $0.10
            )
        }
    }
}

extension Day {
    /// The first instant of the day in zone time.
    var start: Instant { Instant(self, TimeOfDay.midnight) }
}
