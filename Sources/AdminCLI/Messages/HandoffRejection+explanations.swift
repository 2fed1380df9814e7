import ProjectHandoff

extension HandoffRejection {
    /// A paragraph a code for `explain`.
    public static var explanations: [Explanation] { steps + terms + work }

    private static let steps = [
        Explanation(
            "HND01",
            "一次移交只走一次：待答复时可承接、婉拒或撤回，三者只有一个成立，先到者为准。之后项目由谁负责以 project show 为准。",
            """
            A handoff is answered once: while it is offered it can be accepted, rejected or withdrawn, and whichever comes \
            first stands. Who holds the project then is what project show says.
            """
        ),
        Explanation(
            "HND02",
            "提出和撤回是移交方的事，承接和婉拒是承接方的事。",
            "To offer and to withdraw is the sender's, to accept and to reject the receiver's."
        ),
        Explanation(
            "HND03",
            "承接方须先为项目指定组长、A 角、B 角三人，承接之后才有人负责。",
            "The receiver names a chief, A and B first, so that somebody is in charge from the moment of acceptance."
        ),
        Explanation(
            "HND04",
            "项目的每个部分任何时刻只由一个区负责；只有负责的区能移交。",
            "Each part of a project is held by exactly one zone at any time, and only that zone can give it away."
        ),
        Explanation("HND05", "移交在两个区之间进行。", "A handoff is between two zones."),
        Explanation("HND06", "已关闭的区不能承接。", "A closed zone takes nothing over."),
        Explanation(
            "HND07",
            "一个项目（或其一部分）同时只有一轮移交等待答复；一轮可向几个区提出，先承接者为准。等对方答复，或先撤回。",
            """
            A part is on offer in one round at a time, to one zone or to several at once, of which the first to accept has \
            it: wait for the answer, or withdraw the offer.
            """
        ),
        Explanation(
            "HND12",
            "承接方须在期限内（按承接方的工作日计）答复；过期只能婉拒，移交方可以撤回后重新提出。",
            """
            The receiver answers within working days; afterwards it can only decline, and the sender may withdraw the offer \
            and make it anew.
            """
        ),
    ]

    private static let terms = [
        Explanation(
            "HND08",
            "税收、产值、投资额、签约数四项指标的份额，两区合计各为百分之百。",
            "The two zones' shares of tax, output, investment and signings sum to the whole, each by itself."
        ),
        Explanation(
            "HND09",
            "项目和移交的编号全区域通用，各只能用一次。",
            "Codes of projects and handoffs are unique in the region."
        ),
        Explanation(
            "HND10",
            "小分队由组长、A 角、B 角三个不同的人组成；同一角色同一时间只有一人。",
            "A squad is three different people; a role is one person's at a time."
        ),
        Explanation(
            "HND11",
            "项目阶段依次为 research、talks、signed、construction、completed、production。",
            "Stages are, in order, research, talks, signed, construction, completed, production."
        ),
        Explanation(
            "HND13",
            "份额以百分数给出，精确到万分之一；没有写出的指标按 --credit，默认各半。",
            "Shares are percentages, exact to a basis point; a measure that is not named goes by --credit, half by default."
        ),
        Explanation(
            "HND14",
            "数据库的约束拒绝了这些数据；正常使用不会遇到，请报告给维护者。",
            "A constraint of the database refused the data. That should not happen in use: please report it."
        ),
    ]
}
