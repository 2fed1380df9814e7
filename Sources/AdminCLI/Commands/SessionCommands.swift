import Store
import TrainingSchedule
import Zones

/// `session`: when a course is taught, where and by whom.
enum SessionCommands {
    static let all = [add, list, move, swap, substitute, cancel, correct]

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
            Column("sequence", "改动次数", "changes", .integer),
            Column("series", "系列课", "series", .code),
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
                        .code(row.zone.text), .text(row.contact), .integer(row.sequence),
                        row.series.map { .code($0.text) } ?? .null,
                    ])
                }
            }
        }
    )
}
