import Postgres
import Store
import Zones

/// People and organizations as applicants.
public enum ApplicantStore {
    private static let columns: Statement = """
        select p.id, p.code, p.name, o.id, o.code, p.birth_on, p.sex, o.registered_on, o.kind from core.person p
        left join core.organization o on (o.zone_id, o.id) = (p.zone_id, p.organization_id)
        """

    private typealias Columns = (Int64, Code, String, Int64?, Code?, Day?, String?, Day?, String?)

    /// The person of that code, else the organization.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has neither
    public static func find(_ session: Session, _ code: Code) throws -> Applicant {
        let person = try session.connection.row(
            columns
                + " where p.id = (select coalesce(f.merged_into, f.id) from core.person f where f.code = \(code))",
            as: Columns.self
        )
        if let person { return Self.person(person) }
        let organization = try session.connection.row(
            "select o.id, o.name, o.registered_on, o.kind from core.organization o where o.code = \(code)",
            as: (Int64, String, Day?, String).self
        )
        guard let (id, name, registeredOn, kind) = organization else {
            throw CoreRejection.missing(noun: "person", key: code.text)
        }
        return Applicant(
            subject: .org,
            code: code,
            name: name,
            unit: code,
            personID: nil,
            organizationID: id,
            entry: Applicant.Entry(registeredOn: registeredOn, kind: kind)
        )
    }

    /// People of the active zone in the order of their records, at most `limit`, after one of them.
    public static func people(_ session: Session, after last: Applicant? = nil, limit: Int) throws -> [Applicant] {
        try session.connection.rows(
            columns
                + " where p.merged_into is null and p.id > \(last?.personID ?? 0) order by p.id limit \(limit)",
            as: Columns.self
        ).map(person)
    }

    private static func person(_ row: Columns) -> Applicant {
        Applicant(
            subject: .person,
            code: row.1,
            name: row.2,
            unit: row.4,
            personID: row.0,
            organizationID: row.3,
            entry: Applicant.Entry(birthOn: row.5, sex: row.6, registeredOn: row.7, kind: row.8)
        )
    }

    /// The zone that the session acts for.
    static func zone(_ session: Session) throws -> ZoneCode? {
        try session.connection.value(
            "select z.code from core.zone z where z.id = core.active_zone()",
            as: ZoneCode.self
        )
    }
}
