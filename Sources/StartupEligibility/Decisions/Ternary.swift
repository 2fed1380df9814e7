/// An answer that may be missing: Kleene's strong logic, in which no < unknown < yes.
public enum Ternary: Int8, Sendable, Hashable, CaseIterable {
    case no = 0
    case unknown = 1
    case yes = 2

    @inlinable
    public init(_ isTrue: Bool) {
        self = isTrue ? .yes : .no
    }

    /// Yes if both are, no if one is, else unknown.
    @inlinable
    public static func && (a: Ternary, b: Ternary) -> Ternary { a.rawValue <= b.rawValue ? a : b }

    /// Yes if one is, no if both are, else unknown.
    @inlinable
    public static func || (a: Ternary, b: Ternary) -> Ternary { a.rawValue >= b.rawValue ? a : b }

    /// Unknown stays unknown.
    @inlinable
    public static prefix func ! (a: Ternary) -> Ternary {
        switch a {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }

    /// The word in output and storage.
    public var word: String {
        switch self {
        case .no: "no"
        case .unknown: "unknown"
        case .yes: "yes"
        }
    }

    /// The answer behind a word; nil for another.
    public init?(word: String) {
        guard let found = Ternary.allCases.first(where: { $0.word == word }) else { return nil }
        self = found
    }
}
