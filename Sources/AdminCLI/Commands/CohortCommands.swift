import Store
import TalentEnrollment
import Zones

enum CohortCommands {
    static let all = [add, list, show, correct, close, reopen, draw, roster, contacts]

    static let columns = [
        Column("code", "编号", "code", .code), Column("program", "班", "program", .code),
        Column("number", "期", "number", .integer), Column("starts_on", "开班日", "starts on", .day),
        Column("ends_on", "结束日", "ends on", .day), Column("capacity", "名额", "seats", .integer),
        Column("unlimited", "不限名额", "unlimited", .flag), Column("taken", "已占", "taken", .integer),
        Column("waiting", "候补", "waiting", .integer), Column("hosts", "主办区", "hosts"),
        Column("guests", "参加区", "guests"), Column("evaluated_on", "结业评定日", "evaluated on", .day),
        Column("mode", "录取方式", "admission"), Column("offer_days", "确认期限（天）", "days to answer", .integer),
        Column("closed", "停止报名", "closed", .flag),
    ]

    static let add = Command(
        "cohort",
        "add",
        "开一期班",
        "set up a cohort of a program",
        effect: .write,
        role: .officer,
        fields: [
            .required("program", .code, "班的编号", "the program's code"),
            .required("number", .integer(1...9_999), "第几期", "the number of the run"),
            .required("starts-on", .day, "第一天", "first day"), .required("ends-on", .day, "最后一天", "last day"),
            .optional("capacity", .integer(0...Capacity.limit), "名额；0 即没有名额", "seats; 0 means none"),
            .flag("unlimited", "不限名额（代替 --capacity）", "no limit, instead of --capacity"),
            .optional("hosts", .list(.zone), "共同主办区", "further zones that host it"),
            .optional("guests", .list(.zone), "参加区", "zones that take part"), .newCode,
            .defaulted("mode", .choice(of: AdmissionMode.self), to: "first-come", "录取方式", "how places are given"),
            .optional("offer-days", .integer(1...60), "递补后几天内确认", "days in which who is promoted says yes or no"),
            .optional("min-age", .integer(0...130), "开班时最小年龄", "least age on the first day"),
            .optional("max-age", .integer(0...130), "开班时最大年龄", "greatest age on the first day"),
            .optional("awards", .list(.text), "须有其中一个奖项", "awards, one of which is needed"),
            .optional("min-post-level", .choice(of: PostLevel.self), "最低职级", "least level of the post"),
            .optional("completed", .code, "须先结业的班", "a program to have been completed"),
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: """
            cohort add --program LIJIAN --number 3 --starts-on 2024-09-10 --ends-on 2024-12-20 --capacity 60 \
            --guests INNO --code LIJIAN-3
            """,
        .write { invocation, _ in
            let capacity = try Capacity(
                seats: invocation.optionalInteger("capacity"),
                unlimited: invocation.flag("unlimited")
            )
            let plan = CohortStore.Plan(
                program: try invocation.code("program"),
                number: try invocation.integer("number"),
                startsOn: try invocation.day("starts-on"),
                endsOn: try invocation.day("ends-on"),
                capacity: capacity,
                hosts: try invocation.zones("hosts"),
                guests: try invocation.zones("guests"),
                mode: try invocation.choice("mode", as: AdmissionMode.self),
                offerDays: try invocation.optionalInteger("offer-days"),
                prerequisites: Prerequisites(
                    minAge: try invocation.optionalInteger("min-age"),
                    maxAge: try invocation.optionalInteger("max-age"),
                    awards: try invocation.texts("awards"),
                    minPostLevel: try invocation.optionalChoice("min-post-level", as: PostLevel.self),
                    completed: try invocation.optionalCode("completed")
                )
            )
            return PendingWrite(CohortStore.add(code: try invocation.optionalCode("code"), plan)) {
                .row(.code($0), made: $0)
            }
        }
    )

    static let list = Command(
        "cohort",
        "list",
        "列出各期",
        "list the cohorts that the zone takes part in",
        effect: .read,
        role: .officer,
        fields: [.optional("program", .code, "班的编号", "only this program")],
        columns: columns,
        example: "cohort list --program LIJIAN",
        .query { invocation, session in
            .rows(try CohortStore.list(session, program: invocation.optionalCode("program")).map(cells))
        }
    )

    static let show = Command(
        "cohort",
        "show",
        "查看一期",
        "show a cohort",
        effect: .read,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: columns,
        example: "cohort show LIJIAN-3",
        .query { invocation, session in .rows([cells(try CohortStore.show(session, invocation.code("cohort")))]) }
    )

    static let roster = Command(
        "cohort",
        "roster",
        "花名册：主办区看各区学员，参加区看本区学员",
        "the roster: hosts see the people of all zones, guests their own",
        effect: .read,
        role: .officer,
        fields: [.key("cohort", .code, "期的编号", "the cohort's code")],
        columns: [
            Column("enrollment", "报名编号", "enrollment", .code), Column("zone", "区", "zone", .code),
            Column("name", "姓名"), Column("unit", "单位"), Column("state", "状态"),
            Column("queue_number", "候补号", "queue number", .integer), Column("sessions", "课次", "sessions", .integer),
            Column("attended", "到课", "attended", .integer), Column("hours", "学时", "hours", .integer),
            Column("passed_over", "暂缓原因", "passed over for"),
        ],
        example: "cohort roster LIJIAN-3",
        .query { invocation, session in
            .rows(
                try RosterStore.roster(session, invocation.code("cohort")).map {
                    [
                        .code($0.enrollment.text), .code($0.zone.text), .text($0.name), .optional($0.unit),
                        .text($0.state.rawValue), .optional($0.queueNumber), .integer($0.recorded),
                        .integer($0.attended), .integer($0.hours), $0.passedOver.map { .text($0.word) } ?? .null,
                    ]
                }
            )
        }
    )

    private static func cells(_ cohort: Cohort) -> [Cell] {
        [
            .code(cohort.code.text), .code(cohort.program.text), .integer(cohort.number), .day(cohort.startsOn),
            .day(cohort.endsOn), .optional(cohort.capacity.seats), .flag(cohort.capacity == .unlimited),
            .integer(cohort.taken), .integer(cohort.waiting), .text(cohort.hosts.joined(separator: ",")),
            .text(cohort.guests.joined(separator: ",")), .optional(cohort.evaluatedOn),
            .text(cohort.mode.rawValue), .optional(cohort.offerDays), .flag(cohort.isClosed),
        ]
    }
}
