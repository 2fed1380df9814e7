import StartupEligibility
import Store
import Zones

/// The lines of a version that stand around its clauses: other policies, documents, procedure.
enum SurroundingCommands {
    static let all = [exclusion, requirement, step]

    private static let code = Field.required("code", .code, "编号", "its code")
    private static let zh = Field.required("zh", .text, "中文名", "name in Chinese")
    private static let en = Field.optional("en", .text, "英文名", "name in English")

    static let exclusion = Command(
        "exclusion",
        "add",
        "写明与另一项政策能否同享",
        "say how a draft stands to another policy",
        effect: .write,
        role: .officer,
        fields: [
            PolicyCommands.policyField, PolicyCommands.versionField,
            .required("with", .code, "另一项政策", "the other policy's code"),
            .required("mode", .choice(of: ExclusionMode.self), "不可同享、就高、扣减前者、可同享", "how they go together"),
            .required("article", .text, "条款出处", "the article that says so"),
        ],
        columns: [Column("with", "另一政策", "with", .code)],
        example: "exclusion add --policy RENT --version 2024 --with NT-STARTUP --mode higher-only --article 第六条",
        .write { invocation, _ in
            let key = try PolicyCommands.key(invocation)
            let exclusion = Exclusion(
                policy: key.policy.text,
                other: try invocation.code("with").text,
                mode: try invocation.choice("mode", as: ExclusionMode.self),
                article: try invocation.text("article")
            )
            return PendingWrite(PolicyStore.add(exclusion, to: key)) { .row(.code($0)) }
        }
    )

    static let requirement = Command(
        "requirement",
        "add",
        "给版本加一份所需材料；可容缺的给出补交天数",
        "add a document that an applicant brings, or promises within so many days",
        effect: .write,
        role: .officer,
        fields: [
            PolicyCommands.policyField, PolicyCommands.versionField, code, zh, en,
            .optional("fact", .code, "证明哪项事实", "the fact that it proves"),
            .optional("deferrable-days", .integer(1...3660), "承诺后几日内补交", "within so many days of a promise"),
        ],
        columns: [Column("code", "编号", .code)],
        example: "requirement add --policy RENT --version 2024 --code LICENCE --zh 营业执照 --fact registered_on",
        .write { invocation, _ in
            let requirement = Requirement(
                code: try invocation.code("code").text,
                titleZh: try invocation.text("zh"),
                titleEn: try invocation.optionalText("en") ?? "",
                fact: try invocation.optionalCode("fact")?.text,
                deferrableDays: try invocation.optionalInteger("deferrable-days")
            )
            return PendingWrite(PolicyStore.add(requirement, to: try PolicyCommands.key(invocation))) {
                .row(.code($0))
            }
        }
    )

    static let step = Command(
        "step",
        "add",
        "给版本加一个办理环节：谁办、几天",
        "add a step of the procedure: who acts, within how many days",
        effect: .write,
        role: .officer,
        fields: [
            PolicyCommands.policyField, PolicyCommands.versionField, code, zh, en,
            .required("actor", .text, "谁办", "who acts"),
            .required("days", .integer(0...3660), "几天", "within so many days"),
            .defaulted(
                "unit",
                .choice(of: ProcessStep.Unit.self),
                to: "working",
                "工作日或自然日",
                "working or calendar days"
            ),
        ],
        columns: [Column("code", "编号", .code)],
        example: "step add --policy RENT --version 2024 --code REVIEW --zh 初审 --actor 街道 --days 3",
        .write { invocation, _ in
            let step = ProcessStep(
                code: try invocation.code("code").text,
                titleZh: try invocation.text("zh"),
                titleEn: try invocation.optionalText("en") ?? "",
                actor: try invocation.text("actor"),
                days: try invocation.integer("days"),
                unit: try invocation.choice("unit", as: ProcessStep.Unit.self)
            )
            return PendingWrite(PolicyStore.add(step, to: try PolicyCommands.key(invocation))) { .row(.code($0)) }
        }
    )
}
