import Postgres
import Store
import Zones

/// A program (班), such as 砺剑班: what is taught again and again, and to whom.
public struct Program: Sendable, Hashable {
    public let code: Code
    public let nameZh: String
    public let nameEn: String
    public let audience: Audience
    /// The zone that published it; every zone may run cohorts of it.
    public let publishedBy: ZoneCode
}

/// The programs of the region.
public enum ProgramStore {
    /// All programs by code.
    public static func list(_ session: Session) throws -> [Program] {
        try session.connection.rows(
            """
            select g.code, g.name_zh, g.name_en, g.audience, z.code
            from enrollment.program g join core.zone z on z.id = g.zone_id order by g.code
            """,
            as: (Code, String, String, Audience, ZoneCode).self
        ).map { Program(code: $0.0, nameZh: $0.1, nameEn: $0.2, audience: $0.3, publishedBy: $0.4) }
    }

    /// Publishes a program under `code`, or under a new one. Answers the code.
    public static func add(code: Code?, nameZh: String, nameEn: String, audience: Audience) -> Verb<String> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.add_program(\(request), \(code), \(nameZh), \(nameEn), \(audience))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Mends a program of the zone's own; nil leaves a field as it is, the event keeps the reason, the old and the new.
    /// Answers the code.
    public static func correct(_ code: Code, reason: String, nameZh: String?, nameEn: String?, audience: Audience?)
        -> Verb<String>
    {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.correct_program(\(request), \(code), \(reason), \(nameZh), \(nameEn), \(audience))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}

extension Audience: PostgresText {}
