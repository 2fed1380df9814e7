import CLibPQ

/// libpq's connection parameters: what is not said here, libpq takes from `PG*` variables, service files, `.pgpass` and
/// its own defaults. URIs, TLS, several hosts and `target_session_attrs` are libpq's as well.
public struct ConnectionParameters: Sendable, Hashable {
    /// A connection string or URI, expanded by libpq; keywords that follow override it.
    private var connectionString: String?
    private var keywords: [String: String]

    /// - Parameter keywords: libpq's keywords, such as `host`, `dbname`, `user`.
    public init(_ keywords: [String: String] = [:]) {
        self.keywords = keywords
    }

    /// - Parameter conninfo: a keyword/value string or a `postgresql://` URI.
    public init(conninfo: String) {
        self.connectionString = conninfo
        self.keywords = [:]
    }

    /// A keyword that was set here or in the connection string; nil for one that only the environment knows.
    public subscript(keyword: String) -> String? { keywords[keyword] ?? inConnectionString(keyword) }

    /// These parameters with one keyword set.
    public func setting(_ keyword: String, to value: String) -> ConnectionParameters {
        var changed = self
        changed.keywords[keyword] = value
        return changed
    }

    /// The pairs for `PQconnectdbParams`: the connection string first, so that keywords override it; the encoding last,
    /// because text is UTF-8 here whatever a service file or `PGCLIENTENCODING` says.
    var pairs: [(keyword: String, value: String)] {
        var pairs = connectionString.map { [("dbname", $0)] } ?? []
        pairs += keywords.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return pairs + [("client_encoding", "UTF8")]
    }

    /// Whether libpq can read the connection string.
    var isReadable: Bool { withConnectionString { $0 != nil } ?? true }

    private func inConnectionString(_ keyword: String) -> String? {
        withConnectionString { options in
            var next = options
            while let option = next, let name = option.pointee.keyword {
                if String(cString: name) == keyword { return option.pointee.val.map { String(cString: $0) } }
                next = option + 1
            }
            return nil
        } ?? nil
    }

    /// The connection string as libpq reads it, nil for one that it cannot; nil overall when there is none to read.
    private func withConnectionString<Answer>(_ body: (UnsafeMutablePointer<PQconninfoOption>?) -> Answer) -> Answer? {
        // Only a URI or a string with `=` is expanded; any other text is a database's name.
        guard let text = connectionString, text.contains("=") || text.contains("://") else { return nil }
        let options = PQconninfoParse(text, nil)
        defer { PQconninfoFree(options) }
        return body(options)
    }
}

/// Names the keywords, and shows no value that could be a secret.
extension ConnectionParameters: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        let shown = keywords.sorted { $0.key < $1.key }.map { keyword, value in
            ["host", "port", "dbname", "user"].contains(keyword) ? "\(keyword)=\(value)" : "\(keyword)=…"
        }
        return ((connectionString == nil ? [] : ["…"]) + shown).joined(separator: " ")
    }

    public var debugDescription: String { description }
}
