/// The sex that a resident id records; the raw value is what tables and files hold.
public enum Sex: String, Sendable, Hashable, CaseIterable {
    /// 女.
    case female
    /// 男.
    case male
}
