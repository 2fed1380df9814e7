@testable import AdminCLI

/// A small registry that no database stands behind.
enum SampleRegistry {
    static let venueAdd = Command(
        "venue",
        "add",
        "登记场地",
        "registers a venue",
        effect: .write,
        role: .officer,
        fields: [
            .key("name", .organizationName, "名称", "its name"),
            .required("capacity", .integer(1...10_000), "座位数", "seats"),
            .optional("opened", .day, "启用日期", "the day it opened"),
            .optional("rent", .money, "租金", "rent"),
            .defaulted("kind", .choice(["hall", "room", "lab"]), to: "room", "类别", "kind"),
            .flag("joint", "两区共用", "used by both zones"),
            .newCode,
        ],
        columns: [Column("venue", "场地", "venue", .code)],
        example: "venue add 样例报告厅 --capacity 120 --opened 2024-09-01",
        .query { _, _ in .nothing }
    )

    static let venueList = Command(
        "venue",
        "list",
        "场地列表",
        "lists venues",
        effect: .read,
        role: .anyone,
        columns: [Column("venue", "场地", "venue", .code), Column("capacity", "座位", "seats", .integer)],
        example: "venue list",
        .query { _, _ in .nothing }
    )

    static let cohortClose = Command(
        "cohort",
        "close",
        "结束各期",
        "closes cohorts",
        effect: .destructive,
        role: .coordinator,
        fields: [.key("cohorts", .list(.code), "期", "cohorts"), .reason],
        example: "cohort close C1 C2 --reason 样例",
        .query { _, _ in .nothing }
    )

    static let todo = Command(
        "todo",
        "",
        "待办",
        "what is due",
        effect: .read,
        role: .anyone,
        example: "todo",
        .query { _, _ in .nothing }
    )

    static let registry = Registry([venueAdd, venueList, cohortClose, todo])
}
