import Store
import TrainingSchedule
import Zones

/// `course`: what the sessions of a cohort are about.
enum CourseCommands {
    static let all = [add, list]

    static let add = Command(
        "course",
        "add",
        "新建课程",
        "adds a course to a cohort that the active zone hosts",
        effect: .write,
        role: .officer,
        fields: [
            .required("cohort", .code, "期", "the cohort that it is taught to"),
            .required("name", .text, "名称", "what it is called"),
            .optional("subject", .text, "科目：讲师须教此科", "what whoever teaches it must know"),
            .optional("needs", .list(.text), "场地须有的设备", "what its rooms must have"),
            .defaulted("lectures", .integer(0...500), to: "0", "自动排课的讲数", "how many lectures a timetable is to place"),
            .optional("instructor", .code, "讲师（自动排课用）", "who gives these lectures"),
            .defaulted("min-days", .integer(1...366), to: "1", "至少分在几天", "over how many days at least"),
            .newCode,
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: "course add --cohort NIGHT-1 --name 创业政策解读 --code POLICY",
        .write { line, _ in
            let verb = CourseStore.add(
                code: try line.optionalCode("code"),
                name: try line.text("name"),
                cohort: try line.code("cohort"),
                subject: try line.optionalText("subject"),
                features: try line.texts("needs"),
                lectures: try line.integer("lectures"),
                instructor: try line.optionalCode("instructor"),
                minimumDays: try line.integer("min-days")
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let list = Command(
        "course",
        "list",
        "课程列表",
        "lists the courses of the cohorts that the active zone takes part in",
        effect: .read,
        role: .anyone,
        fields: [.optional("cohort", .code, "期", "only the courses of this cohort")],
        columns: [
            Column("code", "编号", "code", .code),
            Column("name", "名称"),
            Column("cohort", "期", "cohort", .code),
            Column("zone", "区", "zone", .code),
            Column("sessions", "课次数", "sessions", .integer),
            Column("hours", "学时", "training hours", .integer),
            Column("subject", "科目"),
            Column("needs", "所需设备"),
        ],
        example: "course list --cohort NIGHT-1",
        .query { line, session in
            .rows(
                try CourseStore.list(session, cohort: try line.optionalCode("cohort")).map { course in
                    [
                        .code(course.code.text), .text(course.name), .code(course.cohort.text),
                        .code(course.zone.text), .integer(course.sessions), .integer(course.hours),
                        .optional(course.subject), .zones(course.features),
                    ]
                }
            )
        }
    )
}
