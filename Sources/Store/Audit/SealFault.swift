/// A seal file cannot be used.
public enum SealFault: Error, Sendable, Hashable {
    /// The file cannot be read or written; the reason is the operating system's.
    case unusable(path: String, reason: String)
    /// A file of that name is there: a seal is never overwritten.
    case exists(path: String)
    /// The file is no seal, or a line of it is none of a seal.
    case malformed(path: String, line: Int)
    /// The lines do not give the digest at the file's end: it was changed or cut.
    case damaged(path: String)
    /// The seal covers other chains than the login may see.
    case otherScope(path: String, scope: String)
}
