import Store
import TalentEnrollment
import Zones

extension AttendanceCommands {
    static let open = Command(
        "attendance",
        "open",
        "开启签到码（六位数字，限时）；学员凭码由 attendance sign-in 签到",
        "open a session for signing in by a code of six digits, for some minutes",
        effect: .write,
        role: .officer,
        fields: [
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .required("session", .code, "课次编号", "the session's code"),
            .required("hours", .integer(0...24), "学时", "training hours that it counts for"),
            .defaulted("minutes", .integer(1...180), to: "15", "几分钟内有效", "minutes for which it is open"),
        ],
        columns: [
            Column("session", "课次", "session", .code), Column("sign_in_code", "签到码", "code"),
            Column("until", "截止", "until"),
        ],
        example: "attendance open --cohort NIGHT-1 --session S-2 --hours 2",
        .write { invocation, _ in
            var generator = SystemRandomNumberGenerator()
            let digits = String(Int.random(in: 1_000_000..<2_000_000, using: &generator)).dropFirst()
            let verb = AttendanceStore.open(
                cohort: try invocation.code("cohort"),
                session: try invocation.code("session"),
                hours: try invocation.integer("hours"),
                code: String(digits),
                minutes: try invocation.integer("minutes")
            )
            return PendingWrite(verb) { .row(.code($0.session), .text($0.code), .text($0.until)) }
        }
    )

    static let signIn = Command(
        "attendance",
        "sign-in",
        "凭签到码签到",
        "sign a trainee in with the code shown in the room",
        effect: .write,
        role: .officer,
        fields: [
            .key("enrollment", .code, "报名编号", "the enrollment's code"),
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .required("session", .code, "课次编号", "the session's code"),
            .required("sign-in-code", .text, "签到码", "the code"),
        ],
        columns: [
            Column("session", "课次", "session", .code), Column("added", "新登记", "added", .integer),
            Column("present", "到课", "present", .integer),
        ],
        example: "attendance sign-in E-FOUNDER --cohort NIGHT-1 --session S-2 --sign-in-code 123456",
        .write { invocation, _ in
            let verb = AttendanceStore.signIn(
                cohort: try invocation.code("cohort"),
                session: try invocation.code("session"),
                code: try invocation.text("sign-in-code"),
                enrollment: try invocation.code("enrollment")
            )
            return PendingWrite(verb) { .row(.code($0.session), .integer($0.added), .integer($0.present)) }
        }
    )

    static let correct = Command(
        "attendance",
        "correct",
        "更正一个人的到课（到课、请假、缺课）",
        "mend whether somebody was there: present, excused, absent",
        effect: .write,
        role: .officer,
        fields: [
            .key("enrollment", .code, "报名编号", "the enrollment's code"),
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .required("session", .code, "课次编号", "the session's code"),
            .required("status", .choice(of: AttendanceStatus.self), "应为", "what it should be"), .reason,
        ],
        columns: [
            Column("enrollment", "报名编号", "enrollment", .code), Column("before", "原为", "before"),
            Column("after", "现为", "after"),
        ],
        example: "attendance correct E-FOUNDER --cohort NIGHT-1 --session S-1 --status excused --reason 病假条已交",
        .write { invocation, _ in
            let enrollment = try invocation.code("enrollment")
            let status = try invocation.choice("status", as: AttendanceStatus.self)
            let verb = AttendanceStore.correct(
                cohort: try invocation.code("cohort"),
                session: try invocation.code("session"),
                enrollment: enrollment,
                status,
                reason: try invocation.text("reason")
            )
            return PendingWrite(verb) { .row(.code(enrollment.text), .text($0.rawValue), .text(status.rawValue)) }
        }
    )

    static let hours = Command(
        "attendance",
        "hours",
        "本区人员每年的学时",
        "training hours of the zone's people by year",
        effect: .read,
        role: .officer,
        fields: [.optional("year", .integer(2000...2099), "年份", "only this year")],
        columns: [
            Column("person", "人员", "person", .code), Column("name", "姓名"), Column("year", "年份", "year", .integer),
            Column("sessions", "课次", "sessions", .integer), Column("hours", "学时", "hours", .integer),
        ],
        example: "attendance hours --year 2024",
        .query { invocation, session in
            .rows(
                try AttendanceStore.hours(session, year: invocation.optionalInteger("year")).map {
                    [
                        .code($0.person.text), .text($0.name), .integer($0.year), .integer($0.sessions),
                        .integer($0.hours),
                    ]
                }
            )
        }
    )

    static let sheet = Command(
        "attendance",
        "sheet",
        "打印签到表或席卡（HTML，重定向到文件后用浏览器打开）",
        "print a sign-in sheet or name cards, as HTML",
        effect: .read,
        role: .officer,
        fields: [
            .key("cohort", .code, "期的编号", "the cohort's code"),
            .optional("session", .code, "课次编号", "the session's code"),
            .flag("cards", "席卡", "name cards instead"),
        ],
        example: "attendance sheet NIGHT-1 --session S-1",
        .query { invocation, session in
            let code = try invocation.code("cohort")
            let cohort = try CohortStore.show(session, code)
            let roster = try RosterStore.roster(session, code)
            let program = try ProgramStore.list(session).first { $0.code == cohort.program }
            let name = program?.nameZh ?? cohort.program.text
            let planned = try invocation.optionalCode("session")?.text
            let page =
                try invocation.flag("cards")
                ? SignInSheet.cards(cohort, roster)
                : SignInSheet.page(cohort, programName: name, session: planned, roster)
            return .document(page.html)
        }
    )
}
