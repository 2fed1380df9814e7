import Casework
import TalentEnrollment

extension EnrollmentRejection: Explained {
    public var zh: String {
        switch self {
        case .cohortOver(let cohort, let lastDay): "\(cohort) 已于 \(lastDay) 结束，不能再报名或退出"
        case .alreadyInCohort(let cohort, let person):
            person.isEmpty ? "同一人在这一期已有名额或候补" : "\(person) 在 \(cohort) 已有名额或候补（按本人身份计，不论由哪个区登记）"
        case .codeTaken: "这个编号已经用过"
        case .cohortNumberTaken: "这个班已有这一期"
        case .stepUnknown(let enrollment, let state, let step):
            "\(enrollment) 现为\(Self.name(state, .zh))，不能\(Self.name(step, .zh))"
        case .endsBeforeStart: "最后一天早于第一天"
        case .zoneNamedTwice: "同一个区不能既主办又参加"
        case .hostsOnly(let cohort): "只有 \(cohort) 的主办区可以这样做"
        case .sessionOutsideCohort(let session, let day, let first, let last):
            "课次 \(session) 的日期 \(day) 不在本期 \(first) 至 \(last) 之内"
        case .sessionNotHeldYet(let session, let day): "课次 \(session) 在 \(day)，尚未上课"
        case .sessionRecordedOtherwise(let session, let day, let hours):
            "课次 \(session) 已登记为 \(day)、\(hours) 学时，与这次不同"
        case .noSeat(let enrollment, let state): "\(enrollment) 现为\(Self.name(state, .zh))，没有名额，不能登记到课"
        case .cohortNotEnded(let cohort, let lastDay): "\(cohort) 到 \(lastDay) 才结束，还不能评定结业"
        case .noSessionRecorded(let cohort): "\(cohort) 没有登记过课次，无从评定"
        case .factsChanged(let cohort): "评定 \(cohort) 期间到课记录或规则有变"
        case .notCompleted(let enrollment, let state): "\(enrollment) 现为\(Self.name(state, .zh))，未结业，不能发证"
        case .certificateIssued(let enrollment, let certificate): "\(enrollment) 已有证书 \(certificate)"
        case .certificateImmutable(let certificate): "证书 \(certificate) 一经颁发不得改动"
        case .capacityUnclear: "名额：--capacity 和 --unlimited 须给且只给一个"
        case .verificationMistyped(let refusal): "验证码有误：\(Self.fault(refusal, .zh))"
        case .noSuchCertificate(let code): "没有验证码为 \(code) 的证书"
        case .invalid(let rule): "数据不符合规则 \(rule)"
        default: placesTold.zh
        }
    }

    public var en: String {
        switch self {
        case .cohortOver(let cohort, let lastDay): "\(cohort) ended on \(lastDay): nobody comes or goes any more"
        case .alreadyInCohort(let cohort, let person):
            person.isEmpty
                ? "one natural person would be in the cohort twice"
                : "\(person) is in \(cohort) or its queue already (counted by the natural person, whichever zone entered it)"
        case .codeTaken: "the code is taken"
        case .cohortNumberTaken: "the program has a cohort of that number"
        case .stepUnknown(let enrollment, let state, let step):
            "\(enrollment) is \(Self.name(state, .en)): there is no way to \(Self.name(step, .en))"
        case .endsBeforeStart: "the last day lies before the first"
        case .zoneNamedTwice: "a zone is host or guest, not both"
        case .hostsOnly(let cohort): "only a host of \(cohort) may do this"
        case .sessionOutsideCohort(let session, let day, let first, let last):
            "session \(session) on \(day) lies outside the cohort's days, \(first) to \(last)"
        case .sessionNotHeldYet(let session, let day): "session \(session) is on \(day), which is still to come"
        case .sessionRecordedOtherwise(let session, let day, let hours):
            "session \(session) is on record with \(day) and \(hours) hours"
        case .noSeat(let enrollment, let state): "\(enrollment) is \(Self.name(state, .en)) and holds no seat"
        case .cohortNotEnded(let cohort, let lastDay): "\(cohort) runs until \(lastDay): too early to judge completion"
        case .noSessionRecorded(let cohort): "no session of \(cohort) was recorded: nothing to judge by"
        case .factsChanged(let cohort): "attendance or the rule changed while \(cohort) was judged"
        case .notCompleted(let enrollment, let state): "\(enrollment) is \(Self.name(state, .en)), not completed"
        case .certificateIssued(let enrollment, let certificate): "\(enrollment) has its certificate, \(certificate)"
        case .certificateImmutable(let certificate): "certificate \(certificate) is never changed"
        case .capacityUnclear: "give --capacity or --unlimited, one of the two"
        case .verificationMistyped(let refusal): "no verification code looks like this: \(Self.fault(refusal, .en))"
        case .noSuchCertificate(let code): "no certificate has the verification code \(code)"
        case .invalid(let rule): "the data breaks the rule \(rule)"
        default: placesTold.en
        }
    }

    /// A state or step in words; one that this program does not know is shown as it is stored.
    static func name(_ word: String, _ language: Language) -> String {
        let known: [String: Text] = [
            "waitlisted": Text("候补", "on the waitlist"), "enrolled": Text("在册", "enrolled"),
            "withdrawn": Text("已退出", "withdrawn"), "completed": Text("已结业", "completed"),
            "failed": Text("未结业", "failed"), "promote": Text("递补", "promote"), "withdraw": Text("退出", "withdraw"),
            "complete": Text("结业", "complete"), "fail": Text("判为未结业", "fail"),
            "applied": Text("已申请", "applied"), "under_review": Text("评审中", "under review"),
            "admitted": Text("已录取", "admitted"), "rejected": Text("未录取", "rejected"),
            "review": Text("评分", "score it"), "reject": Text("不予录取", "reject"), "confirm": Text("确认", "confirm"),
            "decline": Text("放弃", "decline"), "reinstate": Text("恢复", "reinstate"), "transfer": Text("转班", "transfer"),
        ]
        return known[word]?[language] ?? word
    }

    private static func fault(_ refusal: VerificationCode.Refusal, _ language: Language) -> String {
        let text =
            switch refusal {
            case .length(let count): Text("应为 12 个字符，这里有 \(count) 个", "12 characters are needed, there are \(count)")
            case .foreignCharacter: Text("只用数字和字母", "it has digits and letters only")
            case .check: Text("校验字符不符", "the check character does not fit")
            }
        return text[language]
    }
}
