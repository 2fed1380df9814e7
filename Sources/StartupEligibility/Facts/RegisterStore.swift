import Postgres
import Store
import Zones

/// What the registers and other modules' views say about a number of applicants, by their records.
struct Register {
    private let declared: [Int64: [DeclaredFact]]
    private let declaredOfOrganizations: [Int64: [DeclaredFact]]
    private let people: [Int64: (birthOn: Day?, sex: String?)]
    private let organizations: [Int64: (registeredOn: Day?, kind: String)]
    private let trainings: [Int64: [[FactValue]]]
    private let projects: [Int64: [[FactValue]]]

    init(_ session: Session, _ applicants: [Applicant], asOf day: Day, knownAt: Instant?) throws {
        let ids = applicants.compactMap(\.personID)
        let units = Array(Set(applicants.compactMap(\.organizationID)))
        declared = try RegisterStore.declared(session, people: ids, day, knownAt)
        declaredOfOrganizations = try RegisterStore.declared(session, organizations: units, day, knownAt)
        people = try RegisterStore.people(session, ids)
        organizations = try RegisterStore.organizations(session, units)
        trainings = try RegisterStore.trainings(session, ids, day)
        projects = try RegisterStore.projects(session, ids, day)
    }

    /// Facts of a register stand before declared ones.
    func fill(_ file: inout CaseFile, _ applicant: Applicant) {
        if let id = applicant.organizationID { declaredOfOrganizations[id]?.forEach { file.add($0) } }
        if let id = applicant.personID { declared[id]?.forEach { file.add($0) } }
        file.settle()
        if let id = applicant.organizationID, let row = organizations[id] {
            let source = Provenance(source: "core.organization")
            if let registered = row.registeredOn { file.set("registered_on", .day(registered), source) }
            file.set("org_kind", .code(row.kind), source)
        }
        guard let id = applicant.personID else { return }
        let source = Provenance(source: "core.person")
        if let birth = people[id]?.birthOn { file.set("birth_on", .day(birth), source) }
        if let sex = people[id]?.sex { file.set("sex", .code(sex), source) }
        file.set("trainings", .rows(trainings[id] ?? []), Provenance(source: "enrollment.completed_training"))
        file.set("projects", .rows(projects[id] ?? []), Provenance(source: "handoff.project_location"))
    }
}

/// The statements behind `Register`, each for many applicants at once.
enum RegisterStore {
    /// Facts of people, under their living record.
    static func declared(_ session: Session, people: [Int64], _ day: Day, _ knownAt: Instant?) throws -> [Int64:
        [DeclaredFact]]
    {
        try declared(
            session,
            """
            select coalesce(p.merged_into, p.id), v.fact, v.row_key, v.value, v.observed_on, v.source, v.evidence, true
            from eligibility.fact_value v join core.person p on p.zone_id = v.zone_id and p.id = v.person_id
            where (p.id = any (\(people)) or p.merged_into = any (\(people)))
                and v.observed_on <= \(day) and (\(knownAt)::timestamptz is null or v.recorded_at <= \(knownAt))
            order by v.observed_on, v.id
            """
        )
    }

    static func declared(
        _ session: Session,
        organizations: [Int64],
        _ day: Day,
        _ knownAt: Instant?
    ) throws -> [Int64: [DeclaredFact]] {
        try declared(
            session,
            """
            select v.organization_id, v.fact, v.row_key, v.value, v.observed_on, v.source, v.evidence, false
            from eligibility.fact_value v
            where v.organization_id = any (\(organizations))
                and v.observed_on <= \(day) and (\(knownAt)::timestamptz is null or v.recorded_at <= \(knownAt))
            order by v.observed_on, v.id
            """
        )
    }

    private static func declared(_ session: Session, _ statement: Statement) throws -> [Int64: [DeclaredFact]] {
        var found: [Int64: [DeclaredFact]] = [:]
        try session.connection.stream(
            statement,
            as: (Int64, String, String?, String?, Day, String, String?, Bool).self
        ) { id, fact, row, value, day, source, evidence, isPersonal in
            found[id, default: []].append(
                DeclaredFact(
                    fact: fact,
                    row: row,
                    value: value,
                    observedOn: day,
                    source: source,
                    evidence: evidence,
                    isPersonal: isPersonal
                )
            )
        }
        return found
    }

    static func people(_ session: Session, _ ids: [Int64]) throws -> [Int64: (birthOn: Day?, sex: String?)] {
        let rows = try session.connection.rows(
            "select p.id, p.birth_on, p.sex from core.person p where p.id = any (\(ids))",
            as: (Int64, Day?, String?).self
        )
        return Dictionary(rows.map { ($0.0, (birthOn: $0.1, sex: $0.2)) }) { first, _ in first }
    }

    static func organizations(_ session: Session, _ ids: [Int64]) throws -> [Int64: (registeredOn: Day?, kind: String)]
    {
        let rows = try session.connection.rows(
            "select o.id, o.registered_on, o.kind from core.organization o where o.id = any (\(ids))",
            as: (Int64, Day?, String).self
        )
        return Dictionary(rows.map { ($0.0, (registeredOn: $0.1, kind: $0.2)) }) { first, _ in first }
    }

    static func trainings(_ session: Session, _ people: [Int64], _ day: Day) throws -> [Int64: [[FactValue]]] {
        let rows = try session.connection.rows(
            """
            select t.person_id, t.program_code, t.cohort_code, t.completed_on, t.hours::bigint, t.certificate_code
            from enrollment.completed_training t where t.person_id = any (\(people)) and t.completed_on <= \(day)
            order by t.completed_on, t.cohort_code
            """,
            as: (Int64, String, String, Day, Int64?, String?).self
        )
        return Dictionary(grouping: rows, by: \.0).mapValues { rows in
            rows.map {
                [
                    .code($0.1), .code($0.2), .day($0.3), $0.4.map(FactValue.number) ?? .unknown,
                    $0.5.map(FactValue.code) ?? .unknown,
                ]
            }
        }
    }

    static func projects(_ session: Session, _ people: [Int64], _ day: Day) throws -> [Int64: [[FactValue]]] {
        let rows = try session.connection.rows(
            """
            select l.founder_person_id, l.project_code, l.zone_code, l.origin_code, l.since
            from handoff.project_location l where l.founder_person_id = any (\(people)) and l.since <= \(day)
            order by l.project_code, l.part
            """,
            as: (Int64, String, String, String, Day).self
        )
        return Dictionary(grouping: rows, by: \.0).mapValues { rows in
            rows.map { [.code($0.1), .code($0.2), .code($0.3), .day($0.4)] }
        }
    }
}
