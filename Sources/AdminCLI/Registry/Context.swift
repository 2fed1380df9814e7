import Store

/// What a command of several steps may ask for.
public struct Context {
    private let open: () throws -> Session
    /// The language of messages.
    public let language: Language
    /// The registry that the line was parsed with.
    public let registry: Registry
    /// The database that the global options chose.
    public let database: DatabaseChoice
    /// True with `--dry-run`: everything is rolled back at the end.
    public let isDryRun: Bool
    /// Writes one line for people on stderr, at once.
    public let tell: (Text) -> Void

    init(
        language: Language,
        registry: Registry,
        database: DatabaseChoice,
        isDryRun: Bool,
        tell: @escaping (Text) -> Void,
        open: @escaping () throws -> Session
    ) {
        self.language = language
        self.registry = registry
        self.database = database
        self.isDryRun = isDryRun
        self.tell = tell
        self.open = open
    }

    /// The session with the database, opened at the first call.
    public func session() throws -> Session { try open() }
}
