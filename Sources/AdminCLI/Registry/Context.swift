import Store

/// What a command of several steps may ask for.
public struct Context {
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
    /// Shows how far something is, on a terminal; nil clears it.
    let progress: (Text?) -> Void
    /// True after ^C: what takes long ends with what it has.
    let isInterrupted: () -> Bool
    /// Runs a session file, under the options of the whole run; how it ended.
    let run: (_ path: String) throws -> ExitCode
    private let open: () throws -> Session

    init(
        language: Language,
        registry: Registry,
        database: DatabaseChoice,
        isDryRun: Bool,
        tell: @escaping (Text) -> Void,
        progress: @escaping (Text?) -> Void = { _ in },
        isInterrupted: @escaping () -> Bool = { false },
        run: @escaping (String) throws -> ExitCode = { _ in throw RunFault.needsCommand },
        open: @escaping () throws -> Session
    ) {
        self.language = language
        self.registry = registry
        self.database = database
        self.isDryRun = isDryRun
        self.tell = tell
        self.progress = progress
        self.isInterrupted = isInterrupted
        self.run = run
        self.open = open
    }

    /// The session with the database, opened at the first call.
    public func session() throws -> Session { try open() }
}
