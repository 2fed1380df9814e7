import StartupEligibility
import Store
import Zones

/// The lines of which a version is made.
enum ProvisionCommands {
    static let all = [parameter, clause, benefit, workedCase]

    private static let code = Field.required("code", .code, "编号", "its code")
    private static let article = Field.required("article", .text, "条款出处", "the article that says so")
    private static let columns = [Column("code", "编号", .code)]

    static let parameter = Command(
        "parameter",
        "add",
        "给版本加一个参数，条款中写作 $编号",
        "add a parameter to a draft; clauses name it $code",
        effect: .write,
        role: .officer,
        fields: [
            PolicyCommands.policyField, PolicyCommands.versionField, code,
            .required("type", .choice(["day", "integer", "money", "rate", "code"]), "类型", "type"),
            .required("value", .text, "值", "value"),
            .optional(
                "unit",
                .choice(["months", "days", "people", "hours", "square_metres", "times"]),
                "整数的单位",
                "what an integer counts"
            ),
            article, .optional("from", .day, "自何日起（默认版本生效日）", "from this day on (else the version's first)"),
            .optional("basis", .text, "依据的文件", "the document behind it"),
            .flag("assumed", "未公布，暂为假定", "not published: an assumption"),
        ],
        columns: columns,
        example:
            "parameter add --policy RENT --version 2024 --code cap --type money --value 5000 --article 第三条 --assumed",
        .write { invocation, _ in
            let parameter = Parameter(
                code: try invocation.code("code").text,
                type: try invocation.choice("type", as: FactType.self),
                unit: try invocation.optionalChoice("unit"),
                text: try invocation.text("value"),
                from: try invocation.optionalDay("from"),
                article: try invocation.text("article"),
                basis: try invocation.optionalText("basis"),
                isAssumed: try invocation.flag("assumed")
            )
            return PendingWrite(PolicyStore.add(parameter, to: try PolicyCommands.key(invocation))) { .row(.code($0)) }
        }
    )

    static let clause = Command(
        "clause",
        "add",
        "给版本加一条条件：各组都须成立，组内任一备选成立即可",
        "add a condition to a draft: every group must hold, a group by any of its alternatives",
        effect: .write,
        role: .officer,
        fields: [
            PolicyCommands.policyField, PolicyCommands.versionField, code,
            .optional("group", .code, "组（默认自成一组）", "its group (else one of its own)"),
            .defaulted("alternative", .integer(1...99), to: "1", "组内第几种备选", "which alternative of the group"),
            .required("when", .prose, "条件，如 within 36 months of registered_on", "the condition"),
            article, .required("zh", .text, "中文表述", "wording in Chinese"),
            .optional("en", .text, "英文表述", "wording in English"),
            .required("cure", .choice(of: Cure.self), "不符合时由谁补救", "who can mend a no"),
        ],
        columns: columns,
        example: """
            clause add --policy RENT --version 2024 --code YOUNG-FIRM --when "within 36 months of registered_on" \
            --article 第二条 --zh 登记注册3年以内 --cure nobody
            """,
        .write { invocation, _ in
            let code = try invocation.code("code").text
            let clause = Clause(
                code: code,
                group: try invocation.optionalCode("group")?.text,
                alternative: try invocation.integer("alternative"),
                condition: try invocation.text("when"),
                article: try invocation.text("article"),
                wordingZh: try invocation.text("zh"),
                wordingEn: try invocation.optionalText("en") ?? "",
                cure: try invocation.choice("cure", as: Cure.self)
            )
            return PendingWrite(try PolicyStore.add(clause, to: try PolicyCommands.key(invocation))) { .row(.code($0)) }
        }
    )

