import Postgres
import Zones

/// Zones as the register keeps them.
public struct ZoneRow: Sendable, Hashable {
    public let code: ZoneCode
    public let nameZh: String
    public let nameEn: String
    public let openedOn: Day
    public let closedOn: Day?
}

/// The register of zones.
public enum ZoneStore {
    /// All zones by code.
    public static func list(_ session: Session) throws -> [ZoneRow] {
        try session.connection.rows(
            "select code, name_zh, name_en, opened_on, closed_on from core.zone order by code",
            as: (ZoneCode, String, String, Day, Day?).self
        ).map { ZoneRow(code: $0.0, nameZh: $0.1, nameEn: $0.2, openedOn: $0.3, closedOn: $0.4) }
    }

    /// One zone; nil when there is none of that code.
    public static func show(_ session: Session, _ code: ZoneCode) throws -> ZoneRow? {
        try list(session).first { $0.code == code }
    }

    /// Founds a zone. Answers its code.
    public static func add(code: ZoneCode, nameZh: String, nameEn: String) -> Verb<String> {
        Verb(refusedAs: CoreRejection.self) { request in
            "select core.add_zone(\(request), \(code), \(nameZh), \(nameEn))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Closes a zone from a day on. Answers its code.
    public static func close(code: ZoneCode, on day: Day) -> Verb<String> {
        Verb(refusedAs: CoreRejection.self) { request in
            "select core.close_zone(\(request), \(code), \(day))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}
