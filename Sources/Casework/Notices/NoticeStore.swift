import Postgres
import Store
import Zones

/// What somebody has to be told: the facts; the words are the program's, in the reader's language.
public struct NoticeRow: Sendable, Hashable {
    public let at: Instant
    /// A reference, such as `person:P-2024-000001` or `zone:ETDZ`.
    public let recipient: String
    public let subject: String
    /// The kind of notice, such as `waitlist_promoted`.
    public let kind: String
    public let facts: [String]
}

/// The notices of the active zone.
public enum NoticeStore {
    /// The latest notices, the newest first, for one recipient or all.
    ///
    /// - Parameter since: leaves out what is older
    public static func list(
        _ session: Session,
        recipient: Subject? = nil,
        since: Instant? = nil,
        limit: Int = 100
    ) throws -> [NoticeRow] {
        var statement: Statement = "select at, recipient, subject, kind, facts from core.notice where true"
        if let recipient { statement = statement + " and recipient = \(recipient.text)" }
        if let since { statement = statement + " and at >= \(since)" }
        return try session.connection.rows(
            statement + " order by at desc, id desc limit \(limit)",
            as: (Instant, String, String, String, [String]).self
        ).map { NoticeRow(at: $0.0, recipient: $0.1, subject: $0.2, kind: $0.3, facts: $0.4) }
    }
}
