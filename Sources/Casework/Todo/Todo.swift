import Zones

/// Something that is due: what, about which case, until when.
public struct Todo: Sendable, Hashable {
    public let dueOn: Day
    /// The kind, such as `handoff_answer_due`; its words are the program's.
    public let kind: String
    public let subject: String
    public let facts: [String]
}
