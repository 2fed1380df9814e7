/// What an organization is; the raw value is what commands, tables and files hold.
public enum OrganizationKind: String, Sendable, Hashable, CaseIterable {
    /// 企业.
    case company
    /// 个体工商户.
    case soleProprietor = "sole_proprietor"
    /// 农民专业合作社.
    case cooperative
    /// 机关.
    case agency
    /// 事业单位.
    case publicInstitution = "public_institution"
    /// 研究院.
    case institute
    /// 高校.
    case university
    /// 社会团体, 民办非企业单位, 基金会.
    case association
    /// Anything else.
    case other
}
