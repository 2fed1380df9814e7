/// Why the words of a line are no command.
enum GrammarFault: Error, Hashable {
    case unknownNoun(String, suggestions: [String])
    /// Verb and noun were exchanged: `add venue`.
    case exchanged(noun: String, verb: String)
    case unknownVerb(noun: String, String, suggestions: [String])
    case verbMissing(noun: String, verbs: [String])
    case unknownField(command: String, String, suggestions: [String])
    case doubled(String)
    /// All that are missing, keys in capitals.
    case missing(command: String, [String])
    case valueMissing(String)
    case valueUnexpected(String)
    case tooManyWords(command: String, String, takes: Int)
    case unknownOption(String, suggestions: [String])
    /// An option for the whole run, given in a line of a file.
    case optionOfWholeRun(String)
    case conflicting(String, String)
    case badOptionValue(option: String, String, allowed: String)
    /// `@noun`, and no earlier line made one.
    case nothingMade(noun: String)
    case notInFiles(command: String)
    /// `expect` without a code or without a command.
    case expectIncomplete
    case noCommand
    /// A directive with words it does not take.
    case useWithoutOption
    /// `expect` at the prompt.
    case notInPrompt

    /// One named field that this use of a command needs.
    static func missingField(_ name: String, command: String) -> GrammarFault {
        .missing(command: command, ["--" + name])
    }
}
