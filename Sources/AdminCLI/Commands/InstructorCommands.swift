import Store
import TrainingSchedule
import Zones

/// `instructor`: who teaches, and which zones may book them.
enum InstructorCommands {
    static let all = [add, list, busy, lend, close]

    static let lend = LendingCommand.lend(.instructor, "把讲师借给其他区", "lets another zone book an instructor of ours")
    static let close = LendingCommand.close(.instructor, "讲师一段时间不能来", "says that an instructor cannot come")

    static let add = Command(
        "instructor",
        "add",
        "登记讲师",
        "registers an instructor of the active zone",
        effect: .write,
        role: .officer,
        fields: [
            .required("name", .name, "姓名", "the name that goes on a timetable"),
            .optional("share", .list(.zone), "可以聘请的区", "zones that may book them too"),
            .optional("show-busy", .list(.zone), "可以查看占用的区", "zones that may see when they are taken"),
            .optional("subjects", .list(.text), "所教科目，默认不限", "what they teach; anything if left out"),
            .optional("weekly-hours", .integer(1...60), "每周学时上限", "the most training hours in a week"),
            .optional("hours", .text, "每周可排时间，默认随时", "when they can be had: MO-FR 08:00-21:00; always if left out"),
            .newCode,
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: "instructor add --code TEACHER --name 样例讲师 --share ETDZ",
        .write { line, _ in
            let verb = InstructorStore.add(
                code: try line.optionalCode("code"),
                name: try line.name("name"),
                guests: try line.zones("share"),
                watchers: try line.zones("show-busy"),
                subjects: try line.texts("subjects"),
                weeklyHours: try line.optionalInteger("weekly-hours"),
                hours: try line.openingHours("hours")
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let list = Command(
        "instructor",
        "list",
        "讲师列表",
        "lists the instructors that the active zone has or may know of",
        effect: .read,
        role: .anyone,
        columns: [
            Column("code", "编号", "code", .code),
            Column("name", "姓名"),
            Column("home", "所属区", "home zone", .code),
            Column("level", "权限", "level"),
            Column("shared_with", "借给", "lent to"),
            Column("shown_to", "可查看占用", "shown to"),
            Column("subjects", "科目"),
            Column("weekly_hours", "每周上限", "hours a week", .integer),
        ],
        example: "instructor list",
        .query { _, session in
            .rows(
                try InstructorStore.list(session).map { instructor in
                    [
                        .code(instructor.code.text), .text(instructor.name), .code(instructor.home.text),
                        .optional(instructor.level?.rawValue), .zones(instructor.guests), .zones(instructor.watchers),
                        .zones(instructor.subjects), .optional(instructor.weeklyHours),
                    ]
                }
            )
        }
    )

    static let busy = BusyCommand.of(
        .instructor,
        "讲师占用时间",
        "when instructors that the active zone may ask about teach, and whom to ask",
        key: ("讲师；不给则全部", "one instructor; all if left out"),
        example: "instructor busy --from 2024-09-02"
    )
}

/// `venue busy` and `instructor busy`.
enum BusyCommand {
    static func of(
        _ kind: ResourceKind,
        _ zh: String,
        _ en: String,
        key: (zh: String, en: String),
        example: String
    ) -> Command {
        Command(
            kind.rawValue,
            "busy",
            zh,
            en,
            effect: .read,
            role: .anyone,
            fields: [
                .optionalKey(kind.rawValue, .code, key.zh, key.en),
                .optional("from", .day, "起始日，默认今天", "the first day; today if left out"),
                .optional("until", .day, "截止日，默认起始日后第六天", "the last day; six days later if left out"),
            ],
            columns: [
                Column(kind.rawValue, zh, kind.rawValue, .code),
                Column("starts_at", "开始", "starts at", .instant),
                Column("ends_at", "结束", "ends at", .instant),
                Column("zone", "联系区", "zone", .code),
                Column("contact", "联系人", "contact"),
                Column("session", "课次", "session", .code),
            ],
            example: example,
            .query { line, session in
                let from = try line.optionalDay("from") ?? line.at.day
                let until = try line.optionalDay("until") ?? from.adding(days: 6)
                let resource = try line.optionalCode(kind.rawValue)
                return .rows(
                    try BusyStore.list(session, of: kind, resource, from: from, until: until).map { busy in
                        [
                            .code(busy.resource.text), .instant(busy.starts), .instant(busy.ends),
                            .code(busy.zone.text), .text(busy.contact), busy.session.map { .code($0.text) } ?? .null,
                        ]
                    }
                )
            }
        )
    }
}
