import ProjectHandoff
import Store
import Zones

extension HandoffCommands {
    /// The fields of terms of credit.
    private static let terms: [Field] =
        [
            .defaulted("credit", .rate, to: "50", "各项指标中移交方的份额（百分数）", "the sender's share of credit, in percent"),
            .optional("receiver-credit", .rate, "承接方的份额，须与移交方合计为百", "the receiver's; both must sum to 100"),
        ]
        + CreditMeasure.usual.map {
            .optional($0.rawValue, .rate, "\($0.zh)中移交方的份额（百分数）", "the sender's share of \($0.rawValue), in percent")
        } + [
            .optional("double", .list(.code), "两边都计的指标，全市合计只计一次", "measures that count on both sides"),
            .defaulted("floor", .money, to: "0", "移交方每年保底金额", "what the sender has of a year at least"),
            .optional("years", .integer(1...50), "共享多少年（默认按指标）", "for how many years, else those of the measures"),
        ]

    static func creditTerms(_ invocation: Invocation) throws -> CreditTerms {
        var named: [CreditMeasure: Rate] = [:]
        for measure in CreditMeasure.usual { named[measure] = try invocation.optionalRate(measure.rawValue) }
        let split = try CreditSplit(
            sender: invocation.rate("credit"),
            named: named,
            receiver: invocation.optionalRate("receiver-credit")
        )
        return CreditTerms(
            split,
            doubles: try invocation.codes("double").map { CreditMeasure(rawValue: $0.text) },
            floor: try invocation.money("floor"),
            years: try invocation.optionalInteger("years").map { Int32($0) }
        )
    }

    private static let offering: [Field] =
        [part, .reason] + terms + [
            .defaulted("keeps", .choice(["status", "read"]), to: "status", "移交后本区仍可见什么", "what the sender still sees"),
            .optional("preview", .list(.code), "承接前即可见的材料编号", "documents that are shown before acceptance"),
            .newCode,
        ]

    private static func details(_ invocation: Invocation) throws -> HandoffStore.Offer {
        HandoffStore.Offer(
            part: try invocation.code("part"),
            reason: try invocation.text("reason"),
            terms: try creditTerms(invocation),
            keeps: try invocation.choice("keeps", as: ProjectLevel.self),
            preview: try invocation.codes("preview")
        )
    }

    private static let offered = Field.required("project", .code, "项目编号", "the project's code")

    private static func answer(_ moved: [HandoffStore.Moved]) -> Output {
        var output = Output.rows(moved.map(cells))
        output.made = moved.last?.code
        return output
    }

    static let offer = Command(
        "handoff",
        "offer",
        "向一个或几个区提出移交项目，先承接者为准",
        "offer a project to another zone, or to several, of which the first to accept has it",
        effect: .write,
        role: .coordinator,
        fields: [
            offered, .required("to", .list(.zone), "承接方，可列几个区", "the receiving zone, or several"),
        ] + offering,
        columns: moved,
        example: "handoff offer --project SENSOR --to ETDZ --reason 产业化落地 --tax 60 --code H-1",
        .write { invocation, _ in
            let verb = HandoffStore.offer(
                try invocation.code("project"),
                to: try invocation.zones("to"),
                try details(invocation),
                code: try invocation.optionalCode("code")
            )
            return PendingWrite(verb, answer)
        }
    )

    static let giveBack = Command(
        "handoff",
        "return",
        "把承接的项目退还移交方（须对方承接）",
        "give a project back to the zone that it came from, which must accept it",
        effect: .write,
        role: .coordinator,
        fields: [key] + offering,
        columns: moved,
        example: "handoff return H-1 --reason 企业要求 --code H-2",
        .write { invocation, session in
            let parent = try HandoffStore.show(session, invocation.code("handoff"))
            var offer = try details(invocation)
            if let part = parent.part { offer.part = try Code(part) }
            let verb = HandoffStore.offer(
                parent.project,
                to: [parent.from],
                offer,
                code: try invocation.optionalCode("code"),
                returning: parent.code
            )
            return PendingWrite(verb, answer)
        }
    )

    static let request = Command(
        "handoff",
        "request",
        "向负责的区请求移交一个项目",
        "ask the zone that holds a project for it",
        effect: .write,
        role: .coordinator,
        fields: [offered, part, .reason, .newCode],
        columns: moved,
        example: "handoff request --project SENSOR --reason 本区有配套产业 --code H-0",
        .write { invocation, _ in
            let verb = HandoffStore.request(
                try invocation.code("project"),
                part: try invocation.code("part"),
                reason: try invocation.text("reason"),
                code: try invocation.optionalCode("code")
            )
            return PendingWrite(verb, output)
        }
    )

    static let counter = step(
        "counter",
        "提出其他利益共享条件",
        "propose other terms of credit",
        fields: [.required("note", .prose, "说明", "why")] + terms,
        example: "handoff counter H-1 --credit 60 --note 厂房由本区代建"
    ) { invocation, handoff, version in
        HandoffStore.counter(
            handoff,
            terms: try creditTerms(invocation),
            note: try invocation.text("note"),
            version: version
        )
    }
}

extension CreditMeasure {
    var zh: String {
        switch self {
        case .tax: "税收"
        case .output: "产值"
        case .investment: "投资额"
        case .signings: "签约数"
        default: rawValue
        }
    }
}
