import Store

/// The level of a post, the lowest first; the same list stands in `enrollment.post_level`.
public enum PostLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    /// 科员
    case staff
    /// 副科
    case deputySection = "deputy-section"
    /// 正科
    case section
    /// 副处
    case deputyDivision = "deputy-division"
    /// 正处
    case division

    /// 1 for the lowest.
    public var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    public static func < (left: PostLevel, right: PostLevel) -> Bool { left.rank < right.rank }
}

extension PostLevel: PostgresText {}
