import StartupEligibility
import Store
import Zones

/// Claims at the window: what an officer does for the applicant.
enum ClaimCommands {
    static let all =
        [open, promise, submit, receive, giveBack] + deciding + [object, settle, withdraw, lapse] + reading

    static let claim = Field.key("claim", .code, "申领编号", "the claim's code")

    static let moved = [Column("code", "编号", "code", .code), Column("state", "状态"), Column("detail", "说明")]

    static func row(_ moved: ClaimStore.Moved) -> Output {
        .row(.code(moved.code), .text(moved.state), .optional(moved.detail))
    }

    static let open = Command(
        "claim",
        "open",
        "按一份测算决定开立申领（草稿）",
        "open a claim, a draft, on a decision that said yes",
        effect: .write,
        role: .officer,
        fields: [
            .required("decision", .code, "测算决定的编号", "the code of a kept decision"),
            .optional("benefit", .code, "哪项待遇（只有一项时可省）", "which benefit, where the policy has several"),
            .optional("spouse", .code, "配偶的人员编号（按家庭计的政策）", "the spouse, where the policy counts by family"),
            .flag("no-spouse", "没有配偶", "there is no spouse"),
            .optional("site", .text, "场地（按场地计的政策）", "the site, where the policy counts by site"), .newCode,
        ],
        columns: moved,
        example: "claim open --decision DE-2024-000001 --code CL-1",
        .write { invocation, _ in
            let verb = ClaimStore.open(
                decision: try invocation.code("decision"),
                benefit: try invocation.optionalCode("benefit"),
                code: try invocation.optionalCode("code"),
                spouse: try invocation.optionalCode("spouse"),
                hasNoSpouse: try invocation.flag("no-spouse"),
                site: try invocation.optionalText("site")
            )
            return PendingWrite(verb) { .row(.code($0.code), .text($0.state), nil, made: $0.code) }
        }
    )

    static let promise = Command(
        "claim",
        "promise",
        "容缺承诺：这份材料在政策规定的天数内补交",
        "promise a document now and bring it within the policy's days",
        effect: .write,
        role: .officer,
        fields: [claim, .required("requirement", .code, "材料编号", "the code of the required document")],
        columns: [
            Column("code", "编号", "code", .code), Column("requirement", "材料", .code),
            Column("until", "期限", "until", .day),
        ],
        example: "claim promise CL-1 --requirement LEASE",
        .write { invocation, _ in
            let verb = ClaimStore.promise(
                try invocation.code("claim"),
                requirement: try invocation.code("requirement")
            )
            return PendingWrite(verb) { .row(.code($0.code), .code($0.state), .optional($0.detail)) }
        }
    )

    static let submit = Command(
        "claim",
        "submit",
        "提交申领，按今天的事实重新测算；退回补正后再次提交也用它",
        "submit a claim, decided anew by the facts of today; also after a return",
        effect: .write,
        role: .officer,
        fields: [claim],
        columns: moved,
        example: "claim submit CL-1",
        .act { invocation, context in
            let session = try context.session()
            return row(
                try session.perform(
                    ClaimStore.submit(try assessment(session, invocation.code("claim"))),
                    as: invocation.request
                )
            )
        }
    )

    static func assessment(_ session: Session, _ code: Code) throws -> ClaimAssessment {
        let claim = try ClaimStore.show(session, code)
        return try ClaimAssessor(session, policy: claim.policy).assess(claim)
    }

    static let receive = Command(
        "claim",
        "receive",
        "受理：材料齐全或已承诺",
        "receive a claim that is complete, or promised",
        effect: .write,
        role: .officer,
        fields: [claim],
        columns: moved,
        example: "claim receive CL-1",
        .write { invocation, _ in PendingWrite(ClaimStore.receive(try invocation.code("claim")), row) }
    )

    static let giveBack = Command(
        "claim",
        "return",
        "退回申请人；受理前一次告知全部缺的材料",
        "give a claim back; before receipt it tells everything that is missing, once",
        effect: .write,
        role: .officer,
        fields: [claim, .optional("reason", .prose, "理由（材料齐全时必填）", "why; needed when nothing is missing")],
        columns: moved,
        example: "claim return CL-1 --reason 合同页缺签字",
        .write { invocation, _ in
            PendingWrite(
                ClaimStore.giveBack(try invocation.code("claim"), reason: try invocation.optionalText("reason")),
                row
            )
        }
    )

    static let withdraw = Command(
        "claim",
        "withdraw",
        "申请人撤回；已预留的钱释放",
        "the applicant withdraws; what was reserved is free again",
        effect: .write,
        role: .officer,
        fields: [claim, .optional("reason", .prose, "理由，记入事件", "why; kept in the event")],
        columns: moved,
        example: "claim withdraw CL-1 --reason 本人放弃",
        .write { invocation, _ in
            PendingWrite(
                ClaimStore.withdraw(try invocation.code("claim"), reason: try invocation.optionalText("reason")),
                row
            )
        }
    )

    static let lapse = Command(
        "claim",
        "lapse",
        "承诺逾期未补，或退回后逾期未补正：申领失效",
        "a promise was not kept or a return not answered in time: the claim lapses",
        effect: .write,
        role: .officer,
        fields: [claim],
        columns: moved,
        example: "claim lapse CL-1",
        .write { invocation, _ in PendingWrite(ClaimStore.lapse(try invocation.code("claim")), row) }
    )
}
