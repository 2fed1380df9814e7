import Postgres
import Store
import Zones

/// One zone's share of one measure.
public struct CreditShare: Sendable, Hashable {
    public let measure: CreditMeasure
    public let zone: ZoneCode
    public let share: Rate
    /// Counted besides: not part of the region's total.
    public let isDouble: Bool
    /// The days on which it holds; nil in terms that have not started, and without an end.
    public let from: Day?
    public let until: Day?
}

/// A zone's part of a year's credit.
public struct CreditSettlement: Sendable, Hashable {
    public let measure: CreditMeasure
    public let zone: ZoneCode
    /// What was shared: the year's amounts less what was refunded, never below nothing.
    public let base: Money
    public let share: Money
    public let isDouble: Bool
}

/// The agreed shares of credit.
public enum CreditStore {
    /// The terms of a handoff as they stand, by measure, the sender's first; with their days once they run.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has no part in a handoff of that code.
    public static func shares(_ session: Session, handoff: Code) throws -> [CreditShare] {
        _ = try HandoffStore.show(session, handoff)
        return try rows(
            session,
            """
            select t.measure, z.code, s.points * 100::bigint, t.is_double and s.zone_id = t.from_zone_id, g.starts_on,
                g.ends_on - 1
            from handoff.terms t join handoff.handoff h on h.id = t.handoff_id
            cross join lateral (values (t.from_zone_id, t.sender_points), (t.to_zone_id, t.receiver_points)) as s (zone_id, points)
            join core.zone z on z.id = s.zone_id
            left join handoff.agreement g on (g.handoff_id, g.measure) = (t.handoff_id, t.measure)
            where h.code = \(handoff)
                and t.version = (select max(l.version) from handoff.terms l where l.handoff_id = h.id)
            order by t.measure, s.zone_id = t.to_zone_id
            """
        )
    }

    /// Whose credit a project's part is on a day, by measure; what is not double sums to the whole.
    public static func shares(_ session: Session, project: Code, part: Code, on day: Day) throws -> [CreditShare] {
        _ = try ProjectStore.show(session, project)
        return try rows(
            session,
            """
            select s.measure, z.code, s.points * 100::bigint, s.is_double, lower(s.valid), upper(s.valid) - 1
            from handoff.credit_share s join handoff.project p on p.id = s.project_id
            join handoff.project_part t on t.id = s.part_id join core.zone z on z.id = s.zone_id
            where p.code = \(project) and t.name = \(part) and s.valid @> \(day) and s.points > 0
            order by s.measure, s.is_double, s.line, z.code
            """
        )
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [CreditShare] {
        try session.connection.rows(statement, as: (CreditMeasure, ZoneCode, Rate, Bool, Day?, Day?).self)
            .map {
                CreditShare(
                    measure: $0.0,
                    zone: $0.1,
                    share: $0.2,
                    isDouble: $0.3,
                    from: $0.4,
                    until: $0.5
                )
            }
    }

    /// Records what came of a part on a day, and what of it was refunded to the firm. Answers the project.
    ///
    /// Refused with `HND04` by who does not hold it, `HND27` for a day in the future or in a settled year, `HND20` for
    /// an amount out of range.
    public static func record(
        _ project: Code,
        part: Code,
        _ measure: CreditMeasure,
        on day: Day,
        amount: Money,
        refund: Money
    ) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            """
            select handoff.record_amount(\(request), \(project), \(part), \(measure), \(day), \(amount), \(refund))
            """
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Settles a year of a part, once, after its end; the joint office's. Answers the zones' shares.
    ///
    /// Refused with `HND28` before the year's end, `HND29` when nothing came of it, `HND09` the second time.
    public static func settle(_ project: Code, part: Code, year: Int) -> Verb<[CreditSettlement]> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.settle_credit(\(request), \(project), \(part), \(Int32(year)))"
        } decode: { columns in
            try stride(from: 0, to: columns.count, by: 5).map { start in
                CreditSettlement(
                    measure: CreditMeasure(rawValue: try columns.column(start)),
                    zone: try ZoneCode(columns.column(start + 1)),
                    base: Money(fen: Int64(try columns.integer(start + 2))),
                    share: Money(fen: Int64(try columns.integer(start + 3))),
                    isDouble: try columns.column(start + 4) == "true"
                )
            }
        }
    }
}
