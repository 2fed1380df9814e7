import Store

/// Every way in which project handoff says no.
public enum HandoffRejection: Rejection {
    /// `HND01`: a handoff in this state does not take this step; the custodian is named.
    case stepUnknown(handoff: String, state: String, action: String, heldBy: String)
    /// `HND02`: this step is the other side's.
    case otherSide(handoff: String, action: String, side: String, state: String, heldBy: String)
    /// `HND03`: the receiver has no complete squad for the project.
    case noSquad(handoff: String, project: String, heldBy: String)
    /// `HND04`: only the zone that holds a project can give it away or work on it.
    case notHeld(project: String, heldBy: String)
    /// `HND05`: a zone offered a project to itself, or asked itself for it.
    case sameZone(project: String)
    /// `HND06`: the receiving zone is closed.
    case receiverClosed(zone: String, closedOn: String, project: String, heldBy: String)
    /// `HND07`: the project is on offer already, or asked for by the same zone; in a race without the offer in the way.
    case onOffer(project: String, handoff: String, state: String, heldBy: String)
    /// `HND08`: the shares of a measure do not sum to the whole.
    case sharesNotWhole(measure: String, basisPoints: String)
    /// `HND09`: the code is taken.
    case codeTaken(rule: String)
    /// `HND10`: somebody would have two roles in one squad.
    case twoRoles(project: String, person: String)
    /// `HND11`: no such stage.
    case stageUnknown
    /// `HND12`: the day for an answer has passed.
    case answerLate(handoff: String, dueOn: String, state: String, heldBy: String)
    /// `HND13`: a share is no percentage between 0 and 100 with at most two decimals.
    case shareUnclear
    /// `HND14`: a value that the module's constraints do not allow.
    case invalid(rule: String)
    /// `HND15`: the handoff has moved on since it was looked at.
    case stale(handoff: String, version: String, state: String, heldBy: String)
    /// `HND16`: projects of this kind do not change hands.
    case kindStays(project: String, kind: String)
    /// `HND17`: what an offer must have with it is missing.
    case incomplete(project: String, lacking: String)
    /// `HND18`: a handoff lapses after its day, not before.
    case notOverdue(handoff: String, dueOn: String)
    /// `HND19`: a project lands between its acceptance and today.
    case landingDay(handoff: String, acceptedOn: String)
    /// `HND20`: an amount of nothing, below nothing, or beyond a trillion.
    case amountOutOfRange(rule: String)
    /// `HND21`: stages go forward.
    case stageBackwards(project: String, stage: String, wanted: String)
    /// `HND22`: a stage's day lies before the last stage's, or in the future.
    case stageDay(project: String, day: String, last: String)
    /// `HND23`: the obligation was met before.
    case obligationKept(code: String, on: String)
    /// `HND24`: nobody has this role in the squad.
    case roleVacant(project: String, role: String)
    /// `HND25`: they have this role already.
    case sameMember(project: String, role: String)
    /// `HND26`: no document of the handoff has this content.
    case documentDiffers(handoff: String, sha256: String)
    /// `HND27`: an amount's day lies in the future or in a settled year.
    case amountDay(project: String, day: String)
    /// `HND28`: the year to be settled is not over.
    case yearNotOver(year: String)
    /// `HND29`: nothing came of the part in that year.
    case yearEmpty(project: String, year: String)
    /// `HND30`: no route fits the lead.
    case noRoute(lead: String, industry: String)
    /// `HND31`: the lead was judged before.
    case leadAssessed(lead: String, verdict: String)
    /// `HND32`: no other zone has the right that is disputed.
    case nothingToDispute(lead: String)
    /// `HND33`: the dispute is open already, or decided.
    case disputeOnce(dispute: String)
    /// `HND34`: only a party can win a dispute.
    case winnerNoParty
    /// `HND35`: a scoring gives every criterion of the rubric once.
    case scoreIncomplete(project: String, criteria: String)
    /// `HND36`: one person scores once.
    case scoredTwice
    /// `HND37`: two people have scored.
    case scoringClosed(project: String)
    /// `HND38`: the month to be frozen is not over.
    case monthNotOver(month: String)
    /// `HND39`: an assessment gives every criterion once, within its range.
    case assessmentIncomplete(project: String, criteria: String)
    /// `HND40`: projects of this kind may not start on a commitment.
    case kindExcluded(project: String, kind: String)
    /// `HND41`: no assessment allows a commitment.
    case assessmentNeeded(project: String, level: String)
    /// `HND42`: the firm is banned after a breach.
    case banned(project: String, until: String)
    /// `HND43`: this outcome does not follow.
    case inspectionUnfit(commitment: String, item: String, outcome: String, dueOn: String)
    /// `HND44`: it was done before, and is done once.
    case doneBefore(rule: String)
    /// `HND45`: no such kind of project or measure of credit.
    case wordUnknown(rule: String)
    /// `HND46`: a correction is confirmed by a second person of the joint office.
    case secondPersonNeeded(handoff: String, until: String)
    /// `HND47`: a step of an earlier time than the one before it.
    case backdated(handoff: String, since: String, state: String, heldBy: String)
    /// `HND48`: credit is shared from the day of this stage.
    case stageShared(project: String, stage: String, on: String)

    public var code: String {
        switch self {
        case .stepUnknown: "HND01"
        case .otherSide: "HND02"
        case .noSquad: "HND03"
        case .notHeld: "HND04"
        case .sameZone: "HND05"
        case .receiverClosed: "HND06"
        case .onOffer: "HND07"
        case .sharesNotWhole: "HND08"
        case .codeTaken: "HND09"
        case .twoRoles: "HND10"
        case .stageUnknown: "HND11"
        case .answerLate: "HND12"
        case .shareUnclear: "HND13"
        case .invalid: "HND14"
        case .stale: "HND15"
        case .kindStays: "HND16"
        case .incomplete: "HND17"
        case .notOverdue: "HND18"
        case .landingDay: "HND19"
        case .amountOutOfRange: "HND20"
        case .stageBackwards: "HND21"
        case .stageDay: "HND22"
        case .obligationKept: "HND23"
        case .roleVacant: "HND24"
        case .sameMember: "HND25"
        case .documentDiffers: "HND26"
        case .amountDay: "HND27"
        case .yearNotOver: "HND28"
        case .yearEmpty: "HND29"
        case .noRoute: "HND30"
        case .leadAssessed: "HND31"
        case .nothingToDispute: "HND32"
        case .disputeOnce: "HND33"
        case .winnerNoParty: "HND34"
        case .scoreIncomplete: "HND35"
        case .scoredTwice: "HND36"
        case .scoringClosed: "HND37"
        case .monthNotOver: "HND38"
        case .assessmentIncomplete: "HND39"
        case .kindExcluded: "HND40"
        case .assessmentNeeded: "HND41"
        case .banned: "HND42"
        case .inspectionUnfit: "HND43"
        case .doneBefore: "HND44"
        case .wordUnknown: "HND45"
        case .secondPersonNeeded: "HND46"
        case .backdated: "HND47"
        case .stageShared: "HND48"
        }
    }
}
