import StartupEligibility
import Store
import Zones

extension EligibilityCommands {
    static let decisions = [decide, replay, letter]

    static let decide = Command(
        "eligibility",
        "decide",
        "测算并留存为决定，供申领；留存后不再改动",
        "decide and keep the decision, for a claim; it never changes afterwards",
        effect: .write,
        role: .officer,
        fields: [subject, PolicyCommands.policyField, asOf, knownAt],
        columns: [
            Column("code", "决定编号", "decision", .code), Column("verdict", "结论"), Column("amount", "金额"),
            Column("version", "版本", "version", .code), Column("note", "说明"),
        ],
        example: "eligibility decide FOUNDER --policy RENT --as-of 2024-10-19",
        .act { invocation, context in
            let session = try context.session()
            guard let answer = try answers(invocation, session).first else {
                throw EligibilityRejection.notApplicable(policy: try invocation.code("policy").text)
            }
            let code = try session.perform(
                DecisionStore.record(
                    answer,
                    of: invocation.code("subject"),
                    knownAt: invocation.optionalInstant("known-at")
                ),
                as: invocation.request
            )
            return .row(
                .code(code),
                .text(answer.decision.verdict.word),
                .text(answer.rules.sum(answer.awards).text),
                .code(answer.head.code.text),
                .optional(answer.isAssumed ? Wording.assumed.zh : nil),
                made: code
            )
        }
    )

    static let replay = Command(
        "eligibility",
        "replay",
        "按留存的事实和版本重算一个决定，逐字节比对",
        "decide once more from what was kept and compare byte for byte",
        effect: .read,
        role: .officer,
        fields: [.key("decision", .code, "决定编号", "the decision's code")],
        columns: [
            Column("decision", "决定", "decision", .code), Column("subject", "对象", "subject", .code),
            Column("policy", "政策", "policy", .code), Column("version", "版本", "version", .code),
            Column("as_of", "按何日", "as of", .day), Column("verdict", "结论"), Column("same", "一致", .flag),
            Column("answer", "内容"),
        ],
        example: "eligibility replay DE-2024-000001",
        .query { invocation, session in
            let kept = try DecisionStore.show(session, invocation.code("decision"))
            let isSame = try DecisionStore.replay(session, kept).utf8.elementsEqual(kept.answer.utf8)
            let output = Output.row(
                .code(kept.code.text),
                .code(kept.subject.text),
                .code(kept.policy.text),
                .code(kept.version.text),
                .day(kept.asOf),
                .text(kept.verdict.word),
                .flag(isSame),
                .text(kept.answer)
            )
            return isSame ? output : output.exiting(.no)
        }
    )

    static let letter = Command(
        "eligibility",
        "letter",
        "可打印的答复，每项政策一节；--html 给出网页",
        "the printable answer, a section for each policy; with --html as a page",
        effect: .read,
        role: .officer,
        fields: [
            subject, .optional("policy", .code, "只答复这项政策", "only this policy"), asOf,
            .flag("html", "输出可打印的 HTML", "write printable HTML"),
        ],
        example: "eligibility letter FOUNDER --as-of 2024-10-19 --html",
        .act { invocation, context in
            let session = try context.session()
            let applicant = try ApplicantStore.find(session, invocation.code("subject"))
            let day = try invocation.optionalDay("as-of") ?? session.today
            let answers = try Assessor(session, policy: invocation.optionalCode("policy")).answers(
                session,
                applicant,
                on: day
            )
            let letter = AnswerLetter(applicant, day, answers, context.language)
            return .lines(try invocation.flag("html") ? letter.html : letter.lines)
        }
    )
}
