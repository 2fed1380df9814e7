import Store

/// Every way in which paying, and claiming back, says no.
public enum PaymentRejection: Rejection {
    /// `PAY01`: that part of the claim is ordered or paid already.
    case underWay(claim: String)
    /// `PAY02`: nobody has set an account.
    case noAccount(claim: String)
    /// `PAY03`: the account is still the one from which the money came back.
    case accountNotCorrected(claim: String)
    /// `PAY04`: nothing of the claim came back.
    case notReturned(claim: String)
    /// `PAY05`: the month has not begun.
    case notDue(claim: String, day: String)
    /// `PAY06`: a loan's interest is paid by quarters.
    case ofLoan(claim: String)
    /// `PAY07`: who set the account does not order payments to it.
    case ownPayee(claim: String)
    /// `PAY08`: the batch was sent, or is cancelled.
    case batchSent(batch: String, state: String)
    /// `PAY09`: no file was made of the batch.
    case batchNotSent(batch: String, state: String)
    /// `PAY10`: accounts are given out only for an export that is on record.
    case exportNotLogged
    /// `PAY11`: a payment stands twice in the bank's file.
    case lineTwice(payment: String)
    /// `PAY12`: a payment of another batch, or of none.
    case lineForeign(payment: String, batch: String)
    /// `PAY13`: a cell differs from what was sent.
    case lineChanged(payment: String, cell: String, expected: String, found: String)
    /// `PAY14`: a payment of the batch is not in the file.
    case lineMissing(payment: String)
    /// `PAY15`: more than was paid and is not claimed back yet.
    case clawbackTooMuch(claim: String, fen: String, there: String)
    /// `PAY16`: more came back than was claimed.
    case receivedTooMuch
    /// `PAY17`: that transfer is booked already.
    case receiptTwice
    /// `PAY18`: a day that cannot be.
    case dayUnfit(day: String)
    /// `PAY19`: the code is taken.
    case codeTaken(rule: String)
    /// `PAY20`: what was ordered never changes.
    case ordered(payment: String)
    /// `PAY21`: the claim is not at the step from which it is paid.
    case claimNotPayable(claim: String, state: String)
    /// `PAY22`: the award has less.
    case awardShort(fen: String)
    /// `PAY23`: a value that the constraints do not allow.
    case invalid(rule: String)

    public var code: String {
        switch self {
        case .underWay: "PAY01"
        case .noAccount: "PAY02"
        case .accountNotCorrected: "PAY03"
        case .notReturned: "PAY04"
        case .notDue: "PAY05"
        case .ofLoan: "PAY06"
        case .ownPayee: "PAY07"
        case .batchSent: "PAY08"
        case .batchNotSent: "PAY09"
        case .exportNotLogged: "PAY10"
        case .lineTwice: "PAY11"
        case .lineForeign: "PAY12"
        case .lineChanged: "PAY13"
        case .lineMissing: "PAY14"
        case .clawbackTooMuch: "PAY15"
        case .receivedTooMuch: "PAY16"
        case .receiptTwice: "PAY17"
        case .dayUnfit: "PAY18"
        case .codeTaken: "PAY19"
        case .ordered: "PAY20"
        case .claimNotPayable: "PAY21"
        case .awardShort: "PAY22"
        case .invalid: "PAY23"
        }
    }
}
