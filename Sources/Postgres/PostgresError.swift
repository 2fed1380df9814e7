/// Something went wrong between this program and the server.
///
/// Its description (also in a debugger or a test's report) never contains a parameter's value, a password, or the server's DETAIL, which can hold a row.
public struct PostgresError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// The server refused the statement; `sqlState` says why.
        case server
        /// No connection, or it broke while no commit was under way: nothing of an open transaction remains.
        case connection
        /// The connection broke while a commit, or a statement outside a transaction, was under way: it may have
        /// happened. Never repeated blindly; the request id decides.
        case outcomeUnknown
        /// Cancelled by `Canceller`, by the deadline, or by a timeout of the server.
        case cancelled
        /// COMMIT was answered with ROLLBACK: the transaction had failed before.
        case commitRefused
        /// A result's type or value is not what was asked for.
        case decoding
        /// A parameter cannot be sent, such as a text with NUL.
        case encoding
        /// More rows than the one that was asked for.
        case cardinality
        /// An earlier statement of the pipeline failed.
        case pipelineAborted
    }

    public var kind: Kind
    public var sqlState: SQLState?
    public var severity: String?
    public var message: String
    public var detail: String?
    public var hint: String?
    public var schema: String?
    public var table: String?
    public var column: String?
    public var constraint: String?
    /// The character of the statement's text, from 1, at which the error is.
    public var position: Int?
    /// The name under which the connection prepared the statement.
    public var statementName: String?

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The facts of one of our own rejections: its DETAIL, split at U+001F.
    public var facts: [String] {
        guard sqlState?.class == .zoneBridge, let detail, !detail.isEmpty else { return [] }
        return detail.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether the transaction lost a race and can be run again from its start: 40001 or 40P01.
    public var isConflict: Bool { sqlState?.rawValue == "40001" || sqlState?.rawValue == "40P01" }

    public var description: String {
        let state = sqlState.map { " \($0)" } ?? ""
        let name = constraint.map { " [\($0)]" } ?? ""
        return "\(kind)\(state): \(shownMessage)\(name)"
    }

    /// The message without the value that messages of class 22 quote: `invalid input syntax for type date: "…"`.
    private var shownMessage: String {
        guard sqlState?.class == .data, let quote = message.firstIndex(of: "\"") else { return message }
        return message[..<quote] + "…"
    }
}
