/// A line that is understood: its command with values for its fields, and the options it carries.
struct ParsedLine: Sendable {
    let command: Command
    /// In the order of the command's fields.
    let values: [FieldValue?]
    let options: Options
    /// Noun, verb and fields in one spelling: what the digest of a request is made of.
    let canonical: String
    /// True if `@noun` stood in it.
    let usesReference: Bool
}
