import Store

/// Every way in which eligibility says no.
public enum EligibilityRejection: Rejection {
    /// `ELG01`: the code is taken.
    case codeTaken(rule: String)
    /// `ELG02`: a published version, and what it says, never changes.
    case published(version: String)
    /// `ELG03`: another version of the policy is in force in a zone on one of these days.
    case overlapping
    /// `ELG04`: the last day lies before the first.
    case endsBeforeStart
    /// `ELG05`: the catalogue has this fact as something else.
    case otherFact(name: String, type: String, unit: String)
    /// `ELG06`: a condition or formula that cannot be read, or that does not fit the catalogue.
    case misread(ExpressionFault)
    /// `ELG07`: a part of the version is wrong.
    case faulty(policy: String, [PolicyFault])
    /// `ELG08`: a worked case gets another answer than it expects.
    case caseFails(policy: String, [PolicyFault])
    /// `ELG09`: who wrote at a version does not publish it.
    case secondPersonNeeded(policy: String, version: String)
    /// `ELG10`: the policy applies to a zone whose reviewer this login is not.
    case zoneOfOthers(policy: String, zone: String)
    /// `ELG11`: the draft was changed while it was checked.
    case changedMeanwhile(policy: String, version: String)
    /// `ELG12`: a column whose list the catalogue has not.
    case columnWithoutList(name: String)
    /// `ELG13`: a text that is no value of the fact.
    case valueUnfit(fact: String, type: String, value: String)
    /// `ELG14`: a row of a list needs a key, and nothing else has one.
    case rowKey(fact: String)
    /// `ELG15`: a fact cannot be observed in the future.
    case notYet(fact: String, day: String)
    /// `ELG16`: no version of the policy applies to the zone.
    case notApplicable(policy: String)
    /// `ELG17`: who pays must add up to 100 percent, each `layer=percent`.
    case payersUnclear
    /// `ELG18`: a decision that was shown or claimed never changes.
    case decisionKept(decision: String)
    /// `ELG19`: only a published version can be retired.
    case draft(policy: String, version: String)
    /// `ELG20`: a version may end earlier than it says, not later.
    case endsLater(version: String, until: String)
    /// `ELG21`: a policy does not exclude itself.
    case excludesItself(policy: String)
    /// `ELG22`: a value that the module's constraints do not allow.
    case invalid(rule: String)

    public var code: String {
        switch self {
        case .codeTaken: "ELG01"
        case .published: "ELG02"
        case .overlapping: "ELG03"
        case .endsBeforeStart: "ELG04"
        case .otherFact: "ELG05"
        case .misread: "ELG06"
        case .faulty: "ELG07"
        case .caseFails: "ELG08"
        case .secondPersonNeeded: "ELG09"
        case .zoneOfOthers: "ELG10"
        case .changedMeanwhile: "ELG11"
        case .columnWithoutList: "ELG12"
        case .valueUnfit: "ELG13"
        case .rowKey: "ELG14"
        case .notYet: "ELG15"
        case .notApplicable: "ELG16"
        case .payersUnclear: "ELG17"
        case .decisionKept: "ELG18"
        case .draft: "ELG19"
        case .endsLater: "ELG20"
        case .excludesItself: "ELG21"
        case .invalid: "ELG22"
        }
    }

    /// Turns a fault of reading into a rejection.
    static func reading(_ body: () throws(ExpressionFault) -> Void) throws(EligibilityRejection) {
        do throws(ExpressionFault) { try body() } catch { throw .misread(error) }
    }
}
