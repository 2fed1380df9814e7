import Postgres
import Store
import Zones

/// What a verification code shows to whoever holds the paper.
public struct VerifiedPaper: Sendable, Hashable {
    /// The kind of paper, such as `certificate`.
    public let kind: String
    /// The few facts that are meant for strangers.
    public let shown: [String]
    public let issuedAt: Instant
}

/// Verification codes of all papers.
public enum VerificationStore {
    /// The paper behind a code; nil when no paper has it.
    public static func paper(_ session: Session, _ code: VerificationCode) throws -> VerifiedPaper? {
        try session.connection.row(
            "select kind, shown, issued_at from core.verify_code(\(code.text))",
            as: (String, [String], Instant).self
        ).map { VerifiedPaper(kind: $0.0, shown: $0.1, issuedAt: $0.2) }
    }
}
