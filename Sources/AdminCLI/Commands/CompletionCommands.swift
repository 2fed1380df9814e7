import Store
import TalentEnrollment
import Zones

enum CompletionCommands {
    static let all = [evaluate, rule, examine, list]

    static let evaluate = Command(
        "completion",
        "evaluate",
        "按结业规则评定一期的全体学员",
        "judge everybody in a cohort by its completion rule",
        effect: .write,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: [
            Column("enrollment", "报名编号", "enrollment", .code), Column("verdict", "结论"),
            Column("attended", "到课", "attended", .integer), Column("sessions", "课次", "sessions", .integer),
            Column("needed", "应到", "needed", .integer),
            Column("hours", "学时", "hours", .integer), Column("reasons", "原因", "reasons"),
        ],
        example: "completion evaluate NIGHT-1",
        .act { invocation, context in
            let completions = try CompletionStore.evaluate(
                context.session(),
                cohort: invocation.code("cohort"),
                as: invocation.request
            )
            return .rows(
                completions.map {
                    [
                        .code($0.enrollment), .text($0.judgement.verdict.rawValue), .integer($0.attended),
                        .integer($0.recorded), .integer($0.needed), .integer($0.facts.hours),
                        .text($0.judgement.reasons.map(word).joined(separator: ",")),
                    ]
                }
            )
        }
    )

    /// A reason in one word.
    private static func word(_ reason: Judgement.Reason) -> String {
        switch reason {
        case .noSession: "no-session"
        case .attendedTooFew: "attended-too-few"
        case .hoursTooFew: "hours-too-few"
        case .leaveTooLong: "leave-too-long"
        case .notExamined: "not-examined"
        case .examinationFailed: "examination-failed"
        }
    }

    static let rule = Command(
        "completion",
        "rule",
        "给一个班定新版结业规则；此日起开班的各期适用",
        "a new version of what it takes to complete a program, for cohorts that start from a day on",
        effect: .write,
        role: .officer,
        fields: [
            .key("program", .code, "班的编号", "the program's code"),
            .required("from", .day, "从哪天起开班的各期", "the first day of cohorts that it is for"),
            .required("share", .integer(0...100), "到课比例（百分之几）", "share to attend, percent"),
            .defaulted(
                "counts",
                .choice(of: CompletionRule.Counting.self),
                to: "sessions",
                "按课次还是学时",
                "of sessions or of hours"
            ),
            .flag("examination", "须考试合格", "an examination must be passed"),
            .optional(
                "leave-one-in",
                .integer(1...1000),
                "请假超过几分之一即退学（干部班为 7）",
                "leave above one in so many is a dismissal"
            ),
        ],
        columns: [Column("program", "班", "program", .code), Column("version", "版本", "version", .integer)],
        example: "completion rule LIJIAN --from 2024-09-01 --share 80 --counts hours --leave-one-in 7",
        .write { invocation, _ in
            let program = try invocation.code("program")
            let rule = CompletionRule(
                attendedShare: Rate(partsPerMillion: Int64(try invocation.integer("share")) * 10_000),
                counts: try invocation.choice("counts", as: CompletionRule.Counting.self),
                needsExamination: try invocation.flag("examination"),
                leaveOneIn: try invocation.optionalInteger("leave-one-in")
            )
            return PendingWrite(CompletionStore.add(rule, to: program, from: try invocation.day("from"))) {
                .row(.code(program.text), .integer($0))
            }
        }
    )

    static let examine = Command(
        "completion",
        "examine",
        "登记考试结果",
        "record what an examination found",
        effect: .write,
        role: .officer,
        fields: [
            .key("enrollment", .code, "报名编号", "the enrollment's code"),
            .required("result", .choice(of: CompletionFacts.Examination.self), "结果", "the result"),
        ],
        columns: [Column("enrollment", "报名编号", "enrollment", .code), Column("result", "结果", "result")],
        example: "completion examine E-FOUNDER --result passed",
        .write { invocation, _ in
            let result = try invocation.choice("result", as: CompletionFacts.Examination.self)
            return PendingWrite(CompletionStore.examine(try invocation.code("enrollment"), result)) {
                .row(.code($0), .text(result.rawValue))
            }
        }
    )

    static let list = Command(
        "completion",
        "list",
        "各期各区的结业情况",
        "completion by cohort and zone",
        effect: .read,
        role: .officer,
        columns: [
            Column("cohort", "期", "cohort", .code), Column("program", "班", "program", .code),
            Column("zone", "区", "zone", .code), Column("seats", "学员", "seats", .integer),
            Column("completed", "结业", "completed", .integer), Column("failed", "未结业", "failed", .integer),
            Column("undecided", "未评定", "undecided", .integer), Column("hours", "学时合计", "hours", .integer),
        ],
        example: "completion list",
        .query { _, session in
            .rows(
                try CompletionStore.figures(session).map {
                    [
                        .code($0.cohort.text), .code($0.program.text), .code($0.zone.text), .integer($0.seats),
                        .integer($0.completed), .integer($0.failed), .integer($0.undecided), .integer($0.hours),
                    ]
                }
            )
        }
    )
}
