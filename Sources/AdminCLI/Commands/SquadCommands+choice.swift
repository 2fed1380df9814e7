import ProjectHandoff
import Store
import Zones

extension SquadCommands {
    private static let key = Field.key("project", .code, "项目编号", "the project's code")

    static let swap = Command(
        "squad",
        "swap",
        "替换小分队成员，或暂代到某日；两人互换角色亦可",
        "give a role to somebody else, for good or until a day; two members may exchange roles",
        effect: .write,
        role: .coordinator,
        fields: [
            key, .required("role", .choice(of: SquadRole.self), "角色", "the role"),
            .required("person", .code, "由谁担任", "who has it from today on"),
            .optional("until", .day, "暂代到何日", "as a stand-in until this day"),
        ],
        columns: [Column("project", "项目", .code)],
        example: "squad swap SENSOR --role b --person P3",
        .write { invocation, _ in
            let verb = SquadStore.swap(
                try invocation.code("project"),
                try invocation.choice("role", as: SquadRole.self),
                to: try invocation.code("person"),
                until: try invocation.optionalDay("until")
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let wish = Command(
        "squad",
        "wish",
        "双向选择：登记人选项目或项目选人的志愿",
        "record a person's wish for a project, or the project's for a person",
        effect: .write,
        role: .coordinator,
        fields: [
            key, .required("person", .code, "人员", "the person"),
            .required("by", .choice(of: WishSide.self), "谁的志愿", "whose wish it is"),
            .defaulted("rank", .integer(1...99), to: "1", "第几志愿", "its rank"),
        ],
        columns: [Column("project", "项目", .code)],
        example: "squad wish SENSOR --person P2 --by person --rank 1",
        .write { invocation, _ in
            let verb = WishStore.wish(
                try invocation.code("project"),
                try invocation.code("person"),
                by: try invocation.choice("by", as: WishSide.self),
                rank: Int32(try invocation.integer("rank"))
            )
            return PendingWrite(verb) { .row(.code($0)) }
        }
    )

    static let match = Command(
        "squad",
        "match",
        "按双方志愿给出匹配建议",
        "propose who joins which project, by the wishes of both sides",
        effect: .read,
        role: .coordinator,
        fields: [.defaulted("seats", .integer(1...3), to: "3", "每个项目几人", "people a project")],
        columns: [Column("project", "项目", .code), Column("person", "人员", .code)],
        example: "squad match",
        .query { invocation, session in
            .rows(
                try WishStore.matches(session, seats: invocation.integer("seats")).map {
                    [.code($0.project.text), .code($0.person.text)]
                }
            )
        }
    )

    static let load = Command(
        "squad",
        "load",
        "每人在各小分队的席位数",
        "how many seats everybody has in the zone's squads",
        effect: .read,
        role: .coordinator,
        columns: [
            Column("person", "人员", .code), Column("name", "姓名"), Column("seats", "席位", .integer),
            Column("chief", "组长", .integer), Column("a", "A 角", "A", .integer), Column("b", "B 角", "B", .integer),
        ],
        example: "squad load",
        .query { _, session in
            .rows(
                try SquadStore.load(session, on: session.today).map {
                    [
                        .code($0.person.text), .text($0.name), .integer($0.seats), .integer($0.chief), .integer($0.a),
                        .integer($0.b),
                    ]
                }
            )
        }
    )
}
