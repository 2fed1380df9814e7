import Store
import TrainingSchedule
import Zones

/// `session`: when a course is taught, where and by whom.
enum SessionCommands {
    static let all = [add, list, cancel]

    private static let columns = [
        Column("code", "编号", "code", .code),
        Column("course", "课程", "course", .code),
        Column("cohort", "期", "cohort", .code),
        Column("venue", "场地", "room", .code),
        Column("instructor", "讲师", "instructor", .code),
        Column("starts_at", "开始", "starts at", .instant),
        Column("ends_at", "结束", "ends at", .instant),
        Column("hours", "学时", "training hours", .integer),
    ]

    static let add = Command(
        "session",
        "add",
        "排课",
        "plans a session: books its room, instructor and cohort",
        effect: .write,
        role: .officer,
        fields: [
            .required("course", .code, "课程", "what is taught"),
            .required("venue", .code, "场地", "the room"),
            .optional("instructor", .code, "讲师；可以以后再定", "who teaches; may be settled later"),
            .required("starts", .instant, "开始", "when it starts"),
            .required("ends", .instant, "结束，同一天", "when it ends, on the same day"),
            .optional(
                "hours",
                .integer(0...24),
                "学时，默认按 45 分钟计算",
                "training hours; as many of 45 minutes as fit if left out"
            ),
            .optional("contact", .text, "其他区询问时的联系人，默认登录名", "whom other zones ask; the login if left out"),
            .newCode,
        ],
        columns: columns,
        example: "session add --course POLICY --venue ZILANG --instructor TEACHER "
            + "--starts 2024-09-03T19:00 --ends 2024-09-03T21:00 --code S-1",
        .write { line, _ in
            let time = try SessionTime(starts: line.instant("starts"), ends: line.instant("ends"))
            let hours = try time.counting(line.optionalInteger("hours"))
            let course = try line.code("course")
            let venue = try line.code("venue")
            let instructor = try line.optionalCode("instructor")
            let verb = SessionStore.add(
                code: try line.optionalCode("code"),
                course: course,
                venue: venue,
                instructor: instructor,
                time: time,
                hours: hours,
                contact: try line.optionalText("contact")
            )
            return PendingWrite(verb) { planned in
                .row(
                    .code(planned.code),
                    .code(course.text),
                    .code(planned.cohort),
                    .code(venue.text),
                    instructor.map { .code($0.text) } ?? .null,
                    .instant(time.starts),
                    .instant(time.ends),
                    .integer(hours),
                    made: planned.code
                )
            }
        }
    )

    static let list = Command(
        "session",
        "list",
        "课次列表",
        "lists the sessions of the cohorts that the active zone takes part in, by start",
        effect: .read,
        role: .anyone,
        fields: [
            .optional("cohort", .code, "期", "only sessions of this cohort"),
            .optional("course", .code, "课程", "only sessions of this course"),
            .optional("venue", .code, "场地", "only sessions in this room"),
            .optional("instructor", .code, "讲师", "only sessions of this instructor"),
            .optional("from", .day, "起始日", "from this day on"),
            .optional("until", .day, "截止日，含当日", "up to this day, included"),
        ],
        columns: columns + [
            Column("state", "状态", "state"),
            Column("zone", "联系区", "zone", .code),
            Column("contact", "联系人", "contact"),
        ],
        example: "session list --cohort NIGHT-1 --from 2024-09-01",
        .query { line, session in
            let filter = SessionFilter(
                cohort: try line.optionalCode("cohort"),
                course: try line.optionalCode("course"),
                venue: try line.optionalCode("venue"),
                instructor: try line.optionalCode("instructor"),
                from: try line.optionalDay("from"),
                until: try line.optionalDay("until")
            )
            return .streaming { print in
                try SessionStore.list(session, matching: filter) { row in
                    try print([
                        .code(row.code.text), .code(row.course.text), .code(row.cohort.text),
                        row.venue.map { .code($0.text) } ?? .null, row.instructor.map { .code($0.text) } ?? .null,
                        .instant(row.starts), .instant(row.ends), .integer(row.hours), .text(row.state.rawValue),
                        .code(row.zone.text), .text(row.contact),
                    ])
                }
            }
        }
    )

    static let cancel = Command(
        "session",
        "cancel",
        "取消课次",
        "cancels a session: its room and instructor are free again, the cohort is told",
        effect: .write,
        role: .officer,
        fields: [.key("session", .code, "课次", "the session"), .reason],
        columns: [Column("code", "编号", "code", .code)],
        example: "session cancel S-1 --reason 讲师生病",
        .write { line, _ in
            let verb = SessionStore.cancel(try line.code("session"), reason: try line.text("reason"))
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )
}
