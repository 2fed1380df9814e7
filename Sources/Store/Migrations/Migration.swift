import Postgres
import SQL

/// One numbered migration of `sql/migrations`.
public struct Migration: Sendable {
    public let number: Int
    /// The file's name, such as `0001_zones.sql`.
    public let name: String
    public let text: StaticString
    /// SHA-256 of the text as it was compiled in; only the migrator asks, every command makes the list.
    public var sha256: Bytes { text.sha256 }

    /// All migrations in ascending order.
    public static let all: [Migration] = embeddedFiles(in: "migrations").compactMap(Migration.init)

    /// Whether it builds indexes beside running work: each statement is then a transaction of its own, and a run that was
    /// interrupted is begun again from the file's start.
    public var isConcurrent: Bool { name.hasSuffix("_concurrently.sql") }

    /// Nil for a file whose name does not start with its number.
    public init?(_ file: EmbeddedFile) {
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        guard let number = Int(name.prefix { $0 != "_" }) else { return nil }
        self.number = number
        self.name = name
        self.text = file.text
    }
}

extension StaticString {
    /// SHA-256 of its octets.
    var sha256: Bytes {
        SHA256.digest(of: UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
    }
}
