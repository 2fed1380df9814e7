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

    /// A keyword that was set here; nil for one that only the connection string or the environment knows.
    public subscript(keyword: String) -> String? { keywords[keyword] }

    /// These parameters with one keyword set.
    public func setting(_ keyword: String, to value: String) -> ConnectionParameters {
        var changed = self
        changed.keywords[keyword] = value
        return changed
    }

    /// The pairs for `PQconnectdbParams`: the connection string first, so that keywords override it.
    var pairs: [(keyword: String, value: String)] {
        var pairs = connectionString.map { [("dbname", $0)] } ?? []
        pairs += keywords.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return pairs
    }
}
