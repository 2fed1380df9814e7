import Store
import TrainingSchedule
import Zones

extension SessionCommands {
    static let columns = [
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
            + "--starts 2024-12-03T19:00 --ends 2024-12-03T21:00 --code S-1",
        .write { line, _ in
            let time = try SessionTime(starts: line.instant("starts"), ends: line.instant("ends"))
            let hours = try time.counting(line.optionalInteger("hours"))
            let course = try line.code("course")
            let venue = try line.code("venue")
            let instructor = try line.optionalCode("instructor")
            let code = try line.optionalCode("code")
            let contact = try line.optionalText("contact")
            @Sendable func verb(_ venue: Code, _ time: SessionTime) -> Verb<PlannedSession> {
                SessionStore.add(
                    code: code,
                    course: course,
                    venue: venue,
                    instructor: instructor,
                    time: time,
                    hours: hours,
                    contact: contact
                )
            }
            return PendingWrite(verb(venue, time)) { session, error in
                guard let rejection = error as? ScheduleRejection else { return error }
                let wish = Wish(
                    venue: venue,
                    instructor: instructor,
                    time: time,
                    people: try AlternativeStore.people(session, course: course)
                )
                let found = try AlternativeStore.find(session, for: wish, refusedBy: rejection) {
                    verb($0.venue, $0.time)
                }
                return RefusedWithAlternatives(rejection: rejection, alternatives: found)
            } _: { planned in
                var output = Output.row(
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
                output.notes = [planned.day?.told(time.starts.day)].compactMap(\.self)
                return output
            }
        }
    )
}
