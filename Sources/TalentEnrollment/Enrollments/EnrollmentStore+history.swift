import Postgres
import Store
import Zones

extension EnrollmentStore {
    /// One event of one of a person's enrollments.
    public struct HistoryRow: Sendable, Hashable {
        public let enrollment: Enrollment
        public let event: EventRow
    }

    /// What happened to a person's enrollments, the oldest first, as far as the active zone did it.
    ///
    /// - Throws: `CoreRejection.missing` for a person that the active zone does not see.
    public static func history(_ session: Session, person: Code) throws -> [HistoryRow] {
        var enrollments: [Enrollment] = []
        try list(session, Filter(person: person)) { enrollments.append($0) }
        var rows: [HistoryRow] = []
        for enrollment in enrollments {
            let events = try EventStore.list(session, .init(subject: "enrollment:" + enrollment.code.text))
            rows += events.map { HistoryRow(enrollment: enrollment, event: $0) }
        }
        return rows.sorted { ($0.event.at, $0.event.seq) < ($1.event.at, $1.event.seq) }
    }
}
