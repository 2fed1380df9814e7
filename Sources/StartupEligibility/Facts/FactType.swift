import Store

/// What a fact's values are.
public enum FactType: String, Sendable, Hashable, CaseIterable {
    case day, integer, money, rate, boolean, code
    /// A list of rows with columns of their own: hires, insurance months, trainings.
    case rows
}

extension FactType: PostgresText {}

/// Whose fact it is.
public enum FactSubject: String, Sendable, Hashable, CaseIterable {
    case person, org
}

extension FactSubject: PostgresText {}
