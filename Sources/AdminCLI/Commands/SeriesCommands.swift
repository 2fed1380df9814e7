import Store
import TrainingSchedule
import Zones

/// `series`: sessions that repeat by a rule.
enum SeriesCommands {
    static let all = [add, list, edit, restore]

    static let add = Command(
        "series",
        "add",
        "按规则排一系列课",
        "plans sessions by a rule, in zone time; statutory holidays are skipped",
        effect: .write,
        role: .officer,
        fields: [
            .required("course", .code, "课程", "what is taught"), .required("venue", .code, "场地", "the room"),
            .optional("instructor", .code, "讲师", "who teaches"),
            .required("starts", .instant, "第一次课的开始", "the start of the first session"),
            .required("ends", .instant, "第一次课的结束", "its end"),
            .required("rule", .text, "重复规则（RFC 5545）", "RFC 5545: FREQ=WEEKLY;BYDAY=TU;COUNT=10"),
            .optional("except", .list(.day), "不上课的日期", "dates that are left out"),
            .defaulted("holidays", .choice(of: HolidayChoice.self), to: "skip", "法定节假日", "on statutory holidays"),
            .defaulted(
                "makeup-days",
                .choice(of: MakeupChoice.self),
                to: "hold",
                "调休上班日：照常、跳过、另加课",
                "on make-up workdays: held, skipped, or all of them held too"
            ),
            .optional("hours", .integer(0...24), "每次学时", "training hours of each"),
            .optional("contact", .text, "联系人", "whom other zones ask"), .newCode,
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("cohort", "期", "cohort", .code),
            Column("sessions", "课次", "sessions", .integer), Column("skipped", "跳过", "skipped", .integer),
            Column("first", "首次", "first", .code), Column("last", "末次", "last", .code),
        ],
        example: "series add --course POLICY --venue ZILANG --starts 2024-11-05T14:00 --ends 2024-11-05T15:30 "
            + "--rule FREQ=WEEKLY;COUNT=4 --code WEEKLY",
        .act { line, context in
            let session = try context.session()
            let draft = try draft(line, session)
            let code = try line.optionalCode("code")
            let pending = PendingWrite(SeriesStore.add(code: code, draft)) { session, error in
                guard let rejection = error as? ScheduleRejection else { return error }
                let wish = Wish(
                    venue: draft.venue,
                    instructor: draft.instructor,
                    time: draft.time,
                    people: try AlternativeStore.people(session, course: draft.course),
                    mayChangeDay: false
                )
                let found = try AlternativeStore.find(session, for: wish, refusedBy: rejection) {
                    var other = draft
                    other.venue = $0.venue
                    other.time = $0.time
                    return SeriesStore.add(code: code, other)
                }
                return RefusedWithAlternatives(rejection: rejection, alternatives: found)
            } _: { planned in
                .row(
                    .code(planned.code),
                    .code(planned.cohort),
                    .integer(planned.sessions),
                    .integer(planned.skipped),
                    .code(planned.first),
                    .code(planned.last),
                    made: planned.code
                )
            }
            return try pending.perform(session, line.request)
        }
    )

    private static func draft(_ line: Invocation, _ session: Session) throws -> SeriesStore.Draft {
        let time = try SessionTime(starts: line.instant("starts"), ends: line.instant("ends"))
        let rule = try line.text("rule")
        let holidays = try line.choice("holidays", as: HolidayChoice.self)
        let makeupDays = try line.choice("makeup-days", as: MakeupChoice.self)
        return SeriesStore.Draft(
            course: try line.code("course"),
            venue: try line.code("venue"),
            instructor: try line.optionalCode("instructor"),
            rule: rule,
            plan: try SeriesPlan(
                session,
                rule: rule,
                from: time.starts,
                except: try line.days("except"),
                holidays: holidays,
                makeupDays: makeupDays
            ),
            time: time,
            hours: try time.counting(line.optionalInteger("hours")),
            holidays: holidays,
            makeupDays: makeupDays,
            contact: try line.optionalText("contact")
        )
    }

    static let list = Command(
        "series",
        "list",
        "系列课列表",
        "lists series with the dates that they skip",
        effect: .read,
        role: .anyone,
        fields: [.optional("cohort", .code, "期", "only series of this cohort")],
        columns: [
            Column("code", "编号", "code", .code), Column("course", "课程", "course", .code),
            Column("cohort", "期", "cohort", .code), Column("rule", "规则"), Column("first_on", "首日", "first day", .day),
            Column("sessions", "课次", "sessions", .integer), Column("skipped", "跳过的日期", "skipped dates"),
            Column("zone", "管理区", "zone", .code),
        ],
        example: "series list --cohort NIGHT-1",
        .query { line, session in
            .rows(
                try SeriesStore.list(session, cohort: try line.optionalCode("cohort")).map {
                    [
                        .code($0.code.text), .code($0.course.text), .code($0.cohort.text), .text($0.rule),
                        .day($0.firstOn), .integer($0.sessions), .zones($0.skipped.map(\.description)),
                        .code($0.zone.text),
                    ]
                }
            )
        }
    )

    static let edit = Command(
        "series",
        "edit",
        "改系列课：只此一次、此后全部、全部",
        "changes a session of a series alone, with all that follow, or with all; what has begun stays",
        effect: .write,
        role: .officer,
        fields: [
            .key("session", .code, "系列课中的课次", "a session of the series"),
            .required("scope", .choice(of: SeriesStore.Scope.self), "范围", "which sessions"),
            .optional("starts", .instant, "该课次新的开始", "its new start; the others move by as much"),
            .optional("ends", .instant, "该课次新的结束", "its new end"),
            .optional("venue", .code, "新的场地", "the new room"),
            .optional("instructor", .code, "新的讲师", "who teaches now"),
            .flag("cancel", "取消这些课次", "cancels them"), .reason,
        ],
        columns: [
            Column("session", "课次", "session", .code), Column("changed", "改动课次", "changed", .integer),
            Column("skipped", "不上课的日期", "days left out"),
        ],
        example: "series edit WEEKLY-02 --scope following --starts 2024-11-12T15:00 --reason 场地调整",
        .write { line, _ in
            let code = try line.code("session")
            let verb = SeriesStore.edit(
                code,
                try line.choice("scope", as: SeriesStore.Scope.self),
                starts: try line.optionalInstant("starts"),
                ends: try line.optionalInstant("ends"),
                venue: try line.optionalCode("venue"),
                instructor: try line.optionalCode("instructor"),
                cancelling: try line.flag("cancel"),
                reason: try line.text("reason")
            )
            return PendingWrite(verb) { edited in
                var output = Output.row(
                    .code(code.text),
                    .integer(edited.changed),
                    .zones(edited.skipped.map(\.day.description))
                )
                output.notes = edited.skipped.map(\.told)
                return output
            }
        }
    )

    static let restore = Command(
        "series",
        "restore",
        "恢复跳过或取消的日期",
        "holds a date of a series after all that was skipped or cancelled",
        effect: .write,
        role: .officer,
        fields: [.key("series", .code, "系列课", "the series"), .required("on", .day, "日期", "the date")],
        columns: [Column("session", "课次", "session", .code)],
        example: "series restore WEEKLY --on 2024-11-12",
        .write { line, _ in
            PendingWrite(SeriesStore.restore(try line.code("series"), on: try line.day("on"))) {
                .row(.code($0), made: $0)
            }
        }
    )
}
