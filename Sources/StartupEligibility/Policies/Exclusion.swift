import Store

/// How two policies stand to each other for one person.
public enum ExclusionMode: String, Sendable, Hashable, CaseIterable {
    /// Who has the other does not get this.
    case notBoth = "not-both"
    /// The higher of the two.
    case higherOnly = "higher-only"
    /// This less the other.
    case deductEarlier = "deduct-earlier"
    /// Both, as the text says in so many words.
    case compatible = "none"
}

extension ExclusionMode: PostgresText {}

/// What a policy says about another one.
public struct Exclusion: Sendable, Hashable {
    public let policy: String
    public let other: String
    public let mode: ExclusionMode
    public let article: String

    public init(policy: String, other: String, mode: ExclusionMode, article: String) {
        self.policy = policy
        self.other = other
        self.mode = mode
        self.article = article
    }
}

/// A document that an applicant has to bring.
public struct Requirement: Sendable, Hashable {
    public let code: String
    public let titleZh: String
    public let titleEn: String
    /// The fact that it proves.
    public let fact: String?
    /// Within how many calendar days a promise must be kept (容缺承诺); nil when it is needed at once.
    public let deferrableDays: Int?

    public init(code: String, titleZh: String, titleEn: String, fact: String?, deferrableDays: Int?) {
        self.code = code
        self.titleZh = titleZh
        self.titleEn = titleEn
        self.fact = fact
        self.deferrableDays = deferrableDays
    }
}

/// A step of a policy's procedure.
public struct ProcessStep: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case working, calendar
    }

    public let code: String
    public let titleZh: String
    public let titleEn: String
    /// Who acts.
    public let actor: String
    public let days: Int
    public let unit: Unit

    public init(code: String, titleZh: String, titleEn: String, actor: String, days: Int, unit: Unit) {
        self.code = code
        self.titleZh = titleZh
        self.titleEn = titleEn
        self.actor = actor
        self.days = days
        self.unit = unit
    }
}

extension ProcessStep.Unit: PostgresText {}
