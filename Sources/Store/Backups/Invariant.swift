import Postgres
import SQL

/// What must hold across rows of a database: one file of `sql/invariants` each, a question whose answers are violations.
public struct Invariant: Sendable {
    /// `enrollment.seats_taken`
    public let name: String
    private let question: StaticString

    /// All of them, by name.
    public static let all: [Invariant] = embeddedFiles(in: "invariants").map(Invariant.init)

    private init(_ file: EmbeddedFile) {
        name = file.path.dropFirst("invariants/".count).dropLast(".sql".count).split(separator: "/").joined(
            separator: "."
        )
        question = file.text
    }

    /// What contradicts it: a subject and what was found there.
    ///
    /// - Parameter connection: the bootstrap superuser's: row level security would hide what is wrong.
    public func violations(_ connection: Connection) throws(PostgresError) -> [(subject: String, found: String)] {
        try connection.rows(Statement(stringLiteral: question), as: (String, String?).self).map { ($0.0, $0.1 ?? "") }
    }
}
