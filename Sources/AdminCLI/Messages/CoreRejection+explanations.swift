/// The entries of `CoreRejection` for `explain`.
let coreExplanations = [
    Explanation(
        "COR01",
        "编号指向的东西不存在，或者不在本区可见范围内；两种情况的回答相同。",
        "What the code names does not exist, or lies outside what the zone may see; the answer is the same for both."
    ),
    Explanation(
        "COR02",
        "每个操作都以某个区的身份进行。登录只属于一个区时可以省略 --zone。",
        "Everything is done for a zone. A login of one zone only may leave --zone out."
    ),
    Explanation(
        "COR03",
        "角色按区、按日期授予，可能尚未生效或已经到期。",
        "Roles are granted by zone and date; one may not have begun or may have ended."
    ),
    Explanation(
        "COR04",
        "请求号与内容绑定：同号同内容返回第一次的结果，同号异内容被拒绝。",
        "A request id stands for one content: the same again returns the first answer, other content is refused."
    ),
    Explanation(
        "COR05",
        "业务时间决定期限和资格，所以真实数据库只用机器时间。",
        "Business time decides deadlines and eligibility, so real databases use the machine's."
    ),
    Explanation("COR06", "该编号、名称或证件号码只能存在一次。", "This code, name or number exists once only."),
    Explanation(
        "COR07",
        "数据库约束拒绝了该值；约束对所有写入者都有效。",
        "A constraint of the database refused the value; it holds for every writer."
    ),
    Explanation(
        "COR08",
        "工作日按公布的放假调休计算；没有公布的年份不猜测。",
        "Working days follow the published calendar; a year that is not published is not guessed."
    ),
    Explanation(
        "COR09",
        "同一天只有一个公布的利率；不同的值不会覆盖它。",
        "One rate is published a day; another value does not overwrite it."
    ),
    Explanation("COR10", "只有身份证号相同或其中一个没有号码的记录才能合并。", "Records merge only if their id numbers agree or one has none."),
    Explanation(
        "COR11",
        "该区已经撤销，不能再新增内容；数据仍可查看。",
        "The zone is closed: nothing is added to it, its data stays readable."
    ),
    Explanation("COR12", "录入、初审、复审须由不同的人办理。", "Entry, review and recheck are done by different people."),
    Explanation("COR13", "登录的数据库角色不含此项权限。", "The login's database roles do not include this."),
    Explanation(
        "COR14",
        "角色随时可能撤销；保留旧快照的事务会继续按已撤销的角色办事，所以修改只在 read committed 下进行。",
        "Roles may be revoked at any time; a transaction that keeps an old snapshot would go on under them, so changes are made under read committed only."
    ),
    Explanation(
        "COR15",
        "归档只针对已经结束的年份；归档后的请求号仍然有效，重复提交得到原来的答复。",
        "Only years that are over are archived; an archived request is still known and gets its first answer."
    ),
]
