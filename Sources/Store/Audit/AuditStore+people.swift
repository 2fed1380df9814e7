import Postgres
import Zones

extension AuditStore {
    /// One login that holds both halves of a pair of eyes.
    public struct Duty: Sendable, Hashable {
        public let login: String
        /// Nil where both hold in every zone.
        public let zone: ZoneCode?
        public let first: String
        public let second: String
    }

    /// Who could enter and approve, approve and pay, grant and audit.
    public static func duties(_ session: Session) throws -> [Duty] {
        try session.connection.rows(
            "select login, zone_code, first, second from core.duties()",
            as: (String, ZoneCode?, String, String).self
        ).map { Duty(login: $0.0, zone: $0.1, first: $0.2, second: $0.3) }
    }

    /// One look at a person's sealed data.
    public struct Access: Sendable, Hashable {
        public let at: Instant
        public let actor: String
        public let osUser: String
        public let verb: String
        public let subject: String
        public let reason: String?
    }

    /// Who saw the sealed data of the zone's people, or of one of them, and why; the newest first.
    public static func access(_ session: Session, person: Code?, since: Day?, limit: Int) throws -> [Access] {
        var statement: Statement = """
            select at, actor, os_user, verb, subject, change->>'reason' from core.event
            where noun = 'person' and verb in ('reveal', 'export', 'find')
            """
        if let person {
            statement = statement + " and subject = 'person:' || core.active_zone() || ':' || \(person)"
        }
        if let since { statement = statement + " and at >= \(since.start)" }
        return try session.connection.rows(
            statement + " order by at desc, id desc limit \(limit)",
            as: (Instant, String, String, String, String, String?).self
        ).map { Access(at: $0.0, actor: $0.1, osUser: $0.2, verb: $0.3, subject: $0.4, reason: $0.5) }
    }

    /// Events to look at, drawn by a seed: the same seed draws the same from the same log, so that a second auditor can
    /// draw again what the first one did.
    public static func sample(_ session: Session, seed: Int, size: Int, since: Day?, until: Day?) throws -> [EventRow] {
        var statement = EventStore.columns + " where true"
        if let since { statement = statement + " and at >= \(since.start)" }
        if let until { statement = statement + " and at < \(try until.adding(days: 1).start)" }
        return try EventStore.rows(
            session,
            statement + " order by sha256(convert_to(\(Int64(seed))::text || ':' || id, 'UTF8')), id limit \(size)"
        )
    }
}
