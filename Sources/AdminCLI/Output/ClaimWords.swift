import StartupEligibility
import Zones

/// How a claim is told to whoever applies: where it is, whose turn it is, the next date.
enum ClaimWords {
    /// Whose turn it is.
    enum Turn: String {
        case applicant, window, reviewer, cashier, nobody
        case everybody = "public"
    }

    static func turn(_ claim: Claim) -> Turn {
        switch claim.state {
        case .draft, .returned: .applicant
        case .submitted: .window
        case .received, .inReview, .rechecked: .reviewer
        case .inNotice: .everybody
        case .approved, .inPayment: .cashier
        case .paid, .refused, .withdrawn, .lapsed, .clawedBack: .nobody
        }
    }

    static func state(_ state: ClaimState) -> Text {
        switch state {
        case .draft: Text("草稿", "draft")
        case .submitted: Text("已提交，待受理", "submitted, to be received")
        case .received: Text("已受理", "received")
        case .inReview: Text("审核中", "under review")
        case .rechecked: Text("复审通过，资金已预留", "rechecked, the money is reserved")
        case .inNotice: Text("公示中", "on public notice")
        case .approved: Text("已批准，待拨付", "approved, to be paid")
        case .inPayment: Text("拨付中", "being paid")
        case .paid: Text("已拨付", "paid")
        case .returned: Text("已退回，待补正", "returned, to be mended")
        case .refused: Text("不予批准", "refused")
        case .withdrawn: Text("已撤回", "withdrawn")
        case .lapsed: Text("已失效", "lapsed")
        case .clawedBack: Text("已追回", "clawed back")
        }
    }

    static func turnText(_ claim: Claim) -> Text {
        switch turn(claim) {
        case .applicant: Text("请申请人办理", "the applicant's turn")
        case .window: Text("由受理窗口办理", "the window's turn")
        case .reviewer:
            claim.step.map { Text("由\($0.actor)办理\($0.title.zh)", "\(english($0)) by \($0.actor)") }
                ?? Text("由复核人办理", "a reviewer's turn")
        case .everybody: Text("公示期内可提异议", "objections are open")
        case .cashier: Text("由拨付人办理", "the cashier's turn")
        case .nobody: Text("已办结", "closed")
        }
    }

    private static func english(_ step: Claim.Step) -> String { step.title.en.isEmpty ? step.code : step.title.en }

    /// `CL-1：审核中，由街道办理初审，2024-10-24 前；缺 LEASE`
    static func status(_ claim: Claim, on today: Day) -> Text {
        let place = state(claim.state)
        let whose = turnText(claim)
        var zh = ["\(claim.code)：\(place.zh)", whose.zh]
        var en = ["\(claim.code): \(place.en)", whose.en]
        if claim.isDeemed {
            zh.append("逾期未告知，视为受理")
            en.append("received because nobody told in time")
        }
        if claim.state == .inNotice, let until = claim.noticeUntil {
            zh.append("公示到 \(until)")
            en.append("until \(until)")
        } else if claim.state.isOpen, let due = claim.dueOn {
            zh.append(due < today ? "应于 \(due) 前办结，已逾期" : "\(due) 前")
            en.append(due < today ? "was due on \(due)" : "by \(due)")
        } else if let closed = claim.closedOn {
            zh.append("\(closed)")
            en.append("\(closed)")
        }
        if claim.state.isOpen, !claim.missing.isEmpty {
            zh.append("缺 " + claim.missing.joined(separator: "、"))
            en.append("missing: " + claim.missing.joined(separator: ", "))
        }
        if claim.state.isOpen, let promised = claim.promisedUntil {
            zh.append("承诺的材料 \(promised) 前补交")
            en.append("promised documents by \(promised)")
        }
        return Text(zh.joined(separator: "，"), en.joined(separator: ", "))
    }
}
