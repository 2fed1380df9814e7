import Store
import TrainingSchedule
import Zones

/// `venue`: rooms, and whom they are lent to.
enum VenueCommands {
    static let all = [add, list, busy, free, lend, close]

    static let add = Command(
        "venue",
        "add",
        "登记场地",
        "registers a room of the active zone",
        effect: .write,
        role: .officer,
        fields: [
            .required("name", .text, "名称", "what it says on the door"),
            .required("capacity", .integer(1...100_000), "可容纳人数", "how many people it seats"),
            .optional("share", .list(.zone), "可以借用的区", "zones that may book it too"),
            .optional("show-busy", .list(.zone), "可以查看占用的区", "zones that may see when it is taken"),
            .optional("features", .list(.text), "设备", "what it has, such as projector"),
            .optional("hours", .text, "每周开放时间，默认随时", "when it is open: MO-FR 08:00-21:00; always if left out"),
            .optional("consent-by", .text, "借用须谁同意", "whom a zone asks that wants to book it"),
            .newCode,
        ],
        columns: [Column("code", "编号", "code", .code)],
        example: "venue add --code ZILANG --name 紫琅人才公寓 --capacity 60 --share ETDZ",
        .write { line, _ in
            let verb = VenueStore.add(
                code: try line.optionalCode("code"),
                name: try line.text("name"),
                capacity: try line.integer("capacity"),
                guests: try line.zones("share"),
                watchers: try line.zones("show-busy"),
                features: try line.texts("features"),
                consentBy: try line.optionalText("consent-by"),
                hours: try line.openingHours("hours")
            )
            return PendingWrite(verb) { .row(.code($0), made: $0) }
        }
    )

    static let list = Command(
        "venue",
        "list",
        "场地列表",
        "lists the rooms that the active zone has or may know of",
        effect: .read,
        role: .anyone,
        fields: [.optional("seating", .integer(1...100_000), "至少容纳人数", "only rooms for so many people")],
        columns: [
            Column("code", "编号", "code", .code),
            Column("name", "名称"),
            Column("capacity", "人数", "seats", .integer),
            Column("owner", "所属区", "owner", .code),
            Column("level", "权限", "level"),
            Column("shared_with", "借给", "lent to"),
            Column("shown_to", "可查看占用", "shown to"),
            Column("features", "设备"),
            Column("consent_by", "借用须同意", "ask for consent"),
        ],
        example: "venue list --seating 30",
        .query { line, session in
            .rows(
                try VenueStore.list(session, seating: try line.optionalInteger("seating")).map { venue in
                    [
                        .code(venue.code.text), .text(venue.name), .integer(venue.capacity), .code(venue.owner.text),
                        .optional(venue.level?.rawValue), .zones(venue.guests), .zones(venue.watchers),
                        .zones(venue.features), .optional(venue.consentBy),
                    ]
                }
            )
        }
    )

    static let free = Command(
        "venue",
        "free",
        "某时间空闲的场地",
        "lists the rooms that are free at a time and may be booked, the smallest first",
        effect: .read,
        role: .anyone,
        fields: [
            .required("starts", .instant, "开始", "from"), .required("ends", .instant, "结束", "until"),
            .defaulted("seating", .integer(0...100_000), to: "0", "至少容纳人数", "for so many people"),
            .optional("features", .list(.text), "设备", "with these features"),
        ],
        columns: [
            Column("code", "编号", "code", .code), Column("name", "名称"), Column("capacity", "人数", "seats", .integer),
            Column("owner", "所属区", "owner", .code), Column("features", "设备"),
        ],
        example: "venue free --seating 60 --starts 2024-12-03T19:00 --ends 2024-12-03T21:00",
        .query { line, session in
            let time = try SessionTime(starts: line.instant("starts"), ends: line.instant("ends"))
            let found = try VenueStore.free(
                session,
                at: time,
                seating: try line.integer("seating"),
                features: try line.texts("features")
            )
            let rows: [[Cell]] = found.map {
                [
                    .code($0.code.text), .text($0.name), .integer($0.capacity), .code($0.owner.text),
                    .zones($0.features),
                ]
            }
            return found.isEmpty ? Output.rows(rows).exiting(.no) : .rows(rows)
        }
    )

    static let lend = LendingCommand.lend(.venue, "把场地借给其他区", "lets another zone book a room of ours")
    static let close = LendingCommand.close(.venue, "场地停用一段时间", "closes a room for some time")

    static let busy = BusyCommand.of(
        .venue,
        "场地占用时间",
        "when rooms that the active zone may ask about are taken, and whom to ask",
        key: ("场地；不给则全部", "one room; all if left out"),
        example: "venue busy ZILANG --from 2024-09-02 --until 2024-09-08"
    )
}

extension Cell {
    /// A cell for several words, such as the zones that something is shared with; missing for none.
    static func zones(_ codes: [String]) -> Cell {
        codes.isEmpty ? .null : .text(codes.joined(separator: ","))
    }
}
