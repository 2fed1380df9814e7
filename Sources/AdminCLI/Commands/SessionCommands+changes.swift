import Store
import TrainingSchedule
import Zones

extension SessionCommands {
    private static let key = Field.key("session", .code, "课次", "the session")
    private static let why = Field.optional("reason", .text, "理由，写进通知", "why; goes into the notice")

    static let move = Command(
        "session",
        "move",
        "调整课次的时间或场地",
        "moves a session to another time or room; its cohort is told",
        effect: .write,
        role: .officer,
        fields: [
            key,
            .optional("starts", .instant, "新的开始时间", "the new start"),
            .optional("ends", .instant, "新的结束时间；不给则时长不变", "the new end; it takes as long as before if left out"),
            .optional("venue", .code, "新的场地", "the new room"),
            .optional(
                "was",
                .instant,
                "您看到的开始时间；他人已改则拒绝",
                "the start that you saw; refused if somebody changed it since"
            ),
            why,
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("starts_at", "开始", "starts at", .instant),
            Column("ends_at", "结束", "ends at", .instant), Column("venue", "场地", "room", .code),
            Column("sequence", "改动次数", "changes", .integer),
        ],
        example: "session move S-1 --was 2024-12-03T19:00 --starts 2024-12-04T19:00",
        .write { line, _ in
            let code = try line.code("session")
            let was = try line.optionalInstant("was")
            let starts = try line.optionalInstant("starts")
            let ends = try line.optionalInstant("ends")
            let venue = try line.optionalCode("venue")
            let reason = try line.optionalText("reason")
            let verb = SessionStore.move(code, was: was, starts: starts, ends: ends, venue: venue, reason: reason)
            return PendingWrite(verb) { session, error in
                guard let rejection = error as? ScheduleRejection,
                    let held = try SessionStore.find(session, code),
                    let wish = try held.wish(session, starts: starts, ends: ends, venue: venue)
                else { return error }
                let found = try AlternativeStore.find(session, for: wish, refusedBy: rejection) {
                    SessionStore.move(code, was: was, starts: $0.time.starts, ends: $0.time.ends, venue: $0.venue)
                }
                return RefusedWithAlternatives(rejection: rejection, alternatives: found)
            } _: { moved in
                var output = Output.row(
                    .code(moved.code),
                    .instant(moved.starts),
                    .instant(moved.ends),
                    .code(moved.venue),
                    .integer(moved.sequence)
                )
                output.notes = [moved.day?.told(moved.starts.day)].compactMap(\.self)
                return output
            }
        }
    )

    static let swap = Command(
        "session",
        "swap",
        "两个课次对调时间和场地",
        "lets two sessions change places, times and rooms, in one step",
        effect: .write,
        role: .officer,
        fields: [
            .key("first", .code, "课次", "a session"), .key("second", .code, "另一课次", "the other one"),
            .flag("keep-rooms", "只换时间，场地不变", "only the times change, each keeps its room"), why,
        ],
        columns: [Column("code", "编号", "code", .code), Column("starts_at", "开始", "starts at", .instant)],
        example: "session swap S-1 S-2 --reason 讲师出差",
        .write { line, _ in
            let verb = SessionStore.swap(
                try line.code("first"),
                try line.code("second"),
                keepingRooms: try line.flag("keep-rooms"),
                reason: try line.optionalText("reason")
            )
            return PendingWrite(verb) { .rows($0.map { [.code($0.code), .instant($0.starts)] }) }
        }
    )

    static let substitute = Command(
        "session",
        "substitute",
        "代课：换一位讲师",
        "lets somebody else teach a session",
        effect: .write,
        role: .officer,
        fields: [key, .required("instructor", .code, "代课讲师", "who teaches instead"), .reason],
        columns: [
            Column("code", "编号", "code", .code), Column("was", "原讲师", "was", .code),
            Column("instructor", "讲师", "instructor", .code),
        ],
        example: "session substitute S-1 --instructor TEACHER --reason 讲师生病",
        .write { line, _ in
            let code = try line.code("session")
            let instructor = try line.code("instructor")
            let verb = SessionStore.substitute(code, by: instructor, reason: try line.text("reason"))
            return PendingWrite(verb) { was in
                .row(.code(code.text), was.map { .code($0) } ?? .null, .code(instructor.text))
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
        fields: [key, .reason],
        columns: [Column("code", "编号", "code", .code)],
        example: "session cancel S-1 --reason 讲师生病",
        .write { line, _ in
            let verb = SessionStore.cancel(try line.code("session"), reason: try line.text("reason"))
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let correct = Command(
        "session",
        "correct",
        "更正已开始课次的记录",
        "puts right what is on record of a session that has begun",
        effect: .write,
        role: .officer,
        fields: [
            key, .optional("starts", .instant, "实际开始", "when it started"),
            .optional("ends", .instant, "实际结束", "when it ended"),
            .optional("hours", .integer(0...24), "学时", "training hours that it counts for"),
            .optional("venue", .code, "实际场地", "the room that it was in"),
            .optional("instructor", .code, "实际讲师", "who taught"), .reason,
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: "session correct S-0 --hours 1 --reason 提前下课",
        .write { line, _ in
            let verb = SessionStore.correct(
                try line.code("session"),
                starts: try line.optionalInstant("starts"),
                ends: try line.optionalInstant("ends"),
                hours: try line.optionalInteger("hours"),
                venue: try line.optionalCode("venue"),
                instructor: try line.optionalCode("instructor"),
                reason: try line.text("reason")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )
}
