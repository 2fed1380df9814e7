/// Why a line that was understood is not done, or not as wanted.
enum RunFault: Error, Hashable {
    /// `expect CODE`: it was not refused.
    case notRefused(expected: String)
    /// `expect CODE`: it was refused for another reason.
    case refusedOtherwise(expected: String, found: String, what: Text)
    case needsYes(command: String)
    /// `--expect N`
    case otherCount(expected: Int, found: Int)
    case declined
    case interrupted
    case nothingToCount(command: String)
    case leftTransaction(command: String)
    case needsCommand
    /// A pack holds only the lines of which policies are made.
    case notInPack(command: String)
    /// `use --as` in a file that is one transaction.
    case oneAuthor
}
