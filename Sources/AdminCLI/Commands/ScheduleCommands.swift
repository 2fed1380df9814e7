import Store
import TrainingSchedule
import Zones

/// `schedule`: the timetable as a whole.
enum ScheduleCommands {
    static let all = [propose, apply, repair, export, diff, utilisation]

    static let export = Command(
        "schedule",
        "export",
        "导出日历（ICS）",
        "writes the calendar (RFC 5545) of a cohort, a person, an instructor or a room",
        effect: .read,
        role: .anyone,
        fields: [
            .flag("ics", "iCalendar 格式（默认）", "as iCalendar, which is the default"),
            .optional("cohort", .code, "期", "a cohort"),
            .optional("person", .code, "本区学员", "a person of the active zone"),
            .optional("instructor", .code, "讲师", "an instructor"), .optional("venue", .code, "场地", "a room"),
            .optional("from", .day, "起始日", "from this day on"),
            .optional("until", .day, "截止日，含当日", "up to this day, included"),
        ],
        example: "schedule export --ics --cohort NIGHT-1",
        .query { line, session in
            let owners: [CalendarOf] = [
                try line.optionalCode("cohort").map(CalendarOf.cohort),
                try line.optionalCode("person").map(CalendarOf.person),
                try line.optionalCode("instructor").map(CalendarOf.instructor),
                try line.optionalCode("venue").map(CalendarOf.venue),
            ].compactMap(\.self)
            guard let owner = owners.first, owners.count == 1 else { throw OneOwner() }
            var calendar = ICalendar(name: owner.code.text)
            for event in try SessionCalendarStore.events(
                session,
                of: owner,
                from: try line.optionalDay("from"),
                until: try line.optionalDay("until")
            ) {
                calendar.add(event)
            }
            return .document(calendar.text)
        }
    )

    static let diff = Command(
        "schedule",
        "diff",
        "某时以来课表的变化",
        "lists the sessions that are not what they were at an instant",
        effect: .read,
        role: .anyone,
        fields: [
            .required("since", .instant, "自何时起", "since when"), .optional("cohort", .code, "期", "only of this cohort"),
        ],
        columns: [
            Column("session", "课次", "session", .code), Column("course", "课程", "course", .code),
            Column("cohort", "期", "cohort", .code), Column("change", "变化"),
            Column("old_starts_at", "原开始", "old start", .instant), Column("old_ends_at", "原结束", "old end", .instant),
            Column("old_venue", "原场地", "old room", .code), Column("old_instructor", "原讲师", "old instructor", .code),
            Column("starts_at", "开始", "starts at", .instant), Column("ends_at", "结束", "ends at", .instant),
            Column("venue", "场地", "room", .code), Column("instructor", "讲师", "instructor", .code),
            Column("by", "操作人"), Column("at", "操作时间", .instant), Column("reason", "原因"),
        ],
        example: "schedule diff --since 2024-10-01T00:00",
        .query { line, session in
            .rows(
                try SessionDifferenceStore.list(
                    session,
                    since: try line.instant("since"),
                    cohort: try line.optionalCode("cohort")
                ).map { row in
                    [
                        .code(row.session.text), .code(row.course.text), .code(row.cohort.text),
                        .text(row.kind.rawValue), .optional(row.was?.starts), .optional(row.was?.ends),
                        .optionalCode(row.was?.venue), .optionalCode(row.was?.instructor), .instant(row.now.starts),
                        .instant(row.now.ends), .optionalCode(row.now.venue), .optionalCode(row.now.instructor),
                        .optional(row.by), .instant(row.at), .optional(row.reason),
                    ]
                }
            )
        }
    )

    static let utilisation = Command(
        "schedule",
        "utilisation",
        "场地利用率",
        "how much of their open hours rooms are used, by room and by zone",
        effect: .read,
        role: .anyone,
        fields: [
            .required("from", .day, "起始日", "the first day"), .required("until", .day, "截止日，含当日", "the last day"),
        ],
        columns: [
            Column("zone", "区", "zone", .code), Column("venue", "场地（空为全区）", "room; none for the zone", .code),
            Column("open_minutes", "开放分钟", "open minutes", .integer),
            Column("booked_minutes", "占用分钟", "booked minutes", .integer),
            Column("share", "利用率 %", "share in %", .rate), Column("sessions", "课次", "sessions", .integer),
        ],
        example: "schedule utilisation --from 2024-12-01 --until 2024-12-31",
        .query { line, session in
            .rows(
                try UtilisationStore.list(session, from: line.day("from"), until: line.day("until")).map { row in
                    [
                        .code(row.zone.text), .optionalCode(row.venue), .integer(row.openMinutes),
                        .integer(row.bookedMinutes), row.share.map { .rate($0) } ?? .null, .integer(row.sessions),
                    ]
                }
            )
        }
    )
}

extension Cell {
    /// A cell for a code that may be missing.
    static func optionalCode(_ code: Code?) -> Cell { code.map { .code($0.text) } ?? .null }
}

/// A calendar is of one owner.
struct OneOwner: Error, Told {
    var told: Text {
        Text("请给出 --cohort、--person、--instructor、--venue 之一", "give one of --cohort, --person, --instructor, --venue")
    }
}
