import ProjectHandoff

extension HandoffRejection {
    /// The explanations from `HND15` on.
    static let work = [
        Explanation(
            "HND15",
            "给了 --version，而移交已被别人推进；先看现状再决定。",
            "A --version was given, and somebody else has moved the handoff on: look first, then decide."
        ),
        Explanation(
            "HND16",
            "基础设施、房地产等类别不流转（昆明、通海规定）；类别是数据。",
            "Infrastructure, housing and the like do not change hands (rules of Kunming and Tonghai); kinds are data."
        ),
        Explanation("HND17", "标为必备的材料缺少时不能提出移交。", "What is marked as blocking must be there before an offer."),
        Explanation(
            "HND18",
            "期限当日仍可答复，次日起才可按过期处理；过期退回移交方，从不视为承接。",
            "The last day itself counts; from the next day on a handoff can expire, which gives it back and never accepts."
        ),
        Explanation("HND19", "落地日不早于承接日，不晚于今日。", "A project lands between its acceptance and today."),
        Explanation("HND20", "金额须大于零，不超过一万亿元（或美元）。", "Amounts are above nothing, up to a trillion."),
        Explanation("HND21", "阶段只向前；次序是数据。", "Stages go forward, in the order of their rows."),
        Explanation("HND22", "阶段的日期不早于上一阶段，不在将来。", "A stage's day is not before the last one's nor in the future."),
        Explanation("HND23", "一项承诺只办结一次。", "An obligation is met once."),
        Explanation("HND24", "该角色今日无人，不能替换；先组建小分队。", "Nobody has the role today: assign a squad first."),
        Explanation("HND25", "此人已担任该角色。", "The person has the role already."),
        Explanation(
            "HND26",
            "移交的材料以内容的 SHA-256 为准；内容不同就不是这份材料。",
            "Documents are known by the SHA-256 of their content; with other content it is another document."
        ),
        Explanation("HND27", "已结算年度的金额不再变动。", "Amounts of a settled year stay as they are."),
        Explanation("HND28", "年度结束后才结算。", "A year is settled after its end."),
        Explanation("HND29", "该部分当年没有登记金额。", "No amount of the part was recorded in the year."),
        Explanation(
            "HND30",
            "线索按行业、地区分派；没有规则时须指明单位。",
            "Leads go to units by industry and region; without a rule the unit has to be named."
        ),
        Explanation("HND31", "一条线索研判一次。", "A lead is judged once."),
        Explanation("HND32", "只有别的区持有首谈权时才有争议可提。", "There is a dispute only while another zone has the right."),
        Explanation("HND33", "同一企业同时只有一个争议，裁定即终局。", "One dispute a firm at a time; a decision is final."),
        Explanation("HND34", "首谈权只在争议双方之间裁定。", "The right goes to one of the two parties."),
        Explanation("HND35", "评分须覆盖评估表的每一项。", "A scoring covers every criterion of the rubric."),
        Explanation("HND36", "两人评分须为两个不同的人。", "The two scorers are two people."),
        Explanation("HND37", "两人评分后即定。", "After two scorers the evaluation is closed."),
        Explanation("HND38", "月末之后才定榜；定榜后不变。", "A month is frozen after its end, and stays as it is."),
        Explanation("HND39", "信用评估的每一项给一次，不超过满分。", "Each criterion is given once, up to its most."),
        Explanation("HND40", "负面清单内的类别不适用信用承诺制。", "Kinds on the negative list may not start on a commitment."),
        Explanation(
            "HND41",
            "先评估企业和项目信用，等级达到要求才可签署承诺。",
            "Credit is assessed first; only a level that allows it leads to a commitment."
        ),
        Explanation(
            "HND42",
            "失信后一定期限内不得再次承诺；期限是数据。",
            "After a breach there is a time without commitments; its length is data."
        ),
        Explanation(
            "HND43",
            "期限内完成为 kept，逾期完成为 late，逾期未完成为 breached，其后补正为 cured。",
            "Done in time is kept, done after it late, not done breached, and mended afterwards cured."
        ),
        Explanation("HND44", "结算、定榜、承诺各只办理一次。", "A settlement, a frozen month and a commitment are made once."),
        Explanation("HND45", "类别和指标是数据。", "Kinds and measures are data."),
        Explanation(
            "HND46",
            "撤销承接须协同办两人：一人提出，另一人在期限内确认；逾期作废。期限是数据。",
            "To undo an acceptance takes two people of the joint office, the second one in time; else the proposal ends."
        ),
        Explanation("HND47", "移交的各步依时间先后；早于上一步的时间有误。", "Steps come one after the other in time."),
        Explanation(
            "HND48",
            "利益共享已自该阶段之日起算，阶段不再更正。",
            "Once credit is shared from the day of a stage, the stage stays."
        ),
    ]
}
