import Postgres

/// A rule said no: expected, explained, and nothing was changed.
///
/// Each module has one enum of these. A rejection is made from the name of the constraint or rule that refused and
/// from its facts, and carries a stable code such as `ENR01`.
public protocol Rejection: Error, Sendable, Hashable {
    /// The stable code, such as `ENR01`.
    var code: String { get }
    /// The names of all constraints and rules that this type explains.
    static var rules: [String] { get }
    /// The rejection behind a rule's name and its facts; nil for a rule of another module.
    static func refusing(_ rule: String, facts: [String]) -> Self?
}

/// Facts of a rejection by position; a missing one reads as an empty text, for a constraint has none.
public struct Facts: Sendable, Hashable {
    private let values: [String]

    public init(_ values: [String]) {
        self.values = values
    }

    public subscript(position: Int) -> String {
        values.indices.contains(position) ? values[position] : ""
    }

    public var all: [String] { values }
}
