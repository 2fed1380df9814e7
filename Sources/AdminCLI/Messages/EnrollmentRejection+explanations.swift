import TalentEnrollment

extension EnrollmentRejection {
    /// A paragraph a code for `explain`.
    public static var explanations: [Explanation] { coming + attending + certifying + forms + ofPlaces }

    private static let coming = [
        Explanation(
            "ENR01",
            "一期班结束后（最后一天过后），不再接受报名和退出；是否结业由 completion evaluate 评定。",
            "After a cohort's last day nobody comes or goes; completion evaluate then says who has completed."
        ),
        Explanation(
            "ENR02",
            "同一自然人在一期里只能有一个名额或候补，按本人身份计：不论哪个区登记、登记了几条记录。退出之后可以再报，排到候补末位。",
            """
            A natural person has one place in a cohort, seat or queue, whichever zone entered it and however many records \
            there are. Who has withdrawn may come again, at the end of the queue.
            """
        ),
        Explanation(
            "ENR03",
            "班、期、报名、证书的编号全区域通用，各只能用一次。不给 --code 则自动生成。",
            "Codes of programs, cohorts, enrollments and certificates are unique in the region. Without --code one is made."
        ),
        Explanation(
            "ENR04",
            "一个班的每一期有自己的期数，不能重复。",
            "Every cohort of a program has a number of its own."
        ),
        Explanation(
            "ENR05",
            "报名的状态只按既定步骤变化：候补 → 在册或退出；在册 → 退出、结业或未结业；未结业经再次评定可为结业。",
            """
            An enrollment changes by fixed steps only: waitlisted to enrolled or withdrawn; enrolled to withdrawn, \
            completed or failed; failed to completed by another evaluation.
            """
        ),
    ]

    private static let attending = [
        Explanation(
            "ENR08",
            "几个区合办的一期，由主办区登记到课、评定结业；参加区为本区人员报名、退出。",
            "In a joint cohort the hosts record attendance and judge completion; guests enroll and withdraw their own people."
        ),
        Explanation(
            "ENR09",
            "课次的日期须在本期第一天和最后一天之间。",
            "A session lies between the first and the last day of its cohort."
        ),
        Explanation(
            "ENR10",
            "到课只能在上课当天或之后登记。",
            "Attendance is recorded on the day of the session or later."
        ),
        Explanation(
            "ENR11",
            "同一课次分几次登记时，日期和学时须前后一致，否则学时会算错。",
            "A session that is recorded in parts keeps its day and hours, else training hours would be wrong."
        ),
        Explanation(
            "ENR12",
            "只有占有名额的人（在册、结业、未结业）可以登记到课；候补和已退出的人不可以。",
            "Only who holds a seat attends: people on the waitlist and people who left do not."
        ),
        Explanation(
            "ENR13",
            "评定结业要到本期最后一天，因为比例按全部课次计算。",
            "Completion is judged from the cohort's last day on, because the share is of all sessions."
        ),
        Explanation(
            "ENR14",
            "没有登记课次就没有到课比例，不作评定。",
            "Without a recorded session there is no share to judge by."
        ),
        Explanation(
            "ENR15",
            "评定按读到的到课记录作出，写入时若记录或规则已变，则一条也不写。",
            "Judgements rest on the attendance that was read; if it changed before they were written, none is."
        ),
    ]

    private static let certifying = [
        Explanation(
            "ENR16",
            "证书只发给评定为结业的人；先用 completion evaluate 评定。",
            "Certificates are for those who completed; evaluate the cohort first."
        ),
        Explanation(
            "ENR17",
            "一次报名只有一张证书。",
            "An enrollment has one certificate."
        ),
        Explanation(
            "ENR18",
            "证书是不可改动的记录：班、期、规则版本、到课、学时都按颁发时写定。",
            "A certificate is a fixed record of program, cohort, rule version, attendance and hours as it was issued."
        ),
        Explanation(
            "ENR20",
            "验证码是 12 个字符，最后一个是校验字符；大小写、空格、连字符都不计。",
            "A verification code has 12 characters, the last of which checks the others; case, blanks and hyphens do not count."
        ),
        Explanation(
            "ENR21",
            "没有这样的证书：可能是输错，也可能不是本系统颁发。",
            "There is no such certificate: mistyped, or not issued here."
        ),
    ]

    private static let forms = [
        Explanation(
            "ENR06",
            "最后一天不早于第一天；只上一天的班，两者相同。",
            "The last day is not before the first; for one day they are equal."
        ),
        Explanation(
            "ENR07",
            "一个区在一期里或是主办，或是参加，只写一次；开班的区总是主办区。",
            "A zone is host or guest of a cohort, once; the zone that sets it up is always a host."
        ),
        Explanation(
            "ENR19",
            "--capacity 是名额数，0 即没有名额、人人候补；--unlimited 是不限名额。两者含义不同，须给且只给一个。",
            """
            --capacity is a number of seats, 0 means that everybody queues; --unlimited means no limit. They differ, and \
            one of them is needed.
            """
        ),
        Explanation(
            "ENR22",
            "数据库的约束不允许这样的数据；正常命令不会遇到，请连同规则名报告。",
            "A constraint of the database refuses the data; ordinary commands do not get here, please report the rule's name."
        ),
    ]
}
