/// An error that is told to a person: a stable code, one sentence in each language, and what to do.
///
/// Rejections of the modules conform in `Messages/<Module>Rejection+Text.swift`.
public protocol Explained: Error, Sendable {
    /// The stable code, `ENR01`.
    var code: String { get }
    /// What happened, one sentence without a full stop, with the values concerned.
    var zh: String { get }
    var en: String { get }
    /// What to do about it; nil if nothing can be done.
    var hint: Text? { get }
    /// How the program ends when this is the first error.
    var exit: ExitCode { get }
    /// For `explain CODE`: every code of this type with a paragraph on its rule.
    static var explanations: [Explanation] { get }
}

extension Explained {
    public var hint: Text? { nil }
    public var exit: ExitCode { .badData }

    /// What happened, in a language.
    public func what(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}

/// The entry of one code for `explain CODE`.
public struct Explanation: Sendable {
    public let code: String
    /// The rule, why it is there, and what to do: a paragraph.
    public let text: Text

    public init(_ code: String, _ zh: String, _ en: String) {
        self.code = code
        text = Text(zh, en)
    }
}
