import Store
import Zones

extension ApplicantStore {
    /// What is known about one, as of a day and as known at an instant; one round trip.
    public static func file(
        _ session: Session,
        _ applicant: Applicant,
        _ sources: FactSources,
        asOf day: Day,
        knownAt: Instant? = nil
    ) throws -> CaseFile {
        let register = RegisterStore(
            first: applicant.personID ?? 0,
            last: applicant.personID ?? -1,
            organizations: [applicant.organizationID].compactMap(\.self),
            day: day,
            knownAt: knownAt
        )
        var records: [RegisterStore.Record] = []
        try register.records(session) { records.append($0) }
        var file = CaseFile(sources.catalogue)
        file.fill(records, of: applicant)
        for (fact, value, source) in applicant.registered + sources.common(on: day) {
            file.set(fact, value, Provenance(source: source))
        }
        return file
    }
}

extension CaseFile {
    /// Takes what is on record about an applicant; what a view says stands before what was declared.
    mutating func fill(_ records: [RegisterStore.Record], of applicant: Applicant) {
        let inOrder = records.sorted { a, b in
            guard a.fact.observedOn == b.fact.observedOn else { return a.fact.observedOn < b.fact.observedOn }
            return a.order == b.order ? a.fact.row ?? "" < b.fact.row ?? "" : a.order < b.order
        }
        for record in inOrder where !record.isListed { add(record.fact) }
        settle()
        guard applicant.subject == .person else { return }
        for (list, view) in RegisterStore.complete {
            let rows = inOrder.filter { $0.isListed && $0.fact.fact == list }.compactMap { record in
                record.fact.value.flatMap { try? FactSheet.row($0[...], list, catalogue) }
            }
            set(list, .rows(rows), Provenance(source: view))
        }
    }
}
