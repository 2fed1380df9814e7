import Store

/// Every way in which project handoff says no.
public enum HandoffRejection: Rejection {
    /// `HND01`: a handoff in this state does not take this step; the custodian is named.
    case stepUnknown(handoff: String, state: String, action: String, heldBy: String)
    /// `HND02`: this step is the other side's.
    case otherSide(handoff: String, action: String, side: String)
    /// `HND03`: the receiver has no complete squad for the project.
    case noSquad(handoff: String, project: String)
    /// `HND04`: only the zone that holds a project can give it away.
    case notHeld(project: String, heldBy: String)
    /// `HND05`: a zone offered a project to itself.
    case sameZone(project: String)
    /// `HND06`: the receiving zone is closed.
    case receiverClosed(zone: String, closedOn: String)
    /// `HND07`: the project is on offer already.
    case onOffer
    /// `HND08`: the shares of a measure do not sum to the whole.
    case sharesNotWhole(measure: String, basisPoints: String)
    /// `HND09`: the code is taken.
    case codeTaken(rule: String)
    /// `HND10`: somebody would have two roles in one squad.
    case twoRoles
    /// `HND11`: no such stage.
    case stageUnknown
    /// `HND12`: the day for an answer has passed.
    case answerLate(handoff: String, dueOn: String)
    /// `HND13`: a share is no percentage between 0 and 100 with at most two decimals.
    case shareUnclear
    /// `HND14`: a value that the module's constraints do not allow.
    case invalid(rule: String)

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
        }
    }
}
