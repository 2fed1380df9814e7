import Store

/// Every way in which claims and budgets say no.
public enum ClaimRejection: Rejection {
    /// `CLM01`: Codes of claims and budgets are unique in the region.
    case codeTaken(rule: String)
    /// `CLM02`: A claim takes its steps in order: draft, submit, receive, review, recheck, publish, approve, pay.
    case stepUnknown(claim: String, state: String, act: String)
    /// `CLM03`: Submission, recheck and approval decide anew by the facts of that day: the answer must be yes.
    case notEligible(subject: String, verdict: String, because: String)
    /// `CLM04`: After a policy or a window has ended nothing can be claimed, unless the policy allows late claims.
    case late(decision: String, until: String)
    /// `CLM05`: Where a policy has several benefits each is claimed by itself.
    case benefitUnnamed(benefits: String)
    /// `CLM06`: One claim for one benefit at a time.
    case openAlready
    /// `CLM07`: What is given once per family, site or licence needs to know which.
    case scopeUnknown(claim: String, scope: String)
    /// `CLM08`: What is given once is given once to a natural person, family, licence or site in all zones together.
    case granted(scope: String, claim: String)
    /// `CLM09`: Exclusions between policies are applied when the money is reserved; where nothing is left, nothing is granted.
    case excluded(policy: String, claim: String, mode: String)
    /// `CLM10`: A claim is received when everything is there or promised; claim return tells all that is missing at once.
    case incomplete(claim: String, documents: String)
    /// `CLM11`: What is missing is told once and completely; what was not told may not be asked for later.
    case toldOnce(claim: String, document: String)
    /// `CLM12`: Nobody decides about their own entry, and nobody takes two steps of a case.
    case ownEntry(claim: String)
    /// `CLM13`: Only what the policy gives days for can be promised.
    case notDeferrable(claim: String, requirement: String)
    /// `CLM14`: A document is promised once.
    case notOpen(claim: String, requirement: String, document: String)
    /// `CLM15`: The days of the notice are a step of the policy, whose code begins with NOTICE or PUBLISH.
    case noNotice(claim: String)
    /// `CLM16`: Where the policy has a public notice, approval comes after it.
    case publishFirst(claim: String)
    /// `CLM17`: Approval comes after the last day of the notice.
    case noticeRuns(claim: String, until: String)
    /// `CLM18`: With an objection open or upheld nothing is approved.
    case objection(claim: String, number: String, outcome: String)
    /// `CLM19`: Objections are raised while the notice runs.
    case objectionLate(claim: String, until: String)
    /// `CLM20`: A promise that was not kept stops approval; the claim may lapse.
    case promiseBroken(claim: String, requirement: String)
    /// `CLM21`: A claim lapses when a promise was not kept or a return not answered in the policy's days.
    case notOverdue(claim: String)
    /// `CLM22`: Giving back a complete claim needs a reason.
    case reasonMissing(claim: String)
    /// `CLM23`: When another version applies by the time of approval, decide anew.
    case policyChanged(claim: String, version: String, now: String)
    /// `CLM24`: A fact was recorded between deciding and reserving: decide by it, too.
    case factsChanged(claim: String)
    /// `CLM25`: What is approved is what was reserved.
    case amountChanged(claim: String, reserved: String, now: String)
    /// `CLM26`: After caps and deductions nothing is left.
    case nothingToGrant(claim: String)
    /// `CLM27`: Caps are summed over the person, organization, family, site or licence, in all zones.
    case capReached(scope: String, cap: String, used: String)
    /// `CLM28`: What is reserved is within the budget, whatever happens at the same time.
    case budgetShort(budget: String, needed: String, free: String)
    /// `CLM29`: Each layer that pays needs a budget of the year.
    case noBudget(zone: String, policy: String, year: String, layer: String)
    /// `CLM30`: No more is paid than reserved, and no more comes back than was paid.
    case awardShort(what: String, amount: String, there: String)
    /// `CLM31`: A budget of nothing is none.
    case budgetZero
    /// `CLM32`: More is most likely a slip of the unit.
    case budgetTooLarge
    /// `CLM33`: What is reserved or paid cannot be taken away.
    case belowReserved(budget: String, fen: String)
    /// `CLM34`: A budget that was carried over is not changed any more.
    case budgetClosed(budget: String, on: String)
    /// `CLM35`: Money is carried over when the year is over.
    case yearNotOver(budget: String, year: String)
    /// `CLM36`: It was carried over, and nothing was released since.
    case nothingFree(budget: String)
    /// `CLM37`: One budget for a policy, a year and a layer.
    case budgetThere
    /// `CLM38`: Mistakes are mended by an entry the other way.
    case ledgerKept(entry: String)
    /// `CLM39`: Where families count, name the spouse or say that there is none, not both.
    case spouseUnfit
    /// `CLM40`: A constraint of the database refuses the data; ordinary commands do not get here, please report the rule's name.
    case invalid(rule: String)
    /// `CLM41`: A claim is decided when its amount is exact.
    case amountOpen(claim: String)
    /// `CLM42`: --batch takes all claims whose facts come from registers; --expect says how many there must be.
    case whichClaims

    public var code: String {
        switch self {
        case .codeTaken: "CLM01"
        case .stepUnknown: "CLM02"
        case .notEligible: "CLM03"
        case .late: "CLM04"
        case .benefitUnnamed: "CLM05"
        case .openAlready: "CLM06"
        case .scopeUnknown: "CLM07"
        case .granted: "CLM08"
        case .excluded: "CLM09"
        case .incomplete: "CLM10"
        case .toldOnce: "CLM11"
        case .ownEntry: "CLM12"
        case .notDeferrable: "CLM13"
        case .notOpen: "CLM14"
        case .noNotice: "CLM15"
        case .publishFirst: "CLM16"
        case .noticeRuns: "CLM17"
        case .objection: "CLM18"
        case .objectionLate: "CLM19"
        case .promiseBroken: "CLM20"
        case .notOverdue: "CLM21"
        case .reasonMissing: "CLM22"
        case .policyChanged: "CLM23"
        case .factsChanged: "CLM24"
        case .amountChanged: "CLM25"
        case .nothingToGrant: "CLM26"
        case .capReached: "CLM27"
        case .budgetShort: "CLM28"
        case .noBudget: "CLM29"
        case .awardShort: "CLM30"
        case .budgetZero: "CLM31"
        case .budgetTooLarge: "CLM32"
        case .belowReserved: "CLM33"
        case .budgetClosed: "CLM34"
        case .yearNotOver: "CLM35"
        case .nothingFree: "CLM36"
        case .budgetThere: "CLM37"
        case .ledgerKept: "CLM38"
        case .spouseUnfit: "CLM39"
        case .invalid: "CLM40"
        case .amountOpen: "CLM41"
        case .whichClaims: "CLM42"
        }
    }
}
