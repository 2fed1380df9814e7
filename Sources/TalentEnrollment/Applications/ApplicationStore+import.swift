import Postgres
import Store
import Zones

extension ApplicationStore {
    /// One row of a file: a person of the active zone, with what the cohort may ask for.
    public struct ImportRow: Sendable, Hashable {
        public let person: Code
        public let award: String?
        public let postLevel: PostLevel?

        public init(person: Code, award: String?, postLevel: PostLevel?) {
            self.person = person
            self.award = award
            self.postLevel = postLevel
        }
    }

    /// What became of one row.
    public enum Imported: Sendable, Hashable {
        /// A new enrollment, in this state.
        case entered(EnrollmentState, code: String)
        /// The person was in the cohort before.
        case unchanged(code: String)
        /// Something keeps the person out.
        case refused(EnrollmentRejection)
    }

    /// A part of a file of applications, in the order of its rows. Answers an outcome a row.
    ///
    /// Refused as a whole with `ENR01`, `ENR23`, `ENR24` or `ENR25`, as every application would be.
    public static func `import`(cohort: Code, file sha256: Bytes, _ rows: [ImportRow]) -> Verb<[Imported]> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.import_applications(\(request), \(cohort), \(sha256), \(rows.map(\.person.text)),
                \(rows.map(\.award)), \(rows.map { $0.postLevel?.rawValue }))
            """
        } decode: { columns throws(AnswerFault) in
            var outcomes: [Imported] = []
            for position in columns.indices { outcomes.append(try imported(columns.column(position), columns)) }
            return outcomes
        }
    }

    private static func imported(_ text: String, _ columns: [String?]) throws(AnswerFault) -> Imported {
        let rest = String(text.drop { $0 != ":" }.dropFirst())
        let word = String(text.prefix { $0 != ":" })
        switch word {
        case "unchanged": return .unchanged(code: rest)
        case "refused":
            let parts = rest.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
            guard let refusal = EnrollmentRejection.refusing(parts[0], facts: Array(parts.dropFirst())) else {
                throw AnswerFault(columns)
            }
            return .refused(refusal)
        default:
            guard let state = EnrollmentState(rawValue: word) else { throw AnswerFault(columns) }
            return .entered(state, code: rest)
        }
    }

    /// A record of the active zone that may be the same person as one without a resident ID.
    public struct Alike: Sendable, Hashable {
        public let person: Code
        /// The person's place in the cohort, if there is one.
        public let enrollment: Code?
    }

    /// For each of some people without a resident ID, a record of the same name, birth date and phone (as masked); nil
    /// where there is none.
    public static func alike(
        _ session: Session,
        to people: [(name: PersonName, details: PersonDetails)],
        in cohort: Code
    )
        throws -> [Alike?]
    {
        var found: [Alike?] = people.map { _ in nil }
        try session.connection.stream(
            """
            select distinct on (u.position) u.position::int, p.code, e.code
            from unnest(\(people.map(\.name.text)), \(people.map(\.details.birthOn)),
                \(people.map { $0.details.phone?.masked })) with ordinality u (name, birth_on, phone, position)
            join core.person p on p.name = u.name and p.merged_into is null
                and p.birth_on is not distinct from u.birth_on and p.phone_masked is not distinct from u.phone
            left join enrollment.enrollment e on e.zone_id = p.zone_id and e.person_id = p.id
                and e.state not in ('withdrawn', 'rejected')
                and e.cohort_id = (select c.id from enrollment.cohort c where c.code = \(cohort))
            order by u.position, e.id nulls last, p.id
            """,
            as: (Int32, Code, Code?).self
        ) { position, person, enrollment in
            found[Int(position) - 1] = Alike(person: person, enrollment: enrollment)
        }
        return found
    }
}
