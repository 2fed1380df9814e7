/// One word of a line after quotes were taken off.
struct Word: Sendable, Hashable {
    let text: String
    /// Where it begins: a byte offset in a line, or the number of an argument (1-based) in argv.
    let offset: Int
}
