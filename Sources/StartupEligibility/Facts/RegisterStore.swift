import Postgres
import Store
import Zones

/// What is on record about applicants: what was declared, and what other modules' views say.
struct RegisterStore {
    /// The first and last record of a run of people; of nobody where the last lies before the first.
    let first: Int64
    let last: Int64
    let organizations: [Int64]
    let day: Day
    var knownAt: Instant?

    /// Lists that a view keeps complete: who is not in it has none. With the view that each is from.
    static let complete = [
        "trainings": "enrollment.completed_training", "projects": "handoff.project_location",
    ]

    /// One record with whose it is.
    struct Record {
        /// The person's or organization's.
        let subject: Int64
        let fact: DeclaredFact
        /// In the order of recording; 0 of a view.
        let order: Int64
        var isListed: Bool { order == 0 }
    }

    /// All records of some facts, or of every fact; merged records' are the living one's. In any order.
    func records(_ session: Session, of facts: [String]? = nil, _ body: (Record) throws -> Void) throws {
        try session.connection.stream(
            declared(facts) + lists,
            as: (Int64, String, String?, String?, Day, String, String?, Bool, Int64).self
        ) { subject, fact, row, value, day, source, evidence, isPersonal, order in
            let declared = DeclaredFact(
                fact: fact,
                row: row,
                value: value,
                observedOn: day,
                source: source,
                evidence: evidence,
                isPersonal: isPersonal
            )
            try body(Record(subject: subject, fact: declared, order: order))
        }
    }

    private func declared(_ facts: [String]?) -> Statement {
        """
        select v.person_id, v.fact, v.row_key, v.value, v.observed_on, v.source, v.evidence, true, v.id
        from eligibility.fact_value v
        where v.person_id between \(first) and \(last) and v.observed_on <= \(day)
            and (\(knownAt)::timestamptz is null or v.recorded_at <= \(knownAt))
            and (\(facts)::text[] is null or v.fact = any (\(facts)))
        union all
        select p.merged_into, v.fact, v.row_key, v.value, v.observed_on, v.source, v.evidence, true, v.id
        from core.person p join eligibility.fact_value v on v.zone_id = p.zone_id and v.person_id = p.id
        where p.merged_into between \(first) and \(last) and v.observed_on <= \(day)
            and (\(knownAt)::timestamptz is null or v.recorded_at <= \(knownAt))
            and (\(facts)::text[] is null or v.fact = any (\(facts)))
        union all
        select v.organization_id, v.fact, v.row_key, v.value, v.observed_on, v.source, v.evidence, false, v.id
        from eligibility.fact_value v
        where v.organization_id = any (\(organizations)) and v.observed_on <= \(day)
            and (\(knownAt)::timestamptz is null or v.recorded_at <= \(knownAt))
            and (\(facts)::text[] is null or v.fact = any (\(facts)))
        """
    }

    /// The lists that views keep, as the rows that a declaration would have.
    private var lists: Statement {
        """
         union all
        select t.person_id, 'trainings', t.cohort_code, concat_ws(', ', 'program=' || t.program_code,
            'cohort=' || t.cohort_code, 'completed_on=' || t.completed_on::text, 'hours=' || t.hours::bigint,
            'certificate=' || t.certificate_code), t.completed_on, 'enrollment.completed_training', null, true, 0
        from enrollment.completed_training t
        where t.person_id between \(first) and \(last) and t.completed_on <= \(day)
        union all
        select l.founder_person_id, 'projects', l.project_code || ' ' || l.part, concat_ws(', ',
            'project=' || l.project_code, 'zone=' || l.zone_code, 'origin=' || l.origin_code, 'since=' || l.since::text),
            l.since, 'handoff.project_location', null, true, 0
        from handoff.project_location l
        where l.founder_person_id between \(first) and \(last) and l.since <= \(day)
        """
    }

    /// The values of facts that are no lists, by the positions that the catalogue gives them, with what decides between two
    /// of them; for a run of people, in any order.
    func values(_ session: Session, of facts: [String], _ body: (inout Row) throws -> Void) throws {
        try session.connection.stream(
            """
            select v.person_id, f.position, v.value, v.observed_on, hashtext(v.source), true, v.id
            from eligibility.fact_value v join eligibility.fact f on f.name = v.fact
            where v.person_id between \(first) and \(last) and v.observed_on <= \(day) and v.fact = any (\(facts))
            union all
            select p.merged_into, f.position, v.value, v.observed_on, hashtext(v.source), true, v.id
            from core.person p join eligibility.fact_value v on v.zone_id = p.zone_id and v.person_id = p.id
            join eligibility.fact f on f.name = v.fact
            where p.merged_into between \(first) and \(last) and v.observed_on <= \(day) and v.fact = any (\(facts))
            union all
            select v.organization_id, f.position, v.value, v.observed_on, hashtext(v.source), false, v.id
            from eligibility.fact_value v join eligibility.fact f on f.name = v.fact
            where v.organization_id = any (\(organizations)) and v.observed_on <= \(day) and v.fact = any (\(facts))
            """,
            body
        )
    }

    /// Lets the server plan a statement once and not for each applicant: planning the views costs many times the fetch.
    static func planOnce(_ session: Session) throws {
        try session.connection.execute("set plan_cache_mode = force_generic_plan")
    }

    /// The catalogue's positions by name.
    static func positions(_ session: Session) throws -> [String: Int32] {
        let rows = try session.connection.rows("select name, position from eligibility.fact", as: (String, Int32).self)
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
