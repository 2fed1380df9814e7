import StartupEligibility
import Store
import Zones

enum EligibilityCommands {
    static let all = [check, card] + decisions + everybody + interview

    static let subject = Field.key("subject", .code, "人员或单位编号", "the code of a person or organization")
    static let asOf = Field.optional("as-of", .day, "按何日（默认今天）", "as of this day (else today)")

    static let knownAt = Field.optional("known-at", .instant, "按何时已登记的情况", "as known at this time")

    static let check = Command(
        "eligibility",
        "check",
        "逐条测算能享受什么、为什么、何时起止",
        "what somebody gets and why, clause by clause, from when until when",
        effect: .read,
        role: .officer,
        fields: [
            subject, .optional("policy", .code, "只测算这项政策", "only this policy"), asOf,
            knownAt,
        ],
        columns: [
            Column("policy", "政策", "policy", .code), Column("part", "部分"), Column("code", "编号", .code),
            Column("outcome", "结论"), Column("amount", "金额"), Column("facts", "事实"), Column("requirement", "要求"),
            Column("article", "条款"), Column("from", "自", "from", .day), Column("until", "至", "until", .day),
            Column("days_left", "剩余天数", "days left", .integer), Column("cure", "补救"), Column("note", "说明"),
            Column("threshold", "阈值"),
        ],
        example: "eligibility check FOUNDER --as-of 2024-10-19",
        .query { invocation, session in
            let policy = try invocation.optionalCode("policy")
            let answers = try answers(invocation, session)
            let output = Output.rows(answers.flatMap(AnswerRows.all))
            guard policy != nil, let verdict = answers.first?.decision.verdict else { return output }
            return output.exiting(verdict == .yes ? .done : verdict == .no ? .no : .undecided)
        }
    )

    static let card = Command(
        "eligibility",
        "card",
        "给创业者的答复卡：一屏看清能享受什么",
        "the answer card for a founder: what they get, on one screen",
        effect: .read,
        role: .officer,
        fields: [subject, asOf],
        example: "eligibility card FOUNDER --as-of 2024-10-19",
        .act { invocation, context in
            let session = try context.session()
            let applicant = try ApplicantStore.find(session, invocation.code("subject"))
            let day = try invocation.optionalDay("as-of") ?? session.today
            let answers = try Assessor(session).answers(session, applicant, on: day)
            return .lines(AnswerCard(applicant, day, answers, context.language).lines)
        }
    )

    static func answers(_ invocation: Invocation, _ session: Session) throws -> [Answer] {
        let applicant = try ApplicantStore.find(session, invocation.code("subject"))
        return try Assessor(session, policy: invocation.optionalCode("policy")).answers(
            session,
            applicant,
            on: invocation.optionalDay("as-of") ?? session.today,
            knownAt: invocation.optionalInstant("known-at")
        )
    }
}
