/// A refusal of a value, as a phrase that follows the field's name. It has no code of its own: the field's fault has.
protocol Told {
    /// What is wrong, without the value where the value is personal.
    var told: Text { get }
    /// What would be right; nil where the phrase says it.
    var remedy: Text? { get }
}

extension Told {
    var remedy: Text? { nil }
}
