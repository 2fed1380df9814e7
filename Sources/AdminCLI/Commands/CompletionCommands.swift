import Store
import TalentEnrollment
import Zones

enum CompletionCommands {
    static let all = [evaluate]

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
                        .integer($0.recorded), .integer($0.needed),
                    ]
                }
            )
        }
    )
}
