import Store
import TrainingSchedule
import Zones

/// `venue week`, `instructor week`, `cohort week`.
enum WeekCommands {
    static let all = [
        week(.venue, "场地一周课表", "the week of a room", example: "venue week ZILANG --on 2024-12-03"),
        week(.instructor, "讲师一周课表", "the week of an instructor", example: "instructor week TEACHER --on 2024-12-03"),
        week(.cohort, "班期一周课表", "the week of a cohort", example: "cohort week NIGHT-1 --on 2024-12-03"),
    ]

    private static func week(_ kind: ResourceKind, _ zh: String, _ en: String, example: String) -> Command {
        Command(
            kind.rawValue,
            "week",
            zh,
            en + ": a grid on a terminal, rows elsewhere, a page to print with --html",
            effect: .read,
            role: .anyone,
            fields: [
                .key(kind.rawValue, .code, kind.told.zh, "which"),
                .optional("on", .day, "该周中的一天，默认今天", "a day of the week; today if left out"),
                .flag("html", "输出可打印网页", "as a page of HTML to print"),
            ],
            columns: [
                Column("day", "日期", .day), Column("starts_at", "开始", "starts at", .instant),
                Column("ends_at", "结束", "ends at", .instant), Column("session", "课次", "session", .code),
                Column("course", "课程", "course"), Column("cohort", "期", "cohort", .code), Column("venue", "场地", "room"),
                Column("instructor", "讲师"), Column("zone", "联系区", "zone", .code), Column("contact", "联系人"),
            ],
            example: example,
            .act { line, context in
                let day = try line.optionalDay("on") ?? line.at.day
                let found = try WeekStore.week(context.session(), of: kind, line.code(kind.rawValue), around: day)
                if try line.flag("html") { return .document(page(found, context.language)) }
                return .picture(found.entries.map(cells)) { WeekGrid(found, $0).lines }
            }
        )
    }

    private static func cells(_ entry: Week.Entry) -> [Cell] {
        [
            .day(entry.starts.day), .instant(entry.starts), .instant(entry.ends), .optionalCode(entry.session),
            .optional(entry.course), .optionalCode(entry.cohort), .optional(entry.venue), .optional(entry.instructor),
            .code(entry.zone.text), .text(entry.contact),
        ]
    }

    private static func page(_ week: Week, _ language: Language) -> String {
        WeekPage(
            week,
            WeekPage.Words(
                language: language == .zh ? "zh-CN" : "en",
                title: WeekGrid.title(week, language),
                weekdays: WeekGrid.weekdays(language),
                taken: WeekGrid.taken[language]
            )
        ).html
    }
}
