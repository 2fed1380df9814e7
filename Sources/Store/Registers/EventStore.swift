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

        public init(
            noun: String? = nil,
            subject: String? = nil,
            actor: String? = nil,
            since: Day? = nil,
            until: Day? = nil
        ) {
            self.noun = noun
            self.subject = subject
            self.actor = actor
            self.since = since
            self.until = until
        }
    }

    /// The latest `limit` events that pass the filter, the newest first. Days are days of business time in zone time.
    public static func list(_ session: Session, _ filter: Filter = Filter(), limit: Int = 100) throws -> [EventRow] {
        var statement: Statement = """
            select at, actor, noun, verb, subject, seq, change::text, os_user, request::text from core.event where true
            """
        if let noun = filter.noun { statement = statement + " and noun = \(noun)" }
        if let subject = filter.subject { statement = statement + " and subject = \(subject)" }
        if let actor = filter.actor { statement = statement + " and actor = \(actor)" }
        if let since = filter.since { statement = statement + " and at >= \(since.start)" }
        if let until = filter.until { statement = statement + " and at < \(try until.adding(days: 1).start)" }
        return try session.connection.rows(
            statement + " order by at desc, id desc limit \(limit)",
            as: (Instant, String, String, String, String, Int32, String, String, String).self
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
                request: $0.8
            )
        }
    }
}

extension Day {
    /// The first instant of the day in zone time.
    var start: Instant { Instant(self, TimeOfDay.midnight) }
}
