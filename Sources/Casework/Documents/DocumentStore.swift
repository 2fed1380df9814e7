import Postgres
import Store
import Zones

/// A document of a case, known by the SHA-256 of its content.
public struct DocumentRow: Sendable, Hashable {
    public let code: Code
    public let subject: String
    public let title: String
    public let fileName: String
    public let sha256: String
    public let size: Int
    public let addedAt: Instant
}

/// What a document holds, and under which name it came.
public struct StoredContent: Sendable, Hashable {
    public let fileName: String
    public let sha256: Bytes
    public let size: Int
    /// Nil when a `ContentFolder` holds the octets.
    public let body: Bytes?
}

/// Documents of the active zone's cases.
public enum DocumentStore {
    /// The documents of a subject, or of all, the newest last.
    public static func list(_ session: Session, subject: Subject? = nil, limit: Int = 1000) throws -> [DocumentRow] {
        var statement: Statement = """
            select code, subject, title, file_name, encode(sha256, 'hex'), size, added_at from core.document
            """
        if let subject { statement = statement + " where subject = \(subject.text)" }
        return try session.connection.rows(
            statement + " order by id limit \(limit)",
            as: (Code, String, String, String, String, Int64, Instant).self
        ).map {
            DocumentRow(
                code: $0.0,
                subject: $0.1,
                title: $0.2,
                fileName: $0.3,
                sha256: $0.4,
                size: Int($0.5),
                addedAt: $0.6
            )
        }
    }

    /// What a document holds; nil when the active zone has no document of that code.
    public static func content(_ session: Session, _ code: Code) throws -> StoredContent? {
        try session.connection.row(
            "select file_name, sha256, size, body from core.document_content(\(code))",
            as: (String, Bytes, Int64, Bytes?).self
        ).map { StoredContent(fileName: $0.0, sha256: $0.1, size: Int($0.2), body: $0.3) }
    }

    /// Adds a document to a subject. Content that the store knows already is kept once. Answers the document's code.
    public static func add(code: Code?, to subject: Subject, title: String, fileName: String, content: Content)
        -> Verb<String>
    {
        Verb(refusedAs: CoreRejection.self) { request in
            """
            select core.add_document(\(request), \(code), \(subject.text), \(title), \(fileName), \(content.sha256),
                \(Int64(content.size)), \(content.body))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
