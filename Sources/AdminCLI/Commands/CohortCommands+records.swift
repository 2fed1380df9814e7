import Store
import TalentEnrollment
import Zones

extension CohortCommands {
    static let correct = Command(
        "cohort",
        "correct",
        "更正一期：期号、起止日、确认期限",
        "correct a cohort: its number, its days, the days to answer",
        effect: .write,
        role: .officer,
        fields: [
            .key("cohort", .code, "期的编号", "the cohort's code"), .reason,
            .optional("number", .integer(1...9_999), "第几期", "the number of the run"),
            .optional("starts-on", .day, "第一天", "first day"), .optional("ends-on", .day, "最后一天", "last day"),
            .optional("offer-days", .integer(1...60), "递补后几天内确认", "days in which who is promoted says yes or no"),
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: "cohort correct LIJIAN-3 --reason 录入错误 --ends-on 2024-12-22",
        .write { invocation, _ in
            let correction = CohortStore.Correction(
                number: try invocation.optionalInteger("number"),
                startsOn: try invocation.optionalDay("starts-on"),
                endsOn: try invocation.optionalDay("ends-on"),
                offerDays: try invocation.optionalInteger("offer-days")
            )
            let verb = CohortStore.correct(
                try invocation.code("cohort"),
                reason: try invocation.text("reason"),
                correction
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let contacts = Command(
        "cohort",
        "contacts",
        "联系表：本区学员的手机号，遮盖显示；说明理由才显示全号，逐人记入日志，限次数",
        "the contact list of the zone's people: phones masked; whole with a reason, each a logged look",
        effect: .write,
        role: .officer,
        fields: [
            .key("cohort", .code, "期的编号", "the cohort's code"),
            .optional("reason", .prose, "查看全号的理由", "why whole numbers are needed"),
        ],
        columns: [
            Column("enrollment", "报名编号", "enrollment", .code), Column("person", "人员编号", "person", .code),
            Column("name", "姓名"), Column("unit", "单位"), Column("phone", "手机号"),
        ],
        example: "cohort contacts NIGHT-1",
        inFiles: false,
        .act { invocation, context in
            let session = try context.session()
            let reason = try invocation.optionalText("reason")
            let contacts = try RosterStore.contacts(session, invocation.code("cohort"))
            // A rehearsal would take the log entries back: the store refuses to show anything for it.
            let phones = try reason.map { reason in
                let reveal = { session in
                    try RosterStore.phones(of: contacts, reason: reason, session, as: invocation.request)
                }
                return try context.isDryRun ? session.rehearse(reveal) : reveal(session)
            }
            return .rows(
                contacts.enumerated().map { place, contact in
                    [
                        .code(contact.enrollment.text), .code(contact.person.text), .text(contact.name),
                        .optional(contact.unit), .optional(phones.map { $0[place]?.number } ?? contact.phoneMasked),
                    ]
                }
            )
        }
    )
}
