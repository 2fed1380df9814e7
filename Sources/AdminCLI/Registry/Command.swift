import Store

/// What a command may change.
public enum Effect: String, Sendable, CaseIterable {
    /// Changes nothing.
    case read
    /// Changes data; nothing that could not be corrected.
    case write
    /// Takes away or pays out: shows what it touches and asks, or wants `--yes`.
    case destructive
}

/// The least role that may use a command; the database checks, help and completion only tell.
public enum Role: String, Sendable, CaseIterable {
    case anyone, officer, coordinator, reviewer, cashier, auditor
    case jointOffice = "joint-office"
    case admin
}

/// What a command does after its line was parsed: call one verb of a module, and shape the answer for printing.
public enum Action: Sendable {
    /// Reads; may stream (`Output.streaming`).
    case query(@Sendable (Invocation, Session) throws -> Output)
    /// One write in one statement; makes the statement without asking the database, so that lines can be pipelined.
    case write(@Sendable (Invocation, Session) throws -> PendingWrite)
    /// Several steps or files (imports, database verbs); opens a session only if it asks the context for one.
    case act(@Sendable (Invocation, Context) throws -> Output)
}

/// One command: everything that parsing, help, completion, permission hints and tests know about it.
public struct Command: Sendable {
    /// The thing it is about: `cohort`.
    public let noun: String
    /// What is done: `add`; empty for a command that is one word (`todo`).
    public let verb: String
    /// One line for `help`.
    public let summary: Text
    public let effect: Effect
    public let role: Role
    /// Keys first, in order; then named fields.
    public let fields: [Field]
    /// The columns of its rows; empty if it prints lines.
    public let columns: [Column]
    /// A whole line that parses; tests run it.
    public let example: String
    /// False for what makes no sense in a session file (`run`, `db stop`).
    public let inFiles: Bool
    public let action: Action
    /// For a destructive command: the rows that it would touch, shown before asking and counted for `--expect`.
    public let touches: (@Sendable (Invocation, Session) throws -> Output)?

    public init(
        _ noun: String,
        _ verb: String,
        _ zh: String,
        _ en: String,
        effect: Effect,
        role: Role,
        fields: [Field] = [],
        columns: [Column] = [],
        example: String,
        inFiles: Bool = true,
        touches: (@Sendable (Invocation, Session) throws -> Output)? = nil,
        _ action: Action
    ) {
        self.noun = noun
        self.verb = verb
        summary = Text(zh, en)
        self.effect = effect
        self.role = role
        self.fields = fields
        self.columns = columns
        self.example = example
        self.inFiles = inFiles
        self.touches = touches
        self.action = action
    }

    /// The name as typed: `cohort add`.
    public var name: String { verb.isEmpty ? noun : noun + " " + verb }

    /// The keys, in order.
    public var keys: [Field] { fields.filter(\.isKey) }
}
