import Postgres
import Store
import Zones

/// Frozen rankings, which everybody reads.
public enum RankingStore {
    /// Who is ranked.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case zone, unit, squad
    }

    /// A month's ranking as it was frozen.
    public struct Frozen: Sendable, Hashable {
        public let month: String
        public let level: String
        public let lines: Int
        public let digest: String
    }

    /// Freezes the ranking of a month that is over; the joint office's. Refused with `HND38` before its end, `HND09` the
    /// second time.
    public static func freeze(_ month: Day, _ level: Level) -> Verb<Frozen> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.freeze_ranking(\(request), \(month), \(level))"
        } decode: { columns throws(AnswerFault) in
            Frozen(
                month: try columns.column(0),
                level: try columns.column(1),
                lines: try columns.integer(2),
                digest: try columns.column(3)
            )
        }
    }

    /// The ranking of a month, from its frozen lines.
    ///
    /// - Throws: `CoreRejection.missing` when it was not frozen.
    public static func table(_ session: Session, month: Day, _ level: Level) throws -> RankingTable {
        guard
            let head = try session.connection.row(
                "select id, encode(digest, 'hex') from handoff.ranking where month = \(month) and level = \(level)",
                as: (Int64, String).self
            )
        else { throw CoreRejection.missing(noun: "ranking", key: "\(month)") }
        let lines = try session.connection.rows(
            """
            select l.subject, l.project_code, l.rule, l.on_day, l.share, l.points, r.cap from handoff.ranking_line l
            join handoff.ranking_rule r on r.code = l.rule where l.ranking_id = \(head.0)
            order by l.subject collate "C", l.project_code collate "C", l.rule collate "C"
            """,
            as: (String, Code, Code, Day, Int32, Int32, Int32).self
        ).map {
            RankingTable.Line(
                subject: $0.0,
                project: $0.1,
                rule: $0.2,
                on: $0.3,
                share: Int($0.4),
                points: Int($0.5),
                cap: Int($0.6)
            )
        }
        return RankingTable(lines: lines, digest: head.1)
    }
}

extension RankingStore.Level: PostgresText {}
