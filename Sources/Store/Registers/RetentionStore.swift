import Postgres
import Zones

/// How long records of one kind are kept, and by what right.
public struct RetentionPeriod: Sendable, Hashable {
    public let kind: String
    public let validFrom: Day
    public let months: Int
    /// Whether nothing may be erased before the end of the period.
    public let isBinding: Bool
    public let basisZh: String
    public let basisEn: String
}

/// Somebody whose record is due for erasure.
public struct RetentionDue: Sendable, Hashable {
    public let person: Code
    /// The first day after the last of the periods.
    public let dueOn: Day
    /// The kind of record whose period ends last.
    public let kind: String
    /// From when that period ran.
    public let since: Day
    public let basisZh: String
    public let basisEn: String
}

/// Periods of retention, and what is due.
public enum RetentionStore {
    /// All periods, by kind and the day from which they hold.
    public static func periods(_ session: Session) throws -> [RetentionPeriod] {
        try session.connection.rows(
            """
            select kind, valid_from, months, binding, basis_zh, basis_en from core.retention_period
            order by kind, valid_from
            """,
            as: (String, Day, Int32, Bool, String, String).self
        ).map {
            RetentionPeriod(
                kind: $0.0,
                validFrom: $0.1,
                months: Int($0.2),
                isBinding: $0.3,
                basisZh: $0.4,
                basisEn: $0.5
            )
        }
    }

    /// Another period for a kind of record, for what begins from a day on.
    ///
    /// Refused for a day that the last period of the kind holds on already (`PER08`).
    public static func set(_ kind: String, from day: Day, months: Int, basisZh: String, basisEn: String) -> Verb<Void> {
        Verb(
            refusedAs: PersonRejection.self,
            { request in
                "select core.set_retention_period(\(request), \(kind), \(day), \(Int32(months)), \(basisZh), \(basisEn))"
            },
            decode: { _ in }
        )
    }

    /// Whose records of the active zone are due for erasure by a day, the longest due first.
    public static func due(_ session: Session, by day: Day) throws -> [RetentionDue] {
        try session.ask(refusedAs: PersonRejection.self) { connection throws(PostgresError) in
            try connection.rows(
                "select person, due_on, kind, since, basis_zh, basis_en from core.retention_due(\(day))",
                as: (Code, Day, String, Day, String, String).self
            )
        }.map {
            RetentionDue(person: $0.0, dueOn: $0.1, kind: $0.2, since: $0.3, basisZh: $0.4, basisEn: $0.5)
        }
    }
}

extension PersonStore {
    /// Takes everything personal out of a record and those merged into it. Answers how many records that were.
    ///
    /// Refused while a case needs the person (`PER06`) or a binding period runs (`PER07`).
    public static func erase(_ code: Code, reason: String) -> Verb<Int> {
        Verb(refusedAs: PersonRejection.self) { request in
            "select core.erase_person(\(request), \(code), \(reason))"
        } decode: { columns in
            try columns.integer(1)
        }
    }
}
