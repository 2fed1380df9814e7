/// What sets a day apart for classes, as `schedule.special_day` tells it.
public enum SpecialDay: String, Sendable, Hashable, CaseIterable {
    /// A statutory holiday, with the weekend that joins it.
    case holiday
    /// A weekend that is worked (调休).
    case makeup
    /// In a year whose holidays are not loaded.
    case unknown

    /// The answer of a verb tells it in a column that may be null; verbs that were done by an earlier version lack it.
    init?(answer: [String?], at index: Int) {
        guard answer.indices.contains(index), let text = answer[index] else { return nil }
        self.init(rawValue: text)
    }
}
