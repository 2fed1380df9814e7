import Postgres
import Zones

/// What became of a request.
public struct RequestOutcome: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// It took effect, once; the answer is the first one.
        case done
        /// Nothing of that id took effect, and nothing of this login's is under way that still could.
        case absent
        /// Nothing yet, but a transaction of this login is open: ask again.
        case running
    }

    public let state: State
    public let at: Instant?
    public let answer: [String?]
    public let noun: String?
    public let verb: String?
    public let subject: String?
    public let seq: Int?
}

/// The requests that this login made; known for ever.
public enum RequestStore {
    /// Takes the requests of a year that is over out of the way of the new ones; they stay known. Answers how many.
    ///
    /// Refused for a year that still runs (`COR15`).
    public static func archive(year: Int) -> Verb<Int> {
        Verb(
            refusedAs: CoreRejection.self,
            { request in "select core.archive_requests(\(request), \(Int32(year)))" },
            decode: { try $0.integer(0) }
        )
    }

    /// One outcome for each event of the request; one without event for a request that changed nothing or is not known.
    public static func show(_ session: Session, _ id: UUID128) throws -> [RequestOutcome] {
        // Asked first: a transaction that ends between the two questions is then seen by the second.
        let isOpen =
            try session.connection.value(
                """
                select exists (select from pg_stat_activity where usename = session_user and pid <> pg_backend_pid()
                    and datname = current_database() and backend_type = 'client backend'
                    and state in ('active', 'idle in transaction'))
                """,
                as: Bool.self
            ) ?? false
        let rows = try session.connection.rows(
            "select at, answer, noun, verb, subject, seq from core.show_request(\(id))",
            as: (Instant, [String?], String?, String?, String?, Int32?).self
        )
        guard !rows.isEmpty else {
            return [
                RequestOutcome(
                    state: isOpen ? .running : .absent,
                    at: nil,
                    answer: [],
                    noun: nil,
                    verb: nil,
                    subject: nil,
                    seq: nil
                )
            ]
        }
        return rows.map {
            RequestOutcome(
                state: .done,
                at: $0.0,
                answer: $0.1,
                noun: $0.2,
                verb: $0.3,
                subject: $0.4,
                seq: $0.5.map { Int($0) }
            )
        }
    }
}
