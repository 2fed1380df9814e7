/// The entries of `ScheduleRejection` for `explain`.
let scheduleExplanations =
    [
        Explanation(
            "SCH01",
            "同一场地同一时间只能有一个课次；数据库的排他约束保证，两人同时排课也只有一个成功。前一课次结束时刻即可开始下一课次。",
            "A room holds one session at a time; an exclusion constraint of the database sees to it, also when "
                + "two officers book at once. The next session may start at the very instant at which one ends."
        ),
        Explanation(
            "SCH02",
            "同一讲师同一时间只能上一个课次，不论由哪个区安排。",
            "An instructor teaches one session at a time, whichever zone plans it."
        ),
        Explanation("SCH03", "同一期学员同一时间只能上一个课次。", "A cohort attends one session at a time."),
        Explanation("SCH04", "课次的结束时间须晚于开始时间，时长不能为零。", "A session ends after it starts; one of no length is none."),
        Explanation(
            "SCH05",
            "课次不跨零点：在开始的当天结束。",
            "A session does not go over midnight: it ends on the day on which it starts."
        ),
        Explanation(
            "SCH06",
            "学时按 45 分钟计算，取整；可以少记，不能多记。",
            "Training hours are whole ones of 45 minutes; a session may count for fewer than fit, not for more."
        ),
        Explanation(
            "SCH07",
            "场地容量不得少于该期名额；名额不限的期不作此检查。",
            "A room must seat as many people as the cohort has seats; a cohort without limit is not checked."
        ),
        Explanation(
            "SCH08",
            "场地由所属区同意（venue add --share 或 venue lend，记录同意人、日期、学时）之后，其他区才能预订；只能查看占用的区不能预订。",
            "A zone books another's room only when its owner agreed (venue add --share, or venue lend with who agreed, "
                + "on which days, for how many hours); a zone that merely sees when it is taken does not."
        ),
        Explanation(
            "SCH09",
            "讲师由所属区同意（instructor add --share 或 instructor lend）之后，其他区才能安排。",
            "A zone books another's instructor only when the home zone agreed (instructor add --share, instructor lend)."
        ),
        Explanation(
            "SCH10",
            "一期的课程和课次由主办区安排，参加区可以查看。",
            "The hosts of a cohort plan its courses and sessions; guests see them."
        ),
        Explanation(
            "SCH11",
            "场地、讲师、课程、课次由各区共用，编号在所有区中唯一。",
            "Zones share rooms, instructors, courses and sessions, so a code exists once in all zones."
        ),
        Explanation(
            "SCH12",
            "取消的课次保留在案，不能再取消一次。",
            "A cancelled session stays on record and cannot be cancelled again."
        ),
        Explanation(
            "SCH13",
            "课次由安排它的区管理，其他区请与其联系人联系。",
            "A session is kept by the zone that planned it; others ask its contact."
        ),
        Explanation(
            "SCH14",
            "数据库约束不允许这样的数据；程序本应先行检查。",
            "The database does not allow such values; the program should have said so before."
        ),
    ] + scheduleChangeExplanations
