import Postgres
import Store
import Zones

/// The facts of a run of people as a sweep needs them: values without their sources, and only of facts that are asked for.
///
/// What counts is what `CaseFile` lets count: the latest observation, a person's own before the organization's, and nothing
/// where two sources contradict each other about the latest day.
struct FactBatch {
    private(set) var sheets: [FactSheet]

    /// - Parameter people: in the order of their records
    init(_ session: Session, _ people: [Applicant], _ wanted: WantedFacts, on day: Day) throws {
        var blank = FactSheet(wanted.sources.catalogue)
        for (fact, value, _) in wanted.sources.common(on: day) { blank.set(fact, value, wanted.sources.catalogue) }
        sheets = Array(repeating: blank, count: people.count)
        guard let first = people.first?.personID, let last = people.last?.personID else { return }
        let places = Places(people)
        let register = RegisterStore(first: first, last: last, organizations: places.organizations, day: day)
        try readValues(session, register, places, wanted)
        if !wanted.lists.isEmpty { try readLists(session, register, people, places, wanted) }
        for (index, applicant) in people.enumerated() {
            for (fact, value, _) in applicant.registered { sheets[index].set(fact, value, wanted.sources.catalogue) }
        }
    }

    private mutating func readValues(
        _ session: Session,
        _ register: RegisterStore,
        _ places: Places,
        _ wanted: WantedFacts
    ) throws {
        guard !wanted.values.isEmpty else { return }
        let width = wanted.values.count
        var cells = [Cell](repeating: Cell(), count: sheets.count * width)
        var ties: [Int: [Cell]] = [:]
        var near = 0
        /// What was observed on the same day is kept aside until all is read.
        func put(_ cell: Cell, _ place: Int) {
            if cells[place].isBefore(cell) {
                cells[place] = cell
                if !ties.isEmpty { ties[place] = nil }
            } else if cells[place].isBesides(cell) {
                ties[place, default: [cells[place]]].append(cell)
            }
        }
        try register.values(session, of: wanted.values.map(\.name)) { row in
            let subject = try row.next(Int64.self)
            let position = try row.next(Int32.self)
            guard let column = wanted.column(position) else { throw PostgresError(.decoding, "a fact not asked for") }
            let text = try row.next(String?.self)
            var cell = Cell()
            cell.value = text.flatMap { try? FactValue($0, as: wanted.values[column].type) } ?? .unknown
            cell.observed = try row.next(Day.self).daysSinceEpoch2000
            cell.source = try row.next(Int32.self)
            cell.isOwn = try row.next(Bool.self)
            cell.order = try row.next(Int64.self)
            if cell.isOwn {
                if let index = places.person(subject, near: &near) { put(cell, index * width + column) }
            } else {
                for index in places.members(of: subject) { put(cell, index * width + column) }
            }
        }
        for (place, tied) in ties { cells[place].value = Cell.settled(tied) }
        for index in sheets.indices {
            for (column, wanted) in wanted.values.enumerated() {
                let cell = cells[index * width + column]
                if cell.isKnown { sheets[index].values[wanted.slot] = cell.value }
            }
        }
    }

    /// Lists are drawn from their rows by the same rule as for one person.
    private mutating func readLists(
        _ session: Session,
        _ register: RegisterStore,
        _ people: [Applicant],
        _ places: Places,
        _ wanted: WantedFacts
    ) throws {
        var records: [Int: [RegisterStore.Record]] = [:]
        var near = 0
        try register.records(session, of: wanted.lists.map(\.name)) { record in
            if record.fact.isPersonal {
                if let index = places.person(record.subject, near: &near) { records[index, default: []].append(record) }
            } else {
                for index in places.members(of: record.subject) { records[index, default: []].append(record) }
            }
        }
        for (index, applicant) in people.enumerated() {
            var file = CaseFile(wanted.sources.catalogue)
            file.fill(records[index] ?? [], of: applicant)
            for list in wanted.lists { sheets[index].values[list.slot] = file.facts.values[list.slot] }
        }
    }
}

extension FactBatch {
    /// The value of one fact so far, with what decides whether another one takes its place.
    fileprivate struct Cell {
        var value = FactValue.unknown
        var observed = Int32.min
        var source: Int32 = 0
        var isOwn = false
        /// The least of a cell that nothing is known of.
        var order = Int64.min

        var isKnown: Bool { order != .min }

        /// Whether another one takes its place: the own before the organization's, then the later.
        func isBefore(_ other: Cell) -> Bool {
            guard isKnown else { return true }
            return isOwn == other.isOwn ? observed < other.observed : other.isOwn
        }

        func isBesides(_ other: Cell) -> Bool { isOwn == other.isOwn && observed == other.observed }

        /// The last word of each source; unknown where they differ.
        static func settled(_ tied: [Cell]) -> FactValue {
            var words: [Int32: FactValue] = [:]
            let inOrder = tied.sorted { $0.order < $1.order }
            for cell in inOrder { words[cell.source] = cell.value }
            return Set(words.values).count == 1 ? inOrder[inOrder.count - 1].value : .unknown
        }
    }

    /// Where a record belongs.
    fileprivate struct Places {
        private let people: [Int64]
        private let byOrganization: [Int64: [Int]]

        init(_ people: [Applicant]) {
            self.people = people.map { $0.personID ?? 0 }
            var byOrganization: [Int64: [Int]] = [:]
            for (index, applicant) in people.enumerated() {
                if let organization = applicant.organizationID {
                    byOrganization[organization, default: []].append(index)
                }
            }
            self.byOrganization = byOrganization
        }

        var organizations: [Int64] { Array(byOrganization.keys) }

        func members(of organization: Int64) -> [Int] { byOrganization[organization] ?? [] }

        /// Records mostly come person by person, so the search begins where the last one was.
        func person(_ id: Int64, near: inout Int) -> Int? {
            if people[near] == id { return near }
            if near + 1 < people.count, people[near + 1] == id {
                near += 1
                return near
            }
            var (low, high) = (0, people.count)
            while low < high {
                let middle = (low + high) >> 1
                if people[middle] < id { low = middle + 1 } else { high = middle }
            }
            guard low < people.count, people[low] == id else { return nil }
            near = low
            return low
        }
    }
}
