import Store
import Zones

enum CalendarCommands {
    static let all = [load, list, check]

    static let load = Command(
        "calendar",
        "load",
        "载入一年的节假日与调休",
        "load a year of holidays and make-up workdays",
        effect: .write,
        role: .admin,
        fields: [
            .key("file", .path, "CSV：date,kind（holiday 或 workday）", "CSV: date,kind (holiday or workday)"),
            .required("source", .text, "依据（文号）", "the document that it follows"),
        ],
        columns: [Column("year", "年份", .integer), Column("days", "天数", .integer)],
        example: "calendar load holidays-2027.csv --source 国办发明电〔2026〕7号",
        .act { invocation, context in
            let calendar = try WorkingCalendar(csv: ImportFile.text(at: invocation.path("file")))
            let source = try invocation.text("source")
            let session = try context.session()
            return .rows(
                try PublicFacts.years(of: calendar).map { year in
                    let days = try session.perform(
                        CalendarStore.load(year: year.year, source: source, days: year.days),
                        as: invocation.request.part(year.year)
                    )
                    return [.integer(year.year), .integer(days)]
                }
            )
        }
    )

    static let list = Command(
        "calendar",
        "list",
        "列出已载入的年份",
        "list the years that are loaded",
        effect: .read,
        role: .anyone,
        columns: [
            Column("year", "年份", .integer), Column("holidays", "放假天数", .integer),
            Column("workdays", "调休上班天数", .integer), Column("source", "依据"),
        ],
        example: "calendar list",
        .query { _, session in
            .rows(
                try CalendarStore.years(session).map {
                    [.integer($0.year), .integer($0.holidays), .integer($0.workdays), .text($0.source)]
                }
            )
        }
    )

    static let check = Command(
        "calendar",
        "check",
        "某天是否工作日；若干工作日后是哪天",
        "whether a day is a working day; the day so many working days later",
        effect: .read,
        role: .anyone,
        fields: [
            .key("day", .day, "日期", "the day"),
            .defaulted("plus", .integer(0...2000), to: "0", "之后的工作日数", "so many working days later"),
        ],
        columns: [Column("day", "日期", .day), Column("working", "工作日", .flag), Column("later", "到期日", .day)],
        example: "calendar check 2024-09-27 --plus 5",
        .query { invocation, session in
            let calendar = try CalendarStore.calendar(session)
            let day = try invocation.day("day")
            let plus = try invocation.integer("plus")
            let working = try calendar.isWorkingDay(day)
            let later = plus == 0 ? day : try calendar.adding(workingDays: plus, to: day)
            return .row(.day(day), .flag(working), .day(later)).exiting(plus > 0 || working ? .done : .no)
        }
    )
}
