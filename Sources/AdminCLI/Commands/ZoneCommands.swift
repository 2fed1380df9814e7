import Store
import Zones

enum ZoneCommands {
    static let all = [add, list, show, close]

    private static let columns = [
        Column("code", "编号", .code), Column("name_zh", "名称"), Column("name_en", "英文名"),
        Column("opened_on", "设立日", .day), Column("closed_on", "撤销日", .day),
    ]

    static let add = Command(
        "zone",
        "add",
        "登记一个区",
        "register a zone",
        effect: .write,
        role: .admin,
        fields: [
            .key("code", .zone, "区编号", "the zone's code"),
            .required("name-zh", .organizationName, "中文名", "name in Chinese"),
            .required("name-en", .organizationName, "英文名", "name in English"),
        ],
        columns: [Column("code", "编号", .code)],
        example: "zone add ETDZ --name-zh 南通经济技术开发区 --name-en 'Nantong ETDZ'",
        .write { invocation, _ in
            let verb = ZoneStore.add(
                code: try invocation.zone("code"),
                nameZh: try invocation.organizationName("name-zh").text,
                nameEn: try invocation.organizationName("name-en").text
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let list = Command(
        "zone",
        "list",
        "列出各区",
        "list the zones",
        effect: .read,
        role: .anyone,
        columns: columns,
        example: "zone list",
        .query { _, session in .rows(try ZoneStore.list(session).map(cells)) }
    )

    static let show = Command(
        "zone",
        "show",
        "查看一个区",
        "show a zone",
        effect: .read,
        role: .anyone,
        fields: [.key("code", .zone, "区编号", "the zone's code")],
        columns: columns,
        example: "zone show ETDZ",
        .query { invocation, session in
            let code = try invocation.zone("code")
            guard let zone = try ZoneStore.show(session, code) else {
                throw CoreRejection.missing(noun: "zone", key: code.text)
            }
            return .rows([cells(zone)])
        }
    )

    static let close = Command(
        "zone",
        "close",
        "撤销一个区（数据保留）",
        "close a zone; its data stays",
        effect: .destructive,
        role: .admin,
        fields: [
            .key("code", .zone, "区编号", "the zone's code"),
            .required("on", .day, "从哪天起", "the first day on which it is closed"),
        ],
        columns: [Column("code", "编号", .code)],
        example: "zone close TZBA --on 2030-01-01",
        touches: { invocation, session in
            .rows(try ZoneStore.show(session, invocation.zone("code")).map { [cells($0)] } ?? [])
        },
        .write { invocation, _ in
            PendingWrite(ZoneStore.close(code: try invocation.zone("code"), on: try invocation.day("on"))) {
                .row(.code($0))
            }
        }
    )

    private static func cells(_ zone: ZoneRow) -> [Cell] {
        [
            .code(zone.code.text), .text(zone.nameZh), .text(zone.nameEn), .day(zone.openedOn),
            .optional(zone.closedOn),
        ]
    }
}
