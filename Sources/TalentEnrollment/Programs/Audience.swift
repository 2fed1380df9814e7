/// Whom a program is for; the same list stands in `enrollment.audience`, and a test compares the two.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    /// 招商干部
    case promotionStaff = "promotion-staff"
    /// 科级干部
    case sectionOfficials = "section-officials"
    /// 青年人才
    case youngTalent = "young-talent"
    /// 青年创业者
    case founders
    /// 不限
    case everybody
}
