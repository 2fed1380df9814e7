import TalentEnrollment

extension EnrollmentRejection {
    /// What to do about it.
    public var hint: Text? {
        switch self {
        case .cohortOver: Text("cohort list 列出可报的期", "cohort list shows the others")
        case .alreadyInCohort(let cohort, _):
            Text("enrollment list --cohort \(cohort) 可查本区登记", "see enrollment list --cohort \(cohort)")
        case .codeTaken: Text("换一个编号，或不给 --code", "choose another, or leave --code out")
        case .cohortNumberTaken: Text("cohort list 可查各期", "see cohort list")
        case .stepUnknown(let enrollment, _, _), .noSeat(let enrollment, _), .notCompleted(let enrollment, _):
            Text("enrollment list 可查 \(enrollment) 的状态", "see \(enrollment) in enrollment list")
        case .endsBeforeStart: Text("只上一天的班，两个日期相同", "both days are the same for a class of one day")
        case .zoneNamedTwice: Text("开班的区总是主办区，不必写出", "the zone that sets it up is always a host")
        case .hostsOnly: Text("请主办区办理", "ask a host")
        case .sessionOutsideCohort: Text("用 --on 给出上课日", "give the day with --on")
        case .sessionNotHeldYet: Text("上课之后再登记", "record it afterwards")
        case .sessionRecordedOtherwise: Text("补登到课学员时给同样的日期和学时", "give the same day and hours to add people")
        case .cohortNotEnded, .noSessionRecorded:
            Text("先用 attendance record 登记到课", "record sessions with attendance record")
        case .factsChanged: Text("再评定一次", "evaluate again")
        case .certificateIssued(_, let certificate):
            Text("certificate show \(certificate) 可查", "see certificate show \(certificate)")
        case .verificationMistyped, .noSuchCertificate:
            Text("照纸上的验证码再输一遍", "type the code again as it stands on the paper")
        case .certificateImmutable, .capacityUnclear, .invalid, .quotaUnclear, .moveUnclear: nil
        case .cohortClosed(let cohort): Text("主办区可用 cohort reopen \(cohort) 恢复", "a host may cohort reopen \(cohort)")
        case .zoneWithoutQuota: Text("请主办区分配名额：quota set", "ask a host for a quota: quota set")
        case .otherMode(let cohort, _): Text("见 cohort show \(cohort)", "see cohort show \(cohort)")
        case .keptOut: Text("确需放行时用 --override 写明理由", "an officer may let them in with --override and a reason")
        case .groupNotSplittable: Text("加 --splittable，或分开申请", "add --splittable, or apply one by one")
        case .placesTaken: Text("quota set --unit 可增加", "see quota set --unit")
        case .noSeatLeft(let cohort, _): Text("见 quota board \(cohort)", "see quota board \(cohort)")
        case .drawn: Text("后来的人请报下一期", "latecomers wait for the next cohort")
        case .offerOver: Text("waitlist offer 把名额给下一位", "waitlist offer gives the seat on")
        case .quotaWithoutLimit: Text("先用 quota set --capacity 定名额", "set a capacity first: quota set --capacity")
        case .quotaTooLarge(let cohort, _, _): Text("见 quota board \(cohort)", "see quota board \(cohort)")
        case .capacityBelowTaken: Text("先请他们退出：enrollment withdraw", "withdraw them first: enrollment withdraw")
        case .cohortNotClosed: nil
        case .sameCohort: Text("--to 写另一期", "name another cohort in --to")
        case .signInCodeWrong: Text("看教室里的签到码，或请主办区补登", "see the code in the room, or ask the host")
        case .signedInBefore: Text("更正用 attendance correct", "to mend it, see attendance correct")
        case .cohortJudged: nil
        case .reviewerNotFree: Text("请另一位评审人评分", "ask another reviewer")
        case .releasedTooLate: nil
        }
    }

    public var exit: ExitCode {
        switch self {
        case .factsChanged: .temporary
        case .noSuchCertificate: .no
        case .hostsOnly: .notPermitted
        case .capacityUnclear, .quotaUnclear, .moveUnclear: .usage
        default: .badData
        }
    }
}
