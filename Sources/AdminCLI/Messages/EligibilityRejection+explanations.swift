import StartupEligibility

extension EligibilityRejection {
    /// A paragraph a code for `explain`.
    public static var explanations: [Explanation] { versions + kept + drafting + facts }

    private static let versions = [
        Explanation(
            "ELG01",
            "政策编号全区域通用；版本、参数、条款、待遇、样例的编号在各自的政策或版本内不重复。",
            "A policy's code is unique in the region; those of its versions, parameters, clauses, benefits and cases within it."
        ),
        Explanation(
            "ELG02",
            "已发布的版本是不可改动的记录，决定才能随时重现。要改规定就起草新版本。",
            "A published version is a fixed record, so that decisions can be repeated. Changes are new versions."
        ),
        Explanation(
            "ELG03",
            "同一政策、同一区、同一锚定日期，任何一天只能有一个版本有效。旧版本先提前结束，新版本才能发布。",
            "For a policy, a zone and an anchor one version is in force on any day. End the old one before publishing the new."
        ),
        Explanation(
            "ELG04",
            "最后一天不早于第一天；补申期在有效期之后。",
            "A last day is not before the first; late claims come after the end."
        ),
        Explanation(
            "ELG08",
            "样例写明一组事实应得的答案。有一个不符就不能发布：要么条款写错，要么样例写错。",
            "A worked case says which answer facts must get. If one fails, the clauses or the case are wrong: nothing is published."
        ),
        Explanation(
            "ELG09",
            "起草人不能发布自己写的版本，须由另一人核对后发布。只有示例库例外。",
            "Who wrote at a version does not publish it; a second person reads it first. Only sample databases waive this."
        ),
        Explanation(
            "ELG10",
            "发布会影响适用的每一个区，所以发布人须是这些区的复核人。",
            "Publishing concerns every zone that the policy applies to: its reviewer must be a reviewer of each."
        ),
        Explanation(
            "ELG11",
            "发布的必须是核验过的内容；核验期间有人改动就不发布。",
            "What was checked is what is published; a change in between stops it."
        ),
        Explanation("ELG16", "政策列明适用的区；未发布的版本不参与测算。", "A policy names its zones; drafts do not decide about anybody."),
    ]

    private static let kept = [
        Explanation(
            "ELG18",
            "已出具或已申领所依据的决定是不可改动的记录；情况变了就重新测算。",
            "A decision that was shown or claimed is a fixed record; when facts change, decide anew."
        ),
        Explanation(
            "ELG19",
            "只有已发布的版本才能提前结束；草案没有效力。",
            "Only a published version can be ended early; a draft has no force."
        ),
        Explanation(
            "ELG20",
            "版本可以提前结束，不能延长；延长要起草新版本。",
            "A version may end earlier, never later; to go on, draft a new one."
        ),
        Explanation("ELG21", "互斥规定写在两项不同的政策之间。", "An exclusion stands between two different policies."),
    ]

    private static let drafting = [
        Explanation(
            "ELG06",
            """
            条件的写法：事实 比较 值（如 training_hours >= 2 hours）、in、between、within 36 months of registered_on、\
            at least 6 months since、count hires where … 。金额、期限须带单位。
            """,
            """
            A condition is fact, comparison, value (training_hours >= 2 hours), in, between, within 36 months of \
            registered_on, at least 6 months since, count hires where …. Amounts and spans carry their unit.
            """
        ),
        Explanation(
            "ELG07",
            "名称须在事实目录或参数中，类型和单位须一致，上限不为负，出资合计 100%。",
            "Names are facts or parameters, types and units fit, caps are not negative, payers make 100 percent."
        ),
        Explanation("ELG17", "各级出资用百分数写明，合计恰为 100。", "Each treasury's share is a percentage; together they make 100."),
        Explanation(
            "ELG22",
            "数据库的约束不允许这样的数据；正常命令不会遇到，请连同规则名报告。",
            "A constraint of the database refuses the data; ordinary commands do not get here, please report the rule's name."
        ),
    ]

    private static let facts = [
        Explanation(
            "ELG05",
            "一项事实只有一个含义：同名须同类型、同单位。",
            "A fact means one thing: the same name has the same type and unit."
        ),
        Explanation("ELG12", "列表要先于它的列加入目录。", "A list comes into the catalogue before its columns."),
        Explanation(
            "ELG13",
            "事实的值须符合目录中的类型：日期 YYYY-MM-DD，是否 yes/no，金额最多两位小数。",
            "A value is written as its type is: days YYYY-MM-DD, yes or no, money with at most two decimals."
        ),
        Explanation(
            "ELG14",
            "列表逐行登记，行号区分各行；none 表示没有，listed 表示已列全。",
            "A list is recorded row by row, each with a key; none says there is none, listed that it is complete."
        ),
        Explanation("ELG15", "事实按观察到的日期登记，不能在将来。", "A fact is recorded as observed on a day, which is not to come."),
    ]
}
