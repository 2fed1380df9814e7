import ProjectHandoff
import Store
import Zones

extension LeadCommands {
    static let correct = Command(
        "lead",
        "correct",
        "更正线索；信用代码改变时首谈权重新排队",
        "correct a lead; with another credit code it stands last for that firm",
        effect: .write,
        role: .coordinator,
        fields: [
            key, .optional("org", .organizationName, "企业名称", "the firm's name"),
            .optional("credit-code", .creditCode, "统一社会信用代码", "its credit code"),
            .optional("industry", .text, "行业", "industry"), .optional("source", .text, "来源", "source"),
            .optional("region", .text, "地区", "region"),
            .optional("investment", .money, "拟投资额", "intended investment"),
            .defaulted("currency", .choice(of: Investment.Currency.self), to: "CNY", "币种", "its currency"), .reason,
        ],
        columns: standing,
        example: "lead correct L-1 --industry 智能装备 --reason 误填",
        .write { invocation, _ in
            var correction = LeadStore.Correction()
            correction.organization = try invocation.optionalOrganizationName("org")
            correction.creditCode = try invocation.optionalCreditCode("credit-code")
            correction.industry = try invocation.optionalText("industry")
            correction.source = try invocation.optionalText("source")
            correction.region = try invocation.optionalText("region")
            correction.investment = try ProjectCommands.investment(invocation)
            let verb = LeadStore.correct(
                try invocation.code("lead"),
                correction,
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb, output)
        }
    )
}
