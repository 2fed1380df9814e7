/// The entries of `ScheduleRejection` about availability, changes and series.
let scheduleChangeExplanations = [
    Explanation(
        "SCH15",
        "一个人同一时间只能在一处：在另一期有座位的学员，该时间已有课。各区的座位都算；别区课次只告知区和联系人。",
        "Nobody can be in two rooms at once: people with a seat in this cohort have a session of another one then. "
            + "Seats in all zones count; of another zone's session only the zone and its contact are told."
    ),
    Explanation("SCH17", "课程需要的设备（course add --needs）场地须有。", "A room has what the course needs (course add --needs)."),
    Explanation(
        "SCH18",
        "课次须完全在场地、讲师的每周开放时间之内；未登记时间的视为随时可用。",
        "A session lies within the weekly hours of its room and instructor; without any they are there always."
    ),
    Explanation(
        "SCH19",
        "场地停用或讲师请假期间不能排课；登记之前已排的课次不会自动改动。",
        "Nothing is planned while a room is closed or an instructor away; what was planned before stays until moved."
    ),
    Explanation("SCH20", "讲师登记了所教科目的，只安排这些科目的课程。", "An instructor with subjects teaches courses of these only."),
    Explanation(
        "SCH21",
        "讲师每周（周一至周日）学时不超过其上限，各区安排的都算。",
        "An instructor's hours from Monday to Sunday stay within their limit, whichever zones planned them."
    ),
    Explanation(
        "SCH22",
        "借出的学时以同意的数量为限，按同意期内已排的学时计算。",
        "Hours booked under a consent, counted over its days, stay within what was lent."
    ),
    Explanation(
        "SCH23",
        "已开始的课次不能移动、换人或取消，也不能把课排回过去；记录有误时用 session correct 并写明理由。",
        "What has begun is not moved, given to somebody else or cancelled, and nothing is moved into the past; where "
            + "the record is wrong, session correct puts it right and keeps the reason."
    ),
    Explanation("SCH24", "session correct 只用于已开始的课次。", "session correct is for sessions that have begun."),
    Explanation(
        "SCH25",
        "两人同时改一个课次，先到者生效，后到者被告知改成了什么；--was 写明所见的开始时间，可防止按旧情况修改。",
        "When two officers change a session at once, the first wins and the other is told what it is now; with --was, "
            + "the start that was seen, nobody acts on an old view."
    ),
    Explanation("SCH26", "对调需要两个不同的课次。", "Two different sessions change places."),
    Explanation("SCH27", "代课须换成另一位讲师。", "A substitution names another instructor."),
    Explanation("SCH28", "series edit 用于系列课中的课次；单个课次用 session move。", "series edit is for sessions of a series."),
    Explanation(
        "SCH29",
        "只能恢复因节假日、调休、--except 跳过的日期，或已取消课次的日期。",
        "Only dates that were skipped, or whose session was cancelled, are restored."
    ),
    Explanation(
        "SCH30",
        "重复规则取自 RFC 5545：FREQ 为 WEEKLY 或 MONTHLY，可有 INTERVAL、COUNT 或 UNTIL、BYDAY、BYMONTHDAY、BYSETPOS、WKST；"
            + "第一次课须符合规则，最多 1000 个课次。",
        "Rules are those of RFC 5545 with FREQ WEEKLY or MONTHLY, INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY, BYSETPOS "
            + "and WKST; the first session is on a day of the rule, and there are at most 1,000."
    ),
    Explanation(
        "SCH31",
        "每周时间写成 MO-FR 08:00-21:00; SA,SU 09:00-17:00，分号分隔。",
        "Weekly hours read MO-FR 08:00-21:00; SA,SU 09:00-17:00, separated by semicolons."
    ),
    Explanation("SCH32", "场地和讲师借给其他区，本区无需借用。", "Rooms and instructors are lent to other zones."),
    Explanation(
        "SCH34",
        "系列课按其登记时的选择避开法定节假日（或调休上班日）：所改的课次不能移到这样的日子，随之移动的课次落在该日的则取消，可用 series restore 恢复。",
        "A series keeps off statutory holidays, or make-up workdays, as was chosen when it was added: the session named "
            + "is not moved onto such a day, and those that follow it there are cancelled; series restore holds them."
    ),
    Explanation("SCH33", "一个方案只能执行一次。", "A proposal is carried out once."),
    Explanation(
        "SCH16",
        "自动排课需要：有讲数未排满的课程、可订的场地、期间内的工作日，以及互不重叠的时段。",
        "A timetable needs courses with lectures to place, rooms to book, working days, and slots that do not overlap."
    ),
]
