import Store
import TalentEnrollment
import Zones

enum AttendanceCommands {
    static let all = [record, open, signIn, correct, list, hours, sheet]

    static let record = Command(
        "attendance",
        "record",
        "登记一次课的到课学员（可分几次登记）",
        "record who was at a session; may be done in parts",
        effect: .write,
        role: .officer,
        fields: [
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .required("session", .code, "课次编号", "the session's code"),
            .required("hours", .integer(0...24), "学时", "training hours that it counts for"),
            .optional("on", .day, "上课日（默认业务日）", "the day it was held; the business day if left out"),
            .optional("present", .list(.code), "到课的报名编号", "enrollments that were present"),
            .optional("file", .path, "到课名单文件，每行一个报名编号", "a file with an enrollment a line"),
        ],
        columns: [
            Column("session", "课次", "session", .code), Column("added", "新登记", "added", .integer),
            Column("present", "到课", "present", .integer),
        ],
        example: "attendance record --cohort NIGHT-1 --session S-1 --hours 3 --on 2024-09-03 --present E-FOUNDER",
        .act { invocation, context in
            var present = try invocation.codes("present")
            if let path = try invocation.optionalPath("file") {
                let lines = try ImportFile.text(at: path).split(whereSeparator: \.isNewline)
                present += try lines.map { try Code(String($0)) }
            }
            let held = AttendanceStore.Held(
                session: try invocation.code("session"),
                day: try invocation.optionalDay("on") ?? invocation.at.day,
                hours: try invocation.integer("hours")
            )
            let verb = AttendanceStore.record(cohort: try invocation.code("cohort"), held, present: present)
            let recorded = try context.session().perform(verb, as: invocation.request)
            return .row(.code(recorded.session), .integer(recorded.added), .integer(recorded.present))
        }
    )

    static let list = Command(
        "attendance",
        "list",
        "到课记录",
        "attendance by session and person",
        effect: .read,
        role: .officer,
        fields: [
            .required("cohort", .code, "期的编号", "the cohort's code"),
            .optional("session", .code, "课次编号", "only this session"),
        ],
        columns: [
            Column("session", "课次", "session", .code), Column("held_on", "上课日", "held on", .day),
            Column("hours", "学时", "hours", .integer), Column("enrollment", "报名编号", "enrollment", .code),
            Column("zone", "区", "zone", .code), Column("present", "到课", "present", .flag),
            Column("status", "情况", "status"),
        ],
        example: "attendance list --cohort NIGHT-1",
        .query { invocation, session in
            let cohort = try invocation.code("cohort")
            let recorded = try invocation.optionalCode("session")
            return .streaming { sink in
                try AttendanceStore.list(session, cohort: cohort, of: recorded) {
                    try sink([
                        .code($0.session.text), .day($0.heldOn), .integer($0.hours), .code($0.enrollment.text),
                        .code($0.zone.text), .flag($0.present), .text($0.status.rawValue),
                    ])
                }
            }
        }
    )
}
