import ProjectHandoff
import Store
import Zones

enum ObligationCommands {
    static let all = [add, correct, keep, list]

    static let add = Command(
        "obligation",
        "add",
        "登记项目的承诺事项（随项目移交）",
        "record a promise or demand of a project, which goes where the project goes",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("project", .code, "项目编号", "the project's code"), HandoffCommands.part,
            .required("what", .text, "事项", "what"), .required("due", .day, "期限", "the last day"),
            .optional("person", .code, "责任人", "who answers for it"),
            .optional("measure", .code, "承诺的指标", "a measure that is promised"),
            .optional("amount", .money, "承诺的金额", "how much of it"), .newCode,
        ],
        columns: [Column("code", "编号", .code)],
        example: "obligation add --project SENSOR --what 提交能评报告 --due 2024-12-31 --code XO-1",
        .write { invocation, _ in
            let draft = ObligationStore.Draft(
                part: try invocation.code("part"),
                what: try invocation.text("what"),
                dueOn: try invocation.day("due"),
                person: try invocation.optionalCode("person"),
                measure: try invocation.optionalCode("measure").map { CreditMeasure(rawValue: $0.text) },
                amount: try invocation.optionalMoney("amount")
            )
            let verb = ObligationStore.add(
                try invocation.code("project"),
                draft,
                code: try invocation.optionalCode("code")
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let correct = Command(
        "obligation",
        "correct",
        "更正承诺事项，或恢复误办结的",
        "correct an obligation, or open one again that was not met",
        effect: .write,
        role: .coordinator,
        fields: [
            .key("obligation", .code, "编号", "its code"), .optional("what", .text, "事项", "what"),
            .optional("due", .day, "期限", "the last day"), .optional("person", .code, "责任人", "who answers for it"),
            .flag("reopen", "并未办结", "it was not met"), .reason,
        ],
        columns: [Column("code", "编号", .code)],
        example: "obligation correct XO-1 --due 2025-01-31 --reason 误填",
        .write { invocation, _ in
            var correction = ObligationStore.Correction()
            correction.what = try invocation.optionalText("what")
            correction.dueOn = try invocation.optionalDay("due")
            correction.person = try invocation.optionalCode("person")
            correction.isReopened = try invocation.flag("reopen")
            let verb = ObligationStore.correct(
                try invocation.code("obligation"),
                correction,
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let keep = Command(
        "obligation",
        "keep",
        "承诺事项已办结",
        "note that an obligation was met",
        effect: .write,
        role: .coordinator,
        fields: [
            .key("obligation", .code, "编号", "its code"),
            .optional("on", .day, "日期（默认今日）", "the day, today by default"),
        ],
        columns: [Column("code", "编号", .code)],
        example: "obligation keep XO-1",
        .write { invocation, _ in
            PendingWrite(
                ObligationStore.keep(try invocation.code("obligation"), on: try invocation.optionalDay("on"))
            ) { .row(.code($0)) }
        }
    )

    static let list = Command(
        "obligation",
        "list",
        "列出承诺事项：期限、责任、承诺与实际",
        "list obligations: when, whose, and promise against actual",
        effect: .read,
        role: .coordinator,
        fields: [
            .optional("project", .code, "项目编号", "only of this project"),
            .flag("open", "只列未办结的", "only those that are open"),
        ],
        columns: [
            Column("code", "编号", .code), Column("project", "项目", .code), Column("what", "事项"),
            Column("due_on", "期限", "due on", .day), Column("holder", "责任区", "held by", .code),
            Column("person", "责任人", .code), Column("kept_on", "办结日", "met on", .day), Column("measure", "指标"),
            Column("promised", "承诺", .money), Column("actual", "实际", .money),
        ],
        example: "obligation list --open",
        .query { invocation, session in
            .rows(
                try ObligationStore.list(
                    session,
                    project: invocation.optionalCode("project"),
                    onlyOpen: invocation.flag("open")
                ).map {
                    [
                        .code($0.code.text), .code($0.project.text), .text($0.what), .day($0.dueOn),
                        .code($0.holder.text), .optional($0.person?.text), .optional($0.keptOn),
                        .optional($0.measure?.rawValue), .optional($0.promised), .optional($0.actual),
                    ]
                }
            )
        }
    )
}
