import TalentEnrollment

extension EnrollmentRejection {
    static let ofPlaces = [
        Explanation(
            "ENR23",
            "停止报名的一期不再收人，候补也不递补；退出照常。重新开放时，空出的名额当即给候补。",
            "Nobody comes into a closed cohort and its queue stands still; people may leave. On reopening, free seats go to the queue."
        ),
        Explanation(
            "ENR24",
            "名额全部分给了各区而本区没有份，排队也等不到名额，所以不收；放开日期之后未用的名额进入公共池，各区都可报名。",
            "When every seat is reserved and the zone has none, waiting would be in vain; after the day of release unused seats are open to all."
        ),
        Explanation(
            "ENR25",
            "录取方式随班公布：先到先得直接报名（enrollment add 或 application add），评分和摇号先申请（application add），选派由单位提名（application nominate）。",
            "The mode is published: first come enrolls at once, score and draw take applications first, nomination goes through units."
        ),
        Explanation(
            "ENR26",
            "条件（年龄、奖项、职级、先修班）和时间冲突在报名和递补时都要查；没有登记的事实不算满足。主办人可用 --override 写明理由放行，理由记入事件。",
            "Prerequisites and times are checked on applying and again on promotion; a fact that is not known is not met. An officer may override with a reason, which the event keeps."
        ),
        Explanation(
            "ENR27",
            "先到先得时，团体要么全部有座，要么全部候补；评分和摇号逐人决定，做不到。",
            "First come, a group gets seats as a whole or waits as a whole; a ranking decides person by person and cannot."
        ),
        Explanation(
            "ENR28",
            "单位选派以分得的名额为限，退出的人让出名额。",
            "A unit nominates within its places; who leaves gives a place back."
        ),
        Explanation(
            "ENR29",
            "名额有三层：本区名额、公共池、全班；报出的是满了的那一层。",
            "Three limits are nested: the zone's quota, the pool, the cohort. The one that is full is named."
        ),
        Explanation(
            "ENR30",
            "一期只摇一次，名单和种子都留存，任何人可复算；摇号之后不再收申请。",
            "A cohort is drawn once; seed and list are kept and anyone can repeat it. No application is taken afterwards."
        ),
        Explanation(
            "ENR31",
            "录取和递补的名额在期限内确认有效，过期让给下一位。",
            "An admission or offer holds until its day; then the seat goes on."
        ),
        Explanation(
            "ENR32",
            "不限名额的班没有可保留的名额。",
            "A cohort without limit has nothing to reserve."
        ),
        Explanation(
            "ENR33",
            "各区名额从空位和本区已占的名额里出，不能占用别区已坐的位子。",
            "A quota is made of free seats and those that the zone holds, never of seats that others hold."
        ),
        Explanation(
            "ENR34",
            "名额不能少于已占和保留的名额；列出的是最后入座的人，由他们先退出。",
            "A capacity is never below what is held and reserved; named are those seated last, who would have to leave."
        ),
        Explanation(
            "ENR35",
            "只有停止报名的一期可以重新开放。",
            "Only a closed cohort can be reopened."
        ),
        Explanation(
            "ENR36",
            "转班要转到另一期。",
            "A transfer leads into another cohort."
        ),
        Explanation(
            "ENR37",
            "评分须两人，都不是登记申请的人，各评一次。",
            "Two reviewers score, neither of whom entered the application, once each."
        ),
        Explanation(
            "ENR38",
            "放开日期晚于结束日就没有意义。",
            "A release after the end would open nothing."
        ),
        Explanation(
            "ENR39",
            "一条命令改一项限额，事件里才看得清楚。",
            "A command changes one limit, so that the log reads clearly."
        ),
        Explanation(
            "ENR40",
            "转班是转到另一期；转区分两步：原区放行（--zone），新区用本区的人员记录接收（--person）。",
            "A transfer leads into another cohort; between zones the old one lets go (--zone) and the new one takes over (--person)."
        ),
        Explanation(
            "ENR41",
            "签到码由主办区开启，在教室里显示，过时失效；签到码不对或过时都不记。",
            "A host opens the code, which is shown in the room and ends after some minutes."
        ),
        Explanation(
            "ENR42",
            "每人每课次只签到一次；记错了由主办区更正。",
            "Everybody signs in once a session; mistakes are corrected by the host."
        ),
        Explanation(
            "ENR43",
            "结业按起止日评定，证书写明；评定之后起止日不再更正。",
            "Completion is judged by the cohort's days, which certificates state; after that they stay as they are."
        ),
    ]
}