    static let benefit = Command(
        "benefit",
        "add",
        "给版本加一项待遇，金额是公式",
        "add what a draft gives; the amount is a formula",
        effect: .write,
        role: .officer,
        fields: [
            PolicyCommands.policyField, PolicyCommands.versionField, code,
            .defaulted("kind", .choice(of: BenefitKind.self), to: "grant", "种类", "kind"),
            .required("zh", .text, "中文名", "name in Chinese"), .optional("en", .text, "英文名", "name in English"),
            article, .required("amount", .prose, "金额公式", "formula of the amount"),
            .optional("when", .prose, "另须满足的条件", "a condition of its own"),
            .optional("ends", .prose, "发放后何时终止", "what ends it after it was granted"),
            .optional("stage", .integer(1...20), "分期的第几期", "which stage"),
            .optional("cap", .prose, "上限公式", "formula of the cap"),
            .optional("cap-scope", .choice(of: Scope.self), "上限按谁合计", "over whom the cap is summed"),
            .optional("once-per", .list(.choice(of: Scope.self)), "谁只能享受一次", "who gets it once"),
            .optional("months", .prose, "按月的月数公式", "for how many months"),
            .optional("spread", .rate, "贷款利率在 LPR 之上（百分点）", "the loan's rate above the LPR, in percent"),
            .optional("subsidy", .rate, "贴息占利息的百分数", "the part of the interest that is paid, in percent"),
            .optional("years", .integer(0...30), "贴息几年", "for how many years"),
            .optional("payers", .list(.text), "出资：层级=百分数", "who pays: layer=percent"),
        ],
        columns: columns,
        example: """
            benefit add --policy RENT --version 2024 --code RENT --zh 场地租金补贴 --article 第三条 \
            --amount "min($cap, 80 percent of $cap)" --payers city=50,zone=50
            """,
        .write { invocation, _ in
            PendingWrite(try PolicyStore.add(try draft(invocation), to: try PolicyCommands.key(invocation))) {
                .row(.code($0))
            }
        }
    )

    private static func draft(_ invocation: Invocation) throws -> Benefit {
        let scopes = try invocation.list("once-per") { if case .choice(let word) = $0 { word } else { nil } }
        return Benefit(
            code: try invocation.code("code").text,
            kind: try invocation.choice("kind", as: BenefitKind.self),
            nameZh: try invocation.text("zh"),
            nameEn: try invocation.optionalText("en") ?? "",
            article: try invocation.text("article"),
            amount: try invocation.text("amount"),
            condition: try invocation.optionalText("when"),
            ending: try invocation.optionalText("ends"),
            stage: try invocation.optionalInteger("stage"),
            cap: try invocation.optionalText("cap"),
            capScope: try invocation.optionalChoice("cap-scope", as: Scope.self),
            oncePer: scopes.compactMap(Scope.init),
            months: try invocation.optionalText("months"),
            spread: try invocation.optionalRate("spread"),
            subsidy: try invocation.optionalRate("subsidy"),
            subsidisedYears: try invocation.optionalInteger("years"),
            payers: try invocation.texts("payers").map { text in
                guard let payer = Benefit.Payer(text) else { throw EligibilityRejection.payersUnclear }
                return payer
            }
        )
    }

    static let workedCase = Command(
        "case",
        "add",
        "给版本加一个样例：事实和应得的答案，不符则不能发布",
        "add a worked case to a draft: facts and the answer they must get, or it is not published",
        effect: .write,
        role: .officer,
        fields: [
            PolicyCommands.policyField, PolicyCommands.versionField, code,
            .required("as-of", .day, "何日", "on this day"),
            .required("facts", .prose, "事实：名称=值; 名称=值", "facts: name=value; name=value"),
            .required("expect", .choice(["yes", "no", "unknown"]), "应得的结论", "the verdict"),
            .optional("amount", .money, "应得的金额", "the amount"), .optional("source", .text, "出处", "where it is from"),
        ],
        columns: columns,
        example: """
            case add --policy RENT --version 2024 --code NEW --as-of 2024-06-01 --facts "registered_on=2024-01-01" \
            --expect yes --amount 4000
            """,
        .write { invocation, _ in
            let example = WorkedCase(
                code: try invocation.code("code").text,
                asOf: try invocation.day("as-of"),
                facts: try invocation.text("facts"),
                verdict: Ternary(word: try invocation.choice("expect")) ?? .unknown,
                amount: try invocation.optionalMoney("amount"),
                source: try invocation.optionalText("source")
            )
            return PendingWrite(PolicyStore.add(example, to: try PolicyCommands.key(invocation))) { .row(.code($0)) }
        }
    )
}
