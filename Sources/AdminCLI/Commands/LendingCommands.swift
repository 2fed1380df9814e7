import Store
import TrainingSchedule
import Zones

/// `lending list`: what zones agreed to lend each other.
enum LendingCommands {
    static let all = [list]

    static let list = Command(
        "lending",
        "list",
        "借用同意书",
        "lists the consents that the active zone gave or was given",
        effect: .read,
        role: .anyone,
        columns: [
            Column("kind", "类别"), Column("resource", "编号", "resource", .code),
            Column("from_zone", "借出区", "lent by", .code), Column("to_zone", "借入区", "lent to", .code),
            Column("first_day", "自", "from", .day), Column("last_day", "至", "until", .day),
            Column("hours", "学时", "training hours", .integer), Column("consent", "同意依据", "consent"),
            Column("agreed_by", "登记人", "recorded by"), Column("agreed_at", "登记时间", "recorded at", .instant),
        ],
        example: "lending list",
        .query { _, session in
            .rows(
                try LendingStore.list(session).map {
                    [
                        .text($0.kind), .code($0.resource.text), .code($0.from.text), .code($0.to.text),
                        .optional($0.firstDay), .optional($0.lastDay), .optional($0.hours), .text($0.consent),
                        .text($0.agreedBy), .instant($0.agreedAt),
                    ]
                }
            )
        }
    )
}

/// `venue lend|close` and `instructor lend|close`.
enum LendingCommand {
    static func lend(_ kind: ResourceKind, _ zh: String, _ en: String) -> Command {
        Command(
            kind.rawValue,
            "lend",
            zh,
            en + "; who agreed is recorded",
            effect: .write,
            role: .officer,
            fields: [
                .key(kind.rawValue, .code, kind.told.zh, "which"),
                .required("to", .zone, "借给哪个区", "the zone that may book"),
                .optional("from", .day, "自", "the first day"), .optional("until", .day, "至，含当日", "the last day"),
                .optional("hours", .integer(1...100_000), "学时上限", "training hours in all; no limit if left out"),
                .required("consent", .text, "同意依据：何人、何函、何电话", "who agreed, by which letter or call"),
            ],
            columns: [Column(kind.rawValue, kind.told.zh, kind.rawValue, .code), Column("to", "借给", "lent to", .code)],
            example: kind == .venue
                ? "venue lend ZILANG --to TZBA --from 2024-12-01 --until 2024-12-31 --consent 电话同意"
                : "instructor lend TEACHER --to TZBA --hours 12 --consent 电话同意",
            .write { line, _ in
                let zone = try line.zone("to")
                let verb = LendingStore.lend(
                    kind,
                    try line.code(kind.rawValue),
                    to: zone,
                    from: try line.optionalDay("from"),
                    until: try line.optionalDay("until"),
                    hours: try line.optionalInteger("hours"),
                    consent: try line.text("consent")
                )
                return PendingWrite(verb) { .row(.code($0), .code(zone.text)) }
            }
        )
    }

    static func close(_ kind: ResourceKind, _ zh: String, _ en: String) -> Command {
        Command(
            kind.rawValue,
            "close",
            zh,
            en + "; sessions that it meets stay until they are moved, their keepers are told",
            effect: .write,
            role: .officer,
            fields: [
                .key(kind.rawValue, .code, kind.told.zh, "which"), .required("from", .instant, "自", "from"),
                .required("until", .instant, "至", "until"), .reason,
            ],
            columns: [
                Column(kind.rawValue, kind.told.zh, kind.rawValue, .code),
                Column("sessions", "受影响课次", "sessions met", .integer),
            ],
            example: kind == .venue
                ? "venue close ZILANG --from 2025-01-06T00:00 --until 2025-01-08T00:00 --reason 检修"
                : "instructor close TEACHER --from 2025-01-06T00:00 --until 2025-01-08T00:00 --reason 病假",
            .write { line, _ in
                let resource = try line.code(kind.rawValue)
                let verb = LendingStore.close(
                    kind,
                    resource,
                    from: try line.instant("from"),
                    until: try line.instant("until"),
                    reason: try line.text("reason")
                )
                return PendingWrite(verb) { .row(.code(resource.text), .integer($0)) }
            }
        )
    }
}

extension Invocation {
    /// The weekly hours in a text field; none if left out.
    func openingHours(_ name: String) throws -> OpeningHours {
        try optionalText(name).map { try OpeningHours($0) } ?? OpeningHours()
    }
}
