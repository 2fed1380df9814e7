import ProjectHandoff
import Zones

extension HandoffCommands {
    static let accept = step(
        "accept",
        "承接：项目自此由本区负责",
        "accept an offer: the zone holds the project from here on",
        example: "handoff accept H-1"
    ) { _, handoff, version in
        HandoffStore.accept(handoff, version: version)
    }

    static let land = step(
        "land",
        "登记项目落地",
        "record that the project has landed",
        fields: [
            .required("milestone", .choice(of: HandoffStore.Milestone.self), "登记、开工或投产", "what it has come to"),
            .optional("on", .day, "日期（默认今日）", "the day, today by default"),
        ],
        example: "handoff land H-1 --milestone started"
    ) { invocation, handoff, version in
        HandoffStore.land(
            handoff,
            try invocation.choice("milestone", as: HandoffStore.Milestone.self),
            on: try invocation.optionalDay("on"),
            version: version
        )
    }

    static let settle = step(
        "settle",
        "两区协同办：移交结清",
        "close a handoff that has landed (joint office)",
        role: .jointOffice,
        fields: [.required("note", .prose, "说明", "a note")],
        example: "handoff settle H-1 --note 共享期满"
    ) { invocation, handoff, version in
        HandoffStore.settle(handoff, note: try invocation.text("note"), version: version)
    }

    static let correct = step(
        "correct",
        "两区协同办：误承接的退回移交方（一人提出，另一人确认）",
        "undo an acceptance that should not have been (joint office; a second person confirms)",
        role: .jointOffice,
        fields: [.reason],
        example: "handoff correct H-1 --reason 误承接"
    ) { invocation, handoff, version in
        HandoffStore.correct(handoff, reason: try invocation.text("reason"), version: version)
    }
}
