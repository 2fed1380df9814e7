/// All commands. One file for each noun in `Commands/` declares them; this list is their concatenation.
public struct Registry: Sendable {
    public let commands: [Command]
    /// Noun → verb → index into `commands`.
    private let index: [String: [String: Int]]
    /// The nouns in order of declaration.
    public let nouns: [String]

    public init(_ commands: [Command]) {
        self.commands = commands
        var index: [String: [String: Int]] = [:]
        var nouns: [String] = []
        for (position, command) in commands.enumerated() {
            if index[command.noun] == nil { nouns.append(command.noun) }
            index[command.noun, default: [:]][command.verb] = position
        }
        self.index = index
        self.nouns = nouns
    }

    /// The command of that noun and verb (the empty verb for a one-word command).
    public func command(_ noun: String, _ verb: String) -> Command? {
        index[noun]?[verb].map { commands[$0] }
    }

    /// True if any command has that noun.
    public func has(noun: String) -> Bool { index[noun] != nil }

    /// The verbs of a noun, in order of declaration, without the empty one.
    public func verbs(of noun: String) -> [String] {
        commands.lazy.filter { $0.noun == noun && !$0.verb.isEmpty }.map(\.verb)
    }
}
