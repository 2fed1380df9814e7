import Postgres
import Store
import Zones

/// Everything that is known about a person or an organization: its records, and what other modules offer in their views.
public enum ApplicantStore {
    /// The person of that code, else the organization.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has neither
    public static func find(_ session: Session, _ code: Code) throws -> Applicant {
        let person = try session.connection.row(
            """
            select p.id, p.code, p.name, o.id, o.code from core.person p
            left join core.organization o on (o.zone_id, o.id) = (p.zone_id, p.organization_id)
            where p.id = (select coalesce(f.merged_into, f.id) from core.person f where f.code = \(code))
            """,
            as: (Int64, Code, String, Int64?, Code?).self
        )
        if let (id, code, name, organization, unit) = person {
            return Applicant(
                subject: .person,
                code: code,
                name: name,
                unit: unit,
                personID: id,
                organizationID: organization
            )
        }
        let organization = try session.connection.row(
            "select o.id, o.name from core.organization o where o.code = \(code)",
            as: (Int64, String).self
        )
        guard let (id, name) = organization else { throw CoreRejection.missing(noun: "person", key: code.text) }
        return Applicant(subject: .org, code: code, name: name, unit: code, personID: nil, organizationID: id)
    }

    /// People of the active zone in the order of their records, at most `limit`, after one of them.
    public static func people(_ session: Session, after last: Applicant? = nil, limit: Int) throws -> [Applicant] {
        try session.connection.rows(
            """
            select p.id, p.code, p.name, o.id, o.code from core.person p
            left join core.organization o on (o.zone_id, o.id) = (p.zone_id, p.organization_id)
            where p.merged_into is null and p.id > \(last?.personID ?? 0) order by p.id limit \(limit)
            """,
            as: (Int64, Code, String, Int64?, Code?).self
        ).map { id, code, name, organization, unit in
            Applicant(
                subject: .person,
                code: code,
                name: name,
                unit: unit,
                personID: id,
                organizationID: organization
            )
        }
    }

    /// What is known about one, as of a day and as known at an instant.
    public static func file(
        _ session: Session,
        _ applicant: Applicant,
        _ catalogue: FactCatalogue,
        asOf day: Day,
        knownAt: Instant? = nil
    ) throws -> CaseFile {
        try files(session, [applicant], catalogue, asOf: day, knownAt: knownAt)[0]
    }

    /// What is known about each, in the same order; a few statements for all of them.
    public static func files(
        _ session: Session,
        _ applicants: [Applicant],
        _ catalogue: FactCatalogue,
        asOf day: Day,
        knownAt: Instant? = nil
    ) throws -> [CaseFile] {
        let register = try Register(session, applicants, asOf: day, knownAt: knownAt)
        let zone = try zone(session)
        return applicants.map { applicant in
            var file = CaseFile(catalogue)
            register.fill(&file, applicant)
            file.set("zone", zone.map { .code($0.text) } ?? .unknown, Provenance(source: "core.zone"))
            return file
        }
    }

    /// The zone that the session acts for.
    static func zone(_ session: Session) throws -> ZoneCode? {
        try session.connection.value(
            "select z.code from core.zone z where z.id = core.active_zone()",
            as: ZoneCode.self
        )
    }
}
