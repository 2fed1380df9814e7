import Postgres
import Store
import Zones

extension RosterStore {
    /// One of the active zone's people in a cohort, and how to reach them.
    public struct Contact: Sendable, Hashable {
        public let enrollment: Code
        /// The person's living record.
        public let person: Code
        public let name: String
        public let unit: String?
        public let phoneMasked: String?
    }

    /// The active zone's people who have a place in a cohort or wait for one.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    public static func contacts(_ session: Session, _ cohort: Code) throws -> [Contact] {
        _ = try CohortStore.show(session, cohort)
        return try session.connection.rows(
            """
            select e.code, k.code, k.name, u.name, k.phone_masked
            from enrollment.enrollment e
            join enrollment.cohort c on c.id = e.cohort_id
            join core.person p on p.id = e.person_id
            join core.person k on k.id = coalesce(p.merged_into, p.id)
            left join core.organization u on u.id = k.organization_id
            where c.code = \(cohort) and e.state not in ('withdrawn', 'rejected') order by e.id
            """,
            as: (Code, Code, String, String?, String?).self
        ).map { Contact(enrollment: $0.0, person: $0.1, name: $0.2, unit: $0.3, phoneMasked: $0.4) }
    }

    /// The whole phone numbers of contacts, each a look that is logged before anything is shown, and counted.
    ///
    /// - Throws: as `PersonStore.reveal`; then nothing is shown, while the looks before stay on record.
    public static func phones(of contacts: [Contact], reason: String, _ session: Session, as request: Request) throws
        -> [PhoneNumber?]
    {
        try contacts.enumerated().map { place, contact in
            guard contact.phoneMasked != nil else { return nil }
            return try PersonStore.reveal(contact.person, reason: reason, session, as: request.part(place + 1)).phone
        }
    }
}
