import ProjectHandoff
import Store
import Zones

enum SquadCommands {
    static let all = [assign, swap, wish, match, load, show]

    static let assign = Command(
        "squad",
        "assign",
        "为项目组建3人小分队（组长、A、B）",
        "give a project a squad of three: chief, A and B",
        effect: .write,
        role: .coordinator,
        fields: [
            .required("project", .code, "项目编号", "the project's code"),
            .required("chief", .code, "组长", "who decides"), .required("a", .code, "A 角", "who owns the matter"),
            .required("b", .code, "B 角", "who helps and stands in"),
        ],
        columns: [Column("project", "项目", .code)],
        example: "squad assign --project SENSOR --chief P2 --a P3 --b P4",
        .write { invocation, _ in
            let verb = SquadStore.assign(
                try invocation.code("project"),
                chief: try invocation.code("chief"),
                a: try invocation.code("a"),
                b: try invocation.code("b")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let show = Command(
        "squad",
        "show",
        "查看本区为项目组建的小分队，含以往成员",
        "show the zone's squad for a project, former members too",
        effect: .read,
        role: .coordinator,
        fields: [.key("project", .code, "项目编号", "the project's code")],
        columns: [
            Column("role", "角色"), Column("person", "人员", .code), Column("name", "姓名"), Column("from", "自", .day),
            Column("until", "至", .day),
        ],
        example: "squad show SENSOR",
        .query { invocation, session in
            .rows(
                try SquadStore.members(session, project: invocation.code("project")).map {
                    [
                        .text($0.role.rawValue), .code($0.person.text), .text($0.name), .day($0.from),
                        .optional($0.until),
                    ]
                }
            )
        }
    )
}
