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

    /// All people of the active zone, by code.
    public static func people(_ session: Session) throws -> [Code] {
        try session.connection.rows(
            "select p.code from core.person p where p.merged_into is null order by p.code",
            as: Code.self
        )
    }

    /// What is known, as of a day and as known at an instant.
    public static func file(
        _ session: Session,
        _ applicant: Applicant,
        _ catalogue: FactCatalogue,
        asOf day: Day,
        knownAt: Instant? = nil
    ) throws -> CaseFile {
        var file = CaseFile(catalogue)
        for record in try declared(session, applicant, asOf: day, knownAt: knownAt) { file.add(record) }
        file.settle()
        try person(session, applicant, &file)
        try organization(session, applicant, &file)
        file.set("zone", try zone(session).map { .code($0.text) } ?? .unknown, Provenance(source: "core.zone"))
        if let id = applicant.personID {
            file.set(
                "trainings",
                .rows(try trainings(session, id, day)),
                Provenance(source: "enrollment.completed_training")
            )
            file.set("projects", .rows(try projects(session, id, day)), Provenance(source: "handoff.project_location"))
        }
        return file
    }

    private static func declared(
        _ session: Session,
        _ applicant: Applicant,
        asOf day: Day,
        knownAt: Instant?
    ) throws -> [DeclaredFact] {
        try session.connection.rows(
            """
            select v.fact, v.row_key, v.value, v.observed_on, v.source, v.evidence, v.person_id is not null
            from eligibility.fact_value v
            where (v.person_id = any (array(
                    select p.id from core.person p where p.id = \(applicant.personID) or p.merged_into = \(applicant.personID)))
                or v.organization_id = \(applicant.organizationID))
                and v.observed_on <= \(day) and (\(knownAt)::timestamptz is null or v.recorded_at <= \(knownAt))
            order by v.observed_on, v.id
            """,
            as: (String, String?, String?, Day, String, String?, Bool).self
        ).map {
            DeclaredFact(
                fact: $0.0,
                row: $0.1,
                value: $0.2,
                observedOn: $0.3,
                source: $0.4,
                evidence: $0.5,
                isPersonal: $0.6
            )
        }
    }

    private static func person(_ session: Session, _ applicant: Applicant, _ file: inout CaseFile) throws {
        let row = try session.connection.row(
            "select p.birth_on, p.sex from core.person p where p.id = \(applicant.personID)",
            as: (Day?, String?).self
        )
        let source = Provenance(source: "core.person")
        if let birth = row?.0 { file.set("birth_on", .day(birth), source) }
        if let sex = row?.1 { file.set("sex", .code(sex), source) }
    }

    private static func organization(_ session: Session, _ applicant: Applicant, _ file: inout CaseFile) throws {
        let row = try session.connection.row(
            "select o.registered_on, o.kind from core.organization o where o.id = \(applicant.organizationID)",
            as: (Day?, String).self
        )
        let source = Provenance(source: "core.organization")
        if let registered = row?.0 { file.set("registered_on", .day(registered), source) }
        if let kind = row?.1 { file.set("org_kind", .code(kind), source) }
    }

    /// The zone that the session acts for.
    static func zone(_ session: Session) throws -> ZoneCode? {
        try session.connection.value(
            "select z.code from core.zone z where z.id = core.active_zone()",
            as: ZoneCode.self
        )
    }

    private static func trainings(_ session: Session, _ person: Int64, _ day: Day) throws -> [[FactValue]] {
        try session.connection.rows(
            """
            select t.program_code, t.cohort_code, t.completed_on, t.hours::bigint, t.certificate_code
            from enrollment.completed_training t where t.person_id = \(person) and t.completed_on <= \(day)
            order by t.completed_on, t.cohort_code
            """,
            as: (String, String, Day, Int64?, String?).self
        ).map {
            [
                .code($0.0), .code($0.1), .day($0.2), $0.3.map(FactValue.number) ?? .unknown,
                $0.4.map(FactValue.code) ?? .unknown,
            ]
        }
    }

    private static func projects(_ session: Session, _ person: Int64, _ day: Day) throws -> [[FactValue]] {
        try session.connection.rows(
            """
            select l.project_code, l.zone_code, l.origin_code, l.since from handoff.project_location l
            where l.founder_person_id = \(person) and l.since <= \(day) order by l.project_code, l.part
            """,
            as: (String, String, String, Day).self
        ).map { [.code($0.0), .code($0.1), .code($0.2), .day($0.3)] }
    }
}
