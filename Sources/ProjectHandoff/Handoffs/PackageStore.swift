import Postgres
import Store
import Zones

/// Something that an offer of a project would lack.
public struct Lacking: Sendable, Hashable {
    public let code: String
    public let nameZh: String
    public let nameEn: String
    /// How many of it.
    public let count: Int
    /// Whether the offer is refused without it.
    public let isBlocking: Bool
}

/// A document that goes with a handoff, known by its hash.
public struct PackageItem: Sendable, Hashable {
    public let document: Code
    public let title: String
    public let sha256: String
    /// `preview` before the acceptance, `full` with it.
    public let disclose: String
}

/// Days that one leg of handoffs between two zones took.
public struct Dwell: Sendable, Hashable {
    public let from: ZoneCode
    public let to: ZoneCode
    public let state: HandoffState
    public let legs: Int
    /// Calendar days in hundredths, on average.
    public let hundredths: Int
    public let longest: Int
}

/// What goes with a handoff, and how long its legs take.
public enum PackageStore {
    /// What an offer of a part would lack, in the order of the requirements; empty when it is complete.
    ///
    /// - Throws: `CoreRejection.missing` for a part that the active zone does not hold.
    public static func lacking(_ session: Session, project: Code, part: Code) throws -> [Lacking] {
        try session.ask(refusedAs: HandoffRejection.self) { (connection) throws(PostgresError) in
            try connection.rows(
                """
                select code, name_zh, name_en, count, blocking
                from handoff.check_offer(\(project), \(part), \(session.today))
                """,
                as: (String, String, String, Int32, Bool).self
            )
        }.map { Lacking(code: $0.0, nameZh: $0.1, nameEn: $0.2, count: Int($0.3), isBlocking: $0.4) }
    }

    /// The documents of a handoff that the active zone may see.
    public static func items(_ session: Session, handoff: Code) throws -> [PackageItem] {
        try session.connection.rows(
            """
            select i.document_code, i.title, encode(i.sha256, 'hex'), i.disclose from handoff.item i
            join handoff.handoff h on h.id = i.handoff_id where h.code = \(handoff) order by i.document_code
            """,
            as: (Code, String, String, String).self
        ).map { PackageItem(document: $0.0, title: $0.1, sha256: $0.2, disclose: $0.3) }
    }

    /// The item whose content these octets are.
    ///
    /// Refused with `HND26` when no document of the handoff has their hash.
    public static func match(_ session: Session, handoff: Code, content: [UInt8]) throws -> PackageItem {
        _ = try HandoffStore.show(session, handoff)
        let digest = SHA256.digest(of: content).hexadecimal
        guard let item = try items(session, handoff: handoff).first(where: { $0.sha256 == digest }) else {
            throw HandoffRejection.documentDiffers(handoff: handoff.text, sha256: digest)
        }
        return item
    }

    /// How long the legs of handoffs between each two zones took, by the days of their steps.
    public static func dwell(_ session: Session) throws -> [Dwell] {
        try session.connection.rows(
            """
            select f.code, t.code, s.to_state, count(*), round(avg(s.days) * 100)::bigint, max(s.days)::bigint
            from (select y.from_zone_id, y.to_zone_id, y.to_state,
                    core.day(lead(y.at) over (partition by y.handoff_id order by y.version)) - core.day(y.at) as days
                from handoff.history y) as s
            join core.zone f on f.id = s.from_zone_id join core.zone t on t.id = s.to_zone_id
            where s.days is not null group by f.code, t.code, s.to_state order by f.code, t.code, s.to_state
            """,
            as: (ZoneCode, ZoneCode, HandoffState, Int64, Int64, Int64).self
        ).map {
            Dwell(
                from: $0.0,
                to: $0.1,
                state: $0.2,
                legs: Int($0.3),
                hundredths: Int($0.4),
                longest: Int($0.5)
            )
        }
    }
}
