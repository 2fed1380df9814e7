import Store

/// How a cohort gives its places, published with it; the same list stands in `enrollment.admission_mode`.
public enum AdmissionMode: String, Sendable, Hashable, CaseIterable {
    /// 先到先得: who comes first has the seat.
    case firstCome = "first-come"
    /// 两人评分: by the sum of two reviewers' scores.
    case score
    /// 单位选派: units send people to the places allotted to them.
    case nomination
    /// 摇号: by a seeded draw that anyone can repeat.
    case draw
}

extension AdmissionMode: PostgresText {}
